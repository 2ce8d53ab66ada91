/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"
#include "store/ldr-store-links.h"

G_BEGIN_DECLS

#define LDR_TYPE_LINKS (ldr_links_get_type ())
G_DECLARE_FINAL_TYPE (LdrLinks, ldr_links, LDR, LINKS, GObject)

/* What one thing is linked with, for widgets that show it. It follows the journal. Signals:
 *
 * - `changed`: the list is another one
 * - `toast (AdwToast *toast)`: what can be undone, or what went wrong */

LdrLinks *ldr_links_new (void);
void ldr_links_set (LdrLinks *self, LdrJournal *journal, LdrLinkKind kind, const char *id);
GPtrArray *ldr_links_get_all (LdrLinks *self);
void ldr_links_add (LdrLinks *self, LdrLinkKind kind, const char *id);
void ldr_links_remove (LdrLinks *self, LdrLinkKind kind, const char *id);
AdwDialog *ldr_links_present_chooser (LdrLinks *self, GtkWidget *parent);

G_END_DECLS
