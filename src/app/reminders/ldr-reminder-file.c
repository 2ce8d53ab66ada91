/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-reminder-file.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "model/ldr-moment.h"

#define GENERAL "reminders"

struct _LdrReminderFile
{
  GObject parent_instance;

  char *path;
  gint64 given;
  int reflection_day;
  GHashTable *journals; /* Moments by id. */
};

G_DEFINE_FINAL_TYPE (LdrReminderFile, ldr_reminder_file, G_TYPE_OBJECT)

static void
ldr_reminder_file_finalize (GObject *object)
{
  LdrReminderFile *self = LDR_REMINDER_FILE (object);

  g_hash_table_unref (self->journals);
  g_free (self->path);

  G_OBJECT_CLASS (ldr_reminder_file_parent_class)->finalize (object);
}

static void
ldr_reminder_file_class_init (LdrReminderFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_reminder_file_finalize;
}

static void
ldr_reminder_file_init (LdrReminderFile *self)
{
  self->journals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

/**
 * ldr_reminder_file_new:
 * @folder: (type filename): where the application keeps its data
 *
 * Returns: (transfer full): the file, not read yet
 */
LdrReminderFile *
ldr_reminder_file_new (const char *folder)
{
  LdrReminderFile *self = g_object_new (LDR_TYPE_REMINDER_FILE, NULL);

  self->path = g_build_filename (folder, "reminders.ini", NULL);
  return self;
}

static void
load_journal (LdrReminderFile *self, GKeyFile *file, const char *group)
{
  g_autofree char *id = g_key_file_get_string (file, group, "id", NULL);
  g_auto (GStrv) texts = g_key_file_get_string_list (file, group, "moments", NULL, NULL);
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (id == NULL || *id == '\0' || texts == NULL)
    return;
  for (gsize i = 0; texts[i] != NULL; i++)
    {
      gint64 moment;

      if (ldr_moment_parse (texts[i], &moment, NULL))
        g_array_append_val (moments, moment);
    }
  ldr_reminder_file_set_moments (self, id, moments);
}

/**
 * ldr_reminder_file_load:
 * @self: the file
 *
 * Reads it. One that is missing or cannot be read says nothing: each journal tells its moments anew when it is opened.
 */
void
ldr_reminder_file_load (LdrReminderFile *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *given = NULL;
  g_autofree char *day = NULL;
  g_auto (GStrv) groups = NULL;

  g_return_if_fail (LDR_IS_REMINDER_FILE (self));

  g_hash_table_remove_all (self->journals);
  self->given = 0;
  self->reflection_day = 0;
  if (!g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, NULL))
    return;

  given = g_key_file_get_string (file, GENERAL, "given", NULL);
  if (given == NULL || !ldr_moment_parse (given, &self->given, NULL))
    self->given = 0;
  day = g_key_file_get_string (file, GENERAL, "reflection-day", NULL);
  if (day == NULL || !ldr_day_parse (day, &self->reflection_day, NULL))
    self->reflection_day = 0;
  groups = g_key_file_get_groups (file, NULL);
  for (gsize i = 0; groups[i] != NULL; i++)
    if (!g_str_equal (groups[i], GENERAL))
      load_journal (self, file, groups[i]);
}

static void
save_journal (GKeyFile *file, const char *group, const char *id, const GArray *moments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < moments->len; i++)
    g_strv_builder_take (builder, ldr_moment_to_iso8601 (g_array_index (moments, gint64, i)));
  texts = g_strv_builder_end (builder);
  g_key_file_set_string (file, group, "id", id);
  g_key_file_set_string_list (file, group, "moments", (const char *const *) texts, g_strv_length (texts));
}

/**
 * ldr_reminder_file_save:
 * @self: the file
 * @error: return location, domain #G_IO_ERROR or #G_FILE_ERROR
 *
 * Writes it, whole or not at all, for nobody else to read.
 *
 * Returns: whether it was written
 */
