/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-trash-list.h"

#include <glib/gi18n.h>

#include "ldr-toast.h"
#include "model/ldr-moment.h"
#include "model/ldr-retention.h"

/**
 * LdrTrashList:
 *
 * What lies in the trash of one kind, folded up at the bottom of its place: a row for each, to bring it back or to
 * delete it for good. It follows the journal, and is not to be seen as long as it is empty. What it has to say it says
 * by the toasts that it stands among.
 */
struct _LdrTrashList
{
  AdwBin parent_instance;

  LdrJournal *journal;
  const LdrTrashSource *source;
  GCancellable *cancellable;
  GPtrArray *rows; /* Those of the items, inside the expander. */
  int day;         /* On which it was read. */
  gboolean stale;  /* Something changed while it was out of sight. */
  gboolean busy;   /* One is on its way out of the trash. */

  AdwExpanderRow *expander;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (LdrTrashList, ldr_trash_list, ADW_TYPE_BIN)

/* --- Items -----------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_trash_item_new:
 * @id: its id
 * @title: what it is called; may be empty
 * @deleted: when it went to the trash, as a moment
 *
 * Returns: (transfer full): an item without a question
 */
LdrTrashItem *
ldr_trash_item_new (const char *id, const char *title, gint64 deleted)
{
  LdrTrashItem *self = g_new0 (LdrTrashItem, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title[0] != '\0' ? title : _ ("Untitled"));
  self->deleted = deleted;
  return self;
}

void
ldr_trash_item_free (LdrTrashItem *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->question);
  g_free (self);
}

static char *
describe_end (const LdrTrashItem *item, gint64 now)
{
  int days = ldr_retention_get_trash_days (item->deleted, now);

  if (days == 0)
    return g_strdup (_ ("Will be deleted for good soon"));
  return g_strdup_printf (ngettext ("Will be deleted for good in %d day", "Will be deleted for good in %d days", days),
                          days);
}

/* --- Acting ----------------------------------------------------------------------------------------------------------
 */

static void
say (LdrTrashList *self, const char *text)
{
  ldr_toast_say (GTK_WIDGET (self), text);
}

static void
finish (LdrTrashList *self, GObject *source, GAsyncResult *result, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  self->busy = FALSE;
  if (value == NULL)
    say (self, error->message);
  else if (text != NULL)
    say (self, text);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrTrashList) self = user_data;

  finish (self, source, result, _ (self->source->restored));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrTrashList) self = user_data;

  finish (self, source, result, NULL);
}

static void
act (LdrTrashList *self, LdrJournalFunc func, const char *id, GAsyncReadyCallback callback)
{
  if (self->busy || self->journal == NULL)
    return;
  self->busy = TRUE;
  ldr_journal_run_async (self->journal, func, g_strdup (id), g_free, g_free, NULL, callback, g_object_ref (self));
}

static void
restore_cb (GtkButton *button, LdrTrashList *self)
{
  act (self, self->source->restore, g_object_get_data (G_OBJECT (button), "id"), restored_cb);
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, LdrTrashList *self)
{
  if (g_str_equal (response, "delete"))
    act (self, self->source->remove, g_object_get_data (G_OBJECT (dialog), "id"), removed_cb);
}

static void
ask_cb (GtkButton *button, LdrTrashList *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Delete forever?"), g_object_get_data (G_OBJECT (button), "question"));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete", _ ("_Delete Forever"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "id", g_strdup (g_object_get_data (G_OBJECT (button), "id")), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* --- Rows ------------------------------------------------------------------------------------------------------------
 */

static GtkWidget *
make_button (LdrTrashList *self, GtkWidget *button, const LdrTrashItem *item, const char *name, GCallback clicked)
{
  /* The name says to what it is done: there are many such buttons. */
  g_autofree char *full_name = g_strdup_printf (name, item->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full_name, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (item->id), g_free);
  g_object_set_data_full (G_OBJECT (button), "question", g_strdup (item->question), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_DEFAULT);
  return button;
}

static GtkWidget *
make_row (LdrTrashList *self, const LdrTrashItem *item, gint64 now)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  g_autofree char *end = describe_end (item, now);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), end);
  /* Translators: what a button does; %s is a goal or a session in the trash */
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, gtk_button_new_with_label (_ ("Restore")), item,
                                                                _ ("Restore “%s”"), G_CALLBACK (restore_cb)));
  gtk_widget_set_tooltip_text (remove, _ ("Delete Forever…"));
  /* Translators: what a button does; %s is a goal or a session in the trash */
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (self, remove, item, _ ("Delete “%s” forever"), G_CALLBACK (ask_cb)));
  return row;
}

