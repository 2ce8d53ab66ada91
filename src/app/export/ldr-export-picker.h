/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-period.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_EXPORT_PICKER (ldr_export_picker_get_type ())
G_DECLARE_FINAL_TYPE (LdrExportPicker, ldr_export_picker, LDR, EXPORT_PICKER, AdwDialog)

/* Entries to choose one by one, found as one types. Signal: `chosen (char **ids)`, when somebody is done choosing. */

AdwDialog *ldr_export_picker_new (LdrJournal *journal, const LdrPeriod *period, const char *const *ids);

G_END_DECLS
