/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-pack-page.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-trouble.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-pack-describe.h"
#include "ldr-pack-passphrase.h"
#include "ldr-pack-send.h"
#include "ldr-packs-jobs.h"
#include "ldr-passage-row.h"
#include "model/ldr-moment.h"
#include "store/ldr-pack-file.h"

/**
 * LdrPackPage:
 *
 * A pack can have thousands of passages: the list makes widgets only for those in sight.
 */
struct _LdrPackPage
{
  AdwNavigationPage parent_instance;

  LdrJournal *journal;
  char *id;
  char *from; /* Who comments, once that was said. */
  LdrPack *pack;
  GListStore *items;
  GCancellable *cancellable;

  AdwBreakpointBin *bin;
  AdwWindowTitle *window_title;
  AdwBanner *banner;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkListView *list;
};

static guint delete_signal;

G_DEFINE_FINAL_TYPE (LdrPackPage, ldr_pack_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- The comments ----------------------------------------------------------------------------------------------------
 */

/* Each to its passage; those without any have none of them now. */
static void
show_comments (LdrPackPage *self, GPtrArray *comments)
{
  g_autoptr (GHashTable) lists
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < comments->len; i++)
    {
      LdrComment *comment = comments->pdata[i];
      GPtrArray *list = g_hash_table_lookup (lists, comment->passage_id);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_comment_unref);
          g_hash_table_insert (lists, comment->passage_id, list);
        }
      g_ptr_array_add (list, ldr_comment_ref (comment));
      if (*comment->author != '\0')
        g_set_str (&self->from, comment->author);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LdrPassageItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      GPtrArray *list = g_hash_table_lookup (lists, ldr_passage_item_get_passage (item)->id);

      ldr_passage_item_set_comments (item, list != NULL
                                               ? g_ptr_array_ref (list)
                                               : g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_comment_unref));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pack.send-comments", comments->len > 0);
}

static void
commented_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrPackPage) self = data;
  g_autoptr (GPtrArray) comments = ldr_packs_list_comments_finish (LDR_JOURNAL (source), result, NULL);

  if (comments != NULL && self->stack != NULL && self->pack != NULL)
    show_comments (self, comments);
}

/* --- The passages ----------------------------------------------------------------------------------------------------
 */

static void
show_pack (LdrPackPage *self)
{
  LdrPack *pack = self->pack;
  g_autofree char *subtitle = ldr_pack_describe_author (pack->from, pack->day, ldr_day_today ());
  g_autofree char *banner = ldr_pack_describe_banner (pack->from);
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (pack->passages->len, g_object_unref);

  for (guint i = 0; i < pack->passages->len; i++)
    g_ptr_array_add (items, ldr_passage_item_new (pack, i));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), pack->title);
  adw_window_title_set_title (self->window_title, pack->title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  adw_banner_set_title (self->banner, banner);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  show_comments (self, pack->comments);
  gtk_stack_set_visible_child_name (self->stack, "pack");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrPackPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrPack) pack = ldr_packs_get_finish (LDR_JOURNAL (source), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pack == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_clear_pointer (&self->pack, ldr_pack_unref);
  self->pack = g_steal_pointer (&pack);
  show_pack (self);
}

static void
reload (LdrPackPage *self)
{
  ldr_packs_get_async (self->journal, self->id, self->cancellable, loaded_cb, g_object_ref (self));
}

/* What was sent never changes; what is written beside it does. */
static void
changed_cb (LdrPackPage *self)
{
  if (self->pack != NULL)
    ldr_packs_list_comments_async (self->journal, self->id, self->cancellable, commented_cb, g_object_ref (self));
}

