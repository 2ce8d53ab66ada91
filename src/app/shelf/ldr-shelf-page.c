/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-shelf-page.h"

#include <glib/gi18n.h>

#include "app/widgets/ldr-ask-line.h"
#include "ldr-keyring.h"
#include "ldr-shelf-row.h"
#include "ldr-trouble.h"

struct _LdrShelfPage
{
  AdwBin parent_instance;

  GtkListBox *list_box;

  LdrShelf *shelf;
  LdrShelfSitting *sitting;
  char *open_path;
};

typedef enum
{
  SIGNAL_CHOSEN,
  SIGNAL_BACK_UP,
  SIGNAL_EMPTIED,
  N_SIGNALS,
} LdrShelfPageSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrShelfPage, ldr_shelf_page, ADW_TYPE_BIN)

static void
save_shelf (LdrShelfPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!ldr_shelf_save (self->shelf, &error))
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_MOVE, error);
}

static void
take_off (LdrShelfPage *self, LdrShelfItem *item)
{
  ldr_shelf_remove (self->shelf, item);
  save_shelf (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shelf)) == 0)
    g_signal_emit (self, signals[SIGNAL_EMPTIED], 0);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* A key that stays behind opens nothing once the file is gone; the keyring shows it under the journal's name. */
  if (!ldr_keyring_clear_finish (result, &error))
    g_debug ("The login keyring kept the key: %s", error->message);
}

static void
trashed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrShelfItem) item = user_data;
  g_autoptr (LdrShelfPage) self = g_object_steal_data (G_OBJECT (item), "page");
  g_autofree char *wal_path = g_strconcat (ldr_shelf_item_get_path (item), "-wal", NULL);
  g_autoptr (GFile) wal = g_file_new_for_path (wal_path);
  g_autoptr (GError) error = NULL;

  if (!g_file_trash_finish (G_FILE (source), result, &error))
    {
      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_MOVE, error);
      return;
    }
  /* After a crash the last saves are in the file beside it. */
  if (g_file_query_exists (wal, NULL))
    g_file_trash_async (wal, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  if (ldr_shelf_item_get_keyring (item))
    ldr_keyring_clear_async (ldr_shelf_item_get_id (item), NULL, cleared_cb, NULL);
  take_off (self, item);
}

static void
remove_response_cb (AdwAlertDialog *dialog, const char *response, LdrShelfPage *self)
{
  LdrShelfItem *item = g_object_get_data (G_OBJECT (dialog), "item");
  g_autoptr (GFile) file = g_file_new_for_path (ldr_shelf_item_get_path (item));

  if (g_str_equal (response, "remove"))
    take_off (self, item);
  else if (g_str_equal (response, "trash"))
    {
      g_object_set_data_full (G_OBJECT (item), "page", g_object_ref (self), g_object_unref);
      g_file_trash_async (file, G_PRIORITY_DEFAULT, NULL, trashed_cb, g_object_ref (item));
    }
}

static void
ask_to_remove (LdrShelfPage *self, LdrShelfItem *item, gboolean trash)
{
  const char *name = ldr_shelf_item_get_name (item);
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  if (trash)
    {
      body = g_strdup_printf (_ ("The journal “%s” goes to the trash. Its backups stay."), name);
      dialog = adw_alert_dialog_new (_ ("Move to the Trash?"), body);
      adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "trash", _ ("_Move to Trash"),
                                      NULL);
      adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "trash", ADW_RESPONSE_DESTRUCTIVE);
    }
  else
    {
      /* Translators: the first %s is a journal’s name, the second one a path */
      body = g_strdup_printf (
          _ ("“%s” is no longer listed here. The file stays where it is and can be opened again:\n%s"), name,
          ldr_shelf_item_get_path (item));
      dialog = adw_alert_dialog_new (_ ("Remove from the Shelf?"), body);
      adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove", _ ("_Remove"),
                                      NULL);
    }
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_response_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
renamed_cb (GtkWidget *owner, const char *name, gpointer item)
{
  g_autoptr (GError) error = NULL;

  if (!ldr_shelf_rename (LDR_SHELF_PAGE (owner)->shelf, item, name, &error))
    ldr_trouble_present (owner, LDR_OCCASION_MOVE, error);
}

