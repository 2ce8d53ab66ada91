/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/ldr-window-private.h"
#include "app/shelf/ldr-shelf-row.h"
#include "app/shelf/ldr-shelf-sitting.h"
#include "ldr-window-testing.h"
#include "model/ldr-moment.h"

#define PASSPHRASE "paars lantaarn fiets regen"

/* --- What is said ----------------------------------------------------------------------------------------------------
 */

static gint64
moment_of (const char *local)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (local, zone);

  return ldr_moment_from_date_time (time);
}

static void
test_describe (void)
{
  gint64 now = moment_of ("2026-11-22T12:00:00");
  int today = ldr_day_from_moment (now);
  const struct
  {
    LdrOutline outline;
    const char *expected;
  } cases[] = {
    { { 0 }, "No session planned" },
    { { .next_session = moment_of ("2026-11-26T10:00:00") }, "Next session: Thursday 26 November, 10:00" },
    { { .actions_open = 1, .last_entry_day = today - 1 }, "No session planned\n1 open action · Last entry: Yesterday" },
    { { .next_session = moment_of ("2026-11-23T09:30:00"),
        .actions_open = 3,
        .actions_overdue = 2,
        .last_entry_day = today },
      "Next session: Tomorrow, 09:30\n3 open actions · 2 overdue · Last entry: Today" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ldr_outline_describe (&cases[i].outline, now);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* --- On the shelf ----------------------------------------------------------------------------------------------------
 */

static void
make_journal (GtkWidget *window, const char *name, gboolean coached)
{
  ldr_testing_type_into (window, "Name of the leader", name);
  if (coached)
    gtk_widget_activate (ldr_testing_wait_for (window, ADW_TYPE_ACTION_ROW, "It is about someone I coach"));
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_type_into (window, "The same again", PASSPHRASE);
  ldr_testing_click (window, "Create Journal");
  ldr_testing_click (window, "Begin");
  ldr_testing_wait_until (ldr_testing_is_open, window);
}

/* Two journals of a coach and one about oneself, which is open. */
static GtkWidget *
start (void)
{
  GtkWidget *window = ldr_testing_open_window ();

  ldr_testing_click (window, "Start a Journal");
  make_journal (window, "Sanne de Wit", TRUE);
  gtk_widget_activate_action (window, "win.new-journal", NULL);
  make_journal (window, "Joris Bakker", TRUE);
  gtk_widget_activate_action (window, "win.new-journal", NULL);
  make_journal (window, "Me Myself", FALSE);
  return window;
}

static const char *
get_line (GtkWidget *window, const char *name)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (ldr_testing_wait_for (window, LDR_TYPE_SHELF_ROW, name)));
}

static gboolean
tells (GtkWidget *window, const char *name)
{
  return strstr (get_line (window, name), "No session planned") != NULL;
}

typedef struct
{
  GtkWidget *window;
  const char *name;
} Wanted;

static gboolean
tells_cb (gpointer data)
{
  const Wanted *wanted = data;

  return tells (wanted->window, wanted->name);
}

static void
show_shelf (GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.show-shelf", NULL);
  ldr_testing_wait_for (window, LDR_TYPE_SHELF_ROW, "Sanne de Wit");
}

static void
wait_until_told (GtkWidget *window, const char *name)
{
  Wanted wanted = { window, name };

  ldr_testing_wait_until (tells_cb, &wanted);
}

static void
choose (GtkWidget *window, const char *name)
{
  gtk_widget_activate (ldr_testing_wait_for (window, LDR_TYPE_SHELF_ROW, name));
}

static void
unlock (GtkWidget *window)
{
  ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Unlock");
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_open, window);
}

/* What was unlocked in this sitting is told, but only of those who are coached; a lock ends that. */
static void
test_sitting (void)
{
  GtkWidget *window = start ();

  show_shelf (window);
  wait_until_told (window, "Sanne de Wit");
  g_assert_true (tells (window, "Joris Bakker"));
  g_assert_false (tells (window, "Me Myself"));

  /* On the way to another journal, which is not unlocked yet, it goes on. */
  choose (window, "Sanne de Wit");
  ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_locked, window);
  show_shelf (window);
  g_assert_true (tells (window, "Joris Bakker"));
  choose (window, "Sanne de Wit");
  unlock (window);

  gtk_widget_activate_action (window, "win.lock", NULL);
  ldr_testing_wait_until (ldr_testing_is_locked, window);
  show_shelf (window);
  g_assert_false (tells (window, "Sanne de Wit"));
  g_assert_false (tells (window, "Joris Bakker"));

  /* Whoever unlocks one of them is told of that one. */
  choose (window, "Joris Bakker");
  unlock (window);
  show_shelf (window);
  wait_until_told (window, "Joris Bakker");
  g_assert_false (tells (window, "Sanne de Wit"));

  /* With no journal open there is still something to lock. */
  choose (window, "Me Myself");
  ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_locked, window);
  show_shelf (window);
  g_assert_true (tells (window, "Joris Bakker"));
  g_assert_true (gtk_widget_activate_action (window, "win.lock", NULL));
  g_assert_false (tells (window, "Joris Bakker"));

  /* So it is after idle minutes, which count as long as anything is told. */
  choose (window, "Joris Bakker");
  unlock (window);
  gtk_widget_activate_action (window, "win.show-shelf", NULL);
  choose (window, "Me Myself");
  ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_locked, window);
  show_shelf (window);
  g_assert_true (tells (window, "Joris Bakker"));
  g_signal_emit_by_name (LDR_WINDOW (window)->auto_lock, "lock");
  g_assert_false (tells (window, "Joris Bakker"));
  ldr_testing_close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/sitting/describe", test_describe);
  g_test_add_func ("/sitting/window", test_sitting);
}

int
main (int argc, char **argv)
{
  return ldr_testing_main (argc, argv, add_tests);
}
