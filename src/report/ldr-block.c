/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-rich-text.h"

#include <string.h>

static void
run_free (LdrRun *self)
{
  g_free (self->text);
  g_free (self->link);
  g_free (self->picture);
  g_free (self->description);
  g_free (self);
}

static LdrRun *
run_new (const char *text, LdrRunFlags flags, const char *link)
{
  LdrRun *self = g_new0 (LdrRun, 1);

  self->text = g_strdup (text);
  self->flags = flags;
  self->link = g_strdup (link);
  return self;
}

static gboolean
run_looks_like (const LdrRun *a, const LdrRun *b)
{
  return a->flags == b->flags && g_strcmp0 (a->link, b->link) == 0;
}

static gboolean
run_equal (const LdrRun *a, const LdrRun *b)
{
  return run_looks_like (a, b) && g_str_equal (a->text, b->text) && g_strcmp0 (a->picture, b->picture) == 0
         && g_strcmp0 (a->description, b->description) == 0;
}

/**
 * ldr_blocks_new:
 *
 * Returns: (transfer full) (element-type LdrBlock): an empty list that owns its blocks
 */
GPtrArray *
ldr_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_block_free);
}

/**
 * ldr_block_new:
 * @kind: what it is
 * @level: of a heading 1 to 6, of a list item its depth from 0, otherwise 0
 *
 * Returns: (transfer full): a block without contents
 */
LdrBlock *
ldr_block_new (LdrBlockKind kind, int level)
{
  LdrBlock *self = g_new0 (LdrBlock, 1);

  self->kind = kind;
  self->level = level;
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free);
  return self;
}

/**
 * ldr_block_free:
 * @self: (transfer full) (nullable): a block
 */
void
ldr_block_free (LdrBlock *self)
{
  if (self == NULL)
    return;
  g_free (self->info);
  g_ptr_array_unref (self->runs);
  g_free (self);
}

/**
 * ldr_block_append:
 * @self: a block
 * @text: what comes next
 * @flags: how it is shown
 * @link: (nullable): where it leads
 *
 * Adds characters at the end, to the last run where that is formatted alike.
 *
 * Returns: (transfer none) (nullable): the run that holds them, or %NULL when @text is empty
 */
LdrRun *
ldr_block_append (LdrBlock *self, const char *text, LdrRunFlags flags, const char *link)
{
  LdrRun *last = self->runs->len > 0 ? g_ptr_array_index (self->runs, self->runs->len - 1) : NULL;
  LdrRun *run;

  if (*text == '\0')
    return NULL;
  run = run_new (text, flags, link);
  if (last != NULL && last->picture == NULL && run_looks_like (last, run))
    {
      gsize before = strlen (last->text), added = strlen (text);

      last->text = g_realloc (last->text, before + added + 1);
      memcpy (last->text + before, text, added + 1);
      run_free (run);
      return last;
    }
  g_ptr_array_add (self->runs, run);
  return run;
}

/**
 * ldr_block_append_picture:
 * @self: a block
 * @id: the picture's id
 * @description: (nullable): what is to be seen on it
 *
 * Adds a picture at the end.
 *
 * Returns: (transfer none): its run
 */
LdrRun *
ldr_block_append_picture (LdrBlock *self, const char *id, const char *description)
{
  LdrRun *run = run_new (LDR_OBJECT, 0, NULL);

  run->picture = g_strdup (id);
  run->description = g_strdup (description != NULL ? description : "");
  g_ptr_array_add (self->runs, run);
  return run;
}

/**
 * ldr_block_dup_text:
 * @self: a block
 *
 * Returns: (transfer full): its characters without their formatting
 */
char *
ldr_block_dup_text (const LdrBlock *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->runs->len; i++)
    g_string_append (text, ((LdrRun *) g_ptr_array_index (self->runs, i))->text);
  return g_string_free_and_steal (text);
}

/**
 * ldr_block_equal:
 * @a: a block
 * @b: another
 *
 * Returns: whether they are the same in kind, text and formatting
 */
gboolean
ldr_block_equal (const LdrBlock *a, const LdrBlock *b)
{
  if (a->kind != b->kind || a->level != b->level || a->runs->len != b->runs->len)
    return FALSE;
  if (a->kind == LDR_BLOCK_NUMBER && a->number != b->number)
    return FALSE;
  if (a->kind == LDR_BLOCK_CODE && g_strcmp0 (a->info, b->info) != 0)
    return FALSE;
  for (guint i = 0; i < a->runs->len; i++)
    if (!run_equal (g_ptr_array_index (a->runs, i), g_ptr_array_index (b->runs, i)))
      return FALSE;
  return TRUE;
}

/**
 * ldr_blocks_equal:
 * @a: (element-type LdrBlock): a list of blocks
 * @b: (element-type LdrBlock): another
 *
 * Returns: whether they are the same, block by block
 */
gboolean
ldr_blocks_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!ldr_block_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}
