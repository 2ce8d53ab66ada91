/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>

#include "app/ldr-application.h"
#include "app/ldr-window.h"
#include "app/preferences/ldr-preferences.h"
#include "app/reminders/ldr-reminders-page.h"
#include "app/shelf/ldr-unlock-page.h"
#include "app/today/ldr-today-page.h"
#include "ldr-desktop-double.h"
#include "ldr-window-testing.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-sessions.h"

#define PASSPHRASE "paars lantaarn fiets regen"
#define LEADER "Wilhelmina Zonnebloem"
#define STATEMENT "Elke ochtend de vloer op"
#define PLACE "Kamer boven de werkplaats"
#define POINT "Wat er op de vloer gebeurt"

/* Reminders from the switch in the preferences to the notification on the bus. */

static GSettings *settings;
static gint64 now;

static gint64
clock_func (void)
{
  return now;
}

static gint64
moment_of (const char *iso8601)
{
  gint64 moment = 0;

  g_assert_true (ldr_moment_parse (iso8601, &moment, NULL));
  return moment;
}

static LdrReminders *
reminders_of (GtkWidget *window)
{
  return ldr_application_get_reminders (LDR_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))));
}

static gboolean
is_answered (gpointer reminders)
{
  return ldr_reminders_get_state (reminders) != LDR_REMINDERS_ASKING;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Long enough for everything that is on its way to arrive. */
static void
wait_a_moment (void)
{
  gboolean over = FALSE;

  g_timeout_add (150, over_cb, &over);
  ldr_testing_wait_until (is_true, &over);
}

typedef struct
{
  LdrDesktopDouble *desktop;
  const char *call;
  guint n;
} Heard;

static gboolean
has_heard (gpointer data)
{
  Heard *heard = data;

  return ldr_desktop_double_count (heard->desktop, heard->call) >= heard->n;
}

static void
hear (LdrDesktopDouble *desktop, const char *call, guint n)
{
  Heard heard = { desktop, call, n };

  ldr_testing_wait_until (has_heard, &heard);
  wait_a_moment ();
  g_assert_cmpuint (ldr_desktop_double_count (desktop, call), ==, n);
}

static char *
read_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "leidraad", "reminders.ini", NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static GtkWidget *
show_preferences (GtkWidget *window)
{
  AdwDialog *dialog = ldr_preferences_new (LDR_WINDOW (window));

  adw_dialog_present (dialog, window);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "reminders");
  return ldr_testing_wait_for (GTK_WIDGET (dialog), LDR_TYPE_REMINDERS_PAGE, NULL);
}

static void
close_preferences (GtkWidget *window)
{
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

static void
assert_shown (GtkWidget *page, LdrReminderState state, gboolean on)
{
  GtkWidget *row = ldr_testing_find (page, ADW_TYPE_SWITCH_ROW, "Remind me");
  g_autofree char *description = ldr_reminders_describe (state);

  g_assert_cmpint (adw_switch_row_get_active (ADW_SWITCH_ROW (row)), ==, on);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, description);
  g_assert_cmpint (gtk_widget_is_sensitive (ldr_testing_find (page, ADW_TYPE_EXPANDER_ROW, "Check-ins")), ==, on);
  g_assert_cmpint (g_settings_get_boolean (settings, "reminders"), ==, on);
}

