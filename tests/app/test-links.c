/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/goals/ldr-goals-page.h"
#include "app/journal/ldr-entry-meta.h"
#include "app/journal/ldr-journal-page.h"
#include "app/sessions/ldr-sessions-page.h"
#include "app/styles/ldr-style-page.h"
#include "app/widgets/ldr-link-chooser.h"
#include "app/widgets/ldr-link-describe.h"
#include "app/widgets/ldr-link-jobs.h"
#include "app/widgets/ldr-link-list.h"
#include "app/widgets/ldr-link-row.h"
#include "content/ldr-prompt.h"
#include "ldr-around-testing.h"
#include "ldr-goals-testing.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-sessions.h"

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
  static const struct
  {
    LdrLinkKind kind;
    const char *title;
    int days;
    const char *starts;
    int state;
    const char *shown, *subtitle, *icon, *action;
  } cases[] = {
    { LDR_LINK_ENTRY, "Four calls", 1, "", 0, "Four calls", "Entry · Yesterday", "leidraad-journal-symbolic",
      "place.open-entry" },
    { LDR_LINK_ENTRY, "", 0, "", 0, "Untitled", "Entry · Today", "leidraad-journal-symbolic", "place.open-entry" },
    { LDR_LINK_GOAL, "Fewer details", 0, "", LDR_GOAL_PAUSED, "Fewer details", "Goal · Paused",
      "leidraad-goals-symbolic", "place.open-goal" },
    { LDR_LINK_SESSION, "Room 4", 0, "2026-11-26T10:00:00", LDR_SESSION_PLANNED, "Thursday 26 November, 10:00",
      "Session · Planned", "leidraad-sessions-symbolic", "place.open-session" },
    { LDR_LINK_SESSION, "", 0, "2025-11-26T10:00:00", LDR_SESSION_HELD, "Wednesday 26 November 2025, 10:00",
      "Session · Held", "leidraad-sessions-symbolic", "place.open-session" },
    { LDR_LINK_SESSION, "", 0, "2026-11-26T10:00:00", LDR_SESSION_CANCELLED, "Thursday 26 November, 10:00",
      "Session · Cancelled", "leidraad-sessions-symbolic", "place.open-session" },
    { LDR_LINK_PROMPT, "Whose face did you see?", 0, "", 0, "Whose face did you see?", "Question",
      "leidraad-quote-symbolic", "place.ask" },
  };
  gint64 now = moment_of ("2026-11-22T12:00:00");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrLinked) linked = ldr_linked_new (cases[i].kind, "id", cases[i].title);
      g_autoptr (LdrLinkDescription) description = NULL;

      linked->day = ldr_day_from_moment (now) - cases[i].days;
      linked->state = cases[i].state;
      if (cases[i].starts[0] != '\0')
        linked->moment = moment_of (cases[i].starts);
      description = ldr_link_describe (linked, now);
      g_assert_cmpstr (description->title, ==, cases[i].shown);
      g_assert_cmpstr (description->subtitle, ==, cases[i].subtitle);
      g_assert_cmpstr (description->icon, ==, cases[i].icon);
      g_assert_cmpstr (description->action, ==, cases[i].action);
      g_assert_true (g_str_has_prefix (description->accessible, cases[i].shown));
    }
}

static void
test_matches (void)
{
  static const struct
  {
    const char *words;
    gboolean expected;
  } cases[] = {
    { "", TRUE },       { "kamer", TRUE },   { "KÁMER", TRUE },
    { "thu 26", TRUE }, { "session", TRUE }, { "planned nov", TRUE },
    { "held", FALSE },  { "mer", FALSE },    { "26 dec", FALSE },
  };
  gint64 now = moment_of ("2026-11-22T12:00:00");
  g_autoptr (LdrLinked) session = ldr_linked_new (LDR_LINK_SESSION, "id", "Kámer 4");

  session->moment = moment_of ("2026-11-26T10:00:00");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].words);
      g_assert_cmpint (ldr_link_matches (session, cases[i].words, now), ==, cases[i].expected);
    }
}

/* --- On the screen ---------------------------------------------------------------------------------------------------
 */

typedef struct
{
  LdrGoalsStage base;
  LdrGoal *goal;
  LdrSession *session;
  LdrEntry *entry;
  LdrAround *around;
} Stage;

