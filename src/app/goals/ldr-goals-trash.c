/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-goals-trash.h"

#include <glib/gi18n.h>

#include "store/ldr-store-goals.h"

static LdrTrashItem *
make_item (const LdrGoal *goal)
{
  LdrTrashItem *item = ldr_trash_item_new (goal->id, ldr_goal_get_statement (goal), goal->deleted);

  item->question = g_strdup_printf (
      /* Translators: %s is a goal */
      _ ("“%s”, its steps and its check-ins will be gone for good. Backups that hold it keep it."), item->title);
  return item;
}

static gpointer
list_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) goals = ldr_store_list_trashed_goals (store, error);
  GPtrArray *items;

  if (goals == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_trash_item_free);
  for (guint i = 0; i < goals->len; i++)
    g_ptr_array_add (items, make_item (g_ptr_array_index (goals, i)));
  return items;
}

static gpointer
restore_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_restore_goal (store, data, error) ? g_strdup ("") : NULL;
}

static gpointer
remove_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_delete_goal (store, data, error) ? g_strdup ("") : NULL;
}

static const LdrTrashSource goals = {
  .signal = "goals-changed",
  .list = list_func,
  .restore = restore_func,
  .remove = remove_func,
  .restored = N_ ("Goal restored"),
};

/**
 * ldr_goals_trash_new:
 * @journal: an open journal
 *
 * Returns: (transfer floating): its goals in the trash, the last thrown away first
 */
GtkWidget *
ldr_goals_trash_new (LdrJournal *journal)
{
  return ldr_trash_list_new (journal, &goals);
}
