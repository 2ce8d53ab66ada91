/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/export/ldr-export-choices.h"
#include "app/export/ldr-export-form.h"
#include "app/export/ldr-export-picker.h"
#include "app/widgets/ldr-day-button.h"
#include "ldr-journal-testing.h"
#include "ldr-widget-testing.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-exports.h"
#include "store/ldr-store-sessions.h"

/* What is chosen in the form is what is asked for, and what its owner wants to keep of it is in the journal. */

typedef struct
{
  LdrJournal *journal;
  GtkWidget *window;
  LdrExportForm *form;
  guint n_changes;
} Fixture;

static gpointer
save_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LdrSession) session = ldr_session_new (now);
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne de Wit", LDR_ROLE_LEADER);

  session->state = LDR_SESSION_HELD;
  g_set_str (&session->notes[LDR_SESSION_PART_FREE],
             "Sanne de Wit sprak met Joris over de wachtrij. Later belde Joris weer. Basje was er ook bij.");
  ldr_session_set_private_notes (session, "Alleen voor mij");
  return ldr_store_set_info (store, info, error) && ldr_store_save_session (store, session, error)
             ? GINT_TO_POINTER (TRUE)
             : NULL;
}

static void
count_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
open_form (Fixture *fixture)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->window = adw_window_new ();
  fixture->form = LDR_EXPORT_FORM (ldr_export_form_new ());
  g_signal_connect_swapped (fixture->form, "changed", G_CALLBACK (count_cb), fixture);
  ldr_export_form_set_journal (fixture->form, fixture->journal);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->form));
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 424, 900);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
close_form (Fixture *fixture)
{
  ldr_export_form_set_journal (fixture->form, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journal = ldr_testing_create_journal (8);
  ldr_testing_run (fixture->journal, save_session_func, NULL, NULL);
  open_form (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_form (fixture);
  ldr_testing_close_journal (fixture->journal);
}

/* Looks at what the form asks for, as its page does. */
static LdrExportPreview *
look (Fixture *fixture)
{
  g_autoptr (LdrExportRequest) request = ldr_export_form_make_request (fixture->form, ldr_day_today ());
  LdrExportPreview *preview = ldr_testing_run (fixture->journal, ldr_export_preview_func, request, NULL);

  ldr_export_form_show (fixture->form, preview);
  return preview;
}

static gpointer
get_choices_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_export_choices (store, error);
}

static GPtrArray *
get_choices (Fixture *fixture)
{
  GPtrArray *choices = ldr_testing_run (fixture->journal, get_choices_func, NULL, (GDestroyNotify) g_ptr_array_unref);

  /* What the form was told meanwhile has come to it too. */
  ldr_testing_run_for (50);
  return choices;
}

/* A row by its title. */
static GtkWidget *
find_row (GtkWidget *widget, GType type, const char *title)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, type, title);
  return found;
}

static GtkWidget *
get_row (Fixture *fixture, GType type, const char *title)
{
  GtkWidget *row = find_row (fixture->window, type, title);

  g_assert_nonnull (row);
  return row;
}

/* What stands in the row of choices. */
static const char *
get_started_from (Fixture *fixture)
{
  AdwComboRow *row = ADW_COMBO_ROW (get_row (fixture, ADW_TYPE_COMBO_ROW, "Start from"));

  return gtk_string_object_get_string (adw_combo_row_get_selected_item (row));
}

static GtkWidget *
get_choices_widget (Fixture *fixture)
{
  return ldr_testing_find_widget (fixture->window, LDR_TYPE_EXPORT_CHOICES);
}

static gboolean
asks (gpointer window)
{
  GtkWidget *dialog = ldr_testing_find_widget (window, ADW_TYPE_ALERT_DIALOG);

  return dialog != NULL && ldr_testing_find_widget (dialog, ADW_TYPE_ENTRY_ROW) != NULL;
}

static gboolean
asks_nothing (gpointer window)
{
  return ldr_testing_find_widget (window, ADW_TYPE_ALERT_DIALOG) == NULL;
}

