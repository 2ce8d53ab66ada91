/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-sessions-trash.h"

#include <glib/gi18n.h>

#include "ldr-sessions-describe.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-sessions.h"

static LdrTrashItem *
make_item (const LdrSessionSummary *session, gint64 now)
{
  g_autoptr (LdrSessionRow) row = ldr_session_row_describe (session, now);
  LdrTrashItem *item = ldr_trash_item_new (session->id, row->title, session->deleted);

  item->question = g_strdup_printf (
      /* Translators: %s is the day and the time of a session */
      _ ("“%s”, its agenda and its notes will be gone for good. What was agreed stays. Backups that hold it keep it."),
      item->title);
  return item;
}

static gpointer
list_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sessions = ldr_store_list_sessions (store, LDR_SESSIONS_TRASH, error);
  gint64 now = ldr_moment_now ();
  GPtrArray *items;

  if (sessions == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_trash_item_free);
  for (guint i = 0; i < sessions->len; i++)
    g_ptr_array_add (items, make_item (g_ptr_array_index (sessions, i), now));
  return items;
}

static gpointer
restore_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_restore_session (store, data, error) ? g_strdup ("") : NULL;
}

static gpointer
remove_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_delete_session (store, data, error) ? g_strdup ("") : NULL;
}

static const LdrTrashSource sessions = {
  .signal = "sessions-changed",
  .list = list_func,
  .restore = restore_func,
  .remove = remove_func,
  .restored = N_ ("Session restored"),
};

/**
 * ldr_sessions_trash_new:
 * @journal: an open journal
 *
 * Returns: (transfer floating): its sessions in the trash, the last thrown away first
 */
GtkWidget *
ldr_sessions_trash_new (LdrJournal *journal)
{
  return ldr_trash_list_new (journal, &sessions);
}
