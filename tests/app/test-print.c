/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/shelf/ldr-outside.h"
#include "app/widgets/ldr-print-preview.h"
#include "app/widgets/ldr-print.h"
#include "report/document/ldr-document-runs.h"
#include "tests/ldr-find-testing.h"

/* Paper: what is printed, what is shown before, and what is forgotten when the journal is locked. */

#define SECRET "Sanne doubts herself"

typedef struct
{
  GtkWidget *window;
  GtkWidget *overlay;
  GtkWidget *page;
  LdrPrint *print;
  char *folder;
  char *pdf;
  guint n_drawn;
  guint n_freed;
  guint n_sent;
} Stage;

static void
draw_cb (gpointer data, guint page, cairo_t *cairo, double width, double height)
{
  Stage *stage = data;
  PangoContext *context = ldr_print_create_context (cairo);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  g_assert_cmpfloat (width, >, 400);
  g_assert_cmpfloat (height, >, 600);
  stage->n_drawn++;
  pango_layout_set_text (layout, SECRET, -1);
  pango_cairo_show_layout (cairo, layout);
  g_object_unref (context);
}

static void
freed_cb (gpointer data)
{
  ((Stage *) data)->n_freed++;
}

static void
sent_cb (Stage *stage)
{
  stage->n_sent++;
}

static void
set_up (Stage *stage, gconstpointer data)
{
  stage->window = adw_window_new ();
  stage->overlay = adw_toast_overlay_new ();
  stage->page = adw_bin_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (stage->overlay), stage->page);
  adw_window_set_content (ADW_WINDOW (stage->window), stage->overlay);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 700, 600);
  gtk_window_present (GTK_WINDOW (stage->window));
  stage->print = ldr_print_new ("Progress", 3, draw_cb, stage, freed_cb);
  g_signal_connect_swapped (stage->print, "sent", G_CALLBACK (sent_cb), stage);
  stage->folder = g_dir_make_tmp ("leidraad-print-XXXXXX", NULL);
  stage->pdf = g_build_filename (stage->folder, "out.pdf", NULL);
}