static gpointer
save_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_session (store, data, error) ? g_strdup ("") : NULL;
}

static gpointer
trash_goal_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_trash_goal (store, data, error) ? g_strdup ("") : NULL;
}

static void
run (Stage *stage, LdrJournalFunc func, gpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *done = NULL;
  GError *error = NULL;

  ldr_journal_run_async (stage->base.journal, func, data, NULL, g_free, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  done = ldr_journal_run_finish (stage->base.journal, result, &error);
  g_assert_no_error (error);
}

/* A goal, a session of next week and two entries; the list of what the goal is linked with is on the screen. */
static void
open_stage (Stage *stage)
{
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (LdrEntry) entry = ldr_testing_make_entry ("The refund", "Four calls about one refund", 0);
  g_autoptr (LdrEntry) other = ldr_testing_make_entry ("Monday stand-up", "The customer minute", 60);
  g_autoptr (LdrEntry) saved = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) next_week = g_date_time_add_days (now, 7);

  ldr_goals_stage_open (&stage->base);
  goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  stage->goal = ldr_goals_testing_save (&stage->base, goal);
  stage->session = ldr_session_new (next_week);
  ldr_session_set_location (stage->session, "Kamer 4");
  run (stage, save_session_func, stage->session);
  stage->entry = ldr_testing_save_entry (stage->base.journal, entry);
  saved = ldr_testing_save_entry (stage->base.journal, other);
  stage->around = g_object_new (LDR_TYPE_AROUND, NULL);
}

static GtkWidget *
show_list (Stage *stage, LdrLinkKind kind, const char *id)
{
  GtkWidget *list = ldr_link_list_new (stage->base.journal, kind, id);

  adw_bin_set_child (ADW_BIN (stage->around), list);
  ldr_goals_stage_show (&stage->base, GTK_WIDGET (stage->around));
  return list;
}

static void
close_stage (Stage *stage)
{
  ldr_goals_stage_close (&stage->base);
  ldr_goal_unref (stage->goal);
  ldr_session_unref (stage->session);
  ldr_entry_unref (stage->entry);
}

static GtkWidget *
find_chooser (Stage *stage)
{
  return ldr_testing_find_widget (stage->base.window, LDR_TYPE_LINK_CHOOSER);
}

static GtkWidget *
find_search (Stage *stage)
{
  return ldr_testing_find_widget (find_chooser (stage), GTK_TYPE_SEARCH_ENTRY);
}

/* Opens the chooser and types. */
static void
look_for (Stage *stage, const char *words)
{
  ldr_goals_testing_click (&stage->base, "Link With…");
  ldr_goals_testing_wait_for_words (&stage->base, "The refund");
  ldr_testing_check_names (find_chooser (stage));
  gtk_editable_set_text (GTK_EDITABLE (find_search (stage)), words);
}

static guint
count_linked (Stage *stage, LdrLinkKind kind, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) linked = NULL;
  GError *error = NULL;

  ldr_link_load_async (stage->base.journal, kind, id, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  linked = ldr_link_list_finish (stage->base.journal, result, &error);
  g_assert_no_error (error);
  return linked->len;
}

/* An entry is found as one types and chosen by the keyboard alone; both ends show it, and it leads to the entry. */
static void
test_link (void)
{
  Stage stage;
  g_autofree char *expected = NULL;

  open_stage (&stage);
  expected = g_strconcat ("place.open-entry ", stage.entry->id, NULL);
  show_list (&stage, LDR_LINK_GOAL, stage.goal->id);
  g_assert_true (ldr_goals_testing_shows (&stage.base, "that belongs with this"));
  look_for (&stage, "fund");
  ldr_goals_testing_wait_for_words (&stage.base, "Nothing found");
  gtk_editable_set_text (GTK_EDITABLE (find_search (&stage)), "ref");
  ldr_goals_testing_wait_until_gone (&stage.base, "Nothing found");
  ldr_goals_testing_wait_until_gone (&stage.base, "Monday stand-up");
  g_assert_true (ldr_goals_testing_shows (&stage.base, "The refund"));
  g_signal_emit_by_name (find_search (&stage), "activate");
  ldr_goals_testing_activate (gtk_root_get_focus (GTK_ROOT (stage.base.window)));
  ldr_goals_testing_wait_for_words (&stage.base, "Linked\n");
  ldr_goals_testing_wait_for_words (&stage.base, "The refund");
  g_assert_null (find_chooser (&stage));
  g_assert_false (ldr_goals_testing_shows (&stage.base, "that belongs with this"));
  ldr_testing_check_names (stage.base.window);
  ldr_goals_testing_click (&stage.base, "The refund");
  g_assert_cmpstr (ldr_around_get_way (stage.around), ==, expected);

  show_list (&stage, LDR_LINK_ENTRY, stage.entry->id);
  ldr_goals_testing_wait_for_words (&stage.base, "One weekly decision");
  ldr_goals_testing_wait_for_words (&stage.base, "Goal · Active");
  close_stage (&stage);
}

