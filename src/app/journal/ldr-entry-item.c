/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-entry-item.h"

/**
 * LdrEntryItem:
 *
 * One row of the list of entries. It knows its place at once; its summary follows when the page that it is on arrives.
 */
struct _LdrEntryItem
{
  GObject parent_instance;

  gint64 key;
  int day;
  LdrSummary *summary;
};

typedef enum
{
  PROP_SUMMARY = 1,
} LdrEntryItemProperty;

static GParamSpec *properties[PROP_SUMMARY + 1];

G_DEFINE_FINAL_TYPE (LdrEntryItem, ldr_entry_item, G_TYPE_OBJECT)

static void
ldr_entry_item_finalize (GObject *object)
{
  LdrEntryItem *self = LDR_ENTRY_ITEM (object);

  g_clear_pointer (&self->summary, ldr_summary_unref);

  G_OBJECT_CLASS (ldr_entry_item_parent_class)->finalize (object);
}

static void
ldr_entry_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LdrEntryItem *self = LDR_ENTRY_ITEM (object);

  switch ((LdrEntryItemProperty) prop_id)
    {
    case PROP_SUMMARY:
      g_value_set_boxed (value, self->summary);
      break;
    }
}

static void
ldr_entry_item_class_init (LdrEntryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ldr_entry_item_finalize;
  object_class->get_property = ldr_entry_item_get_property;

  properties[PROP_SUMMARY] = g_param_spec_boxed ("summary", NULL, NULL, LDR_TYPE_SUMMARY,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ldr_entry_item_init (LdrEntryItem *self)
{
}

/**
 * ldr_entry_item_new:
 * @key: the entry's place
 * @day: its civil day
 *
 * Makes an item that has no summary yet.
 *
 * Returns: (transfer full): a new item
 */
LdrEntryItem *
ldr_entry_item_new (gint64 key, int day)
{
  LdrEntryItem *self = g_object_new (LDR_TYPE_ENTRY_ITEM, NULL);

  self->key = key;
  self->day = day;

  return self;
}

/**
 * ldr_entry_item_get_key:
 * @self: an item
 *
 * Returns: the entry's place; larger is newer
 */
gint64
ldr_entry_item_get_key (LdrEntryItem *self)
{
  g_return_val_if_fail (LDR_IS_ENTRY_ITEM (self), 0);

  return self->key;
}

/**
 * ldr_entry_item_get_day:
 * @self: an item
 *
 * Returns: the entry's civil day
 */
int
ldr_entry_item_get_day (LdrEntryItem *self)
{
  g_return_val_if_fail (LDR_IS_ENTRY_ITEM (self), 0);

  return self->day;
}

/**
 * ldr_entry_item_get_summary:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what the row shows, or %NULL while it is on its way
 */
const LdrSummary *
ldr_entry_item_get_summary (LdrEntryItem *self)
{
  g_return_val_if_fail (LDR_IS_ENTRY_ITEM (self), NULL);

  return self->summary;
}

/**
 * ldr_entry_item_set_summary:
 * @self: an item
 * @summary: (transfer none): what the row is to show
 *
 * Gives the item its summary, the first one or a newer one.
 */
void
ldr_entry_item_set_summary (LdrEntryItem *self, LdrSummary *summary)
{
  g_return_if_fail (LDR_IS_ENTRY_ITEM (self));
  g_return_if_fail (summary != NULL);

  if (self->summary == summary)
    return;

  g_clear_pointer (&self->summary, ldr_summary_unref);
  self->summary = ldr_summary_ref (summary);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}