gboolean
ldr_reminder_file_save (LdrReminderFile *self, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = NULL;
  g_autofree char *given = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  gsize length;

  g_return_val_if_fail (LDR_IS_REMINDER_FILE (self), FALSE);

  given = ldr_moment_to_iso8601 (self->given);
  g_key_file_set_string (file, GENERAL, "given", given);
  if (self->reflection_day != 0)
    {
      g_autofree char *day = ldr_day_to_iso8601 (self->reflection_day);

      g_key_file_set_string (file, GENERAL, "reflection-day", day);
    }
  ids = ldr_reminder_file_list_journals (self);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autofree char *group = g_strdup_printf ("journal-%u", i + 1);

      save_journal (file, group, id, ldr_reminder_file_get_moments (self, id));
    }
  data = g_key_file_to_data (file, &length, NULL);
  folder = g_path_get_dirname (self->path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents_full (self->path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/**
 * ldr_reminder_file_remove:
 * @self: the file
 * @error: return location, domain #G_IO_ERROR
 *
 * Forgets everything and removes the file.
 *
 * Returns: whether it is gone
 */
gboolean
ldr_reminder_file_remove (LdrReminderFile *self, GError **error)
{
  g_return_val_if_fail (LDR_IS_REMINDER_FILE (self), FALSE);

  g_hash_table_remove_all (self->journals);
  self->given = 0;
  self->reflection_day = 0;
  if (g_remove (self->path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
  return FALSE;
}

/**
 * ldr_reminder_file_get_given:
 * @self: the file
 *
 * Returns: up to which moment everything has been dealt with, 0 if it does not say so
 */
gint64
ldr_reminder_file_get_given (LdrReminderFile *self)
{
  g_return_val_if_fail (LDR_IS_REMINDER_FILE (self), 0);

  return self->given;
}

/**
 * ldr_reminder_file_get_reflection_day:
 * @self: the file
 *
 * Returns: the last day on which reflecting was reminded of, or 0
 */
int
ldr_reminder_file_get_reflection_day (LdrReminderFile *self)
{
  g_return_val_if_fail (LDR_IS_REMINDER_FILE (self), 0);

  return self->reflection_day;
}

/**
 * ldr_reminder_file_set_given:
 * @self: the file
 * @given: up to which moment everything has been dealt with
 * @reflection_day: the last day on which reflecting was reminded of, or 0
 *
 * Notes what was given.
 *
 * Returns: whether that is new
 */
gboolean
ldr_reminder_file_set_given (LdrReminderFile *self, gint64 given, int reflection_day)
{
  gboolean changed;

  g_return_val_if_fail (LDR_IS_REMINDER_FILE (self), FALSE);

  changed = self->given != given || self->reflection_day != reflection_day;
  self->given = given;
  self->reflection_day = reflection_day;
  return changed;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * ldr_reminder_file_list_journals:
 * @self: the file
 *
 * Returns: (transfer container) (element-type utf8): the ids of the journals it has moments of, in an order of their
 *   own
 */
GPtrArray *
ldr_reminder_file_list_journals (LdrReminderFile *self)
{
  GPtrArray *ids;

  g_return_val_if_fail (LDR_IS_REMINDER_FILE (self), NULL);

  ids = g_hash_table_get_keys_as_ptr_array (self->journals);
  g_ptr_array_sort (ids, compare_ids);
  return ids;
}

/**
 * ldr_reminder_file_get_moments:
 * @self: the file
 * @id: a journal's id
 *
 * Returns: (transfer none) (nullable) (element-type gint64): when to remind of it
 */
GArray *
ldr_reminder_file_get_moments (LdrReminderFile *self, const char *id)
{
  g_return_val_if_fail (LDR_IS_REMINDER_FILE (self), NULL);

  return g_hash_table_lookup (self->journals, id);
}

/**
 * ldr_reminder_file_set_moments:
 * @self: the file
 * @id: a journal's id
 * @moments: (nullable) (element-type gint64): when to remind of it; %NULL or none for never
 *
 * Takes the moments of a journal in place of those it had.
 *
 * Returns: whether they are others
 */
gboolean
ldr_reminder_file_set_moments (LdrReminderFile *self, const char *id, GArray *moments)
{
  const GArray *before;

  g_return_val_if_fail (LDR_IS_REMINDER_FILE (self), FALSE);
  g_return_val_if_fail (id != NULL && *id != '\0', FALSE);

  before = g_hash_table_lookup (self->journals, id);
  if (moments == NULL || moments->len == 0)
    return g_hash_table_remove (self->journals, id);
  if (before != NULL && before->len == moments->len
      && memcmp (before->data, moments->data, moments->len * sizeof (gint64)) == 0)
    return FALSE;
  g_hash_table_insert (self->journals, g_strdup (id), g_array_ref (moments));
  return TRUE;
}
