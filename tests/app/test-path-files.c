/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "app/reflection/ldr-order.h"
#include "app/reflection/ldr-path-dialog.h"
#include "app/reflection/ldr-path-files.h"
#include "app/reflection/ldr-path-jobs.h"
#include "app/reflection/ldr-question-list.h"
#include "ldr-journal-testing.h"
#include "model/ldr-id.h"

/* Own paths to a file and back, and in another order: all that a hand on the mouse does but the moving of it. */

typedef struct
{
  LdrJournal *journal;
  GtkWidget *window;
  AdwDialog *dialog;
  char *folder;
} Fixture;

static char *said = NULL;

static void
say (GtkWidget *widget, const char *text)
{
  g_set_str (&said, text);
}

static gboolean
is_said (gpointer data)
{
  return said != NULL;
}

static gboolean
is_over (gpointer result)
{
  return *(GAsyncResult **) result != NULL;
}

static char *
list_titles (LdrJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LdrOwnThings) own = NULL;
  g_autoptr (GString) titles = g_string_new (NULL);

  ldr_own_read_async (journal, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (is_over, &result);
  own = ldr_own_read_finish (journal, result, NULL);
  for (guint i = 0; i < own->paths->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "," : "", ldr_path_get_title (g_ptr_array_index (own->paths, i)));
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static LdrPath *
make_path (const char *title)
{
  g_autofree char *id = ldr_id_new (), *step = ldr_id_new ();
  LdrPath *path = ldr_path_new_own (id, title, "A summary");

  g_ptr_array_add (path->steps, ldr_prompt_new_own (step, "What did {name} hear?", 3));
  return path;
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *title)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (title == NULL || g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GtkWidget *top;
  const char *title;
} Wanted;

static gboolean
has_row (gpointer data)
{
  const Wanted *wanted = data;

  return find (wanted->top, ADW_TYPE_ACTION_ROW, wanted->title) != NULL;
}

static GtkWidget *
wait_for_row (Fixture *self, const char *title)
{
  Wanted wanted = { GTK_WIDGET (self->dialog), title };

  ldr_testing_wait_for (has_row, &wanted);
  return find (wanted.top, ADW_TYPE_ACTION_ROW, title);
}

static gboolean
has_alert (gpointer window)
{
  return find (window, ADW_TYPE_ALERT_DIALOG, NULL) != NULL;
}

/* What the dialog that tells of a failure says, once it is there; it is closed. */
static char *
wait_for_alert (Fixture *self, const char *heading)
{
  AdwAlertDialog *alert;
  char *body;

  ldr_testing_wait_for (has_alert, self->window);
  alert = ADW_ALERT_DIALOG (find (self->window, ADW_TYPE_ALERT_DIALOG, NULL));
  g_assert_cmpstr (adw_alert_dialog_get_heading (alert), ==, heading);
  body = g_strdup (adw_alert_dialog_get_body (alert));
  adw_dialog_force_close (ADW_DIALOG (alert));
  ldr_testing_run_for (50);
  return body;
}

/* A dialog over a journal with two paths. */
static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_path_unref);
  g_autoptr (GAsyncResult) result = NULL;

  g_clear_pointer (&said, g_free);
  self->folder = g_dir_make_tmp ("leidraad-paths-XXXXXX", NULL);
  self->journal = ldr_testing_create_journal (0);
  g_ptr_array_add (paths, make_path ("First"));
  g_ptr_array_add (paths, make_path ("Second"));
  ldr_own_add_paths_async (self->journal, paths, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (is_over, &result);
  g_assert_true (ldr_own_finish (self->journal, result, NULL));
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), adw_bin_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 640);
  gtk_window_present (GTK_WINDOW (self->window));
  self->dialog = ldr_path_dialog_new (self->journal);
  adw_dialog_present (self->dialog, self->window);
  wait_for_row (self, "Second");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *file = g_build_filename (self->folder, "paths.xml", NULL);

  adw_dialog_force_close (self->dialog);
  gtk_window_destroy (GTK_WINDOW (self->window));
  ldr_testing_run_for (50);
  ldr_testing_close_journal (self->journal);
  g_unlink (file);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