static void
ask_to_rename (LdrShelfPage *self, LdrShelfItem *item)
{
  ldr_ask_line (GTK_WIDGET (self), _ ("Rename the Journal"), _ ("Its file gets the same name."), _ ("Name"),
                ldr_shelf_item_get_name (item), _ ("_Rename"), renamed_cb, g_object_ref (item), g_object_unref);
}

static void
asked_cb (LdrShelfRow *row, const char *what, LdrShelfPage *self)
{
  LdrShelfItem *item = ldr_shelf_row_get_item (row);

  if (g_str_equal (what, "back-up"))
    g_signal_emit (self, signals[SIGNAL_BACK_UP], 0, item);
  else if (g_str_equal (what, "rename"))
    ask_to_rename (self, item);
  else
    ask_to_remove (self, item, g_str_equal (what, "trash"));
}

static void
row_activated_cb (LdrShelfPage *self, LdrShelfRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, ldr_shelf_row_get_item (row));
}

static void
show_state (LdrShelfPage *self, LdrShelfRow *row)
{
  const char *path = ldr_shelf_item_get_path (ldr_shelf_row_get_item (row));

  ldr_shelf_row_set_open (row, g_strcmp0 (self->open_path, path) == 0);
  ldr_shelf_row_set_outline (row, ldr_shelf_sitting_find (self->sitting, path));
}

static void
show_states (LdrShelfPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    show_state (self, LDR_SHELF_ROW (row));
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  LdrShelfPage *self = user_data;
  GtkWidget *row = ldr_shelf_row_new (item);

  show_state (self, LDR_SHELF_ROW (row));
  g_signal_connect_object (row, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_DEFAULT);
  return row;
}

static gboolean
ldr_shelf_page_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (LDR_SHELF_PAGE (widget)->list_box, 0);

  return first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
ldr_shelf_page_dispose (GObject *object)
{
  LdrShelfPage *self = LDR_SHELF_PAGE (object);

  g_clear_object (&self->shelf);
  g_clear_object (&self->sitting);
  g_clear_pointer (&self->open_path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_SHELF_PAGE);

  G_OBJECT_CLASS (ldr_shelf_page_parent_class)->dispose (object);
}

static void
ldr_shelf_page_class_init (LdrShelfPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_shelf_page_dispose;
  widget_class->grab_focus = ldr_shelf_page_grab_focus;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", LDR_TYPE_SHELF_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, LDR_TYPE_SHELF_ITEM);
  signals[SIGNAL_BACK_UP] = g_signal_new ("back-up", LDR_TYPE_SHELF_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, LDR_TYPE_SHELF_ITEM);
  signals[SIGNAL_EMPTIED]
      = g_signal_new ("emptied", LDR_TYPE_SHELF_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/shelf/ldr-shelf-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrShelfPage, list_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ldr_shelf_page_init (LdrShelfPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_shelf_page_new:
 * @shelf: the shelf to show
 * @sitting: what may be told of its journals
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
ldr_shelf_page_new (LdrShelf *shelf, LdrShelfSitting *sitting)
{
  LdrShelfPage *self = g_object_new (LDR_TYPE_SHELF_PAGE, NULL);

  self->shelf = g_object_ref (shelf);
  self->sitting = g_object_ref (sitting);
  g_signal_connect_object (sitting, "changed", G_CALLBACK (show_states), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (shelf), create_row, self, NULL);
  return GTK_WIDGET (self);
}

/**
 * ldr_shelf_page_set_open_path:
 * @self: a page
 * @path: (nullable) (type filename): the journal that is open in this window
 *
 * Shows which journal is open; all others are locked.
 */
void
ldr_shelf_page_set_open_path (LdrShelfPage *self, const char *path)
{
  g_return_if_fail (LDR_IS_SHELF_PAGE (self));

  g_set_str (&self->open_path, path);
  show_states (self);
}
