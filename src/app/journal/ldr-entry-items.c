/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-entry-items.h"

/* So many items stay alive after their rows scrolled away: enough for going back, little enough to forget about. */
#define KEPT_ITEMS 1024

struct _LdrEntryItems
{
  GHashTable *items; /* Every item that is alive, by key, without a reference. */
  GQueue kept;       /* The references to the latest ones. */
};

/**
 * ldr_entry_items_new:
 *
 * Returns: (transfer full): no items
 */
LdrEntryItems *
ldr_entry_items_new (void)
{
  LdrEntryItems *self = g_new0 (LdrEntryItems, 1);

  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_queue_init (&self->kept);

  return self;
}

void
ldr_entry_items_free (LdrEntryItems *self)
{
  ldr_entry_items_forget (self);
  g_hash_table_unref (self->items);
  g_free (self);
}

/* Runs while the item is being disposed of: its key can still be read. */
static void
item_gone_cb (gpointer data, GObject *where)
{
  LdrEntryItems *self = data;
  gint64 key = ldr_entry_item_get_key ((LdrEntryItem *) where);

  g_hash_table_remove (self->items, &key);
}

/**
 * ldr_entry_items_get:
 * @self: items
 * @place: a place of the list
 *
 * Returns: (transfer full): the item of that place, made if there is none
 */
LdrEntryItem *
ldr_entry_items_get (LdrEntryItems *self, const LdrPlace *place)
{
  LdrEntryItem *item = g_hash_table_lookup (self->items, &place->key);

  if (item != NULL)
    return g_object_ref (item);

  item = ldr_entry_item_new (place->key, place->day);
  g_hash_table_insert (self->items, g_memdup2 (&place->key, sizeof place->key), item);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  g_queue_push_tail (&self->kept, g_object_ref (item));
  if (self->kept.length > KEPT_ITEMS)
    g_object_unref (g_queue_pop_head (&self->kept));

  return item;
}

/**
 * ldr_entry_items_lookup:
 * @self: items
 * @key: the key of a place
 *
 * Returns: (transfer none) (nullable): the item of that place, if it is alive
 */
LdrEntryItem *
ldr_entry_items_lookup (LdrEntryItems *self, gint64 key)
{
  return g_hash_table_lookup (self->items, &key);
}

/**
 * ldr_entry_items_find_id:
 * @self: items
 * @id: an entry's id
 *
 * Returns: (transfer none) (nullable): the item that has the summary of that entry
 */
LdrEntryItem *
ldr_entry_items_find_id (LdrEntryItems *self, const char *id)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const LdrSummary *summary = ldr_entry_item_get_summary (item);

      if (summary != NULL && g_str_equal (summary->id, id))
        return item;
    }

  return NULL;
}

/**
 * ldr_entry_items_forget:
 * @self: items
 *
 * Lets go of all items; whoever holds one still keeps that, but it is no longer of the list.
 */
void
ldr_entry_items_forget (LdrEntryItems *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, item_gone_cb, self);
  g_hash_table_remove_all (self->items);
  g_queue_clear_full (&self->kept, g_object_unref);
}
