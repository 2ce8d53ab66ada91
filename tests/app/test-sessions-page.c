/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "app/editor/ldr-editor.h"
#include "app/goals/ldr-check-in-row.h"
#include "app/reflection/ldr-order.h"
#include "app/sessions/ldr-agenda-list.h"
#include "app/sessions/ldr-agree-part.h"
#include "app/sessions/ldr-evaluation-row.h"
#include "app/sessions/ldr-hold-part.h"
#include "app/sessions/ldr-prepare-part.h"
#include "app/sessions/ldr-session-note.h"
#include "app/sessions/ldr-session-page.h"
#include "app/sessions/ldr-sessions-page.h"
#include "app/widgets/ldr-line-row.h"
#include "ldr-journal-testing.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-sessions.h"

#define MINUTE ((gint64) 60 * 1000)
#define DAY (24 * 60 * MINUTE)

/* --- A stage ---------------------------------------------------------------------------------------------------------
 */

/* What stands around the place in the window: it answers the ways to other places. */
#define TEST_TYPE_AROUND (test_around_get_type ())
G_DECLARE_FINAL_TYPE (TestAround, test_around, TEST, AROUND, AdwBin)

struct _TestAround
{
  AdwBin parent_instance;

  char *went;
};

G_DEFINE_FINAL_TYPE (TestAround, test_around, ADW_TYPE_BIN)

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TestAround *self = TEST_AROUND (widget);

  g_free (self->went);
  self->went = g_strdup_printf ("%s %s", name, g_variant_get_string (parameter, NULL));
}

static void
test_around_finalize (GObject *object)
{
  g_free (TEST_AROUND (object)->went);
  G_OBJECT_CLASS (test_around_parent_class)->finalize (object);
}

static void
test_around_class_init (TestAroundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_around_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "place.open-entry", "s", go_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "place.open-goal", "s", go_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "place.reflect", "s", go_action);
}

static void
test_around_init (TestAround *self)
{
}

typedef struct
{
  LdrJournal *journal;
  GtkWidget *window;
  TestAround *around;
  LdrSessionsPage *page;
} Stage;

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static gpointer
run (LdrJournal *journal, LdrJournalFunc func, gpointer data, GDestroyNotify free_value)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  gpointer value;

  ldr_journal_run_async (journal, func, data, NULL, free_value, NULL, keep_result_cb, &result);
  ldr_testing_wait_for (has_result, &result);
  value = ldr_journal_run_finish (journal, result, &error);
  g_assert_no_error (error);
  return value;
}

static void
set_up (Stage *stage, LdrRole role)
{
  stage->journal = ldr_testing_create_journal (0);
  if (role == LDR_ROLE_COACH)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne", role);

      ldr_journal_set_info_async (stage->journal, info, NULL, keep_result_cb, &result);
      ldr_testing_wait_for (has_result, &result);
      g_assert_true (ldr_journal_set_info_finish (stage->journal, result, NULL));
    }
}

static void
show (Stage *stage)
{
  stage->window = adw_window_new ();
  stage->around = g_object_new (TEST_TYPE_AROUND, NULL);
  stage->page = LDR_SESSIONS_PAGE (ldr_sessions_page_new (stage->journal));
  adw_bin_set_child (ADW_BIN (stage->around), GTK_WIDGET (stage->page));
  adw_window_set_content (ADW_WINDOW (stage->window), GTK_WIDGET (stage->around));
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1000, 800);
  gtk_window_present (GTK_WINDOW (stage->window));
}

static void
tear_down (Stage *stage)
{
  ldr_testing_run_for (50);
  g_object_add_weak_pointer (G_OBJECT (stage->page), (gpointer *) &stage->page);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  ldr_testing_run_for (300);
  g_assert_null (stage->page);
  ldr_testing_close_journal (stage->journal);
}

/* --- Looking ---------------------------------------------------------------------------------------------------------
 */

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
gather_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_TEXT (widget))
    g_string_append_printf (text, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather_text (child, text);
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  gather_text (widget, text);
  return strstr (text->str, words) != NULL;
}

typedef struct
{
  GtkWidget *widget;
  const char *words;
} Wanted;

static gboolean
shows_cb (gpointer data)
{
  const Wanted *wanted = data;

  return says (wanted->widget, wanted->words);
}

static gboolean
hides_cb (gpointer data)
{
  return !shows_cb (data);
}

static void
wait_for_words (Stage *stage, const char *words)
{
  Wanted wanted = { stage->window, words };

  g_test_message ("waiting for “%s”", words);
  ldr_testing_wait_for (shows_cb, &wanted);
}

static void
wait_until_gone (Stage *stage, const char *words)
{
  Wanted wanted = { stage->window, words };

  g_test_message ("waiting until “%s” is gone", words);
  ldr_testing_wait_for (hides_cb, &wanted);
}

/* The smallest widget of a type with these words in it. */
static GtkWidget *
find_with_words (GtkWidget *widget, GType type, const char *words)
{
  if (!gtk_widget_get_mapped (widget) || !says (widget, words))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_with_words (child, type, words);

      if (found != NULL)
        return found;
    }
  return g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;
}

