/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LDR_TYPE_SESSION_NOTE (ldr_session_note_get_type ())
G_DECLARE_FINAL_TYPE (LdrSessionNote, ldr_session_note, LDR, SESSION_NOTE, AdwBin)

/* A part of the notes: its heading, the question that it answers, and a place to write. Signal: `changed` (by the
 * user). */

GtkWidget *ldr_session_note_new (const char *title, const char *question);
void ldr_session_note_set_text (LdrSessionNote *self, const char *text);
gboolean ldr_session_note_is_changed (LdrSessionNote *self);
char *ldr_session_note_take_text (LdrSessionNote *self);

G_END_DECLS
