/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-done.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-outside.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-export-saving.h"

/**
 * LdrExportDone:
 *
 * What there is to do with a file that was saved. It is dragged as the file that its owner put somewhere, never before:
 * a document that is handed over without having been saved would need a file in a folder for temporary ones, in plain
 * words and with nobody to take it away, and few programs take a document that comes as mere bytes. Each drag that was
 * taken has a line of its own in the log. Who drags nothing opens the folder.
 */
struct _LdrExportDone
{
  AdwBin parent_instance;

  LdrJournal *journal;
  LdrExportGiving *giving;
  gboolean called_off;

  GtkWidget *box;
  GtkWidget *handle;
  GtkWidget *name;
  GtkWidget *words;
};

G_DEFINE_FINAL_TYPE (LdrExportDone, ldr_export_done, ADW_TYPE_BIN)

/* --- Dragging --- */

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrExportDone) self = data;
  g_autoptr (LdrExportRecord) record = ldr_journal_run_finish (LDR_JOURNAL (source), result, NULL);

  if (record == NULL && self->journal != NULL)
    ldr_toast_say (GTK_WIDGET (self), _ ("The file was given, but the journal could not note it"));
}

/**
 * ldr_export_done_note_given:
 * @self: the file that was saved
 *
 * Another program took it: notes that.
 */
void
ldr_export_done_note_given (LdrExportDone *self)
{
  g_return_if_fail (LDR_IS_EXPORT_DONE (self));

  if (self->journal == NULL || self->giving == NULL)
    return;
  ldr_journal_run_async (self->journal, ldr_export_note_giving_func,
                         ldr_export_giving_new (self->giving->record, self->giving->path),
                         (GDestroyNotify) ldr_export_giving_free, (GDestroyNotify) ldr_export_record_unref, NULL,
                         noted_cb, g_object_ref (self));
}

/**
 * ldr_export_done_make_content:
 * @self: the file that was saved
 *
 * Returns: (transfer full) (nullable): it, for another program; through the portal where there is one
 */
GdkContentProvider *
ldr_export_done_make_content (LdrExportDone *self)
{
  g_autoptr (GFile) file = NULL;
  GdkContentProvider *content;
  GdkFileList *files;

  g_return_val_if_fail (LDR_IS_EXPORT_DONE (self), NULL);

  if (self->giving == NULL)
    return NULL;
  file = g_file_new_for_path (self->giving->path);
  files = gdk_file_list_new_from_array (&file, 1);
  content = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);
  g_boxed_free (GDK_TYPE_FILE_LIST, files);
  return content;
}

static GdkContentProvider *
prepare_cb (LdrExportDone *self)
{
  self->called_off = FALSE;
  return ldr_export_done_make_content (self);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, LdrExportDone *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->handle);
  g_autoptr (GdkPaintable) icon = gdk_paintable_get_current_image (paintable);

  gtk_drag_source_set_icon (source, icon, 0, 0);
}

static gboolean
drag_cancel_cb (GtkDragSource *source, GdkDrag *drag, GdkDragCancelReason reason, LdrExportDone *self)
{
  self->called_off = TRUE;
  return FALSE;
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, LdrExportDone *self)
{
  if (!self->called_off)
    ldr_export_done_note_given (self);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrExportDone) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error)
      && !ldr_outside_was_called_off (error) && self->giving != NULL)
    ldr_toast_say (GTK_WIDGET (self), _ ("The folder could not be opened"));
}

static void
show_cb (LdrExportDone *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GFile) file = NULL;
  g_autoptr (GtkFileLauncher) launcher = NULL;

  if (self->giving == NULL)
    return;
  file = g_file_new_for_path (self->giving->path);
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_open_containing_folder (
      launcher, GTK_WINDOW (root), ldr_outside_get_cancellable (GTK_WINDOW (root)), shown_cb, g_object_ref (self));
}

/* --- An object --- */

static void
ldr_export_done_dispose (GObject *object)
{
  LdrExportDone *self = LDR_EXPORT_DONE (object);

  g_clear_pointer (&self->giving, ldr_export_giving_free);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_export_done_parent_class)->dispose (object);
}

static void
ldr_export_done_class_init (LdrExportDoneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_export_done_dispose;
}

