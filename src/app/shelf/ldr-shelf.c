/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-shelf.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "model/ldr-moment.h"
#include "store/ldr-store.h"

/* File names of 255 bytes are the limit nearly everywhere; a suffix, a number and "-wal" must fit too. */
#define MAX_NAME_BYTES 180

struct _LdrShelf
{
  GObject parent_instance;

  GPtrArray *items;
  char *ini;
  char *journals;
  char *backups;
};

static GType
ldr_shelf_get_item_type (GListModel *model)
{
  return LDR_TYPE_SHELF_ITEM;
}

static guint
ldr_shelf_get_n_items (GListModel *model)
{
  return LDR_SHELF (model)->items->len;
}

static gpointer
ldr_shelf_get_item (GListModel *model, guint position)
{
  LdrShelf *self = LDR_SHELF (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ldr_shelf_get_item_type;
  iface->get_n_items = ldr_shelf_get_n_items;
  iface->get_item = ldr_shelf_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LdrShelf,
                               ldr_shelf,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ldr_shelf_finalize (GObject *object)
{
  LdrShelf *self = LDR_SHELF (object);

  g_ptr_array_unref (self->items);
  g_free (self->ini);
  g_free (self->journals);
  g_free (self->backups);

  G_OBJECT_CLASS (ldr_shelf_parent_class)->finalize (object);
}

static void
ldr_shelf_class_init (LdrShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_shelf_finalize;
}

static void
ldr_shelf_init (LdrShelf *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
load_group (LdrShelf *self, GKeyFile *file, const char *group)
{
  g_autofree char *path = g_key_file_get_string (file, group, "path", NULL);
  g_autofree char *role_id = g_key_file_get_string (file, group, "role", NULL);
  g_autofree char *id = g_key_file_get_string (file, group, "id", NULL);
  LdrRole role = LDR_ROLE_LEADER;
  LdrShelfItem *item;

  if (path == NULL || !g_path_is_absolute (path) || ldr_shelf_find (self, path) != NULL)
    return;

  item = ldr_shelf_item_new (path);
  if (role_id != NULL && ldr_role_from_id (role_id, &role))
    ldr_shelf_item_set_role (item, role);
  ldr_shelf_item_set_id (item, id);
  ldr_shelf_item_set_opened (item, MAX (0, g_key_file_get_int64 (file, group, "opened", NULL)));
  ldr_shelf_item_set_demo (item, g_key_file_get_boolean (file, group, "demo", NULL));
  ldr_shelf_item_set_keyring (item, g_key_file_get_boolean (file, group, "keyring", NULL));
  ldr_shelf_item_set_sheet (item, g_key_file_get_boolean (file, group, "sheet", NULL));
  g_ptr_array_add (self->items, item);
}

/**
 * ldr_shelf_new:
 * @folder: where the application keeps its data; made when something is first put there
 *
 * Reads the shelf of @folder. One that is missing or cannot be read is an empty shelf: no journal depends on it.
 *
 * Returns: (transfer full): the shelf
 */
LdrShelf *
ldr_shelf_new (const char *folder)
{
  LdrShelf *self = g_object_new (LDR_TYPE_SHELF, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  self->ini = g_build_filename (folder, "shelf.ini", NULL);
  self->journals = g_build_filename (folder, "journals", NULL);
  self->backups = g_build_filename (folder, "backups", NULL);

  if (g_key_file_load_from_file (file, self->ini, G_KEY_FILE_NONE, NULL))
    {
      groups = g_key_file_get_groups (file, NULL);
      for (gsize i = 0; groups[i] != NULL; i++)
        load_group (self, file, groups[i]);
    }
  return self;
}

static gboolean
make_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "cannot make the folder “%s”: %s", path,
               g_strerror (errno));
  return FALSE;
}

/**
 * ldr_shelf_save:
 * @self: a shelf
 * @error: return location, domain #G_IO_ERROR or #G_FILE_ERROR
 *
 * Writes the shelf, whole or not at all. Only what may be known of a locked journal is in it.
 *
 * Returns: whether it was written
 */
gboolean
ldr_shelf_save (LdrShelf *self, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (self->ini);
  g_autofree char *data = NULL;
  gsize length;

  g_return_val_if_fail (LDR_IS_SHELF (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      LdrShelfItem *item = g_ptr_array_index (self->items, i);
      g_autofree char *group = g_strdup_printf ("journal-%u", i + 1);

      g_key_file_set_string (file, group, "path", ldr_shelf_item_get_path (item));
      g_key_file_set_string (file, group, "role", ldr_role_to_id (ldr_shelf_item_get_role (item)));
      g_key_file_set_int64 (file, group, "opened", ldr_shelf_item_get_opened (item));
      if (*ldr_shelf_item_get_id (item) != '\0')
        g_key_file_set_string (file, group, "id", ldr_shelf_item_get_id (item));
      if (ldr_shelf_item_get_demo (item))
        g_key_file_set_boolean (file, group, "demo", TRUE);
      if (ldr_shelf_item_get_keyring (item))
        g_key_file_set_boolean (file, group, "keyring", TRUE);
      if (ldr_shelf_item_get_sheet (item))
        g_key_file_set_boolean (file, group, "sheet", TRUE);
    }
  data = g_key_file_to_data (file, &length, NULL);
  return make_folder (folder, error)
         && g_file_set_contents_full (self->ini, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/**
 * ldr_shelf_get_backups_folder:
 * @self: a shelf
 *
 * Returns: (transfer none) (type filename): where backups of all journals go
 */
const char *
ldr_shelf_get_backups_folder (LdrShelf *self)
{
  g_return_val_if_fail (LDR_IS_SHELF (self), NULL);

  return self->backups;
}

/**
 * ldr_shelf_find:
 * @self: a shelf
 * @path: (type filename): an absolute path
 *
 * Returns: (transfer none) (nullable): the item of that file
 */
LdrShelfItem *
ldr_shelf_find (LdrShelf *self, const char *path)
{
  g_return_val_if_fail (LDR_IS_SHELF (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      LdrShelfItem *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (ldr_shelf_item_get_path (item), path))
        return item;
    }
  return NULL;
}

/**
 * ldr_shelf_find_demo:
 * @self: a shelf
 *
 * Returns: (transfer none) (nullable): the demo journal, when its file is still there
 */
LdrShelfItem *
ldr_shelf_find_demo (LdrShelf *self)
{
  g_return_val_if_fail (LDR_IS_SHELF (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      LdrShelfItem *item = g_ptr_array_index (self->items, i);

      if (ldr_shelf_item_get_demo (item) && g_file_test (ldr_shelf_item_get_path (item), G_FILE_TEST_EXISTS))
        return item;
    }
  return NULL;
}

/**
 * ldr_shelf_add:
 * @self: a shelf
 * @path: (type filename): an absolute path
 *
 * Puts a journal on the shelf, in front, unless it stands there already.
 *
 * Returns: (transfer none): its item
 */
LdrShelfItem *
ldr_shelf_add (LdrShelf *self, const char *path)
{
  LdrShelfItem *item;

  g_return_val_if_fail (LDR_IS_SHELF (self), NULL);
  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);

  item = ldr_shelf_find (self, path);
  if (item != NULL)
    return item;

  item = ldr_shelf_item_new (path);
  g_ptr_array_insert (self->items, 0, item);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);
  return item;
}

/**
 * ldr_shelf_remove:
 * @self: a shelf
 * @item: one of its items
 *
 * Takes a journal off the shelf. Its file is not touched.
 */
void
ldr_shelf_remove (LdrShelf *self, LdrShelfItem *item)
{
  guint position;

  g_return_if_fail (LDR_IS_SHELF (self));

  if (!g_ptr_array_find (self->items, item, &position))
    return;
  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * ldr_shelf_note_opened:
 * @self: a shelf
 * @item: one of its items
 * @info: what the journal says of itself
 * @now: a moment
 *
 * Remembers that a journal was opened and brings it to the front.
 */
void
ldr_shelf_note_opened (LdrShelf *self, LdrShelfItem *item, LdrJournalInfo *info, gint64 now)
{
  guint position;

  g_return_if_fail (LDR_IS_SHELF (self));

  ldr_shelf_item_set_role (item, info->role);
  ldr_shelf_item_set_id (item, info->id);
  ldr_shelf_item_set_opened (item, now);

  if (!g_ptr_array_find (self->items, item, &position) || position == 0)
    return;
  g_ptr_array_insert (self->items, 0, g_ptr_array_steal_index (self->items, position));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, position + 1, position + 1);
}

/* A person's name as the name of a file: no separators, not hidden, not too long. */
static char *
file_name_for (const char *name)
{
  g_autofree char *clean = g_strdup (name);
  char *end;

  g_strdelimit (clean, "/\\:*?\"<>|", ' ');
  for (char *p = clean; *p != '\0'; p++)
    if ((guchar) *p < 0x20)
      *p = ' ';
  for (char *p = clean; *p == '.' || *p == ' '; p++)
    *p = ' ';
  g_strstrip (clean);
  if (strlen (clean) > MAX_NAME_BYTES)
    {
      end = g_utf8_find_prev_char (clean, clean + MAX_NAME_BYTES + 1);
      if (end != NULL)
        *end = '\0';
    }
  return *clean != '\0' ? g_steal_pointer (&clean) : g_strdup ("Journal");
}

static char *
free_path (const char *folder, const char *name)
{
  g_autofree char *clean = file_name_for (name);

  for (int i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" %d", i) : g_strdup ("");
      g_autofree char *file = g_strconcat (clean, number, LDR_STORE_SUFFIX, NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/**
 * ldr_shelf_suggest_path:
 * @self: a shelf
 * @name: a leader's name
 * @error: return location, domain #G_IO_ERROR
 *
 * Finds a free place on the shelf for a new journal, and makes its folder when it is missing.
 *
 * Returns: (transfer full) (type filename): a path where no file is yet, or %NULL with @error set
 */
char *
ldr_shelf_suggest_path (LdrShelf *self, const char *name, GError **error)
{
  g_return_val_if_fail (LDR_IS_SHELF (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!make_folder (self->journals, error))
    return NULL;
  return free_path (self->journals, name);
}

/**
 * ldr_shelf_rename:
 * @self: a shelf
 * @item: one of its items, whose journal is closed
 * @name: the new name
 * @error: return location, domain #G_IO_ERROR
 *
 * Gives a journal's file another name in the same folder. A name that is taken gets a number.
 *
 * Returns: whether it was renamed; otherwise nothing has changed
 */
gboolean
ldr_shelf_rename (LdrShelf *self, LdrShelfItem *item, const char *name, GError **error)
{
  const char *old = ldr_shelf_item_get_path (item);
  g_autofree char *folder = g_path_get_dirname (old);
  g_autofree char *old_wal = g_strconcat (old, "-wal", NULL);
  g_autofree char *path = NULL;
  g_autofree char *wal = NULL;

  g_return_val_if_fail (LDR_IS_SHELF (self), FALSE);
  g_return_val_if_fail (name != NULL && *name != '\0', FALSE);

  if (g_str_equal (name, ldr_shelf_item_get_name (item)))
    return TRUE;

  path = free_path (folder, name);
  wal = g_strconcat (path, "-wal", NULL);
  /* After a crash the last saves are in the file beside it: it goes first, so that it is never left behind alone. */
  if (g_file_test (old_wal, G_FILE_TEST_EXISTS) && g_rename (old_wal, wal) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
      return FALSE;
    }
  if (g_rename (old, path) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
      if (g_file_test (wal, G_FILE_TEST_EXISTS))
        g_rename (wal, old_wal);
      return FALSE;
    }
  ldr_shelf_item_set_path (item, path);
  return ldr_shelf_save (self, error);
}

/**
 * ldr_shelf_is_borrowed:
 * @file: a file
 *
 * Whether @file is only lent to the application: it has no path of its own, or a portal shows it for now. Such a file
 * cannot have the second file beside it that safe saving needs, so a copy goes onto the shelf.
 *
 * Returns: whether a journal must not be used in that place
 */
gboolean
ldr_shelf_is_borrowed (GFile *file)
{
  g_autofree char *documents = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);
  const char *path = g_file_peek_path (file);

  return path == NULL || g_str_has_prefix (path, documents) || g_str_has_prefix (path, "/run/flatpak/doc/");
}
