/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-shelf-item.h"

#include <glib/gi18n.h>

#include "model/ldr-moment.h"
#include "store/ldr-store.h"

struct _LdrShelfItem
{
  GObject parent_instance;

  char *path;
  char *name;
  char *id;
  LdrRole role;
  gint64 opened;
  gboolean demo;
  gboolean keyring;
  gboolean sheet;
};

typedef enum
{
  PROP_PATH = 1,
  PROP_NAME,
  PROP_ID,
  PROP_ROLE,
  PROP_OPENED,
  PROP_DEMO,
  PROP_KEYRING,
} LdrShelfItemProperty;

static GParamSpec *properties[PROP_KEYRING + 1];

G_DEFINE_FINAL_TYPE (LdrShelfItem, ldr_shelf_item, G_TYPE_OBJECT)

static void
ldr_shelf_item_finalize (GObject *object)
{
  LdrShelfItem *self = LDR_SHELF_ITEM (object);

  g_free (self->path);
  g_free (self->name);
  g_free (self->id);

  G_OBJECT_CLASS (ldr_shelf_item_parent_class)->finalize (object);
}

static void
ldr_shelf_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LdrShelfItem *self = LDR_SHELF_ITEM (object);

  switch ((LdrShelfItemProperty) prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_ROLE:
      g_value_set_int (value, self->role);
      break;
    case PROP_OPENED:
      g_value_set_int64 (value, self->opened);
      break;
    case PROP_DEMO:
      g_value_set_boolean (value, self->demo);
      break;
    case PROP_KEYRING:
      g_value_set_boolean (value, self->keyring);
      break;
    }
}

static void
ldr_shelf_item_class_init (LdrShelfItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ldr_shelf_item_finalize;
  object_class->get_property = ldr_shelf_item_get_property;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_ROLE]
      = g_param_spec_int ("role", NULL, NULL, LDR_ROLE_LEADER, LDR_ROLE_COACH, LDR_ROLE_LEADER, flags);
  properties[PROP_OPENED] = g_param_spec_int64 ("opened", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_DEMO] = g_param_spec_boolean ("demo", NULL, NULL, FALSE, flags);
  properties[PROP_KEYRING] = g_param_spec_boolean ("keyring", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ldr_shelf_item_init (LdrShelfItem *self)
{
  self->id = g_strdup ("");
}

/**
 * ldr_shelf_item_new:
 * @path: an absolute path
 *
 * Returns: (transfer full): an item that knows nothing but where its journal is
 */
LdrShelfItem *
ldr_shelf_item_new (const char *path)
{
  LdrShelfItem *self = g_object_new (LDR_TYPE_SHELF_ITEM, NULL);

  ldr_shelf_item_set_path (self, path);
  return self;
}

/**
 * ldr_shelf_item_get_path:
 * @self: an item
 *
 * Returns: (transfer none): the journal's absolute path
 */
const char *
ldr_shelf_item_get_path (LdrShelfItem *self)
{
  g_return_val_if_fail (LDR_IS_SHELF_ITEM (self), NULL);

  return self->path;
}

/**
 * ldr_shelf_item_set_path:
 * @self: an item
 * @path: an absolute path
 *
 * Says where the journal is now. The name follows: it is the file's name without the suffix.
 */
void
ldr_shelf_item_set_path (LdrShelfItem *self, const char *path)
{
  g_return_if_fail (LDR_IS_SHELF_ITEM (self));
  g_return_if_fail (path != NULL);

  if (!g_set_str (&self->path, path))
    return;

  g_free (self->name);
  self->name = g_filename_display_basename (path);
  if (g_str_has_suffix (self->name, LDR_STORE_SUFFIX) && strlen (self->name) > strlen (LDR_STORE_SUFFIX))
    self->name[strlen (self->name) - strlen (LDR_STORE_SUFFIX)] = '\0';

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

/**
 * ldr_shelf_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none): the name to show, in UTF-8
 */
const char *
ldr_shelf_item_get_name (LdrShelfItem *self)
{
  g_return_val_if_fail (LDR_IS_SHELF_ITEM (self), NULL);

  return self->name;
}

/**
 * ldr_shelf_item_get_role:
 * @self: an item
 *
 * Returns: whether the journal is about its writer or about someone who is coached
 */
LdrRole
ldr_shelf_item_get_role (LdrShelfItem *self)
{
  g_return_val_if_fail (LDR_IS_SHELF_ITEM (self), LDR_ROLE_LEADER);

  return self->role;
}

/**
 * ldr_shelf_item_set_role:
 * @self: an item
 * @role: as the journal itself says
 */
void
ldr_shelf_item_set_role (LdrShelfItem *self, LdrRole role)
{
  g_return_if_fail (LDR_IS_SHELF_ITEM (self));

  if (self->role == role)
    return;
  self->role = role;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROLE]);
}

/**
 * ldr_shelf_item_get_opened:
 * @self: an item
 *
 * Returns: the moment it was last opened, or 0 for never
 */