/* Answers the question for a line that comes on the screen. */
static void
answer (Fixture *fixture, const char *line)
{
  GtkWidget *dialog;

  ldr_testing_wait_for (asks, fixture->window);
  dialog = ldr_testing_find_widget (fixture->window, ADW_TYPE_ALERT_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (ldr_testing_find_widget (dialog, ADW_TYPE_ENTRY_ROW)), line);
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "do"));
  g_signal_emit_by_name (dialog, "response::do", "do");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ldr_testing_wait_for (asks_nothing, fixture->window);
}

static gboolean
offers_undo (gpointer window)
{
  return ldr_testing_find_with_words (window, GTK_TYPE_BUTTON, "Undo") != NULL;
}

static void
press_undo (Fixture *fixture)
{
  ldr_testing_wait_for (offers_undo, fixture->window);
  g_signal_emit_by_name (ldr_testing_find_with_words (fixture->window, GTK_TYPE_BUTTON, "Undo"), "clicked");
  ldr_testing_run_for (50);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_choices_widget (fixture), action, NULL));
  ldr_testing_run_for (50);
}

/* The present choice is saved under a name, comes back in another form, is changed, renamed, deleted, and brought back;
 * private notes that were on are no part of it. */
static void
test_own_choices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LdrExportPreview) preview = look (fixture);
  g_autoptr (LdrExportRequest) request = NULL;
  g_autoptr (GPtrArray) choices = NULL;
  const LdrExportChoice *choice;

  adw_switch_row_set_active (ADW_SWITCH_ROW (get_row (fixture, ADW_TYPE_SWITCH_ROW, "Private notes of sessions")),
                             TRUE);
  adw_switch_row_set_active (ADW_SWITCH_ROW (get_row (fixture, ADW_TYPE_SWITCH_ROW, "Goals")), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (get_row (fixture, ADW_TYPE_ENTRY_ROW, "For whom")), "Ellen");
  g_assert_cmpstr (get_started_from (fixture), ==, "Your Own Choice");
  activate (fixture, "choices.save");
  answer (fixture, "Voor Ellen");
  choices = get_choices (fixture);
  g_assert_cmpuint (choices->len, ==, 1);
  choice = choices->pdata[0];
  g_assert_cmpstr (choice->name, ==, "Voor Ellen");
  g_assert_cmpstr (choice->for_whom, ==, "Ellen");
  g_assert_true (choice->parts & LDR_EXPORT_GOALS);
  g_assert_cmpstr (get_started_from (fixture), ==, "Voor Ellen");

  close_form (fixture);
  open_form (fixture);
  ldr_testing_run_for (50);
  g_assert_cmpstr (get_started_from (fixture), ==, "Session Notes");
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (fixture, ADW_TYPE_COMBO_ROW, "Start from")),
                              LDR_N_EXPORT_READY_MADE);
  request = ldr_export_form_make_request (fixture->form, ldr_day_today ());
  g_assert_true (ldr_export_choice_equal (request->choice, choice));
  g_assert_cmpint (request->flags, ==, LDR_EXPORT_DEFAULT);

  gtk_editable_set_text (GTK_EDITABLE (get_row (fixture, ADW_TYPE_ENTRY_ROW, "For whom")), "Ellen en Piet");
  activate (fixture, "choices.update");
  activate (fixture, "choices.rename");
  answer (fixture, "Voor_allebei");
  g_clear_pointer (&choices, g_ptr_array_unref);
  choices = get_choices (fixture);
  choice = choices->pdata[0];
  g_assert_cmpuint (choices->len, ==, 1);
  g_assert_cmpstr (choice->name, ==, "Voor_allebei");
  g_assert_cmpstr (choice->for_whom, ==, "Ellen en Piet");
  g_assert_cmpstr (get_started_from (fixture), ==, "Voor_allebei");

  activate (fixture, "choices.delete");
  g_clear_pointer (&choices, g_ptr_array_unref);
  choices = get_choices (fixture);
  g_assert_cmpuint (choices->len, ==, 0);
  g_assert_cmpstr (get_started_from (fixture), ==, "Your Own Choice");
  press_undo (fixture);
  g_clear_pointer (&choices, g_ptr_array_unref);
  choices = get_choices (fixture);
  g_assert_cmpuint (choices->len, ==, 1);
  g_assert_cmpstr (get_started_from (fixture), ==, "Voor_allebei");
}