static GtkWidget *
find_by_tooltip (GtkWidget *widget, const char *tooltip)
{
  if (gtk_widget_get_mapped (widget) && GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What a row is dragged by. */
static GtkWidget *
find_handle (GtkWidget *widget)
{
  if (GTK_IS_IMAGE (widget)
      && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), "list-drag-handle-symbolic") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_handle (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Every control that can have the focus says what it is. */
static void
check_names (GtkWidget *widget)
{
  /* What GTK makes itself has the names that GTK gives. */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    return;
  if (gtk_widget_get_focusable (widget) && gtk_widget_is_sensitive (widget)
      && (GTK_IS_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_TEXT_VIEW (widget)
          || GTK_IS_CHECK_BUTTON (widget)))
    {
      g_autoptr (GString) text = g_string_new (NULL);

      gather_text (widget, text);
      if (text->len == 0 && gtk_widget_get_tooltip_text (widget) == NULL
          && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
          && !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
        g_error ("A %s has no name", G_OBJECT_TYPE_NAME (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
check_narrow (Stage *stage)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (stage->page), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

/* --- Acting ----------------------------------------------------------------------------------------------------------
 */

static void
click (Stage *stage, const char *words)
{
  GtkWidget *control = find_with_words (stage->window, GTK_TYPE_BUTTON, words);

  g_assert_nonnull (control);
  g_signal_emit_by_name (control, "clicked");
}

static void
write_note (GtkWidget *note, const char *text)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (ldr_editor_get_view (LDR_EDITOR (find_widget (note, LDR_TYPE_EDITOR))));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static GtkWidget *
find_private_note (Stage *stage)
{
  GtkWidget *title = find_with_words (stage->window, GTK_TYPE_LABEL, "Private notes");

  while (title != NULL && !gtk_widget_has_css_class (title, "private-notes"))
    title = gtk_widget_get_parent (title);
  g_assert_nonnull (title);
  return find_widget (title, LDR_TYPE_SESSION_NOTE);
}

static void
add_line (GtkWidget *part, const char *title, const char *text)
{
  GtkWidget *row = find_with_words (part, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

static GtkWidget *
open_session (Stage *stage, const char *action, const char *id)
{
  show (stage);
  ldr_testing_run_for (50);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage->page), action, "s", id));
  wait_for_words (stage, "Saved");
  return find_widget (stage->window, LDR_TYPE_SESSION_PAGE);
}

static gboolean
flush (Stage *stage)
{
  g_autoptr (GAsyncResult) result = NULL;

  ldr_place_page_flush_async (LDR_PLACE_PAGE (stage->page), NULL, keep_result_cb, &result);
  ldr_testing_wait_for (has_result, &result);
  return ldr_place_page_flush_finish (LDR_PLACE_PAGE (stage->page), result, NULL);
}

/* --- What the journal holds ------------------------------------------------------------------------------------------
 */

static gpointer
save_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_session (store, data, error) ? g_strdup ("") : NULL;
}

static gpointer
save_action_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_action (store, data, error) ? g_strdup ("") : NULL;
}

static gpointer
get_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_session_with_private_notes (store, data, error);
}

static gpointer
get_plain_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_session (store, data, error);
}

static gpointer
list_sessions_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_sessions (store, LDR_SESSIONS_ALL, error);
}

static gpointer
list_actions_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_actions (store, error);
}

static gpointer
list_session_actions_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_session_actions (store, data, error);
}

static LdrSession *
get_session (Stage *stage, const char *id)
{
  return run (stage->journal, get_session_func, (gpointer) id, (GDestroyNotify) ldr_session_unref);
}

