/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-page-tag-values.h"

/**
 * ldr_page_tag_value:
 * @name: the name of an attribute
 * @value: a text
 *
 * Returns: (transfer full): the attribute, with the text as nothing but a text
 */
char *
ldr_page_tag_value (const char *name, const char *value)
{
  GString *out = g_string_new (name);

  g_string_append (out, "='");
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '\'');
  return g_string_free_and_steal (out);
}

/**
 * ldr_page_tag_place:
 * @page: the number of a page, from 1
 * @x: from its left, in points
 * @y: from its top, in points
 *
 * Returns: (transfer full): the attributes of a place
 */
char *
ldr_page_tag_place (guint page, double x, double y)
{
  char left[G_ASCII_DTOSTR_BUF_SIZE], top[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (left, sizeof left, "%.2f", x);
  g_ascii_formatd (top, sizeof top, "%.2f", y);
  return g_strdup_printf ("page=%u pos=[%s %s]", page, left, top);
}