/* The switch stays on only where reminders really come, and says why it does not. */
static void
test_switch (void)
{
  static const struct
  {
    LdrPortalDouble portal;
    gboolean notifications, sandboxed;
    LdrReminderState state;
    gboolean on;
  } cases[] = {
    { LDR_PORTAL_YES, TRUE, FALSE, LDR_REMINDERS_ON, TRUE },
    { LDR_PORTAL_YES, TRUE, TRUE, LDR_REMINDERS_ON, TRUE },
    { LDR_PORTAL_NO, TRUE, FALSE, LDR_REMINDERS_REFUSED, FALSE },
    { LDR_PORTAL_NO, TRUE, TRUE, LDR_REMINDERS_REFUSED, FALSE },
    { LDR_PORTAL_DISMISSED, TRUE, TRUE, LDR_REMINDERS_REFUSED, FALSE },
    { LDR_PORTAL_FAILS, TRUE, TRUE, LDR_REMINDERS_REFUSED, FALSE },
    { LDR_PORTAL_FAILS, TRUE, FALSE, LDR_REMINDERS_WHILE_RUNNING, TRUE },
    { LDR_PORTAL_NONE, TRUE, FALSE, LDR_REMINDERS_WHILE_RUNNING, TRUE },
    { LDR_PORTAL_NONE, TRUE, TRUE, LDR_REMINDERS_NO_NOTIFICATIONS, FALSE },
    { LDR_PORTAL_YES, FALSE, FALSE, LDR_REMINDERS_NO_NOTIFICATIONS, FALSE },
    { LDR_PORTAL_YES, FALSE, TRUE, LDR_REMINDERS_NO_NOTIFICATIONS, FALSE },
    { LDR_PORTAL_NONE, FALSE, FALSE, LDR_REMINDERS_NO_NOTIFICATIONS, FALSE },
  };
  GtkWidget *window = ldr_testing_open_window ();
  LdrReminders *reminders = reminders_of (window);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrDesktopDouble) desktop = ldr_desktop_double_new (cases[i].portal, cases[i].notifications);
      GtkWidget *page = show_preferences (window);
      GtkWidget *row = ldr_testing_find (page, ADW_TYPE_SWITCH_ROW, "Remind me");
      g_autofree char *file = NULL;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      ldr_reminders_set_sandboxed (reminders, cases[i].sandboxed);
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
      g_assert_cmpint (ldr_reminders_get_state (reminders), ==, LDR_REMINDERS_ASKING);
      g_assert_false (g_settings_get_boolean (settings, "reminders"));
      ldr_testing_wait_until (is_answered, reminders);
      g_assert_cmpint (ldr_reminders_get_state (reminders), ==, cases[i].state);
      assert_shown (page, cases[i].state, cases[i].on);
      file = read_file ();
      g_assert_cmpint (file != NULL, ==, cases[i].on);
      if (cases[i].on && cases[i].portal == LDR_PORTAL_YES)
        {
          const char *asked = ldr_desktop_double_get_last (desktop, "RequestBackground");

          g_assert_nonnull (strstr (asked, "'autostart': <true>"));
          g_assert_nonnull (strstr (asked, "'dbus-activatable': <false>"));
          g_assert_nonnull (strstr (asked, "['leidraad', '--gapplication-service']"));
        }
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), FALSE);
      if (cases[i].on)
        assert_shown (page, LDR_REMINDERS_OFF, FALSE);
      wait_a_moment ();
      if (cases[i].state == LDR_REMINDERS_ON)
        g_assert_nonnull (strstr (ldr_desktop_double_get_last (desktop, "RequestBackground"), "'autostart': <false>"));
      close_preferences (window);
    }
  ldr_testing_close_window (window);
}

/* Who changes their mind while the desktop asks is not given what they do not want any more. */
static void
test_called_off (void)
{
  g_autoptr (LdrDesktopDouble) desktop = ldr_desktop_double_new (LDR_PORTAL_SILENT, TRUE);
  GtkWidget *window = ldr_testing_open_window ();
  LdrReminders *reminders = reminders_of (window);
  GtkWidget *page = show_preferences (window);
  GtkWidget *row = ldr_testing_find (page, ADW_TYPE_SWITCH_ROW, "Remind me");

  ldr_reminders_set_sandboxed (reminders, TRUE);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  hear (desktop, "RequestBackground", 1);
  g_assert_cmpint (ldr_reminders_get_state (reminders), ==, LDR_REMINDERS_ASKING);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), FALSE);
  assert_shown (page, LDR_REMINDERS_OFF, FALSE);
  close_preferences (window);
  ldr_testing_close_window (window);
}