static GPtrArray *
list_sessions (Stage *stage)
{
  return run (stage->journal, list_sessions_func, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
list_actions (Stage *stage)
{
  return run (stage->journal, list_actions_func, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/* So many days from now. */
static LdrSession *
make_session (int days)
{
  g_autoptr (GDateTime) starts = ldr_moment_to_local (ldr_moment_now () + days * DAY);

  return ldr_session_new (starts);
}

static char *
keep_session (Stage *stage, LdrSession *session)
{
  g_free (run (stage->journal, save_session_func, session, g_free));
  return g_strdup (session->id);
}

static void
keep_action (Stage *stage, LdrSession *session, const char *text)
{
  g_autoptr (LdrAction) action = ldr_action_new (session, text);

  g_free (run (stage->journal, save_action_func, action, g_free));
}

/* --- The list --------------------------------------------------------------------------------------------------------
 */

static void
test_plan (void)
{
  Stage stage;
  g_autoptr (GPtrArray) sessions = NULL;
  GtkWidget *dialog;

  set_up (&stage, LDR_ROLE_LEADER);
  show (&stage);
  wait_for_words (&stage, "with your coach");
  check_narrow (&stage);
  click (&stage, "Plan the First Session");
  wait_for_words (&stage, "Plan a Session");
  dialog = find_with_words (stage.window, ADW_TYPE_DIALOG, "Plan a Session");
  check_names (dialog);
  gtk_editable_set_text (GTK_EDITABLE (find_with_words (dialog, ADW_TYPE_ENTRY_ROW, "Place")), "Room 3");
  g_signal_emit_by_name (find_with_words (dialog, GTK_TYPE_BUTTON, "Plan"), "clicked");
  wait_for_words (&stage, "60 minutes · Room 3");
  sessions = list_sessions (&stage);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_cmpstr (((LdrSessionSummary *) g_ptr_array_index (sessions, 0))->location, ==, "Room 3");
  check_names (stage.window);
  tear_down (&stage);
}

static void
test_list (void)
{
  Stage stage;
  g_autoptr (LdrSession) held = make_session (-20);
  g_autoptr (LdrSession) cancelled = make_session (-10);
  g_autoptr (LdrSession) next = make_session (3);
  g_autoptr (LdrSession) later = make_session (30);

  set_up (&stage, LDR_ROLE_COACH);
  ldr_session_close (held, ldr_moment_now ());
  ldr_session_cancel (cancelled);
  g_free (keep_session (&stage, held));
  g_free (keep_session (&stage, cancelled));
  g_free (keep_session (&stage, next));
  g_free (keep_session (&stage, later));
  keep_action (&stage, held, "Call the carrier");
  show (&stage);
  wait_for_words (&stage, "Also planned");
  wait_for_words (&stage, "Held in ");
  wait_for_words (&stage, "Cancelled");
  wait_for_words (&stage, "1 open action");
  wait_for_words (&stage, "Sanne");
  g_assert_nonnull (find_with_words (stage.window, GTK_TYPE_BUTTON, "Prepare"));
  check_names (stage.window);
  check_narrow (&stage);
  tear_down (&stage);
}

/* What is ticked goes from the list and can be brought back. */
static void
test_tick (void)
{
  Stage stage;
  g_autoptr (LdrSession) held = make_session (-20);
  g_autoptr (GPtrArray) done = NULL;
  g_autoptr (GPtrArray) open = NULL;
  GtkWidget *row;

  set_up (&stage, LDR_ROLE_LEADER);
  ldr_session_close (held, ldr_moment_now ());
  g_free (keep_session (&stage, held));
  keep_action (&stage, held, "Call the carrier");
  show (&stage);
  wait_for_words (&stage, "Open actions");
  row = find_with_words (stage.window, ADW_TYPE_ACTION_ROW, "Call the carrier");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_widget (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
  wait_for_words (&stage, "“Call the carrier” is done");
  wait_until_gone (&stage, "Open actions");
  done = list_actions (&stage);
  g_assert_cmpint (((LdrAction *) g_ptr_array_index (done, 0))->state, ==, LDR_ACTION_DONE);
  click (&stage, "Undo");
  wait_for_words (&stage, "Open actions");
  open = list_actions (&stage);
  g_assert_cmpint (((LdrAction *) g_ptr_array_index (open, 0))->state, ==, LDR_ACTION_OPEN);
  tear_down (&stage);
}

/* --- Preparing -------------------------------------------------------------------------------------------------------
 */

static void
check_agenda (Stage *stage, const char *id, const char *expected)
{
  g_autoptr (LdrSession) session = NULL;
  g_autoptr (GString) points = g_string_new (NULL);

  g_assert_true (flush (stage));
  session = get_session (stage, id);
  for (guint i = 0; i < session->agenda->len; i++)
    g_string_append_printf (points, "%s%s%s", i > 0 ? ", " : "", ldr_session_get_point (session, i)->text,
                            ldr_session_get_point (session, i)->done ? "+" : "");
  g_assert_cmpstr (points->str, ==, expected);
}

static void
test_agenda (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = make_session (3);
  g_autofree char *id = NULL;
  GtkWidget *part, *row;

  set_up (&stage, LDR_ROLE_LEADER);
  id = keep_session (&stage, session);
  open_session (&stage, "sessions.prepare", id);
  part = find_widget (stage.window, LDR_TYPE_PREPARE_PART);
  add_line (part, "Add a point", "One");
  add_line (part, "Add a point", "  Two  ");
  add_line (part, "Add a point", "   ");
  add_line (part, "Add a point", "Three");
  check_agenda (&stage, id, "One, Two, Three");
  row = find_with_words (part, LDR_TYPE_LINE_ROW, "Two");
  ldr_order_move_row (GTK_LIST_BOX_ROW (row), 1);
  check_agenda (&stage, id, "One, Three, Two");
  row = find_with_words (part, LDR_TYPE_LINE_ROW, "Two");
  ldr_order_move_row (GTK_LIST_BOX_ROW (row), 1);
  check_agenda (&stage, id, "One, Three, Two");
  row = find_with_words (part, LDR_TYPE_LINE_ROW, "One");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_widget (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
  ldr_line_row_set_text (LDR_LINE_ROW (find_with_words (part, LDR_TYPE_LINE_ROW, "Three")), "Four");
  check_agenda (&stage, id, "One+, Four, Two");
  /* A point says something as long as it is there. */
  ldr_line_row_set_text (LDR_LINE_ROW (find_with_words (part, LDR_TYPE_LINE_ROW, "Four")), "");
  check_agenda (&stage, id, "One+, Four, Two");
  row = find_with_words (part, LDR_TYPE_LINE_ROW, "One");
  g_signal_emit_by_name (find_by_tooltip (row, "Remove Point"), "clicked");
  check_agenda (&stage, id, "Four, Two");
  click (&stage, "Undo");
  check_agenda (&stage, id, "One+, Four, Two");
  check_names (stage.window);
  check_narrow (&stage);
  tear_down (&stage);
}

/* What was agreed before is carried over, what is to be discussed and the goals can be put on the agenda. */
static void
test_preparation (void)
{
  Stage stage;
  g_autoptr (LdrSession) before = make_session (-14);
  g_autoptr (LdrSession) session = make_session (3);
  g_autoptr (LdrEntry) entry = ldr_entry_new ();
  g_autoptr (LdrEntry) saved = NULL;
  g_autofree char *id = NULL;
  GtkWidget *row;

  set_up (&stage, LDR_ROLE_LEADER);
  ldr_session_close (before, ldr_moment_now ());
  g_free (keep_session (&stage, before));
  keep_action (&stage, before, "Call the carrier");
  id = keep_session (&stage, session);
  keep_action (&stage, session, "Not carried over");
  ldr_entry_set_title (entry, "Four calls");
  entry->to_discuss = TRUE;
  entry->pitfalls = LDR_STYLE_BIT (LDR_STYLE_TEAM_PLAYER);
  entry->energy = 3;
  saved = ldr_testing_save_entry (stage.journal, entry);
  open_session (&stage, "sessions.prepare", id);
  wait_for_words (&stage, "Call the carrier");
  wait_for_words (&stage, "noticed in 1 entry");
  wait_for_words (&stage, "3 of 5, in 1 entry");
  g_assert_false (says (stage.window, "Not carried over"));
  row = find_with_words (stage.window, ADW_TYPE_ACTION_ROW, "Four calls");
  g_signal_emit_by_name (find_by_tooltip (row, "Put on the Agenda"), "clicked");
  check_agenda (&stage, id, "Four calls");
  g_assert_true (gtk_widget_activate (row));
  wait_for_words (&stage, "Open in Journal");
  click (&stage, "Open in Journal");
  g_assert_true (g_str_has_prefix (stage.around->went, "place.open-entry "));
  g_assert_true (g_str_has_suffix (stage.around->went, saved->id));
  click (&stage, "Reflect Before the Session");
  g_assert_cmpstr (stage.around->went, ==, "place.reflect before-a-session");
  tear_down (&stage);
}

/* --- Holding ---------------------------------------------------------------------------------------------------------
 */

static gpointer
copy_is_whole_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_session_with_private_notes (store, data, error);
}

/* What somebody finds who pulls the plug now: the file as it is on the disk. */
static LdrSession *
read_after_kill (Stage *stage, const char *id)
{
  const char *path = ldr_journal_get_path (stage->journal);
  static const char *const suffixes[] = { "", "-wal" };
  g_autoptr (LdrKey) key = ldr_key_for_file (path, "correct horse battery", NULL);
  g_autofree char *copy = g_strconcat (path, ".killed", NULL);
  LdrSession *session;
  LdrStore *store;
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (copy, suffixes[i], NULL);
      g_autofree char *bytes = NULL;
      gsize n_bytes;

      if (!g_file_test (from, G_FILE_TEST_EXISTS))
        continue;
      g_assert_true (g_file_get_contents (from, &bytes, &n_bytes, NULL));
      g_assert_true (g_file_set_contents (to, bytes, (gssize) n_bytes, NULL));
    }
  store = ldr_store_open (copy, key, &error);
  g_assert_no_error (error);
  session = copy_is_whole_func (store, (gpointer) id, NULL, &error);
  g_assert_no_error (error);
  ldr_store_free (store);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (copy, suffixes[i], NULL);

      g_remove (file);
    }
  return session;
}

static void
test_notes (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = make_session (0);
  g_autoptr (LdrSession) killed = NULL;
  g_autoptr (LdrSession) plain = NULL;
  g_autoptr (LdrSession) grown = NULL;
  g_autofree char *id = NULL;
  gint64 begin;

  set_up (&stage, LDR_ROLE_LEADER);
  id = keep_session (&stage, session);
  open_session (&stage, "sessions.hold", id);
  write_note (find_with_words (stage.window, LDR_TYPE_SESSION_NOTE, "What is worth remembering?"), "An hour a week");
  wait_for_words (&stage, "Saving…");
  write_note (find_private_note (&stage), "Tired");
  begin = g_get_monotonic_time ();
  wait_for_words (&stage, "Saved");
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 3 * G_USEC_PER_SEC);
  killed = read_after_kill (&stage, id);
  g_assert_cmpstr (killed->notes[LDR_SESSION_PART_FREE], ==, "An hour a week");
  g_assert_cmpstr (killed->private_notes, ==, "Tired");

  /* Apart: whoever does not ask for them does not get them. */
  plain = run (stage.journal, get_plain_session_func, id, (GDestroyNotify) ldr_session_unref);
  g_assert_null (plain->private_notes);
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    g_assert_null (strstr (plain->notes[i], "Tired"));

  adw_toggle_group_set_active_name (
      ADW_TOGGLE_GROUP (find_widget (find_widget (stage.window, LDR_TYPE_HOLD_PART), ADW_TYPE_TOGGLE_GROUP)), "grow");
  g_assert_false (says (stage.window, "What is worth remembering?"));
  write_note (find_with_words (stage.window, LDR_TYPE_SESSION_NOTE, "What could you do?"), "Swap a shift");
  g_assert_true (flush (&stage));
  grown = get_session (&stage, id);
  g_assert_cmpint (grown->form, ==, LDR_SESSION_GROW);
  g_assert_cmpstr (grown->notes[LDR_SESSION_PART_OPTIONS], ==, "Swap a shift");
  g_assert_cmpstr (grown->notes[LDR_SESSION_PART_FREE], ==, "An hour a week");
  check_names (stage.window);
  check_narrow (&stage);
  tear_down (&stage);
}

/* Leaving the page saves its last words. */
static void
test_leave (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = make_session (0);
  g_autoptr (LdrSession) left = NULL;
  g_autofree char *id = NULL;

  set_up (&stage, LDR_ROLE_COACH);
  id = keep_session (&stage, session);
  open_session (&stage, "sessions.hold", id);
  wait_for_words (&stage, "What is worth remembering?");
  write_note (find_private_note (&stage), "The last words");
  gtk_editable_set_text (GTK_EDITABLE (find_with_words (stage.window, ADW_TYPE_ENTRY_ROW, "Add a point")), "Begun");
  gtk_widget_activate_action (find_widget (stage.window, LDR_TYPE_SESSION_PAGE), "navigation.pop", NULL);
  g_assert_true (flush (&stage));
  left = get_session (&stage, id);
  g_assert_cmpstr (left->private_notes, ==, "The last words");
  g_assert_cmpuint (left->agenda->len, ==, 1);
  g_assert_cmpstr (ldr_session_get_point (left, 0)->text, ==, "Begun");
  tear_down (&stage);
}

static void
test_clock (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = make_session (0);
  g_autoptr (LdrSession) begun = NULL;
  g_autoptr (LdrSession) ended = NULL;
  g_autoptr (LdrSession) undone = NULL;
  g_autofree char *id = NULL;
  gint64 before = ldr_moment_now ();

  set_up (&stage, LDR_ROLE_LEADER);
  id = keep_session (&stage, session);
  open_session (&stage, "sessions.hold", id);
  g_assert_null (find_by_tooltip (stage.window, "Pause"));
  click (&stage, "Begin");
  wait_for_words (&stage, "0 of 60 minutes");
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (stage.window))));
  g_assert_true (flush (&stage));
  begun = get_session (&stage, id);
  g_assert_true (ldr_session_is_under_way (begun));
  g_assert_cmpint (begun->opened, >=, before);
  g_signal_emit_by_name (find_by_tooltip (stage.window, "Pause"), "clicked");
  g_assert_nonnull (find_by_tooltip (stage.window, "Go On"));
  g_signal_emit_by_name (find_by_tooltip (stage.window, "Go On"), "clicked");
  g_assert_nonnull (find_by_tooltip (stage.window, "Pause"));
  click (&stage, "End");
  wait_for_words (&stage, "Session ended");
  g_assert_true (flush (&stage));
  ended = get_session (&stage, id);
  g_assert_cmpint (ended->state, ==, LDR_SESSION_HELD);
  g_assert_cmpint (ended->opened, ==, begun->opened);
  g_assert_cmpint (ended->closed, >=, ended->opened);
  click (&stage, "Undo");
  g_assert_true (flush (&stage));
  undone = get_session (&stage, id);
  g_assert_true (ldr_session_is_under_way (undone));
  tear_down (&stage);
}

