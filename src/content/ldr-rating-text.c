/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-rating-text.h"

/* The elements of one sheet; those in the lists belong to the root. The parts of the items are their numbers. */
struct LdrRatingText
{
  LdrMarkup *root;
  GPtrArray *parts;
  GPtrArray *items;
  GArray *item_parts;
};

static void
add_items (LdrRatingText *self, guint part)
{
  LdrMarkup *element = g_ptr_array_index (self->parts, part);
  g_autoptr (GPtrArray) statements = ldr_house_text_list (element, "statement");

  if (statements->len == 0)
    g_ptr_array_add (statements, element);
  for (guint i = 0; i < statements->len; i++)
    {
      g_ptr_array_add (self->items, g_ptr_array_index (statements, i));
      g_array_append_val (self->item_parts, part);
    }
}

static LdrRatingText *
read_sheet (const char *file)
{
  LdrRatingText *self = g_new0 (LdrRatingText, 1);

  self->root = ldr_markup_read_resource (file);
  self->parts = ldr_house_text_list (self->root, "part");
  self->items = g_ptr_array_new ();
  self->item_parts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->parts->len; i++)
    add_items (self, i);
  return self;
}

static GPtrArray *
read_all (void)
{
  GPtrArray *all = g_ptr_array_new ();

  g_ptr_array_add (all, read_sheet ("servant-leadership.xml"));
  g_ptr_array_add (all, read_sheet ("seven-elements.xml"));
  return all;
}

/**
 * ldr_rating_text_find:
 * @id: an id, such as %LDR_RATING_TEXT_SERVANT_LEADERSHIP
 *
 * The sheets are read once, on first use, from any thread.
 *
 * Returns: (transfer none) (nullable): the sheet of that id
 */
const LdrRatingText *
ldr_rating_text_find (const char *id)
{
  static GPtrArray *all = NULL;

  if (g_once_init_enter_pointer (&all))
    g_once_init_leave_pointer (&all, read_all ());
  for (guint i = 0; i < all->len; i++)
    {
      const LdrRatingText *sheet = g_ptr_array_index (all, i);

      if (g_strcmp0 (ldr_markup_get_attribute (sheet->root, "id"), id) == 0)
        return sheet;
    }
  return NULL;
}

/**
 * ldr_rating_text_get_version:
 * @self: a sheet
 *
 * Returns: the version of its items, kept with each filling-in; from 1
 */
int
ldr_rating_text_get_version (const LdrRatingText *self)
{
  return ldr_markup_get_number (self->root, "version", 1, G_MAXINT, 1);
}

/**
 * ldr_rating_text_dup_instruction:
 * @self: a sheet
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * Returns: (transfer full): how to fill it in, in the user's language
 */
char *
ldr_rating_text_dup_instruction (const LdrRatingText *self, LdrRole role, const char *leader)
{
  return ldr_house_text_dup_wording (self->root, "instruction", role, leader);
}

/**
 * ldr_rating_text_get_note:
 * @self: a sheet
 *
 * Returns: (transfer none): the question that the note beside a rating answers, in the user's language
 */
const char *
ldr_rating_text_get_note (const LdrRatingText *self)
{
  return ldr_house_text_get (self->root, "note");
}

/**
 * ldr_rating_text_get_lowest:
 * @self: a sheet
 *
 * Returns: (transfer none): what 1 stands for, a word or two in the user's language
 */
const char *
ldr_rating_text_get_lowest (const LdrRatingText *self)
{
  return ldr_house_text_get (self->root, "lowest");
}

/**
 * ldr_rating_text_get_highest:
 * @self: a sheet
 *
 * Returns: (transfer none): what 5 stands for, a word or two in the user's language
 */
const char *
ldr_rating_text_get_highest (const LdrRatingText *self)
{
  return ldr_house_text_get (self->root, "highest");
}

/**
 * ldr_rating_text_get_n_parts:
 * @self: a sheet
 *
 * Returns: how many parts it has
 */
guint
ldr_rating_text_get_n_parts (const LdrRatingText *self)
{
  return self->parts->len;
}

/**
 * ldr_rating_text_get_part_id:
 * @self: a sheet
 * @part: from 0, less than the number of its parts
 *
 * Returns: (transfer none): the part's id, the same in every version
 */
const char *
ldr_rating_text_get_part_id (const LdrRatingText *self, guint part)
{
  g_return_val_if_fail (part < self->parts->len, "");

  return ldr_house_text_get_id (self->parts, part);
}

/**
 * ldr_rating_text_get_name:
 * @self: a sheet
 * @part: from 0, less than the number of its parts
 *
 * Returns: (transfer none): the part's name in the user's language; no full stop
 */