static void
add_drag_source (LdrExportDone *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (source, "drag-cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", 60, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

/* An icon and the name, which is what one takes hold of. */
static GtkWidget *
make_handle (LdrExportDone *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-drag-handle-symbolic"), *texts = gtk_box_new (1, 3);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (icon, "dimmed");
  self->name = make_label ("heading");
  g_object_set (self->name, "wrap", FALSE, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, NULL);
  self->words = make_label ("caption");
  gtk_box_append (GTK_BOX (texts), self->name);
  gtk_box_append (GTK_BOX (texts), self->words);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_cursor_from_name (box, "grab");
  gtk_widget_set_tooltip_text (box, _ ("Drag the file to where it is to go"));
  return box;
}

static void
ldr_export_done_init (LdrExportDone *self)
{
  GtkWidget *show = gtk_button_new_from_icon_name ("folder-open-symbolic");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->handle = make_handle (self);
  add_drag_source (self);
  gtk_widget_set_tooltip_text (show, _ ("Show in Folder"));
  g_object_set (show, "valign", GTK_ALIGN_CENTER, "has-frame", FALSE, NULL);
  g_signal_connect_object (show, "clicked", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (self->handle, TRUE);
  gtk_box_append (GTK_BOX (box), self->handle);
  gtk_box_append (GTK_BOX (box), show);
  g_object_set (box, "margin-start", 18, "margin-end", 12, "margin-top", 9, "margin-bottom", 9, NULL);
  gtk_widget_set_visible (box, FALSE);
  self->box = box;
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * ldr_export_done_new:
 *
 * Returns: (transfer floating): a place for a file, in which there is none yet
 */
GtkWidget *
ldr_export_done_new (void)
{
  return g_object_new (LDR_TYPE_EXPORT_DONE, NULL);
}

static void
show_file (LdrExportDone *self, LdrJournal *journal, LdrExportRecord *record, const char *path, const char *words)
{
  g_autofree char *name = g_path_get_basename (path);

  ldr_export_done_forget (self);
  self->journal = g_object_ref (journal);
  self->giving = ldr_export_giving_new (record, path);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->box, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * ldr_export_done_show:
 * @self: a place for a file
 * @journal: where it came from
 * @record: what the log says of it
 * @path: where it is
 * @left_out: whether there are private notes that stayed in the journal
 *
 * Shows a file that was saved.
 */
void
ldr_export_done_show (
    LdrExportDone *self, LdrJournal *journal, LdrExportRecord *record, const char *path, gboolean left_out)
{
  const char *words = left_out ? _ ("Exported without private notes. The file is not encrypted: keep it where only you "
                                    "can read it.")
                               : _ ("Exported. The file is not encrypted: keep it where only you can read it.");

  g_return_if_fail (LDR_IS_EXPORT_DONE (self));

  show_file (self, journal, record, path, words);
}

/**
 * ldr_export_done_show_pack:
 * @self: a place for a file
 * @journal: where it came from
 * @record: what the log says of it
 * @path: where it is
 *
 * Shows a session pack that was saved.
 */
void
ldr_export_done_show_pack (LdrExportDone *self, LdrJournal *journal, LdrExportRecord *record, const char *path)
{
  g_return_if_fail (LDR_IS_EXPORT_DONE (self));

  show_file (self, journal, record, path,
             _ ("The session pack is locked. Send it, and tell the passphrase by another way."));
}

/**
 * ldr_export_done_hide:
 * @self: a place for a file
 *
 * Something else is to go out.
 */
void
ldr_export_done_hide (LdrExportDone *self)
{
  g_return_if_fail (LDR_IS_EXPORT_DONE (self));

  gtk_widget_set_visible (self->box, FALSE);
}

/**
 * ldr_export_done_is_shown:
 * @self: a place for a file
 *
 * Returns: whether there is one
 */
gboolean
ldr_export_done_is_shown (LdrExportDone *self)
{
  g_return_val_if_fail (LDR_IS_EXPORT_DONE (self), FALSE);

  return gtk_widget_get_visible (self->box);
}

/**
 * ldr_export_done_forget:
 * @self: a place for a file
 *
 * Nothing of the journal stays here.
 */
void
ldr_export_done_forget (LdrExportDone *self)
{
  g_return_if_fail (LDR_IS_EXPORT_DONE (self));

  ldr_export_done_hide (self);
  gtk_label_set_label (GTK_LABEL (self->name), "");
  g_clear_pointer (&self->giving, ldr_export_giving_free);
  g_clear_object (&self->journal);
}
