/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The application's window, driven by what it shows: a widget is found by its type and its title. */

typedef gboolean (*LdrTestingCondition) (gpointer data);

int ldr_testing_main (int argc, char **argv, void (*add_tests) (void));
GtkWidget *ldr_testing_make_window (void);
GtkWidget *ldr_testing_open_window (void);
void ldr_testing_close_window (GtkWidget *window);
gboolean ldr_testing_is_locked (gpointer window);
gboolean ldr_testing_is_open (gpointer window);
void ldr_testing_wait_until (LdrTestingCondition func, gpointer data);
GtkWidget *ldr_testing_find (GtkWidget *widget, GType type, const char *title);
GtkWidget *ldr_testing_wait_for (GtkWidget *window, GType type, const char *title);
void ldr_testing_click (GtkWidget *window, const char *label);
void ldr_testing_type_into (GtkWidget *window, const char *title, const char *text);

G_END_DECLS
