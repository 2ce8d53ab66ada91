/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include "ldr-store-private.h"
#include "model/ldr-id.h"
#include "model/ldr-moment.h"
#include "model/ldr-retention.h"

#define PART_SUFFIX ".part"
#define NAME_FORMAT "%Y-%m-%dT%H-%M-%SZ" LDR_STORE_SUFFIX

G_DEFINE_BOXED_TYPE (LdrBackup, ldr_backup, ldr_backup_ref, ldr_backup_unref)

static LdrBackup *
backup_new (const char *path, gint64 made, int entries)
{
  LdrBackup *self = g_atomic_rc_box_new0 (LdrBackup);

  self->path = g_strdup (path);
  self->made = made;
  self->entries = entries;
  return self;
}

/**
 * ldr_backup_ref:
 * @self: a backup
 *
 * Returns: (transfer full): @self
 */
LdrBackup *
ldr_backup_ref (LdrBackup *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_backup (gpointer data)
{
  g_free (((LdrBackup *) data)->path);
}

/**
 * ldr_backup_unref:
 * @self: (transfer full): a backup
 */
void
ldr_backup_unref (LdrBackup *self)
{
  g_atomic_rc_box_release_full (self, clear_backup);
}

/* The moment in a backup's name, or 0 for a file that is none. */
static gint64
moment_from_name (const char *name)
{
  int year, month, day, hour, minute, second, end = 0;
  g_autoptr (GDateTime) date_time = NULL;
  g_autofree char *again = NULL;

  if (sscanf (name, "%4d-%2d-%2dT%2d-%2d-%2dZ%n", &year, &month, &day, &hour, &minute, &second, &end) != 6 || end == 0)
    return 0;
  date_time = g_date_time_new_utc (year, month, day, hour, minute, second);
  again = date_time != NULL ? g_date_time_format (date_time, NAME_FORMAT) : NULL;
  return g_strcmp0 (again, name) == 0 ? ldr_moment_from_date_time (date_time) : 0;
}

static gboolean
is_taken (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (log, G_FILE_TEST_EXISTS);
}

/* A name that starts with @start and is free, for a backup made now; two within one second must not share one. */
static char *
free_name (const char *start, gint64 *made)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (int later = 0;; later++)
    {
      g_autoptr (GDateTime) moment = g_date_time_add_seconds (now, later);
      g_autofree char *name = g_date_time_format (moment, NAME_FORMAT);
      g_autofree char *path = g_strconcat (start, name, NULL);

      if (is_taken (path))
        continue;
      *made = moment_from_name (name);
      return g_steal_pointer (&path);
    }
}

/**
 * ldr_store_back_up_to:
 * @self: a journal
 * @path: where to; nothing may be there yet
 * @cancellable: (nullable): stops it
 * @progress: (nullable) (scope call): told how far it is, from 0 to 1
 * @user_data: data for @progress
 * @error: return location for an #LdrStoreError or %G_IO_ERROR_CANCELLED
 *
 * Writes a copy of the journal under the same key. The copy gets its name after it was opened and checked;
 * %LDR_STORE_ERROR_EXISTS when there is something of that name.
 *
 * Returns: whether the copy is there
 */
gboolean
ldr_store_back_up_to (LdrStore *self,
                      const char *path,
                      GCancellable *cancellable,
                      LdrProgressFunc progress,
                      gpointer user_data,
                      GError **error)
{
  g_autofree char *part = g_strconcat (path, PART_SUFFIX, NULL);

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  if (!ldr_store_is_ready (self, error))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS, _ ("There is a file of that name already."));
      return FALSE;
    }
  if (!ldr_file_copy_database (self->db, part, self->key, cancellable, progress, user_data, NULL, error))
    return FALSE;
  if (ldr_file_put (part, path, FALSE, error))
    return TRUE;
  ldr_file_remove (part);
  return FALSE;
}

