/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-words.h"

/**
 * ldr_words_new:
 * @text: some words, plain
 * @css_class: (nullable): how they look
 *
 * Returns: (transfer floating): a label that begins at the start of the line and goes on below where it has no room,
 * also within a long word
 */
GtkWidget *
ldr_words_new (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}
