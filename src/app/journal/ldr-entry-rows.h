/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-entry-row.h"

G_BEGIN_DECLS

typedef void (*LdrEntryRowFunc) (LdrEntryRow *row, gpointer user_data);

GtkListItemFactory *ldr_entry_rows_new (LdrEntryRowFunc set_up, gpointer user_data);
GtkListItemFactory *ldr_month_headers_new (void);

G_END_DECLS
