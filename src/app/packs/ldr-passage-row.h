/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-passage-item.h"
#include "store/ldr-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LDR_TYPE_PASSAGE_ROW (ldr_passage_row_get_type ())
G_DECLARE_FINAL_TYPE (LdrPassageRow, ldr_passage_row, LDR, PASSAGE_ROW, AdwBin)

/* A passage to read, with the comments beside it or, when it is narrow, under it. Action: `packs.comment`, which begins
 * a comment on it. */

GtkWidget *ldr_passage_row_new (LdrJournal *journal);
void ldr_passage_row_set_item (LdrPassageRow *self, LdrPassageItem *item);
LdrPassageItem *ldr_passage_row_get_item (LdrPassageRow *self);
void ldr_passage_row_set_narrow (LdrPassageRow *self, gboolean narrow);

G_END_DECLS
