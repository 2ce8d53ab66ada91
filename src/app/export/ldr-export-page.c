/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-page.h"

#include <glib/gi18n.h>

#include "app/packs/ldr-pack-send.h"
#include "app/shelf/ldr-outside.h"
#include "app/shelf/ldr-trouble.h"
#include "app/widgets/ldr-print.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-export-describe.h"
#include "ldr-export-done.h"
#include "ldr-export-form.h"
#include "ldr-export-log.h"
#include "ldr-export-saving.h"
#include "ldr-pages-view.h"
#include "model/ldr-moment.h"
#include "report/export/ldr-export-file.h"

#define WIDTH 1170
#define HEIGHT 780
#define MIN_WIDTH 320
#define MIN_HEIGHT 240
/* Below this there is no room for both, in scaled pixels. */
#define NARROW "max-width: 760sp"
/* Whoever types is not shown each letter, in milliseconds. */
#define PAUSE 250
/* By what the view knows the first of its pages. */
#define ROOT "export"
/* How often it is told how much is written, in milliseconds. */
#define PROGRESS_INTERVAL 100

/**
 * LdrExportPage:
 *
 * What goes out of the journal, beside the very pages. What is saved is what is seen: while something else is asked for
 * than the pages show, nothing can be saved.
 */
struct _LdrExportPage
{
  AdwDialog parent_instance;

  LdrJournal *journal;
  GtkWidget *navigation;
  GtkWidget *title;
  GtkWidget *layouts;
  GtkWidget *form;
  GtkWidget *stack;
  GtkWidget *pages;
  GtkWidget *empty;
  GtkWidget *cancel;
  GtkWidget *cancel_icon;
  GtkWidget *save;
  GtkWidget *print;
  GtkWidget *bars;
  GtkWidget *progress_bar;
  GtkWidget *done;

  /* The pages that are shown, as long as nothing else is asked for. */
  LdrExportPreview *preview;
  /* What is being printed, or was last. */
  LdrExportPreview *printed;
  /* What was asked for last. */
  LdrExportRequest *asked;
  GCancellable *looking;
  guint look_id;
  LdrExportSaving *saving;
  GCancellable *writing;
  guint progress_id;
};

G_DEFINE_FINAL_TYPE (LdrExportPage, ldr_export_page, ADW_TYPE_DIALOG)

/* --- What is seen --- */

static void
update_title (LdrExportPage *self)
{
  g_autofree char *pages = NULL;

  if (self->preview != NULL && self->preview->pages != NULL)
    pages = ldr_export_describe_pages (ldr_pages_get_n_pages (self->preview->pages));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title),
                                 pages != NULL ? pages : _ ("Nothing leaves the journal that you do not see here"));
}

/* Once a file is there nothing is called off any more. */
static void
update_bars (LdrExportPage *self)
{
  gboolean done = self->saving == NULL && ldr_export_done_is_shown (LDR_EXPORT_DONE (self->done));

  adw_toolbar_view_set_reveal_bottom_bars (ADW_TOOLBAR_VIEW (self->bars), done || self->saving != NULL);
  gtk_widget_set_visible (self->progress_bar, self->saving != NULL);
  gtk_button_set_label (GTK_BUTTON (self->cancel), done ? _ ("_Close") : _ ("_Cancel"));
  gtk_widget_set_tooltip_text (self->cancel_icon, done ? C_ ("dialog", "Close") : C_ ("dialog", "Cancel"));
}

static void
update_actions (LdrExportPage *self)
{
  const LdrExportChoice *choice = self->preview != NULL ? self->preview->request->choice : NULL;
  gboolean ready = choice != NULL && (choice->parts != 0 || choice->format == LDR_EXPORT_JSON) && self->saving == NULL;

  gtk_widget_set_sensitive (self->save, ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.print", ready && self->preview->pages != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.pack",
                                 ready && choice->parts != 0 && self->preview->pages != NULL);
  gtk_widget_set_sensitive (self->form, self->saving == NULL);
  update_bars (self);
}