/* A clock that stands goes on standing while its page is away, and while the journal is locked. */
static void
test_pause (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = make_session (0);
  g_autoptr (LdrSession) paused = NULL;
  g_autoptr (LdrSession) left = NULL;
  g_autoptr (LdrSession) stood = NULL;
  g_autoptr (LdrSession) ended = NULL;
  g_autofree char *id = NULL;

  set_up (&stage, LDR_ROLE_LEADER);
  ldr_session_open (session, ldr_moment_now () - 20 * MINUTE);
  id = keep_session (&stage, session);
  open_session (&stage, "sessions.hold", id);
  wait_for_words (&stage, "20 of 60 minutes");
  g_signal_emit_by_name (find_by_tooltip (stage.window, "Pause"), "clicked");
  gtk_widget_activate_action (find_widget (stage.window, LDR_TYPE_SESSION_PAGE), "navigation.pop", NULL);
  g_assert_true (flush (&stage));
  paused = get_session (&stage, id);
  g_assert_true (ldr_session_is_paused (paused));
  gtk_window_destroy (GTK_WINDOW (stage.window));
  ldr_testing_run_for (100);

  /* It was laid aside for fifteen minutes. */
  left = ldr_session_copy (paused);
  left->stands -= 15 * MINUTE;
  g_free (keep_session (&stage, left));
  open_session (&stage, "sessions.hold", id);
  wait_for_words (&stage, "5 of 60 minutes");
  g_signal_emit_by_name (find_by_tooltip (stage.window, "Go On"), "clicked");
  g_assert_true (says (stage.window, "5 of 60 minutes"));
  g_assert_true (flush (&stage));
  stood = get_session (&stage, id);
  g_assert_false (ldr_session_is_paused (stood));
  g_assert_cmpint (stood->rested, >=, 15 * 60);

  /* Undoing the end of it brings the clock back as it stood. */
  g_signal_emit_by_name (find_by_tooltip (stage.window, "Pause"), "clicked");
  click (&stage, "End");
  wait_for_words (&stage, "Session ended");
  click (&stage, "Undo");
  g_assert_true (flush (&stage));
  ended = get_session (&stage, id);
  g_assert_true (ldr_session_is_paused (ended));
  g_assert_cmpint (ended->rested, ==, stood->rested);
  tear_down (&stage);
}

