/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows of a list box that can be put in another order: dragged, or by Alt with Up and Down. */

typedef void (*LdrOrderFunc) (gpointer object, int from, int to);

void ldr_order_enable (GtkListBoxRow *row, GtkWidget *handle, LdrOrderFunc moved, gpointer object);
GtkWidget *ldr_order_handle_new (void);
void ldr_order_move_row (GtkListBoxRow *row, int by);
void ldr_order_move (GPtrArray *array, int from, int to);

G_END_DECLS