/* Leave that is taken back while reminders are on shows when the preferences are next looked at. */
static void
test_taken_back (void)
{
  GtkWidget *window = ldr_testing_open_window ();
  LdrReminders *reminders = reminders_of (window);
  LdrDesktopDouble *desktop = ldr_desktop_double_new (LDR_PORTAL_YES, TRUE);
  GtkWidget *page;

  ldr_reminders_set_sandboxed (reminders, TRUE);
  ldr_reminders_turn_on (reminders, NULL);
  ldr_testing_wait_until (is_answered, reminders);
  g_assert_cmpint (ldr_reminders_get_state (reminders), ==, LDR_REMINDERS_ON);
  ldr_desktop_double_free (desktop);

  desktop = ldr_desktop_double_new (LDR_PORTAL_NO, TRUE);
  page = show_preferences (window);
  assert_shown (page, LDR_REMINDERS_ON, TRUE);
  hear (desktop, "RequestBackground", 1);
  assert_shown (page, LDR_REMINDERS_REFUSED, FALSE);
  g_assert_null (read_file ());
  close_preferences (window);
  ldr_desktop_double_free (desktop);
  ldr_testing_close_window (window);
}

static GtkWidget *
find_row (GtkWidget *page, GType type, const char *group, const char *title)
{
  GtkWidget *expander = ldr_testing_find (page, ADW_TYPE_EXPANDER_ROW, group);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  return ldr_testing_wait_for (expander, type, title);
}

/* Times and days go into the settings and come out of them, in the writing of the clock. */
static void
test_times (void)
{
  g_autoptr (LdrDesktopDouble) desktop = ldr_desktop_double_new (LDR_PORTAL_NONE, TRUE);
  GtkWidget *window = ldr_testing_open_window ();
  LdrReminders *reminders = reminders_of (window);
  GtkWidget *page, *row, *button;

  ldr_reminders_set_sandboxed (reminders, FALSE);
  ldr_reminders_turn_on (reminders, NULL);
  ldr_testing_wait_until (is_answered, reminders);
  g_settings_set_uint (settings, "check-ins-at", 9 * 60 + 5);
  page = show_preferences (window);
  row = find_row (page, ADW_TYPE_SPIN_ROW, "Check-ins", "Time");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "09:05");
  gtk_editable_set_text (GTK_EDITABLE (row), "7.45");
  adw_spin_row_update (ADW_SPIN_ROW (row));
  g_assert_cmpuint (g_settings_get_uint (settings, "check-ins-at"), ==, 7 * 60 + 45);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "07:45");
  g_assert_cmpstr (
      adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (ldr_testing_find (page, ADW_TYPE_EXPANDER_ROW, "Check-ins"))),
      ==, "At 07:45, on the days that your goals ask for one");
  gtk_editable_set_text (GTK_EDITABLE (row), "later");
  adw_spin_row_update (ADW_SPIN_ROW (row));
  g_assert_cmpuint (g_settings_get_uint (settings, "check-ins-at"), ==, 7 * 60 + 45);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "07:45");

  row = find_row (page, ADW_TYPE_SPIN_ROW, "Sessions", "Minutes ahead");
  adw_spin_row_set_value (ADW_SPIN_ROW (row), 15);
  g_assert_cmpuint (g_settings_get_uint (settings, "sessions-lead"), ==, 15);
  row = find_row (page, ADW_TYPE_SPIN_ROW, "Quiet hours", "Until");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "07:30");

  find_row (page, ADW_TYPE_SPIN_ROW, "Reflection", "Time");
  button = ldr_testing_wait_for (page, GTK_TYPE_TOGGLE_BUTTON, "Sat");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Saturday");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_cmpuint (g_settings_get_uint (settings, "reflection-weekdays"), ==, 0x3f);
  g_settings_set_uint (settings, "reflection-weekdays", 1);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  close_preferences (window);
  ldr_reminders_turn_off (reminders);
  for (gsize i = 0; i < 4; i++)
    g_settings_reset (settings,
                      ((const char *[]) { "check-ins-at", "sessions-lead", "reflection-weekdays", "reminders" })[i]);
  ldr_testing_close_window (window);
}

/* --- The notification itself ----------------------------------------------------------------------------------------
 */