static void
show_preview (LdrExportPage *self)
{
  ldr_export_form_show (LDR_EXPORT_FORM (self->form), self->preview);
  if (self->preview->pages != NULL)
    ldr_pages_view_set_pages (LDR_PAGES_VIEW (self->pages), self->preview->pages);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->preview->pages != NULL ? self->pages : self->empty);
  update_title (self);
  update_actions (self);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrExportPage) self = data;
  g_autoptr (GError) error = NULL;
  LdrExportPreview *preview = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  if (preview == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->journal != NULL)
        ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_EXPORT, error);
      return;
    }
  /* Something else was asked for meanwhile, or nobody looks any more. */
  if (self->journal == NULL || self->look_id != 0 || preview->request != self->asked)
    {
      ldr_export_preview_unref (preview);
      return;
    }
  g_clear_pointer (&self->preview, ldr_export_preview_unref);
  self->preview = preview;
  show_preview (self);
}

static void
look_cb (gpointer data)
{
  LdrExportPage *self = data;

  self->look_id = 0;
  g_clear_pointer (&self->asked, ldr_export_request_unref);
  self->asked = ldr_export_form_make_request (LDR_EXPORT_FORM (self->form), ldr_day_today ());
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  ldr_journal_run_async (self->journal, ldr_export_preview_func, ldr_export_request_ref (self->asked),
                         (GDestroyNotify) ldr_export_request_unref, (GDestroyNotify) ldr_export_preview_unref,
                         self->looking, looked_cb, g_object_ref (self));
}

/* The latest choice wins. */
static void
look_soon (LdrExportPage *self, guint pause)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_pointer (&self->preview, ldr_export_preview_unref);
  g_clear_handle_id (&self->look_id, g_source_remove);
  self->look_id = g_timeout_add_once (pause, look_cb, self);
  update_actions (self);
}

static void
changed_cb (LdrExportPage *self)
{
  ldr_export_done_hide (LDR_EXPORT_DONE (self->done));
  look_soon (self, PAUSE);
}

/* --- Saving --- */

static gboolean
progress_cb (gpointer data)
{
  LdrExportPage *self = data;

  if (self->saving->passphrase != NULL)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress_bar));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar),
                                   g_atomic_int_get (&self->saving->per_mille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
end_saving (LdrExportPage *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_pointer (&self->saving, ldr_export_saving_unref);
  g_clear_object (&self->writing);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrExportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrExportRecord) record = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);
  g_autoptr (LdrExportSaving) saving = g_steal_pointer (&self->saving);

  end_saving (self);
  if (self->journal == NULL || saving == NULL)
    return;
  if (record != NULL && saving->passphrase != NULL)
    ldr_export_done_show_pack (LDR_EXPORT_DONE (self->done), self->journal, record, saving->path);
  else if (record != NULL)
    ldr_export_done_show (LDR_EXPORT_DONE (self->done), self->journal, record, saving->path,
                          saving->preview->counts->has_private_notes && !record->with_private);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_EXPORT, error);
  update_actions (self);
}

/* Writes what is seen to where somebody said. Takes @saving. */
static void
start_saving (LdrExportPage *self, LdrExportSaving *saving)
{
  ldr_export_done_hide (LDR_EXPORT_DONE (self->done));
  self->saving = saving;
  self->writing = g_cancellable_new ();
  self->progress_id = g_timeout_add (PROGRESS_INTERVAL, progress_cb, self);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar), 0);
  update_actions (self);
  ldr_journal_run_async (self->journal, ldr_export_save_func, ldr_export_saving_ref (self->saving),
                         (GDestroyNotify) ldr_export_saving_unref, (GDestroyNotify) ldr_export_record_unref,
                         self->writing, saved_cb, g_object_ref (self));
}

