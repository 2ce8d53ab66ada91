/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_PACK_PAGE (ldr_pack_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrPackPage, ldr_pack_page, LDR, PACK_PAGE, AdwNavigationPage)

/* A session pack to read, with comments beside its passages. Signal: `delete`, when its reader wants it gone. */

AdwNavigationPage *ldr_pack_page_new (LdrJournal *journal, const char *id);
const char *ldr_pack_page_get_id (LdrPackPage *self);

G_END_DECLS