/* What is linked is not offered again, nor is the thing itself. */
static void
test_offers (void)
{
  Stage stage;

  open_stage (&stage);
  show_list (&stage, LDR_LINK_GOAL, stage.goal->id);
  look_for (&stage, "");
  g_assert_false (ldr_goals_testing_shows (&stage.base, "One weekly decision"));
  g_assert_true (ldr_goals_testing_shows (&stage.base, "Monday stand-up"));
  gtk_editable_set_text (GTK_EDITABLE (find_search (&stage)), "kamer");
  ldr_goals_testing_wait_until_gone (&stage.base, "Monday stand-up");
  ldr_goals_testing_click (&stage.base, "Session · Planned");
  ldr_goals_testing_wait_for_words (&stage.base, "Session · Planned");
  look_for (&stage, "");
  ldr_goals_testing_wait_for_words (&stage.base, "Monday stand-up");
  g_assert_null (ldr_goals_testing_find_control (find_chooser (&stage), "Session · Planned"));
  g_signal_emit_by_name (find_search (&stage), "stop-search");
  ldr_testing_run_for (50);
  g_assert_null (find_chooser (&stage));
  close_stage (&stage);
}

/* Questions are there for whoever looks for one, and lead to a reflection on them. */
static void
test_question (void)
{
  Stage stage;
  GtkWidget *row;

  open_stage (&stage);
  show_list (&stage, LDR_LINK_SESSION, stage.session->id);
  look_for (&stage, "which");
  ldr_goals_testing_wait_for_words (&stage.base, "Questions");
  ldr_goals_testing_click (&stage.base, "Which");
  ldr_goals_testing_wait_for_words (&stage.base, "Which");
  row = ldr_goals_testing_find_control (stage.base.window, "Which");
  ldr_goals_testing_activate (row);
  g_assert_true (g_str_has_prefix (ldr_around_get_way (stage.around), "place.ask "));
  g_assert_nonnull (ldr_prompt_find (ldr_around_get_way (stage.around) + strlen ("place.ask ")));
  g_assert_cmpuint (count_linked (&stage, LDR_LINK_SESSION, stage.session->id), ==, 1);
  close_stage (&stage);
}

static void
link_goal_with_entry (Stage *stage)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LdrLink) link = ldr_link_new (LDR_LINK_GOAL, stage->goal->id, LDR_LINK_ENTRY, stage->entry->id);
  GError *error = NULL;

  ldr_link_set_async (stage->base.journal, link, TRUE, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  ldr_link_set_finish (stage->base.journal, result, &error);
  g_assert_no_error (error);
}

/* To take a link away takes neither thing away, and can be undone. */
static void
test_remove (void)
{
  Stage stage;
  g_autoptr (LdrEntry) kept = NULL;

  open_stage (&stage);
  link_goal_with_entry (&stage);
  show_list (&stage, LDR_LINK_GOAL, stage.goal->id);
  ldr_goals_testing_wait_for_words (&stage.base, "The refund");
  ldr_goals_testing_activate (
      ldr_goals_testing_find_named (stage.base.window, GTK_TYPE_BUTTON, "Remove the link with “The refund”"));
  ldr_goals_testing_wait_until_gone (&stage.base, "The refund");
  g_assert_cmpuint (count_linked (&stage, LDR_LINK_ENTRY, stage.entry->id), ==, 0);
  kept = ldr_testing_get_entry (stage.base.journal, stage.entry->id);
  g_assert_nonnull (kept);
  ldr_goals_testing_wait_for_words (&stage.base, "Link removed");
  ldr_goals_testing_click (&stage.base, "Undo");
  ldr_goals_testing_wait_for_words (&stage.base, "The refund");
  g_assert_cmpuint (count_linked (&stage, LDR_LINK_GOAL, stage.goal->id), ==, 1);
  close_stage (&stage);
}

