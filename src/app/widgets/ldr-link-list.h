/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"
#include "store/ldr-store-links.h"

G_BEGIN_DECLS

#define LDR_TYPE_LINK_LIST (ldr_link_list_get_type ())
G_DECLARE_FINAL_TYPE (LdrLinkList, ldr_link_list, LDR, LINK_LIST, AdwBin)

/* What a thing is linked with, as a group of rows for its page: activating one goes there by the actions of
 * #LdrPlacePage. It follows the journal. */

GtkWidget *ldr_link_list_new (LdrJournal *journal, LdrLinkKind kind, const char *id);
void ldr_link_list_set_editable (LdrLinkList *self, gboolean editable);
void ldr_link_list_choose (LdrLinkList *self);

G_END_DECLS
