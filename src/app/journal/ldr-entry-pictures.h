/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/editor/ldr-editor.h"
#include "ldr-draft.h"

G_BEGIN_DECLS

#define LDR_TYPE_ENTRY_PICTURES (ldr_entry_pictures_get_type ())
G_DECLARE_FINAL_TYPE (LdrEntryPictures, ldr_entry_pictures, LDR, ENTRY_PICTURES, GObject)

/* Brings pictures from files, clipboard and drops into the journal, and from there into the text. Signal:
 * `problem (const char *message)`. */

LdrEntryPictures *ldr_entry_pictures_new (LdrEditor *editor);
void ldr_entry_pictures_set_journal (LdrEntryPictures *self, LdrJournal *journal);
void ldr_entry_pictures_set_draft (LdrEntryPictures *self, LdrDraft *draft);
void ldr_entry_pictures_choose (LdrEntryPictures *self);
void ldr_entry_pictures_insert_file (LdrEntryPictures *self, GFile *file);
void ldr_entry_pictures_insert_bytes (LdrEntryPictures *self, GBytes *bytes, const char *description);

const char *ldr_picture_find_fault (GBytes *bytes);

G_END_DECLS
