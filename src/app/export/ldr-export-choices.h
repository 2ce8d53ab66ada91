/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-export-choice.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_EXPORT_CHOICES (ldr_export_choices_get_type ())
G_DECLARE_FINAL_TYPE (LdrExportChoices, ldr_export_choices, LDR, EXPORT_CHOICES, AdwBin)

/* The ready-made choices and the owner's own, which are kept in the journal. Signal: `chosen (LdrExportChoice
 * *choice)`, by the user. */

GtkWidget *ldr_export_choices_new (void);
void ldr_export_choices_set_journal (LdrExportChoices *self, LdrJournal *journal);
void ldr_export_choices_set_present (LdrExportChoices *self, const LdrExportChoice *choice, gboolean altered);

G_END_DECLS
