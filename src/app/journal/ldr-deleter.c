/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-deleter.h"

#include <glib/gi18n.h>

/**
 * LdrDeleter:
 *
 * Moves entries to the trash and back. It remembers what it moved in this sitting, so that several deletions can be
 * undone one after the other, the latest first.
 */
struct _LdrDeleter
{
  GObject parent_instance;

  LdrJournal *journal;
  GPtrArray *trashed;
  AdwDialog *dialog;
};

typedef enum
{
  PROP_CAN_UNDO = 1,
} LdrDeleterProperty;

static GParamSpec *properties[PROP_CAN_UNDO + 1];

enum
{
  SIGNAL_TOAST,
  SIGNAL_RESTORED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrDeleter, ldr_deleter, G_TYPE_OBJECT)

/* One deletion on its way. */
typedef struct
{
  LdrDeleter *self;
  char *id;
  char *title;
} Deletion;

static Deletion *
deletion_new (LdrDeleter *self, const char *id, const char *title)
{
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->self = g_object_ref (self);
  deletion->id = g_strdup (id);
  deletion->title = g_strdup (title != NULL && title[0] != '\0' ? title : _ ("Untitled"));

  return deletion;
}

static void
deletion_free (Deletion *deletion)
{
  g_object_unref (deletion->self);
  g_free (deletion->id);
  g_free (deletion->title);
  g_free (deletion);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
show_toast (LdrDeleter *self, AdwToast *toast)
{
  g_autoptr (AdwToast) owned = toast;

  g_signal_emit (self, signals[SIGNAL_TOAST], 0, toast);
}

static void
notify_can_undo (LdrDeleter *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

static void
forget (LdrDeleter *self, const char *id)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (self->trashed, id, g_str_equal, &index))
    g_ptr_array_remove_index (self->trashed, index);
  notify_can_undo (self);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_journal_restore_entry_finish (LDR_JOURNAL (source), result, &error))
    show_toast (deletion->self, adw_toast_new (error->message));
  else
    g_signal_emit (deletion->self, signals[SIGNAL_RESTORED], 0, deletion->id);
}

/* A toast may outlive the lock; it then belongs to a journal that is no longer here. */
static void
toast_undo_cb (AdwToast *toast, LdrDeleter *self)
{
  ldr_deleter_restore (self, g_object_get_data (G_OBJECT (toast), "id"));
}

static void
trashed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  LdrDeleter *self = deletion->self;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (!ldr_journal_trash_entry_finish (LDR_JOURNAL (source), result, &error))
    {
      forget (self, deletion->id);
      show_toast (self, adw_toast_new (error->message));
      return;
    }
  if (self->journal != LDR_JOURNAL (source))
    return;
  /* Translators: %s is the title of an entry */
  text = g_strdup_printf (_ ("“%s” moved to the trash"), deletion->title);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "id", g_strdup (deletion->id), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (toast_undo_cb), self, G_CONNECT_DEFAULT);
  show_toast (self, toast);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_journal_delete_entry_finish (LDR_JOURNAL (source), result, &error))
    show_toast (deletion->self, adw_toast_new (error->message));
}

static void
emptied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrDeleter) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_journal_empty_trash_finish (LDR_JOURNAL (source), result, &error))
    show_toast (self, adw_toast_new (error->message));
}

static void
delete_response_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  LdrDeleter *self = deletion->self;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (!g_str_equal (response, "delete") || self->journal == NULL)
    return;
  if (deletion->id == NULL)
    {
      g_ptr_array_set_size (self->trashed, 0);
      notify_can_undo (self);
      ldr_journal_empty_trash_async (self->journal, NULL, emptied_cb, g_object_ref (self));
      return;
    }
  forget (self, deletion->id);
  ldr_journal_delete_entry_async (self->journal, deletion->id, NULL, deleted_cb, g_steal_pointer (&deletion));
}

static void
ask (LdrDeleter *self, const char *heading, const char *body, const char *label, Deletion *deletion, GtkWidget *parent)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete", label, NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_set_weak_pointer (&self->dialog, dialog);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), parent, NULL, delete_response_cb, deletion);
}

static void
ldr_deleter_dispose (GObject *object)
{
  LdrDeleter *self = LDR_DELETER (object);

  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_deleter_parent_class)->dispose (object);
}

static void
ldr_deleter_finalize (GObject *object)
{
  g_ptr_array_unref (LDR_DELETER (object)->trashed);

  G_OBJECT_CLASS (ldr_deleter_parent_class)->finalize (object);
}