/* Nothing is saved of which nothing would go out. */
static void
test_empty_choice (Fixture *fixture, gconstpointer data)
{
  adw_switch_row_set_active (ADW_SWITCH_ROW (get_row (fixture, ADW_TYPE_SWITCH_ROW, "Session notes")), FALSE);
  adw_switch_row_set_active (ADW_SWITCH_ROW (get_row (fixture, ADW_TYPE_SWITCH_ROW, "Agreed actions")), FALSE);
  activate (fixture, "choices.save");
  g_assert_null (ldr_testing_find_widget (fixture->window, ADW_TYPE_ALERT_DIALOG));
}

static LdrDayButton *
get_day (Fixture *fixture, const char *title)
{
  return LDR_DAY_BUTTON (ldr_testing_find_widget (get_row (fixture, ADW_TYPE_ACTION_ROW, title), LDR_TYPE_DAY_BUTTON));
}

static void
choose_day (LdrDayButton *button, int day)
{
  ldr_day_button_set_day (button, day);
  g_signal_emit_by_name (button, "changed");
}

/* Own days begin with those of the period before them, and the first is never after the last. */
static void
test_own_period (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LdrExportPreview) preview = look (fixture);
  int today = ldr_day_today ();
  const struct
  {
    const char *row;
    int day, first_day, last_day;
  } steps[] = {
    { "First day", today - 10, today - 10, today },
    { "Last day", today - 5, today - 10, today - 5 },
    { "First day", today - 2, today - 2, today - 2 },
    { "Last day", today - 40, today - 40, today - 40 },
  };

  g_assert_false (gtk_widget_get_visible (get_row (fixture, ADW_TYPE_ACTION_ROW, "First day")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (fixture, ADW_TYPE_COMBO_ROW, "Period")), 4);
  g_assert_true (gtk_widget_get_visible (get_row (fixture, ADW_TYPE_ACTION_ROW, "First day")));
  g_assert_cmpint (ldr_day_button_get_day (get_day (fixture, "First day")), ==, preview->counts->period.first_day);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (LdrExportRequest) request = NULL;

      choose_day (get_day (fixture, steps[i].row), steps[i].day);
      request = ldr_export_form_make_request (fixture->form, today);
      g_assert_cmpint (request->choice->period.kind, ==, LDR_PERIOD_OWN);
      g_assert_cmpint (request->choice->period.first_day, ==, steps[i].first_day);
      g_assert_cmpint (request->choice->period.last_day, ==, steps[i].last_day);
      g_assert_true (ldr_export_choice_validate (request->choice, NULL));
    }
}

/* --- People --- */

static gpointer
get_known_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_known_names (store, error);
}

/* What is remembered of a name: its kind and what stands for it, or %NULL. */
static char *
dup_said (Fixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) known
      = ldr_testing_run (fixture->journal, get_known_func, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < known->len; i++)
    {
      const LdrKnownName *it = g_ptr_array_index (known, i);

      if (g_str_equal (it->name, name))
        return g_strdup_printf ("%s:%s", ldr_known_name_kind_to_id (it->kind), it->role);
    }
  return NULL;
}

static void
check_said (Fixture *fixture, const char *name, const char *expected)
{
  g_autofree char *said = dup_said (fixture, name);

  g_assert_cmpstr (said, ==, expected);
}

static void
look_again (Fixture *fixture)
{
  g_assert_cmpuint (fixture->n_changes, >, 0);
  fixture->n_changes = 0;
  ldr_export_preview_unref (look (fixture));
}

static GtkWidget *
get_person (Fixture *fixture, const char *name)
{
  return get_row (fixture, ADW_TYPE_EXPANDER_ROW, name);
}

static void
turn (Fixture *fixture, const char *name, gboolean active)
{
  GtkWidget *toggle = ldr_testing_find_widget (get_person (fixture, name), GTK_TYPE_SWITCH);

  gtk_switch_set_active (GTK_SWITCH (toggle), active);
  look_again (fixture);
  toggle = ldr_testing_find_widget (get_person (fixture, name), GTK_TYPE_SWITCH);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (toggle)) == active);
}

