/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-passage-item.h"

struct _LdrPassageItem
{
  GObject parent_instance;

  LdrPack *pack;
  guint position;
  GPtrArray *comments;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (LdrPassageItem, ldr_passage_item, G_TYPE_OBJECT)

static void
ldr_passage_item_finalize (GObject *object)
{
  LdrPassageItem *self = LDR_PASSAGE_ITEM (object);

  ldr_pack_unref (self->pack);
  g_ptr_array_unref (self->comments);

  G_OBJECT_CLASS (ldr_passage_item_parent_class)->finalize (object);
}

static void
ldr_passage_item_class_init (LdrPassageItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_passage_item_finalize;
  changed_signal
      = g_signal_new ("changed", LDR_TYPE_PASSAGE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_passage_item_init (LdrPassageItem *self)
{
  self->comments = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_comment_unref);
}

/**
 * ldr_passage_item_new:
 * @pack: a session pack with its passages
 * @position: from 0, which of them
 *
 * Returns: (transfer full): that passage, without comments
 */
LdrPassageItem *
ldr_passage_item_new (LdrPack *pack, guint position)
{
  LdrPassageItem *self = g_object_new (LDR_TYPE_PASSAGE_ITEM, NULL);

  self->pack = ldr_pack_ref (pack);
  self->position = position;
  return self;
}

/**
 * ldr_passage_item_get_pack:
 * @self: a passage
 *
 * Returns: (transfer none): the pack that it is in
 */
const LdrPack *
ldr_passage_item_get_pack (LdrPassageItem *self)
{
  g_return_val_if_fail (LDR_IS_PASSAGE_ITEM (self), NULL);

  return self->pack;
}

/**
 * ldr_passage_item_get_passage:
 * @self: a passage
 *
 * Returns: (transfer none): it
 */
const LdrPassage *
ldr_passage_item_get_passage (LdrPassageItem *self)
{
  g_return_val_if_fail (LDR_IS_PASSAGE_ITEM (self), NULL);

  return g_ptr_array_index (self->pack->passages, self->position);
}

/**
 * ldr_passage_item_get_comments:
 * @self: a passage
 *
 * Returns: (transfer none) (element-type LdrComment): what stands beside it, the oldest first
 */
GPtrArray *
ldr_passage_item_get_comments (LdrPassageItem *self)
{
  g_return_val_if_fail (LDR_IS_PASSAGE_ITEM (self), NULL);

  return self->comments;
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!ldr_comment_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * ldr_passage_item_set_comments:
 * @self: a passage
 * @comments: (transfer full) (element-type LdrComment): what stands beside it now, the oldest first
 *
 * Tells whoever shows it, if that differs from before.
 */
void
ldr_passage_item_set_comments (LdrPassageItem *self, GPtrArray *comments)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (LDR_IS_PASSAGE_ITEM (self));

  before = g_steal_pointer (&self->comments);
  self->comments = comments;
  if (!is_same (before, comments))
    g_signal_emit (self, changed_signal, 0);
}
