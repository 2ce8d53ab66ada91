/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-path.h"

#include <glib/gi18n.h>

/**
 * ldr_path_new_own:
 * @id: its id in the journal
 * @title: one line
 * @summary: what it is for, may be empty
 *
 * Makes a path of the user's own without steps; the caller adds them before it shares the path.
 *
 * Returns: (transfer full): the path
 */
LdrPath *
ldr_path_new_own (const char *id, const char *title, const char *summary)
{
  LdrPath *self = g_atomic_rc_box_new0 (LdrPath);

  self->id = g_strdup (id);
  self->side = LDR_PROMPT_SIDE_NONE;
  self->own = TRUE;
  self->title = g_strdup (title);
  self->summary = g_strdup (summary);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_prompt_unref);
  return self;
}

LdrPath *
ldr_path_ref (LdrPath *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
path_clear (gpointer data)
{
  LdrPath *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_ptr_array_unref (self->steps);
}

void
ldr_path_unref (LdrPath *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, path_clear);
}

/**
 * ldr_path_get_title:
 * @self: a path
 *
 * Returns: (transfer none): its title, in the user's language or as its user wrote it
 */
const char *
ldr_path_get_title (const LdrPath *self)
{
  return self->own ? self->title : _ (self->title);
}

/**
 * ldr_path_get_summary:
 * @self: a path
 *
 * Returns: (transfer none): what it is for, one sentence; of a path of the user's own perhaps ""
 */
const char *
ldr_path_get_summary (const LdrPath *self)
{
  return self->own ? self->summary : _ (self->summary);
}

/**
 * ldr_path_get_minutes:
 * @self: a path
 *
 * Returns: how long all of its questions take together, in minutes
 */
int
ldr_path_get_minutes (const LdrPath *self)
{
  int minutes = 0;

  for (guint i = 0; i < self->steps->len; i++)
    minutes += ((LdrPrompt *) g_ptr_array_index (self->steps, i))->facts.minutes;
  return minutes;
}

/**
 * ldr_path_get_styles:
 * @self: a path
 *
 * Returns: the styles to suggest to the writer at the path's end
 */
LdrStyleSet
ldr_path_get_styles (const LdrPath *self)
{
  return self->side == LDR_PROMPT_SIDE_STRENGTH ? LDR_STYLE_BIT (self->style) : LDR_STYLE_SET_NONE;
}

/**
 * ldr_path_get_pitfalls:
 * @self: a path
 *
 * Returns: the pitfalls to suggest to the writer at the path's end
 */
LdrStyleSet
ldr_path_get_pitfalls (const LdrPath *self)
{
  return self->side == LDR_PROMPT_SIDE_PITFALL ? LDR_STYLE_BIT (self->style) : LDR_STYLE_SET_NONE;
}

static LdrPath *
path_read (const LdrMarkup *markup)
{
  LdrPath *self = g_atomic_rc_box_new0 (LdrPath);

  self->id = g_strdup (ldr_markup_get_attribute (markup, "id"));
  self->title = g_strdup (ldr_markup_get_child_text (markup, "title"));
  self->summary = g_strdup (ldr_markup_get_child_text (markup, "summary"));
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_prompt_unref);
  for (guint i = 0; i < markup->children->len; i++)
    {
      const LdrMarkup *step = g_ptr_array_index (markup->children, i);

      if (g_str_equal (step->name, "step"))
        g_ptr_array_add (self->steps, ldr_prompt_read (step, markup));
    }
  self->side = ((LdrPrompt *) g_ptr_array_index (self->steps, 0))->facts.side;
  self->style = ((LdrPrompt *) g_ptr_array_index (self->steps, 0))->facts.style;
  return self;
}

static GPtrArray *
read_all (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_path_unref);
  g_autoptr (LdrMarkup) root = ldr_markup_read_resource ("paths.xml");

  for (guint i = 0; i < root->children->len; i++)
    g_ptr_array_add (paths, path_read (g_ptr_array_index (root->children, i)));
  return paths;
}

/**
 * ldr_path_get_all:
 *
 * The paths that Leidraad brings along. Read once, on first use, from any thread.
 *
 * Returns: (transfer none) (element-type LdrPath): all of them, in the order of the file
 */
GPtrArray *
ldr_path_get_all (void)
{
  static GPtrArray *all = NULL;

  if (g_once_init_enter_pointer (&all))
    g_once_init_leave_pointer (&all, read_all ());
  return all;
}

/**
 * ldr_path_find:
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the path of that id among those that Leidraad brings along
 */
LdrPath *
ldr_path_find (const char *id)
{
  GPtrArray *all = ldr_path_get_all ();

  for (guint i = 0; i < all->len; i++)
    {
      LdrPath *path = g_ptr_array_index (all, i);

      if (g_str_equal (path->id, id))
        return path;
    }
  return NULL;
}

/**
 * ldr_path_find_step:
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the step of that id among the paths that Leidraad brings along
 */
LdrPrompt *
ldr_path_find_step (const char *id)
{
  GPtrArray *all = ldr_path_get_all ();

  for (guint i = 0; i < all->len; i++)
    {
      const LdrPath *path = g_ptr_array_index (all, i);

      for (guint s = 0; s < path->steps->len; s++)
        {
          LdrPrompt *step = g_ptr_array_index (path->steps, s);

          if (g_str_equal (step->facts.id, id))
            return step;
        }
    }
  return NULL;
}