static gpointer
save_goal_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_goal (store, data, ldr_day_today (), error);
}

/* A goal is checked in on without leaving. */
static void
test_check_in (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = make_session (0);
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_NINJA);
  LdrMeasure *measure = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", 3, 8);
  g_autofree char *id = NULL;

  set_up (&stage, LDR_ROLE_LEADER);
  id = keep_session (&stage, session);
  ldr_goal_set_statement (goal, "Tell Ellen beforehand");
  ldr_goal_set_measure (goal, measure);
  ldr_measure_free (measure);
  ldr_goal_unref (run (stage.journal, save_goal_func, goal, (GDestroyNotify) ldr_goal_unref));
  open_session (&stage, "sessions.hold", id);
  wait_for_words (&stage, "No check-in yet · target 8");
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (find_with_words (stage.window, ADW_TYPE_EXPANDER_ROW, "Tell Ellen beforehand")), TRUE);
  ldr_testing_run_for (100);
  g_signal_emit_by_name (find_with_words (find_widget (stage.window, LDR_TYPE_CHECK_IN_ROW), GTK_TYPE_BUTTON, "6"),
                         "clicked");
  wait_for_words (&stage, "Last 6 · target 8");
  g_assert_true (flush (&stage));
  tear_down (&stage);
}

/* --- Not saved -------------------------------------------------------------------------------------------------------
 */

