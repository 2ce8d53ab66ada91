/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LDR_TYPE_MARGIN_NOTE (ldr_margin_note_get_type ())
G_DECLARE_FINAL_TYPE (LdrMarginNote, ldr_margin_note, LDR, MARGIN_NOTE, AdwBin)

/**
 * LdrMarginNoteKind:
 * @LDR_MARGIN_NOTE_RECEIVED: what somebody else wrote: it is read, and then done with
 * @LDR_MARGIN_NOTE_OWN: what the owner of this journal wrote: it can be changed and deleted
 *
 * Whose note it is.
 */
typedef enum
{
  LDR_MARGIN_NOTE_RECEIVED,
  LDR_MARGIN_NOTE_OWN,
} LdrMarginNoteKind;

/* A comment as a card. Signals: `done`, `edit` and `delete`, for what somebody wants to do with it. */

GtkWidget *ldr_margin_note_new (LdrMarginNoteKind kind, const char *quote, const char *byline, const char *text);
void ldr_margin_note_set_about (LdrMarginNote *self, const char *title, const char *action, const char *target);
void ldr_margin_note_set_done (LdrMarginNote *self, gboolean done);
gboolean ldr_margin_note_get_done (LdrMarginNote *self);

G_END_DECLS
