/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-widget-testing.h"

#include "chart/ldr-chart-area.h"
#include "ldr-journal-testing.h"

GtkWidget *
ldr_testing_find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ldr_testing_find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
ldr_testing_gather_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_TEXT (widget))
    g_string_append_printf (text, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ldr_testing_gather_text (child, text);
}

gboolean
ldr_testing_says (GtkWidget *widget, const char *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  ldr_testing_gather_text (widget, text);
  return strstr (text->str, words) != NULL;
}

typedef struct
{
  GtkWidget *widget;
  const char *words;
} Wanted;

static gboolean
shows_cb (gpointer data)
{
  const Wanted *wanted = data;

  return ldr_testing_says (wanted->widget, wanted->words);
}

static gboolean
hides_cb (gpointer data)
{
  return !shows_cb (data);
}

void
ldr_testing_wait_for_words (GtkWidget *widget, const char *words)
{
  Wanted wanted = { widget, words };

  g_test_message ("waiting for “%s”", words);
  ldr_testing_wait_for (shows_cb, &wanted);
}

void
ldr_testing_wait_until_gone (GtkWidget *widget, const char *words)
{
  Wanted wanted = { widget, words };

  g_test_message ("waiting until “%s” is gone", words);
  ldr_testing_wait_for (hides_cb, &wanted);
}

/* The smallest widget of a type with these words in it. */
GtkWidget *
ldr_testing_find_with_words (GtkWidget *widget, GType type, const char *words)
{
  if (!gtk_widget_get_mapped (widget) || !ldr_testing_says (widget, words))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ldr_testing_find_with_words (child, type, words);

      if (found != NULL)
        return found;
    }
  return g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;
}

GtkWidget *
ldr_testing_find_by_tooltip (GtkWidget *widget, const char *tooltip)
{
  if (gtk_widget_get_mapped (widget) && GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ldr_testing_find_by_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_control (GtkWidget *widget)
{
  return LDR_IS_CHART_AREA (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_BUTTON (widget)
         || GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_MENU_BUTTON (widget);
}

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_widget_get_tooltip_text (widget) != NULL
         || gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* Every control that can have the focus says what it is; the button inside a menu button is called as that is. */
void
ldr_testing_check_names (GtkWidget *widget)
{
  /* The buttons of a number are GTK's own. */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_SPIN_BUTTON (widget))
    return;
  if (gtk_widget_get_focusable (widget) && gtk_widget_is_sensitive (widget)
      && (is_control (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_ENTRY (widget)))
    {
      g_autoptr (GString) text = g_string_new (NULL);
      GtkWidget *parent = gtk_widget_get_parent (widget);

      if (is_control (widget))
        ldr_testing_gather_text (widget, text);
      if (text->len == 0 && !is_named (widget) && !(GTK_IS_MENU_BUTTON (parent) && is_named (parent)))
        g_error ("A %s has no name", G_OBJECT_TYPE_NAME (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ldr_testing_check_names (child);
}
