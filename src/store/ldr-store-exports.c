/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-exports.h"

#include "ldr-store-private.h"

/* What went out of the journal, and choices of what goes out. */

/* --- The log ---------------------------------------------------------------------------------------------------------
 */

static void
bind_record (LdrStatement *stmt, const LdrExportRecord *record)
{
  ldr_statement_bind_text (stmt, 1, record->id);
  ldr_statement_bind_int (stmt, 2, record->moment);
  ldr_statement_bind_int (stmt, 3, record->day);
  ldr_statement_bind_text (stmt, 4, record->title);
  ldr_statement_bind_int (stmt, 5, record->parts);
  ldr_statement_bind_int (stmt, 6, record->first_day);
  ldr_statement_bind_int (stmt, 7, record->last_day);
  ldr_statement_bind_int (stmt, 8, record->format);
  ldr_statement_bind_int (stmt, 9, record->names);
  ldr_statement_bind_int (stmt, 10, record->with_private ? 1 : 0);
  ldr_statement_bind_text (stmt, 11, record->for_whom);
  ldr_statement_bind_int (stmt, 12, record->way);
  ldr_statement_bind_int (stmt, 13, record->n_pages);
  ldr_statement_bind_int (stmt, 14, record->n_bytes);
  ldr_statement_bind_text (stmt, 15, record->sha256);
}

/**
 * ldr_store_add_export_record:
 * @self: a journal
 * @record: what went out
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Adds a line to the log of exports. A line is never changed: one whose id is there already stays as it is, and that is
 * no failure. When this returns it is on the disk.
 *
 * Returns: whether it stands in the log
 */
gboolean
ldr_store_add_export_record (LdrStore *self, const LdrExportRecord *record, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;

  g_return_val_if_fail (self != NULL && record != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || !ldr_export_record_validate (record, error)
      || (transaction = ldr_transaction_begin (self->db, error)) == NULL)
    return FALSE;
  stmt = ldr_database_prepare (
      self->db,
      "INSERT INTO export_log (id, moment, day, title, parts, first_day, last_day, format, names, with_private, "
      "for_whom, way, pages, bytes, sha256) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT (id) DO NOTHING",
      error);
  if (stmt == NULL)
    return FALSE;
  bind_record (stmt, record);
  return ldr_write_run (self, LDR_TOPIC_EXPORTS, stmt, error) && ldr_transaction_commit (&transaction, error);
}

static gpointer
read_record (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autofree char *title = ldr_statement_dup_text (row, 3), *for_whom = ldr_statement_dup_text (row, 10);
  LdrExportRecord *record = ldr_export_record_new (title, for_whom, ldr_statement_get_text (row, 14));

  g_set_str (&record->id, ldr_statement_get_text (row, 0));
  record->moment = ldr_statement_get_int (row, 1);
  record->day = (int) ldr_statement_get_int (row, 2);
  record->parts = (LdrExportParts) ldr_statement_get_int (row, 4);
  record->first_day = (int) ldr_statement_get_int (row, 5);
  record->last_day = (int) ldr_statement_get_int (row, 6);
  record->format = (LdrExportFormat) ldr_statement_get_int (row, 7);
  record->names = (LdrExportNames) ldr_statement_get_int (row, 8);
  record->with_private = ldr_statement_get_int (row, 9) != 0;
  record->way = (LdrExportWay) ldr_statement_get_int (row, 11);
  record->n_pages = (int) ldr_statement_get_int (row, 12);
  record->n_bytes = ldr_statement_get_int (row, 13);
  return record;
}

/**
 * ldr_store_get_export_log:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrExportRecord): all that went out, the newest first, or %NULL
 */
GPtrArray *
ldr_store_get_export_log (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self,
                       "SELECT id, moment, day, title, parts, first_day, last_day, format, names, with_private, "
                       "for_whom, way, pages, bytes, sha256 FROM export_log ORDER BY moment DESC, id DESC",
                       NULL, read_record, (GDestroyNotify) ldr_export_record_unref, error);
}

/* --- Choices ---------------------------------------------------------------------------------------------------------
 */

static gboolean
write_choice_facts (LdrStore *self, const LdrExportChoice *choice, GError **error)
{
  gboolean has_days = choice->period.kind == LDR_PERIOD_OWN;
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (
      self->db,
      "INSERT INTO export_choice (id, place, name, parts, entries, period, first_day, last_day, format, names, "
      "for_whom) VALUES (?1, (SELECT coalesce (max (place), -1) + 1 FROM export_choice), ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
      "?9, ?10) ON CONFLICT (id) DO UPDATE SET name = ?2, parts = ?3, entries = ?4, period = ?5, first_day = ?6, "
      "last_day = ?7, format = ?8, names = ?9, for_whom = ?10",
      error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, choice->id);
  ldr_statement_bind_text (stmt, 2, choice->name);
  ldr_statement_bind_int (stmt, 3, choice->parts);
  ldr_statement_bind_int (stmt, 4, choice->entries);
  ldr_statement_bind_int (stmt, 5, choice->period.kind);
  ldr_statement_bind_int (stmt, 6, has_days ? choice->period.first_day : 0);
  ldr_statement_bind_int (stmt, 7, has_days ? choice->period.last_day : 0);
  ldr_statement_bind_int (stmt, 8, choice->format);
  ldr_statement_bind_int (stmt, 9, choice->names);
  ldr_statement_bind_text (stmt, 10, choice->for_whom);
  return ldr_write_run (self, LDR_TOPIC_EXPORTS, stmt, error);
}