/* The file is away: it is told, nothing is lost, and what was not safe is not called so. */
static void
test_cannot_save (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = make_session (0);
  g_autoptr (LdrSession) saved = NULL;
  g_autofree char *id = NULL, *away = NULL;

  set_up (&stage, LDR_ROLE_LEADER);
  away = g_strconcat (ldr_journal_get_path (stage.journal), ".away", NULL);
  id = keep_session (&stage, session);
  open_session (&stage, "sessions.hold", id);
  g_assert_cmpint (g_rename (ldr_journal_get_path (stage.journal), away), ==, 0);
  write_note (find_private_note (&stage), "Not lost");
  g_assert_false (flush (&stage));
  wait_for_words (&stage, "Not saved");
  g_assert_nonnull (find_with_words (stage.window, GTK_TYPE_BUTTON, "Save a Copy Elsewhere…"));
  /* One who leaves it comes back to it. */
  gtk_widget_activate_action (find_widget (stage.window, LDR_TYPE_SESSION_PAGE), "navigation.pop", NULL);
  wait_for_words (&stage, "This session stays open until it is saved.");
  g_assert_nonnull (find_widget (stage.window, LDR_TYPE_SESSION_PAGE));
  g_assert_cmpint (g_rename (away, ldr_journal_get_path (stage.journal)), ==, 0);
  click (&stage, "Try Again");
  wait_for_words (&stage, "Saved");
  saved = get_session (&stage, id);
  g_assert_cmpstr (saved->private_notes, ==, "Not lost");
  tear_down (&stage);
}

/* Somebody else saved the session while there is something here that is not saved. */
static void
make_conflict (Stage *stage, const char *id)
{
  g_autoptr (LdrSession) theirs = get_session (stage, id);
  g_autoptr (LdrSession) changed = ldr_session_copy (theirs);

  ldr_session_set_note (changed, LDR_SESSION_PART_FREE, "Theirs");
  write_note (find_with_words (stage->window, LDR_TYPE_SESSION_NOTE, "What is worth remembering?"), "Mine");
  g_free (run (stage->journal, save_session_func, changed, g_free));
  wait_for_words (stage, "Keep This Text");
  wait_for_words (stage, "Not saved: this session was changed from elsewhere meanwhile.");
}

static void
test_conflict (void)
{
  for (int mine = 0; mine < 2; mine++)
    {
      Stage stage;
      g_autoptr (LdrSession) session = make_session (0);
      g_autoptr (LdrSession) saved = NULL;
      g_autofree char *id = NULL;

      set_up (&stage, LDR_ROLE_LEADER);
      id = keep_session (&stage, session);
      open_session (&stage, "sessions.hold", id);
      make_conflict (&stage, id);
      click (&stage, mine ? "Keep This Text" : "Show the Other Text");
      wait_for_words (&stage, "Saved");
      g_assert_true (flush (&stage));
      saved = get_session (&stage, id);
      g_assert_cmpstr (saved->notes[LDR_SESSION_PART_FREE], ==, mine ? "Mine" : "Theirs");
      tear_down (&stage);
    }
}

/* What is saved from elsewhere while nothing is unsaved here is shown. */
static void
test_follows (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = make_session (0);
  g_autoptr (LdrSession) stored = NULL;
  g_autoptr (LdrSession) changed = NULL;
  g_autofree char *id = NULL;

  set_up (&stage, LDR_ROLE_LEADER);
  id = keep_session (&stage, session);
  open_session (&stage, "sessions.prepare", id);
  stored = get_session (&stage, id);
  changed = ldr_session_copy (stored);
  ldr_session_add_point (changed, NULL, "From elsewhere", FALSE);
  ldr_session_set_location (changed, "Room 9");
  g_free (run (stage.journal, save_session_func, changed, g_free));
  wait_for_words (&stage, "From elsewhere");
  wait_for_words (&stage, "Room 9");
  g_assert_true (flush (&stage));
  tear_down (&stage);
}