static void
tear_down (Stage *stage, gconstpointer data)
{
  g_clear_object (&stage->print);
  if (stage->window != NULL)
    gtk_window_destroy (GTK_WINDOW (stage->window));
  g_remove (stage->pdf);
  g_assert_cmpint (g_rmdir (stage->folder), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (stage->n_freed, ==, 1);
  g_free (stage->folder);
  g_free (stage->pdf);
}

static GtkPrintOperationResult export (Stage *stage, GtkPrintOperation *operation)
{
  gtk_print_operation_set_export_filename (operation, stage->pdf);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static void
wait_for_words (Stage *stage, const char *words)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!says (stage->window, words))
    {
      if (g_get_monotonic_time () > end)
        g_error ("Nobody says “%s”", words);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* Every page is drawn, and it is said only then that they went out. */
static void
test_printed (Stage *stage, gconstpointer data)
{
  g_autoptr (GtkPrintOperation) operation = ldr_print_make_operation (stage->print, stage->page);

  g_assert_cmpint (export (stage, operation), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpuint (stage->n_drawn, ==, 3);
  g_assert_cmpuint (stage->n_sent, ==, 1);
  g_assert_cmpuint (stage->n_freed, ==, 1);
  wait_for_words (stage, "Sent to the printer");
}

/* What did not go out is not said to have gone. */
static void
test_results (Stage *stage, gconstpointer data)
{
  g_autoptr (GtkPrintOperation) first = ldr_print_make_operation (stage->print, stage->page);

  g_signal_emit_by_name (first, "done", GTK_PRINT_OPERATION_RESULT_ERROR);
  wait_for_words (stage, "Not printed. Is the printer there?");
  g_assert_cmpuint (stage->n_sent, ==, 0);
  g_signal_emit_by_name (first, "done", GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_false (says (stage->window, "Sent to the printer"));
  g_assert_cmpuint (stage->n_sent, ==, 0);
}

static void
lock (Stage *stage)
{
  ldr_outside_call_off (GTK_WINDOW (stage->window));
}

static void
take_page_away (Stage *stage)
{
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (stage->overlay), NULL);
}

static void
close_window (Stage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  stage->window = NULL;
}

/* A dialog that is answered after that prints nothing, and nothing is said. */
static void
test_forgotten (Stage *stage, gconstpointer data)
{
  static void (*const ends[]) (Stage *) = { lock, take_page_away, close_window };
  g_autoptr (GtkPrintOperation) operation = ldr_print_make_operation (stage->print, stage->page);

  ends[GPOINTER_TO_INT (data)](stage);
  g_assert_cmpuint (stage->n_freed, ==, 1);
  g_assert_cmpint (export (stage, operation), ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_cmpuint (stage->n_drawn, ==, 0);
  g_assert_cmpuint (stage->n_sent, ==, 0);
}

static void
lock_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Stage *stage)
{
  if (page == 1)
    lock (stage);
}

/* Half of it is drawn when the journal is locked. */
static void
test_half (Stage *stage, gconstpointer data)
{
  g_autoptr (GtkPrintOperation) operation = ldr_print_make_operation (stage->print, stage->page);

  g_signal_connect (operation, "draw-page", G_CALLBACK (lock_cb), stage);
  g_assert_cmpint (export (stage, operation), ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_cmpuint (stage->n_drawn, <=, 2);
  g_assert_cmpuint (stage->n_freed, ==, 1);
  g_assert_cmpuint (stage->n_sent, ==, 0);
}

static guint
count_temporary_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
note_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, int *noted)
{
  *noted = (int) result;
}

static AdwDialog *
preview (Stage *stage)
{
  g_autoptr (GtkPrintOperation) operation = ldr_print_make_operation (stage->print, stage->page);
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  int result = -1;

  g_signal_connect (operation, "done", G_CALLBACK (note_cb), &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, GTK_WINDOW (stage->window), NULL);
  while (result < 0 || stage->n_drawn == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpint (result, !=, GTK_PRINT_OPERATION_RESULT_APPLY);
  return ADW_DIALOG (ldr_testing_find (stage->window, LDR_TYPE_PRINT_PREVIEW));
}

/* Until it is shown whole: as high as its width asks for. */
static void
wait_for_page (GtkWidget *picture)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_assert_nonnull (picture);
  while (gtk_widget_get_width (picture) < 200
         || ABS (gtk_widget_get_height (picture) - gtk_widget_get_width (picture) * 297 / 210) > 3)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* The pages are shown here, no file is written, and nothing is said to have been printed. */
static void
test_preview (Stage *stage, gconstpointer data)
{
  guint n_files = count_temporary_files ();
  AdwDialog *dialog = preview (stage);

  g_assert_nonnull (dialog);
  wait_for_page (ldr_testing_find (GTK_WIDGET (dialog), GTK_TYPE_PICTURE));
  g_assert_cmpuint (count_temporary_files (), ==, n_files);
  g_assert_cmpuint (stage->n_sent, ==, 0);
  g_assert_false (says (stage->window, "Sent to the printer"));
  g_assert_cmpuint (stage->n_freed, ==, 0);
  adw_dialog_force_close (dialog);
  g_assert_cmpuint (stage->n_freed, ==, 1);
}

static gboolean
is_shown (Stage *stage)
{
  return ldr_testing_find (stage->window, LDR_TYPE_PRINT_PREVIEW) != NULL;
}

/* The preview goes with the journal. */
static void
test_preview_locked (Stage *stage, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_assert_nonnull (preview (stage));
  lock (stage);
  g_assert_cmpuint (stage->n_freed, ==, 1);
  while (is_shown (stage))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static GtkWidget *
find_suggested (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, "suggested-action") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_suggested (child);
  return found;
}

static void
print_wanted_cb (gboolean *wanted)
{
  *wanted = TRUE;
}

/* From the preview one goes on to the printer. */
static void
test_preview_prints (Stage *stage, gconstpointer data)
{
  AdwDialog *dialog = preview (stage);
  GtkWidget *button = find_suggested (GTK_WIDGET (dialog));
  gboolean wanted = FALSE;

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Print…");
  /* The dialog for printers itself is not opened: its answers are those of the other tests. */
  g_signal_handlers_disconnect_matched (dialog, G_SIGNAL_MATCH_ID, g_signal_lookup ("print", LDR_TYPE_PRINT_PREVIEW), 0,
                                        NULL, NULL, NULL);
  g_signal_connect_swapped (dialog, "print", G_CALLBACK (print_wanted_cb), &wanted);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (wanted);
}

/* The file that GTK leaves behind for the portal goes with the operation; one that the user chose stays. */
static void
test_file (Stage *stage, gconstpointer data)
{
  gboolean is_ours = GPOINTER_TO_INT (data) != 0;
  g_autofree char *path = g_build_filename (is_ours ? g_get_tmp_dir () : stage->folder, "gtkprintABC123", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  GtkPrintOperation *operation = ldr_print_make_operation (stage->print, stage->page);

  g_assert_true (g_file_set_contents (path, SECRET, -1, NULL));
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_operation_set_print_settings (operation, settings);
  g_assert_cmpint (export (stage, operation), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_object_unref (operation);
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, !is_ours);
  g_remove (path);
}

static LdrPages *
make_pages (LdrPaper paper)
{
  g_autoptr (LdrPages) pages = ldr_pages_new (NULL);
  g_autoptr (LdrDocumentWriter) writer = ldr_pages_write (pages);
  g_autoptr (LdrDocumentMeta) meta = ldr_document_meta_new (SECRET, "en");

  meta->paper = paper;
  g_assert_true (ldr_document_writer_begin (writer, meta, NULL, NULL));
  for (guint i = 0; i < 80; i++)
    {
      g_autoptr (GPtrArray) runs = ldr_document_runs_new ("A paragraph", 0);

      g_assert_true (ldr_document_writer_push (writer, ldr_document_paragraph_new (runs), NULL));
    }
  g_assert_true (ldr_document_writer_end (writer, NULL));
  return g_steal_pointer (&pages);
}

static char *
ask (const char *tool, const char *path)
{
  g_autofree char *command = g_strdup_printf (tool, path);
  char *answer = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &answer, NULL, NULL, NULL));
  return answer;
}

/* The pages of a document go out as they are: as many, with their texts. */
static void
test_pages (Stage *stage, gconstpointer data)
{
  LdrPages *pages = make_pages (GPOINTER_TO_INT (data));
  g_autoptr (LdrPrint) print = ldr_print_new_for_pages ("Progress", pages);
  g_autoptr (GtkPrintOperation) operation = ldr_print_make_operation (print, stage->page);
  g_autofree char *text = NULL, *facts = NULL, *expected = NULL;

  expected = g_strdup_printf ("Pages:           %u\n", ldr_pages_get_n_pages (pages));
  g_assert_cmpuint (ldr_pages_get_n_pages (pages), >, 1);
  ldr_pages_unref (pages);
  g_assert_cmpint (export (stage, operation), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  facts = ask ("pdfinfo %s", stage->pdf);
  g_assert_nonnull (strstr (facts, expected));
  text = ask ("pdftotext %s -", stage->pdf);
  g_assert_nonnull (strstr (text, SECRET));
}

#define ADD(path, data, function)                                                                                      \
  g_test_add ("/print/" path, Stage, GINT_TO_POINTER (data), set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  ADD ("printed", 0, test_printed);
  ADD ("results", 0, test_results);
  ADD ("forgotten/lock", 0, test_forgotten);
  ADD ("forgotten/page", 1, test_forgotten);
  ADD ("forgotten/window", 2, test_forgotten);
  ADD ("half", 0, test_half);
  ADD ("preview", 0, test_preview);
  ADD ("preview/locked", 0, test_preview_locked);
  ADD ("preview/prints", 0, test_preview_prints);
  ADD ("file/left", 1, test_file);
  ADD ("file/chosen", 0, test_file);
  ADD ("pages/a4", LDR_PAPER_A4, test_pages);
  ADD ("pages/letter", LDR_PAPER_LETTER, test_pages);
  return g_test_run ();
}