/* A list that is only read shows what there is and nothing to change it; what goes to the trash leaves it. */
static void
test_read_only (void)
{
  Stage stage;
  GtkWidget *list;

  open_stage (&stage);
  list = ldr_link_list_new (stage.base.journal, LDR_LINK_ENTRY, stage.entry->id);
  ldr_link_list_set_editable (LDR_LINK_LIST (list), FALSE);
  adw_bin_set_child (ADW_BIN (stage.around), list);
  ldr_goals_stage_show (&stage.base, GTK_WIDGET (stage.around));
  g_assert_false (gtk_widget_get_visible (list));
  link_goal_with_entry (&stage);
  ldr_goals_testing_wait_for_words (&stage.base, "One weekly decision");
  g_assert_null (ldr_goals_testing_find_control (stage.base.window, "Link With…"));
  g_assert_null (ldr_testing_find_widget (list, GTK_TYPE_BUTTON));
  run (&stage, trash_goal_func, stage.goal->id);
  ldr_goals_testing_wait_until_gone (&stage.base, "One weekly decision");
  g_assert_false (gtk_widget_get_visible (list));
  close_stage (&stage);
}

/* Below an entry's title stand chips for what it is linked with, as long as it is shown. */
static void
test_entry (void)
{
  Stage stage;
  GtkWidget *meta;
  g_autofree char *expected = NULL;

  open_stage (&stage);
  expected = g_strconcat ("place.open-goal ", stage.goal->id, NULL);
  link_goal_with_entry (&stage);
  meta = g_object_new (LDR_TYPE_ENTRY_META, NULL);
  adw_bin_set_child (ADW_BIN (stage.around), meta);
  ldr_goals_stage_show (&stage.base, GTK_WIDGET (stage.around));
  g_assert_false (ldr_goals_testing_shows (&stage.base, "One weekly decision"));
  ldr_entry_meta_set_journal (LDR_ENTRY_META (meta), stage.base.journal);
  ldr_entry_meta_set_entry (LDR_ENTRY_META (meta), stage.entry);
  ldr_goals_testing_wait_for_words (&stage.base, "One weekly decision");
  ldr_testing_check_names (meta);
  ldr_goals_testing_click (&stage.base, "One weekly decision");
  g_assert_cmpstr (ldr_around_get_way (stage.around), ==, expected);
  ldr_entry_meta_set_entry (LDR_ENTRY_META (meta), NULL);
  g_assert_false (ldr_goals_testing_shows (&stage.base, "One weekly decision"));
  ldr_entry_meta_set_entry (LDR_ENTRY_META (meta), stage.entry);
  ldr_goals_testing_wait_for_words (&stage.base, "One weekly decision");
  ldr_goals_testing_activate (ldr_goals_testing_find_named (
      meta, GTK_TYPE_BUTTON, "Remove the link with “One weekly decision based on figures”"));
  ldr_goals_testing_wait_until_gone (&stage.base, "One weekly decision");
  g_assert_cmpuint (count_linked (&stage, LDR_LINK_GOAL, stage.goal->id), ==, 0);
  close_stage (&stage);
}

/* An entry that was only just begun can be linked: it is in the journal by then. */
static void
test_new_entry (void)
{
  Stage stage;
  GtkWidget *page;

  open_stage (&stage);
  page = ldr_journal_page_new ();
  ldr_journal_page_set_journal (LDR_JOURNAL_PAGE (page), stage.base.journal);
  adw_bin_set_child (ADW_BIN (stage.around), page);
  ldr_goals_stage_show (&stage.base, GTK_WIDGET (stage.around));
  ldr_goals_testing_wait_for_words (&stage.base, "The refund");
  ldr_journal_page_new_entry (LDR_JOURNAL_PAGE (page));
  ldr_testing_run_for (100);
  ldr_goals_testing_activate (
      ldr_goals_testing_find_named (stage.base.window, GTK_TYPE_BUTTON, "Link with a goal, a session or an entry"));
  ldr_goals_testing_wait_for_words (&stage.base, "Session · Planned");
  ldr_goals_testing_click (&stage.base, "One weekly decision");
  ldr_goals_testing_wait_for_words (&stage.base, "One weekly decision");
  g_assert_cmpuint (count_linked (&stage, LDR_LINK_GOAL, stage.goal->id), ==, 1);
  close_stage (&stage);
}

