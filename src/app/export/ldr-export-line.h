/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-export-record.h"

G_BEGIN_DECLS

#define LDR_TYPE_EXPORT_LINE (ldr_export_line_get_type ())
G_DECLARE_FINAL_TYPE (LdrExportLine, ldr_export_line, LDR, EXPORT_LINE, AdwNavigationPage)

AdwNavigationPage *ldr_export_line_new (LdrExportRecord *record);
void ldr_export_line_check (LdrExportLine *self, GFile *file);

G_END_DECLS