const char *
ldr_rating_text_get_name (const LdrRatingText *self, guint part)
{
  g_return_val_if_fail (part < self->parts->len, "");

  return ldr_house_text_get (g_ptr_array_index (self->parts, part), "name");
}

/**
 * ldr_rating_text_get_explanation:
 * @self: a sheet
 * @part: from 0, less than the number of its parts
 *
 * Returns: (transfer none): what the part is about, a sentence in the user's language
 */
const char *
ldr_rating_text_get_explanation (const LdrRatingText *self, guint part)
{
  g_return_val_if_fail (part < self->parts->len, "");

  return ldr_house_text_get (g_ptr_array_index (self->parts, part), "explanation");
}

/**
 * ldr_rating_text_dup_question:
 * @self: a sheet
 * @part: from 0, less than the number of its parts
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * Returns: (transfer full): a question that calls to mind what happened, in the user's language
 */
char *
ldr_rating_text_dup_question (const LdrRatingText *self, guint part, LdrRole role, const char *leader)
{
  g_return_val_if_fail (part < self->parts->len, NULL);

  return ldr_house_text_dup_wording (g_ptr_array_index (self->parts, part), "question", role, leader);
}

/**
 * ldr_rating_text_get_step:
 * @self: a sheet
 * @part: from 0, less than the number of its parts
 *
 * Returns: (transfer none): a small step that would do the part good, as a goal could say it, in the user's language
 */
const char *
ldr_rating_text_get_step (const LdrRatingText *self, guint part)
{
  g_return_val_if_fail (part < self->parts->len, "");

  return ldr_house_text_get (g_ptr_array_index (self->parts, part), "step");
}

/**
 * ldr_rating_text_get_sign:
 * @self: a sheet
 * @part: from 0, less than the number of its parts
 * @rating: 1 to 5
 *
 * Returns: (transfer none) (nullable): what one could see at that rating, a sentence in the user's language; %NULL if
 *   the sheet does not say
 */
const char *
ldr_rating_text_get_sign (const LdrRatingText *self, guint part, int rating)
{
  g_autoptr (GPtrArray) signs = NULL;

  g_return_val_if_fail (part < self->parts->len, NULL);

  signs = ldr_house_text_list (g_ptr_array_index (self->parts, part), "sign");
  for (guint i = 0; i < signs->len; i++)
    if (ldr_markup_get_number (g_ptr_array_index (signs, i), "rating", 1, 5, 0) == rating)
      return ldr_house_text_get (g_ptr_array_index (signs, i), NULL);
  return NULL;
}

/**
 * ldr_rating_text_get_n_items:
 * @self: a sheet
 *
 * Returns: how many items are rated
 */
guint
ldr_rating_text_get_n_items (const LdrRatingText *self)
{
  return self->items->len;
}

/**
 * ldr_rating_text_get_item_id:
 * @self: a sheet
 * @item: from 0, less than the number of its items
 *
 * Returns: (transfer none): the item's id, the same in every version
 */
const char *
ldr_rating_text_get_item_id (const LdrRatingText *self, guint item)
{
  g_return_val_if_fail (item < self->items->len, "");

  return ldr_house_text_get_id (self->items, item);
}

/**
 * ldr_rating_text_find_item:
 * @self: a sheet
 * @id: an item's id, which may come from a file
 * @item: (out): which item it is; untouched if there is none
 *
 * Returns: whether there is an item of that id
 */
gboolean
ldr_rating_text_find_item (const LdrRatingText *self, const char *id, guint *item)
{
  return ldr_house_text_find (self->items, id, item);
}

/**
 * ldr_rating_text_get_item_part:
 * @self: a sheet
 * @item: from 0, less than the number of its items
 *
 * Returns: the part that the item belongs to
 */
guint
ldr_rating_text_get_item_part (const LdrRatingText *self, guint item)
{
  g_return_val_if_fail (item < self->items->len, 0);

  return g_array_index (self->item_parts, guint, item);
}

/**
 * ldr_rating_text_dup_item:
 * @self: a sheet
 * @item: from 0, less than the number of its items
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * Returns: (transfer full): what is rated, in the user's language: a statement, or the name of the part
 */
char *
ldr_rating_text_dup_item (const LdrRatingText *self, guint item, LdrRole role, const char *leader)
{
  const LdrMarkup *element;

  g_return_val_if_fail (item < self->items->len, NULL);

  element = g_ptr_array_index (self->items, item);
  if (g_str_equal (element->name, "part"))
    return g_strdup (ldr_house_text_get (element, "name"));
  return ldr_house_text_dup_wording (element, NULL, role, leader);
}
