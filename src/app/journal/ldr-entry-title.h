/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LDR_TYPE_ENTRY_TITLE (ldr_entry_title_get_type ())
G_DECLARE_FINAL_TYPE (LdrEntryTitle, ldr_entry_title, LDR, ENTRY_TITLE, GtkTextView)

/* The title of an entry: one paragraph that takes as many rows as it needs. Whatever comes in, by typing, pasting or
 * dropping, stays one paragraph. Signals: `changed ()` by the user; `activate ()`, Enter was pressed. */

GtkWidget *ldr_entry_title_new (void);
void ldr_entry_title_set_text (LdrEntryTitle *self, const char *text);
void ldr_entry_title_replace_text (LdrEntryTitle *self, const char *text);
char *ldr_entry_title_get_text (LdrEntryTitle *self);

G_END_DECLS
