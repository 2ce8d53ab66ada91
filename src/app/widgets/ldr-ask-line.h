/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for one line, in a small dialog: the function is called with it once somebody gave one. */

typedef void (*LdrAskLineFunc) (GtkWidget *owner, const char *line, gpointer data);

AdwDialog *ldr_ask_line (GtkWidget *owner,
                         const char *heading,
                         const char *body,
                         const char *field,
                         const char *line,
                         const char *button,
                         LdrAskLineFunc func,
                         gpointer data,
                         GDestroyNotify free_data);

G_END_DECLS