static void
ldr_deleter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((LdrDeleterProperty) prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, LDR_DELETER (object)->trashed->len > 0);
      break;
    }
}

static void
ldr_deleter_class_init (LdrDeleterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_deleter_dispose;
  object_class->finalize = ldr_deleter_finalize;
  object_class->get_property = ldr_deleter_get_property;

  properties[PROP_CAN_UNDO]
      = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_TOAST] = g_signal_new ("toast", LDR_TYPE_DELETER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        1, ADW_TYPE_TOAST);
  signals[SIGNAL_RESTORED] = g_signal_new ("restored", LDR_TYPE_DELETER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ldr_deleter_init (LdrDeleter *self)
{
  self->trashed = g_ptr_array_new_with_free_func (g_free);
}

/**
 * ldr_deleter_new:
 *
 * Makes a deleter that has nothing to undo.
 *
 * Returns: (transfer full): a new deleter
 */
LdrDeleter *
ldr_deleter_new (void)
{
  return g_object_new (LDR_TYPE_DELETER, NULL);
}

/**
 * ldr_deleter_set_journal:
 * @self: a deleter
 * @journal: (nullable): the journal, or %NULL to close every dialog and forget
 *
 * Works on another journal, with nothing to undo.
 */
void
ldr_deleter_set_journal (LdrDeleter *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_DELETER (self));

  g_set_object (&self->journal, journal);
  g_ptr_array_set_size (self->trashed, 0);
  notify_can_undo (self);
  if (self->dialog != NULL)
    adw_dialog_force_close (self->dialog);
}

/**
 * ldr_deleter_trash:
 * @self: a deleter
 * @id: an entry
 * @title: its title, for the toast
 *
 * Moves an entry to the trash and offers to undo it.
 */
void
ldr_deleter_trash (LdrDeleter *self, const char *id, const char *title)
{
  g_return_if_fail (LDR_IS_DELETER (self));
  g_return_if_fail (self->journal != NULL);

  g_ptr_array_add (self->trashed, g_strdup (id));
  notify_can_undo (self);
  ldr_journal_trash_entry_async (self->journal, id, NULL, trashed_cb, deletion_new (self, id, title));
}

/**
 * ldr_deleter_undo:
 * @self: a deleter
 *
 * Takes back the latest deletion that was not taken back yet.
 */
void
ldr_deleter_undo (LdrDeleter *self)
{
  g_return_if_fail (LDR_IS_DELETER (self));

  if (self->trashed->len > 0)
    ldr_deleter_restore (self, g_ptr_array_index (self->trashed, self->trashed->len - 1));
}

/**
 * ldr_deleter_restore:
 * @self: a deleter
 * @id: an entry in the trash
 *
 * Brings an entry back from the trash.
 */
void
ldr_deleter_restore (LdrDeleter *self, const char *id)
{
  Deletion *deletion;

  g_return_if_fail (LDR_IS_DELETER (self));

  if (self->journal == NULL)
    return;
  deletion = deletion_new (self, id, NULL);
  forget (self, deletion->id);
  ldr_journal_restore_entry_async (self->journal, deletion->id, NULL, restored_cb, deletion);
}

/**
 * ldr_deleter_delete:
 * @self: a deleter
 * @id: an entry in the trash
 * @title: its title, for the question
 * @parent: the widget that asks
 *
 * Asks, then deletes an entry for good.
 */
void
ldr_deleter_delete (LdrDeleter *self, const char *id, const char *title, GtkWidget *parent)
{
  g_autofree char *body = NULL;

  g_return_if_fail (LDR_IS_DELETER (self));

  /* Translators: %s is the title of an entry */
  body = g_strdup_printf (
      _ ("“%s”, its pictures and its earlier versions will be gone for good. Backups that hold it keep it."),
      title != NULL && title[0] != '\0' ? title : _ ("Untitled"));
  ask (self, _ ("Delete forever?"), body, _ ("_Delete Forever"), deletion_new (self, id, title), parent);
}

/**
 * ldr_deleter_empty_trash:
 * @self: a deleter
 * @parent: the widget that asks
 *
 * Asks, then deletes every entry in the trash for good.
 */
void
ldr_deleter_empty_trash (LdrDeleter *self, GtkWidget *parent)
{
  g_return_if_fail (LDR_IS_DELETER (self));

  ask (self, _ ("Empty the trash?"),
       _ ("Every entry in the trash, with its pictures and earlier versions, will be gone for good. Backups that hold "
          "them keep them."),
       _ ("_Empty Trash"), deletion_new (self, NULL, NULL), parent);
}