static void
target_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrExportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->journal == NULL)
    return;
  if (file == NULL)
    {
      if (!ldr_outside_was_called_off (error))
        ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_EXPORT, error);
      return;
    }
  if (self->preview != NULL && self->saving == NULL && g_file_peek_path (file) != NULL)
    start_saving (self, ldr_export_saving_new (self->preview, g_file_peek_path (file)));
}

static void
save_cb (LdrExportPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = NULL;

  if (self->preview == NULL || !GTK_IS_WINDOW (root))
    return;
  /* As the document is called, so with the names that are in it. */
  name = ldr_pack_make_name (self->preview->title,
                             ldr_export_format_get_suffix (self->preview->request->choice->format));
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (root), ldr_outside_get_cancellable (GTK_WINDOW (root)), target_chosen_cb,
                        g_object_ref (self));
}

/* --- A session pack --- */

static void
pack_placed_cb (LdrExportPage *self, const char *path, LdrPackPassphrase *dialog)
{
  g_autoptr (LdrExportSaving) saving = ldr_pack_send_make_saving (dialog, path);

  adw_dialog_force_close (ADW_DIALOG (dialog));
  if (self->journal != NULL && self->saving == NULL)
    start_saving (self, g_steal_pointer (&saving));
}

static void
pack_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrExportPage *self = LDR_EXPORT_PAGE (widget);
  AdwDialog *dialog;

  if (self->preview == NULL || self->saving != NULL)
    return;
  dialog = ldr_pack_send_new (ldr_journal_get_info (self->journal), self->preview);
  g_signal_connect_object (dialog, "placed", G_CALLBACK (pack_placed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* --- Printing --- */

static void
print_noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrExportPage) self = data;
  g_autoptr (LdrExportRecord) record = ldr_journal_run_finish (LDR_JOURNAL (source), result, NULL);

  if (record == NULL && self->journal != NULL)
    ldr_toast_say (self->layouts, _ ("Printed, but the journal could not note it"));
}

/* Paper that went out cannot be taken back, so its line comes after it. */
static void
print_sent_cb (LdrExportPage *self)
{
  if (self->journal != NULL && self->printed != NULL)
    ldr_journal_run_async (self->journal, ldr_export_note_print_func, ldr_export_preview_ref (self->printed),
                           (GDestroyNotify) ldr_export_preview_unref, (GDestroyNotify) ldr_export_record_unref, NULL,
                           print_noted_cb, g_object_ref (self));
}

/**
 * ldr_export_page_make_print:
 * @self: a page that shows pages
 *
 * Returns: (transfer full) (nullable): what prints what is seen, and has the journal note it once that went out
 */
LdrPrint *
ldr_export_page_make_print (LdrExportPage *self)
{
  LdrPrint *print;

  g_return_val_if_fail (LDR_IS_EXPORT_PAGE (self), NULL);

  if (self->preview == NULL || self->preview->pages == NULL)
    return NULL;
  g_clear_pointer (&self->printed, ldr_export_preview_unref);
  self->printed = ldr_export_preview_ref (self->preview);
  print = ldr_print_new_for_pages (_ ("Export"), self->preview->pages);
  g_signal_connect_object (print, "sent", G_CALLBACK (print_sent_cb), self, G_CONNECT_SWAPPED);
  return print;
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrExportPage *self = LDR_EXPORT_PAGE (widget);
  g_autoptr (LdrPrint) print = ldr_export_page_make_print (self);

  if (print != NULL)
    ldr_print_run (print, self->layouts);
}

static void
log_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrExportPage *self = LDR_EXPORT_PAGE (widget);

  if (self->journal != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (self->navigation), ldr_export_log_new (self->journal));
}