/* Not a word of the journal, nor whose it is, nor where it is, nor when its session is. */
static void
assert_private (const char *text)
{
  static const char *const secrets[] = { "Wilhelmina", "Zonnebloem", "ochtend", "vloer",    "/journals", "16:",
                                         "strength",   "goal",       "session", "check-in", "Check-in" };

  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (strstr (text, secrets[i]) != NULL)
      g_error ("“%s” stands in: %s", secrets[i], text);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrGoal) goal = ldr_journal_save_goal_finish (LDR_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* A goal that asks every day. */
static void
add_goal (LdrJournal *journal)
{
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_TEAM_PLAYER);
  g_autoptr (LdrMeasure) measure = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);
  gboolean saved = FALSE;

  ldr_goal_set_statement (goal, STATEMENT);
  ldr_goal_set_measure (goal, measure);
  goal->first_day = ldr_day_today ();
  ldr_goal_set_state (goal, LDR_GOAL_ACTIVE, goal->first_day);
  ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_ALL);
  ldr_journal_save_goal_async (journal, goal, NULL, saved_cb, &saved);
  ldr_testing_wait_until (is_true, &saved);
  wait_a_moment ();
}

static void
create_journal (GtkWidget *window)
{
  ldr_testing_click (window, "Start a Journal");
  ldr_testing_type_into (window, "Name of the leader", LEADER);
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_type_into (window, "The same again", PASSPHRASE);
  ldr_testing_click (window, "Create Journal");
  ldr_testing_click (window, "Begin");
  ldr_testing_wait_until (ldr_testing_is_open, window);
}

static void
lock (GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.lock", NULL);
  ldr_testing_wait_until (ldr_testing_is_locked, window);
  wait_a_moment ();
}

static void
unlock (GtkWidget *window)
{
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_open, window);
  wait_a_moment ();
}

static gint64
tomorrow_at (const char *time)
{
  g_autofree char *date = ldr_day_to_iso8601 (ldr_day_today () + 1);
  g_autofree char *text = g_strconcat (date, "T", time, NULL);

  return moment_of (text);
}

static void
go_to (LdrReminders *reminders, const char *time)
{
  now = tomorrow_at (time);
  ldr_reminders_look (reminders);
}

/* From a goal to a notification that names nothing, which leads to the journal and goes when that is opened. */
static void
test_sent (void)
{
  g_autoptr (LdrDesktopDouble) desktop = ldr_desktop_double_new (LDR_PORTAL_NONE, TRUE);
  GtkWidget *window = ldr_testing_open_window ();
  LdrReminders *reminders = reminders_of (window);
  g_autofree char *file = NULL;

  ldr_reminders_set_sandboxed (reminders, FALSE);
  g_settings_set_boolean (settings, "remind-reflection", FALSE);
  create_journal (window);
  add_goal (ldr_window_get_journal (LDR_WINDOW (window)));
  g_assert_null (read_file ());
  ldr_reminders_turn_on (reminders, GTK_WINDOW (window));
  ldr_testing_wait_until (is_answered, reminders);
  wait_a_moment ();
  lock (window);

  file = read_file ();
  g_assert_nonnull (strstr (file, "moments="));
  g_assert_null (strstr (file, "Wilhelmina"));
  g_assert_null (strstr (file, "vloer"));
  g_assert_null (strstr (file, "check"));

  ldr_reminders_set_clock (reminders, clock_func);
  go_to (reminders, "16:29:59");
  wait_a_moment ();
  g_assert_cmpuint (ldr_desktop_double_count (desktop, "Notify"), ==, 0);
  go_to (reminders, "16:30:00");
  hear (desktop, "Notify", 1);
  assert_private (ldr_desktop_double_get_last (desktop, "Notify"));
  g_assert_nonnull (strstr (ldr_desktop_double_get_last (desktop, "Notify"), "'A moment for your journal'"));
  g_assert_nonnull (strstr (ldr_desktop_double_get_last (desktop, "Notify"), "'urgency': <byte 0x01>"));
  go_to (reminders, "16:31:00");
  wait_a_moment ();
  g_assert_cmpuint (ldr_desktop_double_count (desktop, "Notify"), ==, 1);

  /* It leads to where the journal is unlocked. */
  gtk_widget_activate_action (window, "win.show-shelf", NULL);
  ldr_desktop_double_activate (desktop);
  ldr_testing_wait_for (window, LDR_TYPE_UNLOCK_PAGE, NULL);

  /* The next one goes from the screen when its journal is opened. */
  now += 24 * 60 * 60 * 1000;
  ldr_reminders_look (reminders);
  hear (desktop, "Notify", 2);
  g_assert_cmpuint (ldr_desktop_double_count (desktop, "CloseNotification"), ==, 0);
  unlock (window);
  hear (desktop, "CloseNotification", 1);

  /* Nothing is left of them once they are off. */
  ldr_reminders_turn_off (reminders);
  g_assert_null (read_file ());
  now += 24 * 60 * 60 * 1000;
  ldr_reminders_look (reminders);
  wait_a_moment ();
  g_assert_cmpuint (ldr_desktop_double_count (desktop, "Notify"), ==, 2);
  ldr_reminders_set_clock (reminders, ldr_moment_now);
  g_settings_reset (settings, "remind-reflection");
  ldr_testing_close_window (window);
}

