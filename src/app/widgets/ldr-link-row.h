/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "store/ldr-store-links.h"

G_BEGIN_DECLS

/* Rows of things that can be linked. Each keeps its thing. */

GtkWidget *ldr_link_rows_new (const char *name);
GtkWidget *ldr_link_row_new (LdrLinked *linked, gint64 now);
LdrLinked *ldr_link_row_get_linked (GtkListBoxRow *row);

G_END_DECLS
