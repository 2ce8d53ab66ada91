/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/widgets/ldr-place-page.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_RECEIVED_PAGE (ldr_received_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrReceivedPage, ldr_received_page, LDR, RECEIVED_PAGE, AdwBin)

/* What others sent: session packs to read, and comments on what went out of the journal. */

GtkWidget *ldr_received_page_new (LdrJournal *journal);
void ldr_received_page_open_pack (LdrReceivedPage *self, const char *id);

G_END_DECLS