static GPtrArray *
read_paths (LdrJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LdrOwnThings) own = NULL;

  ldr_own_read_async (journal, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (is_over, &result);
  own = ldr_own_read_finish (journal, result, NULL);
  return g_ptr_array_ref (own->paths);
}

/* Exported, the paths are in the file; imported, they are in the journal and on the screen, beside those they are a
 * copy of. */
static void
test_there_and_back (Fixture *self, gconstpointer data)
{
  g_autofree char *name = g_build_filename (self->folder, "paths.xml", NULL), *text = NULL, *titles = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GPtrArray) paths = read_paths (self->journal), all = NULL;

  ldr_path_files_export_to (GTK_WIDGET (self->dialog), paths, file, say);
  ldr_testing_wait_for (is_said, NULL);
  g_assert_cmpstr (said, ==, "Paths exported");
  g_assert_true (g_file_get_contents (name, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<title>Second</title>"));
  g_clear_pointer (&said, g_free);
  ldr_path_files_import_from (GTK_WIDGET (self->dialog), self->journal, file, say);
  ldr_testing_wait_for (is_said, NULL);
  g_assert_cmpstr (said, ==, "2 paths added");
  titles = list_titles (self->journal);
  g_assert_cmpstr (titles, ==, "First,Second,First,Second");
  all = read_paths (self->journal);
  g_assert_cmpstr (((LdrPath *) g_ptr_array_index (all, 0))->id, !=, ((LdrPath *) g_ptr_array_index (all, 2))->id);
}

static const struct
{
  const char *text;
  const char *problem;
} bad_files[] = {
  { "<paths version=\"1\">\n<path><title>Good</title><step>Q?</step></path>\n<path><title>Bad</title></path>\n</paths>",
    "Line 3" },
  { "<paths version=\"1\">\n<path>\n<title>Open", "line 3" },
  { "not a file of paths", "line 1" },
  { "<paths version=\"99\"></paths>", "Line 1" },
};

/* A bad file is told of with its line, and nothing of it comes in, also not the path that is good. */
static void
test_bad_files (Fixture *self, gconstpointer data)
{
  g_autofree char *name = g_build_filename (self->folder, "paths.xml", NULL), *titles = NULL, *missing = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (name);

  for (gsize i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *body = NULL;

      g_assert_true (g_file_set_contents (name, bad_files[i].text, -1, NULL));
      ldr_path_files_import_from (GTK_WIDGET (self->dialog), self->journal, file, say);
      body = wait_for_alert (self, "Not imported");
      g_test_message ("%s", body);
      g_assert_nonnull (strstr (body, bad_files[i].problem));
      g_assert_nonnull (strstr (body, "Nothing was added to your journal."));
    }
  g_unlink (name);
  ldr_path_files_import_from (GTK_WIDGET (self->dialog), self->journal, file, say);
  missing = wait_for_alert (self, "Not imported");
  g_assert_cmpstr (missing, !=, "");
  g_assert_null (said);
  titles = list_titles (self->journal);
  g_assert_cmpstr (titles, ==, "First,Second");
}

/* What could not be written is not said to be. */
static void
test_not_exported (Fixture *self, gconstpointer data)
{
  g_autofree char *name = g_build_filename (self->folder, "no", "paths.xml", NULL), *body = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GPtrArray) paths = read_paths (self->journal);

  ldr_path_files_export_to (GTK_WIDGET (self->dialog), paths, file, say);
  body = wait_for_alert (self, "Not exported");
  g_assert_cmpstr (body, !=, "");
  g_assert_null (said);
}

/* --- Dragging --------------------------------------------------------------------------------------------------------
 */

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkEventController *controller = find_controller (child, type);

      if (controller != NULL)
        return controller;
    }
  return NULL;
}