/* Removes what backups that were cut off left behind, a day later: by then nobody can be at work on them. */
static void
remove_unfinished (const char *own)
{
  g_autoptr (GDir) dir = g_dir_open (own, 0, NULL);
  gint64 yesterday = ldr_moment_now () - 24 * 60 * 60 * 1000;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *suffix = strstr (name, PART_SUFFIX);
      g_autofree char *whole = suffix != NULL ? g_strndup (name, (gsize) (suffix - name)) : NULL;
      gint64 begun = whole != NULL ? moment_from_name (whole) : 0;
      g_autofree char *path = g_build_filename (own, name, NULL);

      if (begun != 0 && begun < yesterday)
        g_unlink (path);
    }
}

/* A backup that was made is there, whatever comes of this; the next one has another look. */
static void
remove_old (const char *folder, const char *journal_id, const char *just_made)
{
  g_autoptr (GPtrArray) backups = ldr_backup_list (folder, journal_id, NULL);
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) old = NULL;

  if (backups == NULL)
    return;
  for (guint i = 0; i < backups->len; i++)
    g_array_append_val (moments, ((LdrBackup *) g_ptr_array_index (backups, i))->made);
  old = ldr_retention_to_remove (moments, ldr_moment_now ());
  for (guint i = 0; i < backups->len; i++)
    {
      const LdrBackup *backup = g_ptr_array_index (backups, i);

      for (guint j = 0; j < old->len; j++)
        if (g_array_index (old, gint64, j) == backup->made && !g_str_equal (backup->path, just_made))
          g_unlink (backup->path);
    }
}

/**
 * ldr_store_back_up:
 * @self: a journal
 * @folder: the folder of all backups
 * @cancellable: (nullable): stops it
 * @error: return location for an #LdrStoreError or %G_IO_ERROR_CANCELLED
 *
 * Makes a backup as FOLDER/JOURNAL-ID/YYYY-MM-DDTHH-MM-SSZ.leidraad, opens and checks it, and removes those that are
 * no longer kept (LDR_KEEP_DAILY, LDR_KEEP_WEEKLY, LDR_KEEP_MONTHLY) or were never finished.
 *
 * Returns: (transfer full): the backup, or %NULL
 */
LdrBackup *
ldr_store_back_up (LdrStore *self, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autofree char *own = NULL, *start = NULL, *path = NULL, *part = NULL;
  gint64 made = 0;
  int entries = 0;

  g_return_val_if_fail (self != NULL && folder != NULL, NULL);
  if (!ldr_store_is_ready (self, error))
    return NULL;
  own = g_build_filename (folder, self->info->id, NULL);
  if (g_mkdir_with_parents (own, 0700) != 0)
    {
      ldr_file_fail (own, errno, error);
      return NULL;
    }
  start = g_strconcat (own, G_DIR_SEPARATOR_S, NULL);
  path = free_name (start, &made);
  part = g_strconcat (path, PART_SUFFIX, NULL);
  if (!ldr_file_copy_database (self->db, part, self->key, cancellable, NULL, NULL, &entries, error))
    return NULL;
  if (!ldr_file_put (part, path, FALSE, error))
    {
      ldr_file_remove (part);
      return NULL;
    }
  remove_old (folder, self->info->id, path);
  remove_unfinished (own);
  return backup_new (path, made, entries);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  gint64 left = (*(LdrBackup *const *) a)->made;
  gint64 right = (*(LdrBackup *const *) b)->made;

  return left < right ? 1 : left > right ? -1 : 0;
}

/**
 * ldr_backup_list:
 * @folder: the folder of all backups
 * @journal_id: a journal's id
 * @error: return location for an #LdrStoreError
 *
 * Lists the backups of a journal, newest first; none when nothing was ever backed up. Each was opened and checked when
 * it was made; here nothing is opened, so #LdrBackup.entries is -1.
 *
 * Returns: (transfer full) (element-type LdrBackup): the backups, or %NULL
 */
GPtrArray *
ldr_backup_list (const char *folder, const char *journal_id, GError **error)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_backup_unref);
  g_autofree char *own = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL && journal_id != NULL, NULL);
  own = g_build_filename (folder, journal_id, NULL);
  dir = g_dir_open (own, 0, &local_error);
  if (dir == NULL && !g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_IO, local_error->message);
      return NULL;
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      gint64 made = moment_from_name (name);
      g_autofree char *path = g_build_filename (own, name, NULL);

      if (made != 0)
        g_ptr_array_add (backups, backup_new (path, made, -1));
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return g_steal_pointer (&backups);
}