/* --- Agreeing --------------------------------------------------------------------------------------------------------
 */

static void
test_agree (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = make_session (0);
  g_autoptr (LdrSession) later = make_session (14);
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) edited = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autofree char *id = NULL, *later_id = NULL;
  GtkWidget *part, *row, *dialog;
  LdrAction *action;

  set_up (&stage, LDR_ROLE_LEADER);
  id = keep_session (&stage, session);
  later_id = keep_session (&stage, later);
  open_session (&stage, "sessions.agree", id);
  part = find_widget (stage.window, LDR_TYPE_AGREE_PART);
  add_line (part, "Add an action", "Call the carrier");
  wait_for_words (&stage, "Call the carrier");
  actions = list_actions (&stage);
  action = g_ptr_array_index (actions, 0);
  g_assert_cmpstr (action->session, ==, id);
  g_assert_cmpint (action->owner, ==, LDR_ACTION_LEADER);

  row = find_with_words (part, ADW_TYPE_ACTION_ROW, "Call the carrier");
  g_signal_emit_by_name (find_by_tooltip (row, "Edit Action"), "clicked");
  wait_for_words (&stage, "Who does it");
  dialog = find_with_words (stage.window, ADW_TYPE_DIALOG, "Who does it");
  check_names (dialog);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_with_words (dialog, ADW_TYPE_COMBO_ROW, "Who does it")),
                              LDR_ACTION_OTHER);
  /* Somebody else has a name. */
  g_assert_false (gtk_widget_get_sensitive (find_with_words (dialog, GTK_TYPE_BUTTON, "Save")));
  gtk_editable_set_text (GTK_EDITABLE (find_with_words (dialog, ADW_TYPE_ENTRY_ROW, "Name")), "Nadia");
  g_signal_emit_by_name (find_with_words (dialog, GTK_TYPE_BUTTON, "Save"), "clicked");
  wait_for_words (&stage, "Nadia");
  wait_until_gone (&stage, "Who does it");
  edited = list_actions (&stage);
  action = g_ptr_array_index (edited, 0);
  g_assert_cmpint (action->owner, ==, LDR_ACTION_OTHER);
  g_assert_cmpstr (action->owner_name, ==, "Nadia");

  gtk_widget_activate_action (part, "sessions.delete-action", "s", action->id);
  wait_for_words (&stage, "Action deleted");
  wait_until_gone (&stage, "Call the carrier");
  none = list_actions (&stage);
  g_assert_cmpuint (none->len, ==, 0);
  click (&stage, "Undo");
  wait_for_words (&stage, "Call the carrier");
  back = list_actions (&stage);
  g_assert_true (ldr_action_equal (g_ptr_array_index (back, 0), action));
  check_names (stage.window);
  check_narrow (&stage);

  /* Carried over to the session that comes next. */
  gtk_widget_activate_action (part, "sessions.prepare", "s", later_id);
  wait_for_words (&stage, "Agreed before, and to come back to.");
  wait_for_words (&stage, "Call the carrier");
  tear_down (&stage);
}

static void
check_order (Stage *stage, const char *id, const char *expected)
{
  g_autoptr (GPtrArray) actions
      = run (stage->journal, list_session_actions_func, (gpointer) id, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++)
    g_string_append_printf (texts, "%s%s", i > 0 ? ", " : "", ((LdrAction *) g_ptr_array_index (actions, i))->text);
  g_assert_cmpstr (texts->str, ==, expected);
}

/* The row that has the focus is moved, as by Alt with Up or Down. */
static void
move (GtkWidget *list, int from, int by, const char *focused)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), from);
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  ldr_order_move_row (row, by);
  ldr_testing_run_for (200);
  focus = gtk_root_get_focus (gtk_widget_get_root (list));
  g_assert_nonnull (focus);
  g_assert_true (
      says (GTK_IS_LIST_BOX_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW), focused));
}

static void
test_order (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = make_session (0);
  g_autofree char *id = NULL, *away = NULL;
  GtkWidget *part, *list;

  set_up (&stage, LDR_ROLE_LEADER);
  away = g_strconcat (ldr_journal_get_path (stage.journal), ".away", NULL);
  id = keep_session (&stage, session);
  keep_action (&stage, session, "One");
  open_session (&stage, "sessions.agree", id);
  part = find_widget (stage.window, LDR_TYPE_AGREE_PART);
  /* One alone has nothing to be dragged by. */
  wait_for_words (&stage, "One");
  list = gtk_widget_get_parent (find_with_words (part, ADW_TYPE_ACTION_ROW, "One"));
  g_assert_null (find_handle (list));
  add_line (part, "Add an action", "Two");
  wait_for_words (&stage, "Two");
  add_line (part, "Add an action", "Three");
  wait_for_words (&stage, "Three");
  g_assert_nonnull (find_handle (list));
  check_order (&stage, id, "One, Two, Three");
  move (list, 2, -1, "Three");
  check_order (&stage, id, "One, Three, Two");
  move (list, 1, -1, "Three");
  check_order (&stage, id, "Three, One, Two");
  move (list, 0, 2, "Three");
  check_order (&stage, id, "One, Two, Three");
  move (list, 0, -1, "One");
  check_order (&stage, id, "One, Two, Three");
  check_names (stage.window);
  check_narrow (&stage);

  /* What could not be saved goes back to where it stood. */
  g_assert_cmpint (g_rename (ldr_journal_get_path (stage.journal), away), ==, 0);
  ldr_order_move_row (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2), -2);
  g_assert_true (says (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)), "Three"));
  ldr_testing_run_for (200);
  g_assert_true (says (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2)), "Three"));
  g_assert_nonnull (find_widget (stage.window, g_type_from_name ("AdwToastWidget")));
  g_assert_cmpint (g_rename (away, ldr_journal_get_path (stage.journal)), ==, 0);
  check_order (&stage, id, "One, Two, Three");
  tear_down (&stage);
}

