/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_EXPORT_LOG (ldr_export_log_get_type ())
G_DECLARE_FINAL_TYPE (LdrExportLog, ldr_export_log, LDR, EXPORT_LOG, AdwNavigationPage)

AdwNavigationPage *ldr_export_log_new (LdrJournal *journal);

G_END_DECLS