static gboolean
write_choice_entries (LdrStore *self, const LdrExportChoice *choice, GError **error)
{
  g_autoptr (LdrStatement) old = ldr_database_prepare (
      self->db, "DELETE FROM export_choice_entry WHERE choice = (SELECT key FROM export_choice WHERE id = ?1)", error);
  g_autoptr (LdrStatement) stmt = NULL;

  if (old == NULL)
    return FALSE;
  ldr_statement_bind_text (old, 1, choice->id);
  stmt = ldr_database_prepare (self->db,
                               "INSERT INTO export_choice_entry (choice, place, entry) "
                               "VALUES ((SELECT key FROM export_choice WHERE id = ?1), ?2, ?3)",
                               error);
  if (stmt == NULL || !ldr_write_run (self, LDR_TOPIC_EXPORTS, old, error))
    return FALSE;
  for (guint i = 0; choice->entry_ids[i] != NULL; i++)
    {
      ldr_statement_bind_text (stmt, 1, choice->id);
      ldr_statement_bind_int (stmt, 2, i);
      ldr_statement_bind_text (stmt, 3, choice->entry_ids[i]);
      if (!ldr_write_run (self, LDR_TOPIC_EXPORTS, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ldr_store_save_export_choice:
 * @self: a journal
 * @choice: a choice with an id of its own and a name
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves a choice: one of the same id is replaced where it stands, another is added at the end. Entries that it names
 * need not be there.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_save_export_choice (LdrStore *self, const LdrExportChoice *choice, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && choice != NULL, FALSE);
  return ldr_store_is_ready (self, error) && ldr_export_choice_validate_saved (choice, error)
         && (transaction = ldr_transaction_begin (self->db, error)) != NULL && write_choice_facts (self, choice, error)
         && write_choice_entries (self, choice, error) && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_import_export_choice:
 * @self: a journal
 * @choice: a choice from elsewhere
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Adds a choice at the end; one of the same id stays as it is.
 *
 * Returns: whether there is one
 */
gboolean
ldr_store_import_export_choice (LdrStore *self, const LdrExportChoice *choice, GError **error)
{
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL && choice != NULL, FALSE);
  return ldr_export_choice_validate_saved (choice, error)
         && ldr_read_exists (self, "SELECT 1 FROM export_choice WHERE id = ?1", choice->id, &found, error)
         && (found || ldr_store_save_export_choice (self, choice, error));
}

/**
 * ldr_store_delete_export_choice:
 * @self: a journal
 * @id: the id of a choice
 * @error: return location for an #LdrStoreError
 *
 * Deletes a choice at once. To undo, save it again; it then stands at the end.
 *
 * Returns: whether it is gone
 */
gboolean
ldr_store_delete_export_choice (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return ldr_write_delete (self, LDR_TOPIC_EXPORTS, "DELETE FROM export_choice WHERE id = ?1", id, error);
}

static gboolean
read_choice_entries (LdrStore *self, gint64 key, LdrExportChoice *choice, GError **error)
{
  g_autoptr (GStrvBuilder) entries = g_strv_builder_new ();
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db, "SELECT entry FROM export_choice_entry WHERE choice = ?1 ORDER BY place", error);
  g_auto (GStrv) ids = NULL;
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, key);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    g_strv_builder_add (entries, ldr_statement_get_text (row, 0));
  if (step != LDR_STEP_DONE)
    return FALSE;
  ids = g_strv_builder_end (entries);
  ldr_export_choice_set_entry_ids (choice, (const char *const *) ids);
  return TRUE;
}

static gpointer
read_choice (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);

  ldr_export_choice_set_id (choice, ldr_statement_get_text (row, 1));
  ldr_export_choice_set_name (choice, ldr_statement_get_text (row, 2));
  choice->parts = (LdrExportParts) ldr_statement_get_int (row, 3);
  choice->entries = (LdrExportEntries) ldr_statement_get_int (row, 4);
  choice->period.kind = (LdrPeriodKind) ldr_statement_get_int (row, 5);
  choice->period.first_day = (int) ldr_statement_get_int (row, 6);
  choice->period.last_day = (int) ldr_statement_get_int (row, 7);
  choice->format = (LdrExportFormat) ldr_statement_get_int (row, 8);
  choice->names = (LdrExportNames) ldr_statement_get_int (row, 9);
  ldr_export_choice_set_for_whom (choice, ldr_statement_get_text (row, 10));
  if (!read_choice_entries (self, ldr_statement_get_int (row, 0), choice, error))
    return NULL;
  return g_steal_pointer (&choice);
}

/**
 * ldr_store_get_export_choices:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrExportChoice): the choices that were saved, in the order in which that was
 * first done, or %NULL
 */
GPtrArray *
ldr_store_get_export_choices (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self,
                       "SELECT key, id, name, parts, entries, period, first_day, last_day, format, names, for_whom "
                       "FROM export_choice ORDER BY place, key",
                       NULL, read_choice, (GDestroyNotify) ldr_export_choice_unref, error);
}