static void
width_changed_cb (LdrPassageRow *row, GParamSpec *pspec, AdwBreakpointBin *bin)
{
  ldr_passage_row_set_narrow (row, adw_breakpoint_bin_get_current_breakpoint (bin) != NULL);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, LdrPackPage *self)
{
  GtkWidget *row = ldr_passage_row_new (self->journal);

  /* What is in a row takes the focus, and not the row. */
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_focusable (list_item, FALSE);
  width_changed_cb (LDR_PASSAGE_ROW (row), NULL, self->bin);
  g_signal_connect_object (self->bin, "notify::current-breakpoint", G_CALLBACK (width_changed_cb), row,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  ldr_passage_row_set_item (LDR_PASSAGE_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  ldr_passage_row_set_item (LDR_PASSAGE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* --- Sending back ----------------------------------------------------------------------------------------------------
 */

typedef struct
{
  LdrPackPage *page;
  LdrPackPassphrase *dialog;
} Sending;

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Sending *sending = data;
  g_autoptr (LdrPackPage) self = sending->page;
  g_autoptr (LdrPackPassphrase) dialog = sending->dialog;
  g_autoptr (GError) error = NULL;

  if (ldr_packs_send_comments_finish (LDR_JOURNAL (source), result, &error))
    {
      adw_dialog_force_close (ADW_DIALOG (dialog));
      ldr_toast_say (GTK_WIDGET (self), _ ("The comments are in the file. Send it, and tell the passphrase by another "
                                           "way."));
    }
  else
    {
      g_autofree char *text = ldr_trouble_body (LDR_OCCASION_EXPORT, error);

      ldr_pack_passphrase_refuse (dialog, text);
    }
}

static void
placed_cb (LdrPackPage *self, const char *path, LdrPackPassphrase *dialog)
{
  Sending *sending = g_new0 (Sending, 1);
  g_autofree char *from = ldr_pack_passphrase_get_from (dialog);

  sending->page = g_object_ref (self);
  sending->dialog = g_object_ref (dialog);
  g_set_str (&self->from, from);
  ldr_packs_send_comments_async (self->journal, self->id, from, path, ldr_pack_passphrase_get (dialog), sent_cb,
                                 sending);
  ldr_pack_passphrase_set_busy (dialog, TRUE);
}

static void
send_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrPackPage *self = LDR_PACK_PAGE (widget);
  g_autofree char *title = NULL, *file_name = NULL;
  AdwDialog *dialog;

  if (self->pack == NULL)
    return;
  /* Translators: what a file of comments is called; %s is the title of what they are about */
  title = g_strdup_printf (_ ("Comments on %s"), self->pack->title);
  file_name = ldr_pack_make_name (title, LDR_PACK_SUFFIX);
  dialog = ldr_pack_passphrase_new_to_send_comments (self->pack->title);
  ldr_pack_passphrase_set_from (LDR_PACK_PASSPHRASE (dialog), self->from != NULL ? self->from : "");
  ldr_pack_passphrase_set_file_name (LDR_PACK_PASSPHRASE (dialog), file_name);
  g_signal_connect_object (dialog, "placed", G_CALLBACK (placed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, delete_signal, 0);
}

/* --- An object -------------------------------------------------------------------------------------------------------
 */

static void
ldr_pack_page_dispose (GObject *object)
{
  LdrPackPage *self = LDR_PACK_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  /* The bin unparents its child by itself, and would do so twice after the template did. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_PACK_PAGE);
  g_clear_object (&self->items);
  g_clear_pointer (&self->pack, ldr_pack_unref);

  G_OBJECT_CLASS (ldr_pack_page_parent_class)->dispose (object);
}

static void
ldr_pack_page_finalize (GObject *object)
{
  LdrPackPage *self = LDR_PACK_PAGE (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->journal);
  g_free (self->id);
  g_free (self->from);

  G_OBJECT_CLASS (ldr_pack_page_parent_class)->finalize (object);
}

static void
ldr_pack_page_class_init (LdrPackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_pack_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_pack_page_finalize;
  delete_signal = g_signal_new ("delete", LDR_TYPE_PACK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/packs/ldr-pack-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrPackPage, bin);
  gtk_widget_class_bind_template_child (widget_class, LdrPackPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, LdrPackPage, banner);
  gtk_widget_class_bind_template_child (widget_class, LdrPackPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrPackPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, LdrPackPage, list);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  gtk_widget_class_install_action (widget_class, "pack.send-comments", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "pack.delete", NULL, delete_action);
}

static void
ldr_pack_page_init (LdrPackPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->cancellable = g_cancellable_new ();
  self->items = g_list_store_new (LDR_TYPE_PASSAGE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pack.send-comments", FALSE);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/**
 * ldr_pack_page_new:
 * @journal: an open journal
 * @id: a session pack that was received in it
 *
 * Returns: (transfer floating): a page to read it on
 */
AdwNavigationPage *
ldr_pack_page_new (LdrJournal *journal, const char *id)
{
  LdrPackPage *self = g_object_new (LDR_TYPE_PACK_PAGE, NULL);

  self->journal = g_object_ref (journal);
  self->id = g_strdup (id);
  g_signal_connect_object (journal, "packs-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ldr_pack_page_get_id:
 * @self: a page
 *
 * Returns: (transfer none): the session pack that it shows
 */
const char *
ldr_pack_page_get_id (LdrPackPage *self)
{
  g_return_val_if_fail (LDR_IS_PACK_PAGE (self), NULL);

  return self->id;
}