/* The pages of a goal and of a session show what they are linked with. */
static void
test_goal_page (void)
{
  Stage stage;
  GtkWidget *page;

  open_stage (&stage);
  link_goal_with_entry (&stage);
  page = ldr_goals_page_new (stage.base.journal);
  adw_bin_set_child (ADW_BIN (stage.around), page);
  ldr_goals_stage_show (&stage.base, GTK_WIDGET (stage.around));
  ldr_goals_page_open_goal (LDR_GOALS_PAGE (page), stage.goal->id);
  ldr_goals_testing_wait_for_words (&stage.base, "Linked with");
  ldr_goals_testing_wait_for_words (&stage.base, "The refund");
  close_stage (&stage);
}

static void
test_session_page (void)
{
  Stage stage;
  GtkWidget *page;

  open_stage (&stage);
  page = ldr_sessions_page_new (stage.base.journal);
  adw_bin_set_child (ADW_BIN (stage.around), page);
  ldr_goals_stage_show (&stage.base, GTK_WIDGET (stage.around));
  ldr_sessions_page_open_session (LDR_SESSIONS_PAGE (page), stage.session->id);
  ldr_goals_testing_wait_for_words (&stage.base, "Linked with");
  g_assert_nonnull (ldr_testing_find_widget (page, LDR_TYPE_LINK_LIST));
  close_stage (&stage);
}

/* The page of a style shows the goals with it and with its pitfall, follows them, and begins new ones. */
static void
test_style (void)
{
  Stage stage;
  GtkWidget *view = adw_navigation_view_new ();
  g_autoptr (LdrGoal) pitfall = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  g_autoptr (LdrGoal) other = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  g_autofree char *expected = NULL;
  g_autofree char *begins = g_strdup_printf ("place.new-goal (%d, true)", LDR_STYLE_DATA_STRATEGIST);

  open_stage (&stage);
  expected = g_strconcat ("place.open-goal ", stage.goal->id, NULL);
  other->style = LDR_STYLE_NINJA;
  ldr_goal_set_statement (other, "Tell Ellen beforehand");
  ldr_goal_unref (ldr_goals_testing_save (&stage.base, other));
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            ldr_style_page_new (stage.base.journal, LDR_STYLE_DATA_STRATEGIST));
  adw_bin_set_child (ADW_BIN (stage.around), view);
  ldr_goals_stage_show (&stage.base, GTK_WIDGET (stage.around));
  ldr_goals_testing_wait_for_words (&stage.base, "Goals with this style");
  ldr_goals_testing_wait_for_words (&stage.base, "One weekly decision");
  g_assert_false (ldr_goals_testing_shows (&stage.base, "Tell Ellen"));
  pitfall->kind = LDR_GOAL_PITFALL;
  ldr_goal_set_statement (pitfall, "Ask how somebody feels");
  ldr_goal_unref (ldr_goals_testing_save (&stage.base, pitfall));
  ldr_goals_testing_wait_for_words (&stage.base, "Ask how somebody feels");
  ldr_goals_testing_click (&stage.base, "One weekly decision");
  g_assert_cmpstr (ldr_around_get_way (stage.around), ==, expected);
  ldr_goals_testing_click (&stage.base, "Tame This Pitfall");
  g_assert_cmpstr (ldr_around_get_way (stage.around), ==, begins);
  close_stage (&stage);
}

static void
add_tests (void)
{
  g_test_add_func ("/links/describe", test_describe);
  g_test_add_func ("/links/matches", test_matches);
  g_test_add_func ("/links/link", test_link);
  g_test_add_func ("/links/offers", test_offers);
  g_test_add_func ("/links/question", test_question);
  g_test_add_func ("/links/remove", test_remove);
  g_test_add_func ("/links/read-only", test_read_only);
  g_test_add_func ("/links/entry", test_entry);
  g_test_add_func ("/links/new-entry", test_new_entry);
  g_test_add_func ("/links/goal-page", test_goal_page);
  g_test_add_func ("/links/session-page", test_session_page);
  g_test_add_func ("/links/style", test_style);
}

int
main (int argc, char **argv)
{
  return ldr_goals_testing_main (argc, argv, add_tests);
}
