/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be seen below a widget: only what is on the screen counts. */

GtkWidget *ldr_testing_find_widget (GtkWidget *widget, GType type);
void ldr_testing_gather_text (GtkWidget *widget, GString *text);
gboolean ldr_testing_says (GtkWidget *widget, const char *words);
void ldr_testing_wait_for_words (GtkWidget *widget, const char *words);
void ldr_testing_wait_until_gone (GtkWidget *widget, const char *words);
GtkWidget *ldr_testing_find_with_words (GtkWidget *widget, GType type, const char *words);
GtkWidget *ldr_testing_find_by_tooltip (GtkWidget *widget, const char *tooltip);
void ldr_testing_check_names (GtkWidget *widget);

G_END_DECLS