gint64
ldr_shelf_item_get_opened (LdrShelfItem *self)
{
  g_return_val_if_fail (LDR_IS_SHELF_ITEM (self), 0);

  return self->opened;
}

/**
 * ldr_shelf_item_set_opened:
 * @self: an item
 * @opened: a moment, or 0
 */
void
ldr_shelf_item_set_opened (LdrShelfItem *self, gint64 opened)
{
  g_return_if_fail (LDR_IS_SHELF_ITEM (self));

  if (self->opened == opened)
    return;
  self->opened = opened;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPENED]);
}

/**
 * ldr_shelf_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the id that the journal carries inside, empty until it was opened once
 */
const char *
ldr_shelf_item_get_id (LdrShelfItem *self)
{
  g_return_val_if_fail (LDR_IS_SHELF_ITEM (self), "");

  return self->id;
}

/**
 * ldr_shelf_item_set_id:
 * @self: an item
 * @id: the journal's id
 */
void
ldr_shelf_item_set_id (LdrShelfItem *self, const char *id)
{
  g_return_if_fail (LDR_IS_SHELF_ITEM (self));

  if (g_set_str (&self->id, id != NULL ? id : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

/**
 * ldr_shelf_item_get_demo:
 * @self: an item
 *
 * Returns: whether this is the journal to look around in
 */
gboolean
ldr_shelf_item_get_demo (LdrShelfItem *self)
{
  g_return_val_if_fail (LDR_IS_SHELF_ITEM (self), FALSE);

  return self->demo;
}

/**
 * ldr_shelf_item_set_demo:
 * @self: an item
 * @demo: whether this is the journal to look around in
 */
void
ldr_shelf_item_set_demo (LdrShelfItem *self, gboolean demo)
{
  g_return_if_fail (LDR_IS_SHELF_ITEM (self));

  if (self->demo == !!demo)
    return;
  self->demo = !!demo;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEMO]);
}

/**
 * ldr_shelf_item_get_keyring:
 * @self: an item
 *
 * Returns: whether its key was put in the login keyring
 */
gboolean
ldr_shelf_item_get_keyring (LdrShelfItem *self)
{
  g_return_val_if_fail (LDR_IS_SHELF_ITEM (self), FALSE);

  return self->keyring;
}

/**
 * ldr_shelf_item_set_keyring:
 * @self: an item
 * @keyring: whether its key is in the login keyring
 */
void
ldr_shelf_item_set_keyring (LdrShelfItem *self, gboolean keyring)
{
  g_return_if_fail (LDR_IS_SHELF_ITEM (self));

  if (self->keyring == !!keyring)
    return;
  self->keyring = !!keyring;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEYRING]);
}

/**
 * ldr_shelf_item_get_sheet:
 * @self: an item
 *
 * Returns: whether the recovery sheet was printed, or shown to be copied by hand, once
 */
gboolean
ldr_shelf_item_get_sheet (LdrShelfItem *self)
{
  g_return_val_if_fail (LDR_IS_SHELF_ITEM (self), FALSE);

  return self->sheet;
}

/**
 * ldr_shelf_item_set_sheet:
 * @self: an item
 * @sheet: whether the recovery sheet was printed or copied
 *
 * Notes it, so that it is not asked for again.
 */
void
ldr_shelf_item_set_sheet (LdrShelfItem *self, gboolean sheet)
{
  g_return_if_fail (LDR_IS_SHELF_ITEM (self));

  self->sheet = sheet;
}

static char *
describe_opened (gint64 opened, gint64 now)
{
  g_autoptr (GDateTime) date_time = ldr_moment_to_local (opened);
  int days = ldr_day_from_moment (now) - ldr_day_from_moment (opened);

  if (days <= 0)
    return g_strdup (_ ("opened today"));
  if (days == 1)
    return g_strdup (_ ("opened yesterday"));
  if (days < 7)
    return g_strdup_printf (ngettext ("opened %d day ago", "opened %d days ago", days), days);
  /* Translators: the date a journal was last opened, as strftime writes it */
  return g_date_time_format (date_time, _ ("opened on %-e %B %Y"));
}

/**
 * ldr_shelf_item_describe:
 * @self: an item
 * @now: a moment
 *
 * One line under the name: whose journal it is and when it was opened last, counted in civil days before @now.
 *
 * Returns: (transfer full): a line in the user's language
 */
char *
ldr_shelf_item_describe (LdrShelfItem *self, gint64 now)
{
  g_autofree char *opened = NULL;
  const char *role;

  g_return_val_if_fail (LDR_IS_SHELF_ITEM (self), NULL);

  if (self->demo)
    role = _ ("Demo journal");
  else
    role = self->role == LDR_ROLE_COACH ? _ ("Someone I coach") : _ ("About me");
  if (self->opened == 0)
    return g_strdup (role);

  opened = describe_opened (self->opened, now);
  /* Translators: whose journal it is, and when it was opened last */
  return g_strdup_printf (_ ("%s, %s"), role, opened);
}
