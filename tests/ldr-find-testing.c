/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-find-testing.h"

/* The first widget of a type, shown or not: itself or one below it. */
GtkWidget *
ldr_testing_find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ldr_testing_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