/* A kind that is turned off does not come from a locked journal; a journal that leaves the shelf is forgotten. */
static void
test_forgotten (void)
{
  g_autoptr (LdrDesktopDouble) desktop = ldr_desktop_double_new (LDR_PORTAL_NONE, TRUE);
  GtkWidget *window = ldr_testing_open_window ();
  LdrReminders *reminders = reminders_of (window);
  LdrShelf *shelf = ldr_window_get_shelf (LDR_WINDOW (window));
  g_autofree char *known = NULL;
  g_autofree char *off = NULL;
  g_autofree char *again = NULL;
  g_autofree char *gone = NULL;

  ldr_reminders_set_sandboxed (reminders, FALSE);
  unlock (window);
  ldr_reminders_turn_on (reminders, GTK_WINDOW (window));
  ldr_testing_wait_until (is_answered, reminders);
  wait_a_moment ();
  lock (window);
  known = read_file ();
  g_assert_nonnull (strstr (known, "moments="));

  g_settings_set_boolean (settings, "remind-check-ins", FALSE);
  off = read_file ();
  g_assert_null (strstr (off, "moments="));
  g_settings_set_boolean (settings, "remind-check-ins", TRUE);
  unlock (window);
  lock (window);
  again = read_file ();
  g_assert_nonnull (strstr (again, "moments="));

  ldr_shelf_remove (shelf, ldr_window_get_item (LDR_WINDOW (window)));
  gone = read_file ();
  g_assert_nonnull (gone);
  g_assert_null (strstr (gone, "moments="));
  ldr_reminders_turn_off (reminders);
  ldr_testing_close_window (window);
}

/* To look back is reminded of once a day, and not on a day on which something was written. */
static void
test_reflection (void)
{
  g_autoptr (LdrDesktopDouble) desktop = ldr_desktop_double_new (LDR_PORTAL_NONE, TRUE);
  GtkWidget *window = ldr_testing_open_window ();
  LdrReminders *reminders = reminders_of (window);

  ldr_reminders_set_sandboxed (reminders, FALSE);
  g_settings_set_boolean (settings, "remind-check-ins", FALSE);
  g_settings_set_uint (settings, "reflection-weekdays", LDR_WEEKDAYS_ALL);
  ldr_reminders_turn_on (reminders, GTK_WINDOW (window));
  ldr_testing_wait_until (is_answered, reminders);
  wait_a_moment ();
  ldr_reminders_set_clock (reminders, clock_func);
  go_to (reminders, "17:00:00");
  hear (desktop, "Notify", 1);
  assert_private (ldr_desktop_double_get_last (desktop, "Notify"));
  g_assert_nonnull (strstr (ldr_desktop_double_get_last (desktop, "Notify"), "'Time to look back'"));

  unlock (window);
  now += 23 * 60 * 60 * 1000;
  g_signal_emit_by_name (ldr_window_get_journal (LDR_WINDOW (window)), "entry-changed", "some-id");
  now += 2 * 60 * 60 * 1000;
  ldr_reminders_look (reminders);
  wait_a_moment ();
  g_assert_cmpuint (ldr_desktop_double_count (desktop, "Notify"), ==, 1);
  now += 24 * 60 * 60 * 1000;
  ldr_reminders_look (reminders);
  hear (desktop, "Notify", 2);

  ldr_reminders_turn_off (reminders);
  ldr_reminders_set_clock (reminders, ldr_moment_now);
  g_settings_reset (settings, "reflection-weekdays");
  g_settings_reset (settings, "remind-check-ins");
  ldr_testing_close_window (window);
}

