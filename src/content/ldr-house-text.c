/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-house-text.h"

#include <glib/gi18n.h>

/* A text that is missing is a fault of the program: the form of its files is covered by tests. */
static const LdrMarkup *
get_child (const LdrMarkup *markup, const char *name)
{
  const LdrMarkup *child = name != NULL ? ldr_markup_get_child (markup, name) : markup;

  if (child == NULL)
    g_error ("Line %d: %s has no %s.", markup->line, markup->name, name);
  return child;
}

/**
 * ldr_house_text_get:
 * @markup: an element of the program's own texts
 * @name: (nullable): the name of the element in it that holds the text, or %NULL for its own
 *
 * Looked up at each call, so that it follows the language even if that is set after start.
 *
 * Returns: (transfer none): the text in the user's language
 */
const char *
ldr_house_text_get (const LdrMarkup *markup, const char *name)
{
  return _ (get_child (markup, name)->text);
}

/**
 * ldr_house_text_dup_wording:
 * @markup: an element of the program's own texts
 * @name: (nullable): the name of the element in it that holds the two wordings, or %NULL if @markup does
 * @role: who reads it: the leader, or a coach or observer of the leader
 * @leader: the leader's name
 *
 * Returns: (transfer full): the text in the user's language, the name filled in
 */
char *
ldr_house_text_dup_wording (const LdrMarkup *markup, const char *name, LdrRole role, const char *leader)
{
  LdrWording wording;
  char *text;

  ldr_wording_read (&wording, get_child (markup, name));
  text = ldr_wording_get (&wording, role, leader);
  ldr_wording_clear (&wording);
  return text;
}

/**
 * ldr_house_text_list:
 * @markup: an element of the program's own texts
 * @name: a name of elements
 *
 * Returns: (transfer container) (element-type LdrMarkup): the elements of that name in @markup, in their order; they
 *   belong to @markup
 */
GPtrArray *
ldr_house_text_list (const LdrMarkup *markup, const char *name)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < markup->children->len; i++)
    {
      LdrMarkup *child = g_ptr_array_index (markup->children, i);

      if (g_str_equal (child->name, name))
        g_ptr_array_add (list, child);
    }
  return list;
}

/**
 * ldr_house_text_get_id:
 * @list: (element-type LdrMarkup): elements with ids
 * @index: from 0, less than the list's length
 *
 * Returns: (transfer none): the id of one of them, the same in every version
 */
const char *
ldr_house_text_get_id (GPtrArray *list, guint index)
{
  return ldr_markup_get_attribute (g_ptr_array_index (list, index), "id");
}

/**
 * ldr_house_text_find:
 * @list: (element-type LdrMarkup): elements with ids
 * @id: an id, which may come from a file
 * @index: (out): where in the list it stands; untouched if it does not
 *
 * Returns: whether one of them has that id
 */
gboolean
ldr_house_text_find (GPtrArray *list, const char *id, guint *index)
{
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (ldr_house_text_get_id (list, i), id) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}