/* What the drag of a row by its handle carries is let go of over another. Returns: whether that took it. */
static gboolean
drag (GtkWidget *row, GtkWidget *onto)
{
  GtkEventController *source = find_controller (row, GTK_TYPE_DRAG_SOURCE);
  GtkEventController *target = find_controller (onto, GTK_TYPE_DROP_TARGET);
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_true (gtk_drag_source_get_actions (GTK_DRAG_SOURCE (source))
                 == gtk_drop_target_get_actions (GTK_DROP_TARGET (target)));
  g_signal_emit_by_name (source, "prepare", 5.0, 5.0, &content);
  g_assert_nonnull (content);
  g_value_init (&value,
                gdk_content_formats_get_gtypes (gtk_drop_target_get_formats (GTK_DROP_TARGET (target)), NULL)[0]);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_signal_emit_by_name (target, "drop", &value, 5.0, 5.0, &taken);
  return taken;
}

static gboolean
is_turned (gpointer journal)
{
  g_autofree char *titles = list_titles (journal);

  return g_str_equal (titles, "Second,First");
}

/* A path that is dragged before another is there in the journal too, and cannot be dragged among those of Leidraad. */
static void
test_drag_paths (Fixture *self, gconstpointer data)
{
  GtkWidget *brought = wait_for_row (self, "Week review");

  g_assert_null (find_controller (brought, GTK_TYPE_DRAG_SOURCE));
  g_assert_null (find_controller (brought, GTK_TYPE_DROP_TARGET));
  g_assert_true (drag (wait_for_row (self, "Second"), wait_for_row (self, "First")));
  ldr_testing_wait_for (is_turned, self->journal);
}

static GtkWidget *
make_questions (const char *const *ids)
{
  GtkWidget *list = ldr_question_list_new ();
  g_autoptr (GPtrArray) prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_prompt_unref);

  for (; *ids != NULL; ids++)
    g_ptr_array_add (prompts, ldr_prompt_new_own (*ids, *ids, 2));
  ldr_question_list_set_prompts (LDR_QUESTION_LIST (list), prompts);
  return list;
}

static char *
get_ids (GtkWidget *list)
{
  g_autoptr (GPtrArray) prompts = ldr_question_list_get_prompts (LDR_QUESTION_LIST (list));
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < prompts->len; i++)
    g_string_append (ids, ((LdrPrompt *) g_ptr_array_index (prompts, i))->facts.id);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* Questions go down and up, stay where they are on themselves, and do not go over to another list. */
static void
test_drag_questions (void)
{
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = make_questions ((const char *const[]) { "a", "b", "c", NULL });
  GtkWidget *other = make_questions ((const char *const[]) { "d", NULL });
  g_autofree char *down = NULL, *up = NULL, *same = NULL, *apart = NULL;

  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), other);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (drag (find (list, ADW_TYPE_ENTRY_ROW, "Question 1"), find (list, ADW_TYPE_ENTRY_ROW, "Question 3")));
  down = get_ids (list);
  g_assert_cmpstr (down, ==, "bca");
  g_assert_true (drag (find (list, ADW_TYPE_ENTRY_ROW, "Question 2"), find (list, ADW_TYPE_ENTRY_ROW, "Question 1")));
  up = get_ids (list);
  g_assert_cmpstr (up, ==, "cba");
  drag (find (list, ADW_TYPE_ENTRY_ROW, "Question 2"), find (list, ADW_TYPE_ENTRY_ROW, "Question 2"));
  same = get_ids (list);
  g_assert_cmpstr (same, ==, "cba");
  g_assert_false (drag (find (other, ADW_TYPE_ENTRY_ROW, "Question 1"), find (list, ADW_TYPE_ENTRY_ROW, "Question 2")));
  apart = get_ids (list);
  g_assert_cmpstr (apart, ==, "cba");
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/path-files/there-and-back", test_there_and_back);
  ADD ("/path-files/bad-files", test_bad_files);
  ADD ("/path-files/not-exported", test_not_exported);
  ADD ("/path-files/drag-paths", test_drag_paths);
  g_test_add_func ("/path-files/drag-questions", test_drag_questions);
  return g_test_run ();
}