/* The place of the row with the focus, or -1. */
static int
find_focus (LdrTrashList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (focus == row || gtk_widget_is_ancestor (focus, row))
        return (int) i;
    }
  return -1;
}

/* A place with nothing in it takes no room either. */
static void
set_shown (LdrTrashList *self, gboolean shown)
{
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (place != NULL)
    gtk_widget_set_visible (place, shown);
}

static void
show_items (LdrTrashList *self, GPtrArray *items)
{
  int focus = find_focus (self);
  gint64 now = ldr_moment_now ();
  g_autofree char *count = g_strdup_printf ("%u", items->len);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->expander, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < items->len; i++)
    {
      GtkWidget *row = make_row (self, g_ptr_array_index (items, i), now);

      adw_expander_row_add_row (self->expander, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_label_set_text (self->count, count);
  set_shown (self, items->len > 0);
  /* The next time, it is as quiet as ever. */
  if (items->len == 0)
    adw_expander_row_set_expanded (self->expander, FALSE);
  else if (focus >= 0)
    gtk_widget_child_focus (g_ptr_array_index (self->rows, MIN ((guint) focus, items->len - 1)), GTK_DIR_TAB_FORWARD);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrTrashList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  if (self->journal == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* That the journal cannot be read is told by the place itself. */
  if (items != NULL)
    show_items (self, items);
  else
    self->stale = TRUE;
}

static void
reload (LdrTrashList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->stale = FALSE;
  self->day = ldr_day_today ();
  ldr_journal_run_async (self->journal, self->source->list, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                         self->cancellable, listed_cb, g_object_ref (self));
}

/* An empty one is not on the screen, and must hear of the first that comes; so does one that stands in a place that is
 * out of sight, for it costs little. */
static void
changed_cb (LdrTrashList *self)
{
  if (self->journal != NULL)
    reload (self);
}

static void
ldr_trash_list_map (GtkWidget *widget)
{
  LdrTrashList *self = LDR_TRASH_LIST (widget);

  GTK_WIDGET_CLASS (ldr_trash_list_parent_class)->map (widget);
  if (self->journal != NULL && (self->stale || self->day != ldr_day_today ()))
    reload (self);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_trash_list_dispose (GObject *object)
{
  LdrTrashList *self = LDR_TRASH_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_trash_list_parent_class)->dispose (object);
}

static void
ldr_trash_list_finalize (GObject *object)
{
  g_ptr_array_unref (LDR_TRASH_LIST (object)->rows);

  G_OBJECT_CLASS (ldr_trash_list_parent_class)->finalize (object);
}

static void
ldr_trash_list_class_init (LdrTrashListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_trash_list_dispose;
  object_class->finalize = ldr_trash_list_finalize;
  GTK_WIDGET_CLASS (klass)->map = ldr_trash_list_map;
}

static void
ldr_trash_list_init (LdrTrashList *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("user-trash-symbolic");

  self->rows = g_ptr_array_new ();
  self->expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_add_css_class (icon, "dimmed");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), _ ("In the trash"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("In the trash"),
                                  -1);
  adw_expander_row_add_prefix (self->expander, icon);
  adw_expander_row_add_suffix (self->expander, GTK_WIDGET (self->count));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->expander));
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * ldr_trash_list_new:
 * @journal: an open journal
 * @source: what it lists; it has to stay
 *
 * Returns: (transfer floating): the trash of that kind
 */
GtkWidget *
ldr_trash_list_new (LdrJournal *journal, const LdrTrashSource *source)
{
  LdrTrashList *self;

  g_return_val_if_fail (LDR_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  self = g_object_new (LDR_TYPE_TRASH_LIST, NULL);
  self->journal = g_object_ref (journal);
  self->source = source;
  g_signal_connect_object (journal, source->signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}

/**
 * ldr_trash_list_move:
 * @self: a trash
 * @place: where it is to stand
 *
 * Moves it from where it stands, if anywhere: below a list, or below what is shown when there is none.
 */
void
ldr_trash_list_move (LdrTrashList *self, AdwBin *place)
{
  GtkWidget *parent;
  g_autoptr (LdrTrashList) kept = NULL;

  g_return_if_fail (LDR_IS_TRASH_LIST (self));
  g_return_if_fail (ADW_IS_BIN (place));

  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  if (parent == GTK_WIDGET (place))
    return;
  kept = g_object_ref_sink (self);
  if (ADW_IS_BIN (parent))
    adw_bin_set_child (ADW_BIN (parent), NULL);
  adw_bin_set_child (place, GTK_WIDGET (self));
  set_shown (self, gtk_widget_get_visible (GTK_WIDGET (self)));
}
