/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-path-files.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-outside.h"
#include "content/ldr-content-error.h"
#include "content/ldr-path-file.h"
#include "ldr-path-jobs.h"

/* No file of paths comes near this (bytes). */
#define MAX_SIZE (1024 * 1024)

/* One export or import on its way. */
typedef struct
{
  GtkWidget *widget;
  LdrJournal *journal;
  LdrPathSayFunc say;
  GBytes *bytes;
  guint n_paths;
} Errand;

static Errand *
errand_new (GtkWidget *widget, LdrJournal *journal, LdrPathSayFunc say)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->widget = g_object_ref (widget);
  errand->journal = journal != NULL ? g_object_ref (journal) : NULL;
  errand->say = say;
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->widget);
  g_clear_object (&errand->journal);
  g_clear_pointer (&errand->bytes, g_bytes_unref);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
present_problem (const Errand *errand, const char *title, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (title, body);

  if (gtk_widget_get_root (errand->widget) == NULL)
    {
      g_object_ref_sink (dialog);
      g_object_unref (dialog);
      return;
    }
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, errand->widget);
}

/* --- To a file -------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_path_files_suggest_name:
 * @paths: (element-type LdrPath): paths, at least one
 *
 * Returns: (transfer full): a name for their file that every file system takes
 */
char *
ldr_path_files_suggest_name (GPtrArray *paths)
{
  const char *title = paths->len == 1 ? ldr_path_get_title (g_ptr_array_index (paths, 0)) : _ ("Paths");
  g_autofree char *name = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 60));

  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  return g_strconcat (name, LDR_PATH_FILE_SUFFIX, NULL);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    errand->say (errand->widget, _ ("Paths exported"));
  else
    present_problem (errand, _ ("Not exported"), error->message);
}

static void
write_file (GFile *file, Errand *errand)
{
  g_file_replace_contents_bytes_async (file, errand->bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, errand);
}

/**
 * ldr_path_files_export_to:
 * @widget: a widget of the window that asks
 * @paths: (element-type LdrPath): paths, at least one
 * @file: where to; what is there is replaced
 * @say: says that it is done
 *
 * Saves paths as a file; a dialog tells when that cannot be done.
 */
void
ldr_path_files_export_to (GtkWidget *widget, GPtrArray *paths, GFile *file, LdrPathSayFunc say)
{
  Errand *errand = errand_new (widget, NULL, say);

  errand->bytes = ldr_path_file_write (paths);
  write_file (file, errand);
}

static void
export_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    write_file (file, g_steal_pointer (&errand));
  else if (!ldr_outside_was_called_off (error))
    present_problem (errand, _ ("Not exported"), error->message);
}

static GtkFileDialog *
make_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Leidraad paths"));
  gtk_file_filter_add_suffix (filter, &LDR_PATH_FILE_SUFFIX[1]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

/**
 * ldr_path_files_export:
 * @widget: a widget of the window that asks
 * @paths: (element-type LdrPath): paths, at least one
 * @say: says that it is done
 *
 * Lets the user save paths as a file to share. Only questions leave the journal, no answer.
 */
void
ldr_path_files_export (GtkWidget *widget, GPtrArray *paths, LdrPathSayFunc say)
{
  Errand *errand = errand_new (widget, NULL, say);
  g_autoptr (GtkFileDialog) dialog = make_dialog (_ ("Export Paths"));
  g_autofree char *name = ldr_path_files_suggest_name (paths);

  errand->bytes = ldr_path_file_write (paths);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, get_window (widget), ldr_outside_get_cancellable (get_window (widget)),
                        export_chosen_cb, errand);
}

/* --- From a file -----------------------------------------------------------------------------------------------------
 */

/**
 * ldr_path_files_parse:
 * @bytes: a file's bytes
 * @error: return location for an #LdrContentError
 *
 * Reads a file of paths whole, or not at all. What is far too large to be one is not even looked at.
 *
 * Returns: (transfer full) (element-type LdrPath): the paths, or %NULL
 */
GPtrArray *
ldr_path_files_parse (GBytes *bytes, GError **error)
{
  if (g_bytes_get_size (bytes) > MAX_SIZE)
    {
      g_set_error_literal (error, LDR_CONTENT_ERROR, LDR_CONTENT_ERROR_SYNTAX,
                           _ ("The file is far too large to hold paths."));
      return NULL;
    }
  return ldr_path_file_read (bytes, error);
}

static void
present_refusal (const Errand *errand, const GError *error)
{
  /* Translators: %s says what is wrong, with the line of the file */
  g_autofree char *body = g_strdup_printf (_ ("%s\n\nNothing was added to your journal."), error->message);

  present_problem (errand, _ ("Not imported"), body);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!ldr_own_finish (LDR_JOURNAL (source), result, &error))
    {
      present_refusal (errand, error);
      return;
    }
  text = g_strdup_printf (ngettext ("%u path added", "%u paths added", errand->n_paths), errand->n_paths);
  errand->say (errand->widget, text);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autoptr (GPtrArray) paths = bytes != NULL ? ldr_path_files_parse (bytes, &error) : NULL;
  LdrJournal *journal = errand->journal;

  if (paths == NULL)
    {
      present_refusal (errand, error);
      return;
    }
  errand->n_paths = paths->len;
  ldr_own_add_paths_async (journal, paths, added_cb, g_steal_pointer (&errand));
}

static void
read_file (GFile *file, Errand *errand)
{
  g_file_load_bytes_async (file, NULL, loaded_cb, errand);
}

/**
 * ldr_path_files_import_from:
 * @widget: a widget of the window that asks
 * @journal: where the paths go
 * @file: a file of paths
 * @say: says how many there were
 *
 * Adds all paths of a file, or none: a dialog tells what is wrong, with its line.
 */
void
ldr_path_files_import_from (GtkWidget *widget, LdrJournal *journal, GFile *file, LdrPathSayFunc say)
{
  read_file (file, errand_new (widget, journal, say));
}

static void
import_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    read_file (file, g_steal_pointer (&errand));
  else if (!ldr_outside_was_called_off (error))
    present_refusal (errand, error);
}

/**
 * ldr_path_files_import:
 * @widget: a widget of the window that asks
 * @journal: where the paths go
 * @say: says how many there were
 *
 * Lets the user choose a file of paths and adds all of them, or none: what is wrong is told with its line.
 */
void
ldr_path_files_import (GtkWidget *widget, LdrJournal *journal, LdrPathSayFunc say)
{
  g_autoptr (GtkFileDialog) dialog = make_dialog (_ ("Import Paths"));

  gtk_file_dialog_open (dialog, get_window (widget), ldr_outside_get_cancellable (get_window (widget)),
                        import_chosen_cb, errand_new (widget, journal, say));
}