/* Beside the other backups when the one to be restored lies among them, else beside the journal. */
static char *
aside_name (const char *backup_path, const char *journal_path)
{
  g_autofree char *folder = g_path_get_dirname (backup_path);
  g_autofree char *id = g_path_get_basename (folder);
  g_autofree char *name = g_path_get_basename (backup_path);
  g_autofree char *start = NULL;
  gsize length = strlen (journal_path);
  gint64 made;

  if (ldr_id_is_valid (id) && moment_from_name (name) != 0)
    start = g_strconcat (folder, G_DIR_SEPARATOR_S, NULL);
  else if (g_str_has_suffix (journal_path, LDR_STORE_SUFFIX))
    start = g_strdup_printf ("%.*s ", (int) (length - strlen (LDR_STORE_SUFFIX)), journal_path);
  else
    start = g_strconcat (journal_path, " ", NULL);
  return free_name (start, &made);
}

/* Writes what lies in the current journal's log into its file, if it can still be opened. Only another process that has
 * it open is a reason to stop: a journal that is damaged is what backups are for. */
static gboolean
settle_current (const char *journal_path, LdrKey *key, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (LdrDatabase) current = ldr_database_open (journal_path, key, &local_error);

  if (current != NULL)
    return ldr_database_close (current, error);
  if (!g_error_matches (local_error, LDR_STORE_ERROR, LDR_STORE_ERROR_BUSY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The journal keeps its name until the very moment at which the backup takes it. Its log must be gone by then, also
 * when the journal itself is gone already, or it would be taken for the new one's: @log_aside is where it lies, when
 * there was one. */
static gboolean
set_current_aside (
    const char *backup_path, const char *journal_path, LdrKey *key, const char *log, char **log_aside, GError **error)
{
  g_autofree char *aside = NULL, *other = NULL;
  gboolean is_there = g_file_test (journal_path, G_FILE_TEST_EXISTS);

  if (is_there && !settle_current (journal_path, key, error))
    return FALSE;
  aside = aside_name (backup_path, journal_path);
  if (is_there && !ldr_file_set_aside (journal_path, aside, error))
    return FALSE;
  if (!g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;
  other = g_strconcat (aside, "-wal", NULL);
  if (!ldr_file_set_aside (log, other, error))
    return FALSE;
  if (g_unlink (log) != 0)
    return ldr_file_fail (log, errno, error);
  *log_aside = g_steal_pointer (&other);
  return TRUE;
}

/**
 * ldr_backup_restore:
 * @backup_path: a backup, or a copy made by hand
 * @journal_path: the journal that it is to take the place of, or a link to it; need not exist, and must not be open
 * @key: the backup's key
 * @error: return location for an #LdrStoreError
 *
 * Puts a backup in a journal's place. The backup is copied, and the copy opened and checked; the current journal, sound
 * or damaged, is kept under another name among the backups (or beside itself); then the copy takes its name in one
 * step. When it fails, the current journal is still there.
 *
 * Returns: whether the journal is what the backup holds
 */
gboolean
ldr_backup_restore (const char *backup_path, const char *journal_path, LdrKey *key, GError **error)
{
  g_autofree char *path = NULL, *part = NULL, *log = NULL, *log_aside = NULL;
  gboolean put;

  g_return_val_if_fail (backup_path != NULL && journal_path != NULL && key != NULL, FALSE);
  path = ldr_file_resolve (journal_path);
  part = g_strconcat (path, PART_SUFFIX, NULL);
  log = g_strconcat (path, "-wal", NULL);
  ldr_file_remove (part);
  put = ldr_file_copy (backup_path, part, error) && ldr_file_try (part, key, NULL, error)
        && set_current_aside (backup_path, path, key, log, &log_aside, error) && ldr_file_put (part, path, TRUE, error);
  if (!put)
    ldr_file_remove (part);
  /* What is still in its place gets back what lay beside it; should even that fail, both lie together aside. */
  if (!put && log_aside != NULL)
    ldr_file_set_aside (log_aside, log, NULL);
  return put;
}