static const char *
get_subtitle (Fixture *fixture, const char *name)
{
  return adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (get_person (fixture, name)));
}

/* What is decided about somebody is in the journal, and holds in another form too. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  ldr_export_preview_unref (look (fixture));
  check_said (fixture, "Joris", NULL);
  turn (fixture, "Joris", TRUE);
  check_said (fixture, "Joris", "person:");
  g_assert_nonnull (strstr (get_subtitle (fixture, "Joris"), "as “J.”"));
  row = find_row (get_person (fixture, "Joris"), ADW_TYPE_ENTRY_ROW, "Own words instead, such as “my deputy”");
  gtk_editable_set_text (GTK_EDITABLE (row), " mijn plaatsvervanger ");
  g_signal_emit_by_name (row, "apply");
  look_again (fixture);
  check_said (fixture, "Joris", "person:mijn plaatsvervanger");
  g_assert_nonnull (strstr (get_subtitle (fixture, "Joris"), "as “mijn plaatsvervanger”"));
  turn (fixture, "Sanne de Wit", FALSE);
  check_said (fixture, "Sanne de Wit", "person:Sanne de Wit");

  close_form (fixture);
  open_form (fixture);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (fixture, ADW_TYPE_COMBO_ROW, "Names of people")),
                              LDR_EXPORT_NAMES_INITIALS);
  look_again (fixture);
  g_assert_nonnull (strstr (get_subtitle (fixture, "Joris"), "as “mijn plaatsvervanger”"));
  g_assert_null (strstr (get_subtitle (fixture, "Sanne de Wit"), "as “"));

  row = find_row (get_person (fixture, "Joris"), ADW_TYPE_BUTTON_ROW, "This Is Nobody’s _Name");
  g_signal_emit_by_name (row, "activated");
  look_again (fixture);
  check_said (fixture, "Joris", "word:");
  g_assert_null (find_row (fixture->window, ADW_TYPE_EXPANDER_ROW, "Joris"));
  press_undo (fixture);
  look_again (fixture);
  check_said (fixture, "Joris", NULL);
  g_assert_nonnull (get_person (fixture, "Joris"));
  ldr_testing_check_names (GTK_WIDGET (fixture->form));
}

/* Whoever was not found can be added, is replaced, and can be forgotten, also when nobody finds the name. */
static void
test_added_names (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Basje", "Gerda" };

  ldr_export_preview_unref (look (fixture));
  g_assert_null (find_row (fixture->window, ADW_TYPE_EXPANDER_ROW, "Basje"));
  g_assert_false (gtk_widget_get_visible (get_person (fixture, "Remembered Names")));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_signal_emit_by_name (get_row (fixture, ADW_TYPE_BUTTON_ROW, "_Add a Name…"), "activated");
      answer (fixture, names[i]);
      look_again (fixture);
      check_said (fixture, names[i], "person:");
    }
  g_assert_nonnull (strstr (get_subtitle (fixture, "Basje"), "as “B.”"));
  g_assert_null (find_row (fixture->window, ADW_TYPE_EXPANDER_ROW, "Gerda"));
  g_assert_true (gtk_widget_get_visible (get_person (fixture, "Remembered Names")));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (get_person (fixture, "Remembered Names")), TRUE);
  ldr_testing_run_for (300);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *label = g_strdup_printf ("Forget “%s”", names[i]);

      g_signal_emit_by_name (ldr_testing_find_by_tooltip (fixture->window, label), "clicked");
      look_again (fixture);
      check_said (fixture, names[i], NULL);
      g_assert_null (ldr_testing_find_by_tooltip (fixture->window, label));
    }
  g_assert_null (find_row (fixture->window, ADW_TYPE_EXPANDER_ROW, "Basje"));
  press_undo (fixture);
  look_again (fixture);
  ldr_testing_run_for (100);
}

/* --- Entries --- */

/* The check boxes of entries that are there to be chosen. */
static guint
gather_checks (GtkWidget *widget, GPtrArray *checks)
{
  if (GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget))
    g_ptr_array_add (checks, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather_checks (child, checks);
  return checks->len;
}