static void
cancel_cb (LdrExportPage *self)
{
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* --- An object --- */

/* Nothing of the journal stays behind a closed page. */
static void
ldr_export_page_closed (AdwDialog *dialog)
{
  LdrExportPage *self = LDR_EXPORT_PAGE (dialog);
  AdwNavigationPage *root = adw_navigation_view_find_page (ADW_NAVIGATION_VIEW (self->navigation), ROOT);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
  ldr_pages_view_set_pages (LDR_PAGES_VIEW (self->pages), NULL);
  ldr_export_done_forget (LDR_EXPORT_DONE (self->done));
  adw_navigation_view_replace (ADW_NAVIGATION_VIEW (self->navigation), &root, 1);
  g_clear_pointer (&self->preview, ldr_export_preview_unref);
  g_clear_pointer (&self->printed, ldr_export_preview_unref);
  ldr_export_form_set_journal (LDR_EXPORT_FORM (self->form), NULL);
  g_clear_object (&self->journal);
}

static void
ldr_export_page_dispose (GObject *object)
{
  LdrExportPage *self = LDR_EXPORT_PAGE (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  end_saving (self);
  g_clear_pointer (&self->preview, ldr_export_preview_unref);
  g_clear_pointer (&self->printed, ldr_export_preview_unref);
  g_clear_pointer (&self->asked, ldr_export_request_unref);
  g_clear_object (&self->looking);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_export_page_parent_class)->dispose (object);
}

static void
ldr_export_page_class_init (LdrExportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_export_page_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ldr_export_page_closed;
  gtk_widget_class_install_action (widget_class, "export.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "export.pack", NULL, pack_action);
  gtk_widget_class_install_action (widget_class, "export.log", NULL, log_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "export.print", NULL);
}

/* What is asked for less often than saving. */
static GtkWidget *
make_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("Send as _Session Pack…"), "export.pack");
  g_menu_append (menu, _ ("_Print…"), "export.print");
  g_menu_append (menu, _ ("_What Went Out"), "export.log");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("More"));
  return button;
}

static GtkWidget *
make_header (LdrExportPage *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = adw_window_title_new (_ ("Export for Review"), NULL);
  self->cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  self->save = gtk_button_new_with_mnemonic (_ ("_Save…"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  self->print = gtk_button_new_from_icon_name ("printer-symbolic");
  gtk_widget_set_tooltip_text (self->print, _ ("Print…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print), "export.print");
  self->cancel_icon = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_visible (self->cancel_icon, FALSE);
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cancel_icon, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel_icon);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), make_menu ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->print);
  return header;
}

static GtkWidget *
make_stack (LdrExportPage *self)
{
  GtkWidget *waiting = g_object_new (ADW_TYPE_SPINNER, "width-request", 32, "height-request", 32, "halign",
                                     GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);

  self->stack = gtk_stack_new ();
  self->pages = ldr_pages_view_new ();
  self->empty = adw_status_page_new ();
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), _ ("Everything, Without Pages"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (self->empty),
      _ ("This file holds the whole journal, with earlier versions and pictures, and can be read in again. Anybody can "
         "read it: keep it where only you can."));
  gtk_stack_add_child (GTK_STACK (self->stack), waiting);
  gtk_stack_add_child (GTK_STACK (self->stack), self->pages);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  return self->stack;
}