static gpointer
plan_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GDateTime) starts = g_date_time_new_from_unix_local (*(gint64 *) data / 1000);
  g_autoptr (LdrSession) session = ldr_session_new (starts);

  ldr_session_set_location (session, PLACE);
  ldr_session_add_point (session, NULL, POINT, FALSE);
  return ldr_store_save_session (store, session, error) ? g_steal_pointer (&session) : NULL;
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrSession) session = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* A session tomorrow at that time of the clock. */
static void
plan_session (LdrJournal *journal, const char *time)
{
  gint64 starts = tomorrow_at (time);
  gboolean saved = FALSE;

  ldr_journal_run_async (journal, plan_func, &starts, NULL, (GDestroyNotify) ldr_session_unref, NULL, planned_cb,
                         &saved);
  ldr_testing_wait_until (is_true, &saved);
  wait_a_moment ();
}

/* A session is reminded of so long before it as its user wants, with its journal locked, and once. */
static void
test_session (void)
{
  g_autoptr (LdrDesktopDouble) desktop = ldr_desktop_double_new (LDR_PORTAL_NONE, TRUE);
  GtkWidget *window = ldr_testing_open_window ();
  LdrReminders *reminders = reminders_of (window);
  g_autofree char *file = NULL;
  const char *sent;

  ldr_reminders_set_sandboxed (reminders, FALSE);
  g_settings_set_boolean (settings, "remind-reflection", FALSE);
  g_settings_set_boolean (settings, "remind-check-ins", FALSE);
  g_settings_set_uint (settings, "sessions-lead", 20);
  unlock (window);
  ldr_reminders_turn_on (reminders, GTK_WINDOW (window));
  ldr_testing_wait_until (is_answered, reminders);
  plan_session (ldr_window_get_journal (LDR_WINDOW (window)), "14:15:00");
  lock (window);
  file = read_file ();
  assert_private (file);
  g_assert_null (strstr (file, PLACE));

  ldr_reminders_set_clock (reminders, clock_func);
  go_to (reminders, "13:54:59");
  wait_a_moment ();
  g_assert_cmpuint (ldr_desktop_double_count (desktop, "Notify"), ==, 0);
  go_to (reminders, "13:55:00");
  hear (desktop, "Notify", 1);
  sent = ldr_desktop_double_get_last (desktop, "Notify");
  assert_private (sent);
  g_assert_null (strstr (sent, PLACE));
  g_assert_null (strstr (sent, POINT));
  g_assert_null (strstr (sent, "14:15"));
  g_assert_nonnull (strstr (sent, "'A moment for your journal', 'Something in it is waiting for you.'"));
  go_to (reminders, "14:15:00");
  wait_a_moment ();
  g_assert_cmpuint (ldr_desktop_double_count (desktop, "Notify"), ==, 1);

  ldr_reminders_turn_off (reminders);
  ldr_reminders_set_clock (reminders, ldr_moment_now);
  g_settings_reset (settings, "sessions-lead");
  g_settings_reset (settings, "remind-check-ins");
  g_settings_reset (settings, "remind-reflection");
  ldr_testing_close_window (window);
}

static void
add_tests (void)
{
  settings = g_settings_new (APPLICATION_ID);
  g_test_add_func ("/reminders/switch", test_switch);
  g_test_add_func ("/reminders/called-off", test_called_off);
  g_test_add_func ("/reminders/taken-back", test_taken_back);
  g_test_add_func ("/reminders/times", test_times);
  g_test_add_func ("/reminders/sent", test_sent);
  g_test_add_func ("/reminders/reflection", test_reflection);
  g_test_add_func ("/reminders/session", test_session);
  g_test_add_func ("/reminders/forgotten", test_forgotten);
}

int
main (int argc, char **argv)
{
  int result = ldr_testing_main (argc, argv, add_tests);

  g_clear_object (&settings);
  return result;
}
