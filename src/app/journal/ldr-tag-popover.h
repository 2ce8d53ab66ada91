/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_TAG_POPOVER (ldr_tag_popover_get_type ())
G_DECLARE_FINAL_TYPE (LdrTagPopover, ldr_tag_popover, LDR, TAG_POPOVER, GtkPopover)

/* Signal: `tag-chosen (const char *tag)`. */

GtkWidget *ldr_tag_popover_new (void);
void ldr_tag_popover_set_journal (LdrTagPopover *self, LdrJournal *journal);

gboolean ldr_tag_matches (const char *tag, const char *typed);

G_END_DECLS