/* Beside each other, or in a narrow window one at a time. */
static GtkWidget *
make_layouts (LdrExportPage *self)
{
  GtkWidget *view = adw_multi_layout_view_new ();
  GtkWidget *wide = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *form_slot = adw_layout_slot_new ("form");
  GtkWidget *narrow = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *views = adw_view_stack_new ();
  GtkWidget *switcher = adw_inline_view_switcher_new ();
  AdwLayout *wide_layout, *narrow_layout;

  gtk_widget_set_size_request (form_slot, LDR_EXPORT_FORM_WIDTH, -1);
  gtk_box_append (GTK_BOX (wide), form_slot);
  gtk_box_append (GTK_BOX (wide), adw_layout_slot_new ("pages"));
  adw_view_stack_add_titled (ADW_VIEW_STACK (views), adw_layout_slot_new ("form"), "form", _ ("What Goes Out"));
  adw_view_stack_add_titled (ADW_VIEW_STACK (views), adw_layout_slot_new ("pages"), "pages", _ ("Pages"));
  adw_inline_view_switcher_set_stack (ADW_INLINE_VIEW_SWITCHER (switcher), ADW_VIEW_STACK (views));
  g_object_set (switcher, "halign", GTK_ALIGN_CENTER, "margin-bottom", 6, "homogeneous", TRUE, NULL);
  gtk_widget_set_vexpand (views, TRUE);
  gtk_box_append (GTK_BOX (narrow), switcher);
  gtk_box_append (GTK_BOX (narrow), views);
  wide_layout = adw_layout_new (wide);
  adw_layout_set_name (wide_layout, "wide");
  narrow_layout = adw_layout_new (narrow);
  adw_layout_set_name (narrow_layout, "narrow");
  adw_multi_layout_view_add_layout (ADW_MULTI_LAYOUT_VIEW (view), wide_layout);
  adw_multi_layout_view_add_layout (ADW_MULTI_LAYOUT_VIEW (view), narrow_layout);
  adw_multi_layout_view_set_child (ADW_MULTI_LAYOUT_VIEW (view), "form", self->form);
  adw_multi_layout_view_set_child (ADW_MULTI_LAYOUT_VIEW (view), "pages", make_stack (self));
  return view;
}

/* In a narrow window one thing at a time is shown, and the title has room left. */
static void
add_breakpoint (LdrExportPage *self)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse (NARROW));

  adw_breakpoint_add_setters (breakpoint, G_OBJECT (self->layouts), "layout-name", "narrow", G_OBJECT (self->title),
                              "title", _ ("Export"), G_OBJECT (self->cancel), "visible", FALSE,
                              G_OBJECT (self->cancel_icon), "visible", TRUE, G_OBJECT (self->print), "visible", FALSE,
                              NULL);
  adw_dialog_add_breakpoint (ADW_DIALOG (self), breakpoint);
}

static GtkWidget *
make_progress (LdrExportPage *self)
{
  self->progress_bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "margin-start", 18, "margin-end", 18, "margin-top", 12,
                                     "margin-bottom", 12, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How much is written"), -1);
  return self->progress_bar;
}

static void
ldr_export_page_init (LdrExportPage *self)
{
  GtkWidget *view = adw_toolbar_view_new (), *overlay = adw_toast_overlay_new ();
  AdwNavigationPage *root = adw_navigation_page_new_with_tag (view, _ ("Export for Review"), ROOT);

  self->bars = view;
  self->form = ldr_export_form_new ();
  self->done = ldr_export_done_new ();
  self->layouts = make_layouts (self);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), self->layouts);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_header (self));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), make_progress (self));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), self->done);
  adw_toolbar_view_set_bottom_bar_style (ADW_TOOLBAR_VIEW (view), ADW_TOOLBAR_RAISED);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), overlay);
  self->navigation = adw_navigation_view_new ();
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (self->navigation), root);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Export for Review"));
  gtk_widget_set_size_request (GTK_WIDGET (self), MIN_WIDTH, MIN_HEIGHT);
  adw_dialog_set_content_width (ADW_DIALOG (self), WIDTH);
  adw_dialog_set_content_height (ADW_DIALOG (self), HEIGHT);
  adw_dialog_set_child (ADW_DIALOG (self), self->navigation);
  add_breakpoint (self);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ldr_export_page_new:
 * @journal: an open journal
 *
 * Returns: (transfer floating): what asks what is to go out of it
 */
AdwDialog *
ldr_export_page_new (LdrJournal *journal)
{
  LdrExportPage *self = g_object_new (LDR_TYPE_EXPORT_PAGE, NULL);

  self->journal = g_object_ref (journal);
  ldr_export_form_set_journal (LDR_EXPORT_FORM (self->form), journal);
  update_title (self);
  look_soon (self, 0);
  return ADW_DIALOG (self);
}