static gboolean
has_entries (gpointer window)
{
  GtkWidget *picker = ldr_testing_find_widget (window, LDR_TYPE_EXPORT_PICKER);
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();

  return picker != NULL && gather_checks (picker, checks) > 2;
}

static gboolean
finds_nothing (gpointer window)
{
  return ldr_testing_says (ldr_testing_find_widget (window, LDR_TYPE_EXPORT_PICKER), "Nothing Found");
}

static gboolean
has_no_picker (gpointer window)
{
  return ldr_testing_find_widget (window, LDR_TYPE_EXPORT_PICKER) == NULL;
}

static GtkWidget *
open_picker (Fixture *fixture)
{
  g_signal_emit_by_name (get_row (fixture, ADW_TYPE_ACTION_ROW, "C_hoose Entries…"), "activated");
  ldr_testing_wait_for (has_entries, fixture->window);
  return ldr_testing_find_widget (fixture->window, LDR_TYPE_EXPORT_PICKER);
}

/* Two entries are chosen, stay so while the search shows others, and go out; chosen ones are marked the next time. */
static void
test_chosen_entries (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  g_autoptr (LdrExportRequest) request = NULL;
  g_autoptr (LdrExportPreview) preview = NULL;
  GtkWidget *picker;
  guint n_active = 0;

  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (fixture, ADW_TYPE_COMBO_ROW, "Period")), 3);
  adw_switch_row_set_active (ADW_SWITCH_ROW (get_row (fixture, ADW_TYPE_SWITCH_ROW, "Entries")), TRUE);
  g_assert_false (gtk_widget_get_visible (get_row (fixture, ADW_TYPE_ACTION_ROW, "C_hoose Entries…")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (fixture, ADW_TYPE_COMBO_ROW, "Which entries")), 2);
  picker = open_picker (fixture);
  gather_checks (picker, checks);
  gtk_check_button_set_active (checks->pdata[0], TRUE);
  gtk_check_button_set_active (checks->pdata[1], TRUE);
  gtk_check_button_set_active (checks->pdata[2], TRUE);
  gtk_check_button_set_active (checks->pdata[2], FALSE);
  g_assert_true (ldr_testing_says (picker, "2 chosen"));
  ldr_testing_check_names (picker);
  gtk_editable_set_text (GTK_EDITABLE (ldr_testing_find_widget (picker, GTK_TYPE_SEARCH_ENTRY)), "nergensteevinden");
  ldr_testing_wait_for (finds_nothing, fixture->window);
  g_signal_emit_by_name (ldr_testing_find_with_words (picker, GTK_TYPE_BUTTON, "Choose"), "clicked");
  ldr_testing_wait_for (has_no_picker, fixture->window);
  request = ldr_export_form_make_request (fixture->form, ldr_day_today ());
  g_assert_cmpint (request->choice->entries, ==, LDR_EXPORT_CHOSEN);
  g_assert_cmpuint (g_strv_length (request->choice->entry_ids), ==, 2);
  preview = look (fixture);
  g_assert_cmpuint (preview->counts->n_entries, ==, 2);
  g_assert_cmpuint (preview->counts->n_all_entries, ==, 8);

  picker = open_picker (fixture);
  g_ptr_array_set_size (checks, 0);
  gather_checks (picker, checks);
  for (guint i = 0; i < checks->len; i++)
    n_active += gtk_check_button_get_active (checks->pdata[i]) ? 1 : 0;
  g_assert_cmpuint (n_active, ==, 2);
  adw_dialog_force_close (ADW_DIALOG (picker));
  ldr_testing_wait_for (has_no_picker, fixture->window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/export-form/own-choices", Fixture, NULL, set_up, test_own_choices, tear_down);
  g_test_add ("/export-form/empty-choice", Fixture, NULL, set_up, test_empty_choice, tear_down);
  g_test_add ("/export-form/own-period", Fixture, NULL, set_up, test_own_period, tear_down);
  g_test_add ("/export-form/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/export-form/added-names", Fixture, NULL, set_up, test_added_names, tear_down);
  g_test_add ("/export-form/chosen-entries", Fixture, NULL, set_up, test_chosen_entries, tear_down);
  return g_test_run ();
}