static void
test_evaluation (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = make_session (0);
  g_autoptr (LdrSession) saved = NULL;
  g_autofree char *id = NULL;
  GtkWidget *row;

  set_up (&stage, LDR_ROLE_COACH);
  id = keep_session (&stage, session);
  open_session (&stage, "sessions.agree", id);
  row = find_with_words (stage.window, LDR_TYPE_EVALUATION_ROW, "Sanne");
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ldr_testing_run_for (100);
  g_signal_emit_by_name (find_with_words (row, GTK_TYPE_BUTTON, "7"), "clicked");
  wait_for_words (&stage, "Contact 7");
  write_note (find_widget (row, LDR_TYPE_SESSION_NOTE), "Calm");
  check_names (row);
  check_narrow (&stage);
  g_assert_true (flush (&stage));
  saved = get_session (&stage, id);
  g_assert_cmpint (saved->evaluations[LDR_ROLE_LEADER].contact, ==, 7);
  g_assert_cmpint (saved->evaluations[LDR_ROLE_LEADER].goals, ==, LDR_EVALUATION_UNSAID);
  g_assert_cmpstr (saved->evaluations[LDR_ROLE_LEADER].note, ==, "Calm");
  g_assert_false (ldr_session_is_evaluated (saved, LDR_ROLE_COACH));
  g_signal_emit_by_name (find_by_tooltip (row, "Clear"), "clicked");
  wait_until_gone (&stage, "Contact 7");
  tear_down (&stage);
}

/* --- The plan --------------------------------------------------------------------------------------------------------
 */

static void
test_states (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = make_session (3);
  g_autoptr (LdrSession) cancelled = NULL;
  g_autoptr (LdrSession) planned = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *id = NULL;
  GtkWidget *page;

  set_up (&stage, LDR_ROLE_LEADER);
  id = keep_session (&stage, session);
  page = open_session (&stage, "sessions.open", id);
  gtk_widget_activate_action (page, "session.cancel", NULL);
  wait_for_words (&stage, "Session cancelled");
  g_assert_true (flush (&stage));
  cancelled = get_session (&stage, id);
  g_assert_cmpint (cancelled->state, ==, LDR_SESSION_CANCELLED);
  /* Undone though its page was left. */
  gtk_widget_activate_action (page, "navigation.pop", NULL);
  wait_for_words (&stage, "Nothing planned");
  click (&stage, "Undo");
  wait_for_words (&stage, "Prepare");
  planned = get_session (&stage, id);
  g_assert_cmpint (planned->state, ==, LDR_SESSION_PLANNED);

  page = GTK_WIDGET (stage.page);
  ldr_sessions_page_open_session (stage.page, id);
  wait_for_words (&stage, "Add a point");
  gtk_widget_activate_action (find_widget (stage.window, LDR_TYPE_SESSION_PAGE), "session.trash", NULL);
  wait_for_words (&stage, "Session moved to the trash");
  wait_for_words (&stage, "No sessions yet");
  none = list_sessions (&stage);
  g_assert_cmpuint (none->len, ==, 0);
  click (&stage, "Undo");
  wait_for_words (&stage, "Next session");
  tear_down (&stage);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/sessions-page/plan", test_plan);
  g_test_add_func ("/sessions-page/list", test_list);
  g_test_add_func ("/sessions-page/tick", test_tick);
  g_test_add_func ("/sessions-page/agenda", test_agenda);
  g_test_add_func ("/sessions-page/preparation", test_preparation);
  g_test_add_func ("/sessions-page/notes", test_notes);
  g_test_add_func ("/sessions-page/leave", test_leave);
  g_test_add_func ("/sessions-page/clock", test_clock);
  g_test_add_func ("/sessions-page/pause", test_pause);
  g_test_add_func ("/sessions-page/check-in", test_check_in);
  g_test_add_func ("/sessions-page/cannot-save", test_cannot_save);
  g_test_add_func ("/sessions-page/conflict", test_conflict);
  g_test_add_func ("/sessions-page/follows", test_follows);
  g_test_add_func ("/sessions-page/agree", test_agree);
  g_test_add_func ("/sessions-page/order", test_order);
  g_test_add_func ("/sessions-page/evaluation", test_evaluation);
  g_test_add_func ("/sessions-page/states", test_states);

  return g_test_run ();
}
