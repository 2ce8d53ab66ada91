/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-shelf-item.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_UNLOCK_PAGE (ldr_unlock_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrUnlockPage, ldr_unlock_page, LDR, UNLOCK_PAGE, AdwBin)

/* Opens one journal: by passphrase, by recovery sheet, or by the login keyring. The page stays alive while the key is
 * derived. A journal that could not be closed is held: the same ways admit to it again, without opening its file.
 * Signals: `opened (LdrJournal *journal, gboolean by_sheet)`, `admitted ()` to the journal that is held. */

GtkWidget *ldr_unlock_page_new (void);
void ldr_unlock_page_set_item (LdrUnlockPage *self, LdrShelfItem *item);
LdrShelfItem *ldr_unlock_page_get_item (LdrUnlockPage *self);
void ldr_unlock_page_set_hint (LdrUnlockPage *self, const char *hint);
void ldr_unlock_page_set_held (LdrUnlockPage *self, LdrJournal *journal);
void ldr_unlock_page_set_waiting (LdrUnlockPage *self, const char *waiting_for);
gboolean ldr_unlock_page_is_busy (LdrUnlockPage *self);

G_END_DECLS
