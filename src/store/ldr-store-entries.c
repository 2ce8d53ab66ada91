/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"
#include "model/ldr-moment.h"

static gboolean
fail_not_found (GError **error)
{
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                       _ ("There is no such entry in this journal."));
  return FALSE;
}

/**
 * ldr_store_get_entry:
 * @self: a journal
 * @id: the entry's id
 * @error: return location for an #LdrStoreError
 *
 * Reads one entry whole, also one in the trash.
 *
 * Returns: (transfer full): the entry, or %NULL
 */
LdrEntry *
ldr_store_get_entry (LdrStore *self, const char *id, GError **error)
{
  g_autoptr (LdrEntry) entry = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  if (!ldr_store_is_ready (self, error) || !ldr_row_find (self, id, NULL, &entry, error))
    return NULL;
  if (entry == NULL)
    fail_not_found (error);
  return g_steal_pointer (&entry);
}

/* What is stored must be what the writer started from. */
static gboolean
check_revision (const LdrEntry *stored, const LdrEntry *entry, GError **error)
{
  if (stored == NULL && entry->revision != 0)
    return fail_not_found (error);
  if (stored == NULL || stored->revision == entry->revision)
    return TRUE;
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_CONFLICT,
                       _ ("This entry was changed elsewhere in the meantime."));
  return FALSE;
}

static LdrEntry *
next_revision (const LdrEntry *stored, const LdrEntry *entry, gint64 now)
{
  LdrEntry *saved = ldr_entry_copy (entry);

  saved->revision = entry->revision + 1;
  saved->changed = now;
  saved->deleted = stored != NULL ? stored->deleted : 0;
  if (stored != NULL)
    saved->created = stored->created;
  else if (saved->created == 0)
    saved->created = now;
  return saved;
}

/**
 * ldr_store_save_entry:
 * @self: a journal
 * @entry: a new entry (revision 0), or a changed copy of one that was read
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves an entry. When this returns it is on the disk, and survives a crash and a power cut. What it takes the place of
 * is kept as an earlier version, one a sitting. An entry in the trash stays there. %LDR_STORE_ERROR_CONFLICT when the
 * entry was saved by somebody else since it was read; %LDR_STORE_ERROR_NOT_FOUND when it was deleted for good.
 *
 * Returns: (transfer full): the entry as it was saved, its revision one higher; %NULL when nothing was changed
 */
LdrEntry *
ldr_store_save_entry (LdrStore *self, LdrEntry *entry, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrEntry) stored = NULL, saved = NULL;
  gint64 key = 0, now = ldr_moment_now ();

  g_return_val_if_fail (self != NULL && entry != NULL, NULL);
  if (!ldr_store_is_ready (self, error) || !ldr_entry_validate (entry, error)
      || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || !ldr_row_find (self, entry->id, &key, &stored, error) || !check_revision (stored, entry, error))
    return NULL;
  saved = next_revision (stored, entry, now);
  if (stored == NULL
          ? !ldr_row_insert (self, saved, error)
          : !ldr_history_keep (self, stored, saved, now, error) || !ldr_row_update (self, key, stored, saved, error))
    return NULL;
  return ldr_transaction_commit (&transaction, error) ? g_steal_pointer (&saved) : NULL;
}

/**
 * ldr_store_import_entry:
 * @self: a journal
 * @entry: an entry from elsewhere
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Adds an entry as it is, with its own moments and revision, also into the trash. %LDR_STORE_ERROR_EXISTS when the
 * journal has one of that id.
 *
 * Returns: whether it was added
 */
gboolean
ldr_store_import_entry (LdrStore *self, LdrEntry *entry, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrEntry) stored = NULL, copy = NULL;

  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || !ldr_entry_validate (entry, error)
      || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || !ldr_row_find (self, entry->id, NULL, &stored, error))
    return FALSE;
  if (stored != NULL)
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS, _ ("This journal has that entry already."));
      return FALSE;
    }
  copy = ldr_entry_copy (entry);
  copy->revision = MAX (entry->revision, 1);
  return ldr_row_insert (self, copy, error) && ldr_transaction_commit (&transaction, error);
}

/* All entries, oldest first; the last two columns say whether there is more of them in other tables. */
static LdrStatement *
select_all (LdrStore *self, gboolean with_trash, GError **error)
{
  LdrStatement *row = NULL;

  if (ldr_store_is_ready (self, error))
    row = ldr_database_prepare (
        self->db,
        "SELECT e.id, e.title, t.body, e.happened, e.day, e.styles, e.pitfalls, e.energy, t.tags, e.to_discuss, "
        "e.created, e.changed, e.deleted, e.revision, "
        "?2 AND EXISTS (SELECT 1 FROM entry_version v WHERE v.entry = e.id), "
        "?2 AND EXISTS (SELECT 1 FROM picture p WHERE p.entry = e.id) "
        "FROM entry e CROSS JOIN entry_text t ON t.key = e.key WHERE ?1 OR e.deleted = 0 ORDER BY e.key",
        error);
  if (row != NULL)
    ldr_statement_bind_int (row, 1, with_trash);
  return row;
}

/**
 * ldr_store_foreach_entry:
 * @self: a journal
 * @with_trash: whether entries in the trash count
 * @func: (scope call): called with each entry; %FALSE with an error stops
 * @user_data: data for @func
 * @error: return location for an #LdrStoreError or what @func set
 *
 * Reads all entries, oldest first, one at a time: memory does not grow with the journal. @func may read the journal but
 * not change it.
 *
 * Returns: whether all of them were read
 */
gboolean
ldr_store_foreach_entry (LdrStore *self, gboolean with_trash, LdrEntryFunc func, gpointer user_data, GError **error)
{
  g_autoptr (LdrStatement) row = NULL;
  LdrStep step;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);
  if ((row = select_all (self, with_trash, error)) == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 2, FALSE);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      g_autoptr (LdrEntry) entry = ldr_row_get_entry (row);

      if (!func (entry, user_data, error))
        return FALSE;
    }
  return step != LDR_STEP_ERROR;
}

/**
 * ldr_store_foreach_whole_entry:
 * @self: a journal
 * @func: (scope call): called with each entry and what belongs to it; %FALSE with an error stops
 * @user_data: data for @func
 * @error: return location for an #LdrStoreError or what @func set
 *
 * As ldr_store_foreach_entry() with the trash, but with the earlier versions and the pictures of each. Nothing is
 * looked for where there is nothing to be found.
 *
 * Returns: whether all of them were read
 */
gboolean
ldr_store_foreach_whole_entry (LdrStore *self, LdrWholeEntryFunc func, gpointer user_data, GError **error)
{
  g_autoptr (LdrStatement) row = NULL;
  LdrStep step;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);
  if ((row = select_all (self, TRUE, error)) == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 2, TRUE);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      g_autoptr (LdrEntry) entry = ldr_row_get_entry (row);
      g_autoptr (GPtrArray) revisions = NULL, pictures = NULL;

      if ((ldr_statement_get_int (row, 14) && (revisions = ldr_store_list_revisions (self, entry->id, error)) == NULL)
          || (ldr_statement_get_int (row, 15) && (pictures = ldr_store_list_pictures (self, entry->id, error)) == NULL)
          || !func (entry, revisions, pictures, user_data, error))
        return FALSE;
    }
  return step != LDR_STEP_ERROR;
}
