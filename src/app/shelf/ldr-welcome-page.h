/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-shelf.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_WELCOME_PAGE (ldr_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrWelcomePage, ldr_welcome_page, LDR, WELCOME_PAGE, AdwBin)

/* The first run, and each new journal after it: whose journal, passphrase, recovery sheet; or a demo to look around in.
 * Signal: `created (LdrJournal *journal, gboolean demo)`: the journal is open and its writer is ready to begin. */

GtkWidget *ldr_welcome_page_new (LdrShelf *shelf);
void ldr_welcome_page_start (LdrWelcomePage *self, gboolean first_run);
void ldr_welcome_page_make_demo (LdrWelcomePage *self);
LdrJournal *ldr_welcome_page_get_pending (LdrWelcomePage *self);
LdrJournal *ldr_welcome_page_take_pending (LdrWelcomePage *self);
void ldr_welcome_page_begin (LdrWelcomePage *self);

G_END_DECLS
