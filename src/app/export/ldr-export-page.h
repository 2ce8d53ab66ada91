/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/widgets/ldr-print.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_EXPORT_PAGE (ldr_export_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrExportPage, ldr_export_page, LDR, EXPORT_PAGE, AdwDialog)

AdwDialog *ldr_export_page_new (LdrJournal *journal);
LdrPrint *ldr_export_page_make_print (LdrExportPage *self);

G_END_DECLS
