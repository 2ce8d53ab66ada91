/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "app/reflection/ldr-order.h"
#include "app/reflection/ldr-path-files.h"
#include "app/reflection/ldr-path-groups.h"
#include "app/reflection/ldr-reflection-describe.h"
#include "app/reflection/ldr-reflection-start.h"
#include "app/today/ldr-today-describe.h"
#include "content/ldr-path.h"
#include "model/ldr-moment.h"

static int
day_of (const char *iso8601)
{
  int day = 0;

  g_assert_true (ldr_day_parse (iso8601, &day, NULL));
  return day;
}

static void
test_days (void)
{
  static const struct
  {
    const char *day, *today, *expected;
  } cases[] = {
    { "2026-11-22", "2026-11-22", "Today" },
    { "2026-11-21", "2026-11-22", "Yesterday" },
    { "2026-11-20", "2026-11-22", "Friday" },
    { "2026-11-16", "2026-11-22", "Monday" },
    { "2026-11-15", "2026-11-22", "15 November" },
    { "2026-11-23", "2026-11-22", "23 November" },
    { "2025-12-31", "2026-01-08", "31 December 2025" },
    { "2025-12-31", "2026-01-01", "Yesterday" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *near = ldr_day_describe_near (day_of (cases[i].day), day_of (cases[i].today));

      g_assert_cmpstr (near, ==, cases[i].expected);
    }
}

static void
test_year_before (void)
{
  static const struct
  {
    const char *day, *expected;
  } cases[] = {
    { "2026-11-22", "2025-11-22" },
    { "2024-02-29", "2023-02-28" },
    { "2025-03-01", "2024-03-01" },
    { "2026-01-01", "2025-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ldr_day_year_before (day_of (cases[i].day)), ==, day_of (cases[i].expected));
}

static void
test_first_steps (void)
{
  const gint64 day = (gint64) 24 * 60 * 60 * 1000;
  const struct
  {
    LdrFirstSteps done;
    gint64 age;
    guint expected;
  } cases[] = {
    { 0, 0, LDR_FIRST_STEPS_ALL },
    { LDR_FIRST_STEP_ENTRY, 0, LDR_FIRST_STEP_PROFILE | LDR_FIRST_STEP_GOAL | LDR_FIRST_STEP_SHEET },
    { LDR_FIRST_STEP_PROFILE, 0, LDR_FIRST_STEP_ENTRY | LDR_FIRST_STEP_GOAL | LDR_FIRST_STEP_SHEET },
    { LDR_FIRST_STEP_GOAL, 0, LDR_FIRST_STEP_ENTRY | LDR_FIRST_STEP_PROFILE | LDR_FIRST_STEP_SHEET },
    { LDR_FIRST_STEP_SHEET, 0, LDR_FIRST_STEP_ENTRY | LDR_FIRST_STEP_PROFILE | LDR_FIRST_STEP_GOAL },
    { LDR_FIRST_STEPS_ALL, 0, 0 },
    { 0, 60 * day, LDR_FIRST_STEPS_ALL },
    { 0, 60 * day + 1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (ldr_first_steps (cases[i].done, 1000, 1000 + cases[i].age), ==, cases[i].expected);
}

/* What a goal asks beside its check-ins, and for how long. */
static void
test_goal_questions (void)
{
  int today = day_of ("2026-11-22");
  const struct
  {
    LdrGoalState state;
    int returns, last_day;
    const char *hypothesis;
    LdrGoalQuestion expected;
  } cases[] = {
    { LDR_GOAL_ACTIVE, 0, 0, "", LDR_GOAL_QUESTION_NONE },
    { LDR_GOAL_PAUSED, 0, 0, "", LDR_GOAL_QUESTION_NONE },
    { LDR_GOAL_PAUSED, today + 1, 0, "", LDR_GOAL_QUESTION_NONE },
    { LDR_GOAL_PAUSED, today, 0, "", LDR_GOAL_QUESTION_RETURN },
    { LDR_GOAL_PAUSED, today - 6, 0, "", LDR_GOAL_QUESTION_RETURN },
    { LDR_GOAL_PAUSED, today - 7, 0, "", LDR_GOAL_QUESTION_NONE },
    { LDR_GOAL_ACTIVE, 0, today, "", LDR_GOAL_QUESTION_NONE },
    { LDR_GOAL_ACTIVE, 0, today, "Figures calm us", LDR_GOAL_QUESTION_VERDICT },
    { LDR_GOAL_ACTIVE, 0, today + 1, "Figures calm us", LDR_GOAL_QUESTION_NONE },
    { LDR_GOAL_PAUSED, today, today - 1, "Figures calm us", LDR_GOAL_QUESTION_VERDICT },
    { LDR_GOAL_ACHIEVED, 0, today, "Figures calm us", LDR_GOAL_QUESTION_NONE },
    { LDR_GOAL_LET_GO, 0, today, "Figures calm us", LDR_GOAL_QUESTION_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_NINJA);
      g_autoptr (LdrTodayRow) row = NULL;

      ldr_goal_set_statement (goal, "Look at one figure first");
      goal->state = cases[i].state;
      goal->returns = cases[i].returns;
      goal->last_day = cases[i].last_day;
      ldr_goal_set_hypothesis (goal, cases[i].hypothesis);
      g_assert_cmpint (ldr_goal_get_question (goal, today), ==, cases[i].expected);
      row = ldr_goal_question_describe (goal, today);
      g_assert_cmpint (row != NULL, ==, cases[i].expected != LDR_GOAL_QUESTION_NONE);
      if (row != NULL)
        g_assert_cmpstr (row->title, ==, "Look at one figure first");
    }
}

/* Every path that is suggested exists, on every day of a week, and the week ends with looking back. */
static void
test_suggestions (void)
{
  int monday = day_of ("2026-11-16");

  for (int day = monday; day < monday + 7; day++)
    {
      const char *const *ids = ldr_today_suggest_paths (day);

      g_assert_cmpuint (g_strv_length ((char **) ids), ==, 2);
      for (guint i = 0; ids[i] != NULL; i++)
        g_assert_nonnull (ldr_path_find (ids[i]));
    }
  g_assert_cmpstr (ldr_today_suggest_paths (monday)[0], ==, "looking-ahead");
  g_assert_cmpstr (ldr_today_suggest_paths (monday + 4)[0], ==, "week-review");
}

/* A question about a style, as a leader and as a coach read it, with every reason there is. */
static void
test_reasons (void)
{
  static const struct
  {
    LdrPromptReason reason;
    const char *leader, *coach;
  } cases[] = {
    { LDR_PROMPT_REASON_GOAL, "A goal in this journal is about the Ninja.", NULL },
    { LDR_PROMPT_REASON_FAVOURITE, "The Ninja is the style that comes most naturally to you.",
      "The Ninja is the style that comes most naturally to Sanne." },
    { LDR_PROMPT_REASON_LOWEST, "The Ninja is the style you reach for least, so there is much to find.",
      "The Ninja is the style that Sanne reaches for least, so there is much to find." },
    { LDR_PROMPT_REASON_NOTICED, "You noticed the pitfall of the Ninja in the last four weeks.", NULL },
    { LDR_PROMPT_REASON_OTHER_SIDE, "A style that is used a lot has another side: this looks at that of the Ninja.",
      NULL },
    { LDR_PROMPT_REASON_WEEK_START, "It fits the beginning of a week.", NULL },
    { LDR_PROMPT_REASON_WEEK_END, "It fits the end of a week.", NULL },
    { LDR_PROMPT_REASON_MORNING, "It fits the beginning of a day.", NULL },
    { LDR_PROMPT_REASON_EVENING, "It fits the end of a day.", NULL },
    { LDR_PROMPT_REASON_NEW, "It was not asked in this journal before.", NULL },
    { LDR_PROMPT_REASON_LONG_AGO, "It has been a good while since it was asked.", NULL },
  };
  g_autoptr (LdrJournalInfo) leader = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  g_autoptr (LdrJournalInfo) coach = ldr_journal_info_new ("Sanne", LDR_ROLE_COACH);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new ();
  LdrDayQuestion question = { .prompt = ldr_path_find ("ninja-strength")->steps->pdata[0] };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrQuestionDescription) to_leader = NULL, to_coach = NULL;

      question.reason = cases[i].reason;
      to_leader = ldr_question_describe (&question, drafts, leader);
      to_coach = ldr_question_describe (&question, drafts, coach);
      g_assert_cmpstr (to_leader->reason, ==, cases[i].leader);
      g_assert_cmpstr (to_coach->reason, ==, cases[i].coach != NULL ? cases[i].coach : cases[i].leader);
      g_assert_null (strstr (to_leader->question, "Sanne"));
      g_assert_null (strstr (to_coach->question, "{name}"));
      g_assert_cmpint (to_leader->style, ==, LDR_STYLE_NINJA);
      g_assert_null (to_leader->topic);
    }
}

/* A draft of the question comes before an older answer; a path on which it stands is another matter. */
static void
test_question_state (void)
{
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new ();
  LdrPath *path = ldr_path_find ("week-review");
  LdrPrompt *prompt = g_ptr_array_index (path->steps, 0);
  LdrDayQuestion question = { .prompt = prompt, .reason = LDR_PROMPT_REASON_NEW };
  g_autoptr (LdrReflection) along = ldr_reflection_begin_path (path, info);
  g_autoptr (LdrReflection) alone = ldr_reflection_begin_prompt (prompt, info);
  g_autoptr (LdrQuestionDescription) open = ldr_question_describe (&question, drafts, info);
  g_autoptr (LdrQuestionDescription) on_path = NULL, answered = NULL, begun = NULL;

  g_assert_cmpint (open->state, ==, LDR_QUESTION_STATE_OPEN);
  g_assert_null (open->done);
  g_ptr_array_add (drafts, along);
  on_path = ldr_question_describe (&question, drafts, info);
  g_assert_cmpint (on_path->state, ==, LDR_QUESTION_STATE_OPEN);
  question.answered = day_of ("2026-11-22");
  question.entry = (char *) "an-entry";
  answered = ldr_question_describe (&question, drafts, info);
  g_assert_cmpint (answered->state, ==, LDR_QUESTION_STATE_ANSWERED);
  g_assert_cmpstr (answered->entry, ==, "an-entry");
  g_assert_nonnull (answered->done);
  g_ptr_array_add (drafts, alone);
  begun = ldr_question_describe (&question, drafts, info);
  g_assert_cmpint (begun->state, ==, LDR_QUESTION_STATE_BEGUN);
  g_assert_true (begun->draft == alone);
}

static void
test_rows (void)
{
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  LdrPath *path = ldr_path_find ("week-review");
  g_autoptr (LdrReflection) along = ldr_reflection_begin_path (path, info);
  g_autoptr (LdrReflection) alone = ldr_reflection_begin_prompt (g_ptr_array_index (path->steps, 1), info);
  g_autoptr (LdrSummary) summary = ldr_summary_new ();
  g_autoptr (LdrTodayRow) draft = NULL, question = NULL, untitled = NULL, titled = NULL;
  g_autofree char *progress = g_strdup_printf ("1 of %u answered · Today", path->steps->len);
  int today = ldr_day_today ();

  along->changed = alone->changed = ldr_moment_now ();
  ldr_reflection_set_answer (along, 0, "Something");
  draft = ldr_draft_describe (along, today);
  g_assert_cmpstr (draft->title, ==, ldr_path_get_title (path));
  g_assert_cmpstr (draft->subtitle, ==, progress);
  question = ldr_draft_describe (alone, today);
  g_assert_cmpstr (question->title, ==, ldr_reflection_get_step (alone, 0)->question);
  g_assert_cmpstr (question->subtitle, ==, "Today");

  summary->day = today - 1;
  untitled = ldr_recent_describe (summary, today);
  g_assert_cmpstr (untitled->title, ==, "Untitled");
  g_assert_cmpstr (untitled->subtitle, ==, "Yesterday");
  g_set_str (&summary->title, "Four calls");
  g_set_str (&summary->excerpt, "Nadia stayed calm");
  titled = ldr_recent_describe (summary, today);
  g_assert_cmpstr (titled->title, ==, "Four calls");
  g_assert_cmpstr (titled->subtitle, ==, "Yesterday · Nadia stayed calm");
}

/* --- Reflection ------------------------------------------------------------------------------------------------------
 */

/* What a question or a path looks at is suggested, and in a coach's journal the leader is named. */
static void
test_begin (void)
{
  g_autoptr (LdrJournalInfo) coach = ldr_journal_info_new ("Sanne", LDR_ROLE_COACH);
  GPtrArray *paths = ldr_path_get_all ();

  for (guint i = 0; i < paths->len; i++)
    {
      LdrPath *path = g_ptr_array_index (paths, i);
      g_autoptr (LdrReflection) along = ldr_reflection_begin_path (path, coach);
      g_autoptr (LdrReflection) alone = ldr_reflection_begin_prompt (g_ptr_array_index (path->steps, 0), coach);

      g_assert_cmpuint (along->steps->len, ==, path->steps->len);
      g_assert_cmpuint (along->styles, ==, ldr_path_get_styles (path));
      g_assert_cmpuint (along->pitfalls, ==, ldr_path_get_pitfalls (path));
      g_assert_cmpuint (alone->styles, ==, along->styles);
      g_assert_cmpuint (alone->pitfalls, ==, along->pitfalls);
      for (guint s = 0; s < along->steps->len; s++)
        g_assert_null (strstr (ldr_reflection_get_step (along, s)->question, "{name}"));
    }
}

static void
test_steps (void)
{
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  g_autoptr (LdrReflection) reflection = ldr_reflection_new ("", "Two");
  g_autoptr (LdrStepDescription) first = NULL, second = NULL, nothing = NULL, closing = NULL;

  ldr_reflection_add_step (reflection, "one", "One?", "");
  ldr_reflection_add_step (reflection, "two", "Two?", "");
  first = ldr_step_describe (reflection, 0, info);
  g_assert_cmpstr (first->progress, ==, "Question 1 of 2");
  g_assert_cmpstr (first->question, ==, "One?");
  g_assert_false (first->can_go_back || first->can_go_on || first->closing);
  g_assert_true (first->can_skip);

  nothing = ldr_step_describe (reflection, 2, info);
  g_assert_true (nothing->closing && nothing->can_go_back);
  g_assert_false (nothing->can_go_on);

  ldr_reflection_set_answer (reflection, 1, "Yes.");
  second = ldr_step_describe (reflection, 1, info);
  g_assert_cmpstr (second->progress, ==, "Question 2 of 2");
  g_assert_true (second->can_go_back && second->can_go_on);
  g_assert_false (second->can_skip);
  closing = ldr_step_describe (reflection, 2, info);
  g_assert_true (closing->closing && closing->can_go_on);
}

static void
test_single_step (void)
{
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  g_autoptr (LdrReflection) reflection = ldr_reflection_new ("", "");
  g_autoptr (LdrStepDescription) step = NULL;

  ldr_reflection_add_step (reflection, "one", "One?", "  ");
  step = ldr_step_describe (reflection, 0, info);
  g_assert_cmpstr (step->progress, ==, "");
  g_assert_false (step->can_skip || step->can_go_on || step->can_go_back);
}

static void
test_headings (void)
{
  g_autoptr (LdrJournalInfo) leader = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  g_autoptr (LdrJournalInfo) coach = ldr_journal_info_new ("Sanne", LDR_ROLE_COACH);
  g_autofree char *to_leader = ldr_styles_used_describe (leader);
  g_autofree char *to_coach = ldr_styles_used_describe (coach);

  g_assert_cmpstr (to_leader, ==, "Styles you used");
  g_assert_cmpstr (to_coach, ==, "Styles that Sanne used");
}

/* --- Paths -----------------------------------------------------------------------------------------------------------
 */

static void
test_groups (void)
{
  g_autoptr (LdrPath) own = ldr_path_new_own ("id", "Mine", "");
  static const struct
  {
    const char *path;
    LdrPathGroupKind expected;
  } cases[] = {
    { "week-review", LDR_PATH_GROUP_OTHER },
    { "ninja-strength", LDR_PATH_GROUP_STRENGTH },
    { "ninja-pitfall", LDR_PATH_GROUP_PITFALL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ldr_path_get_group (ldr_path_find (cases[i].path)), ==, cases[i].expected);
  g_assert_cmpint (ldr_path_get_group (own), ==, LDR_PATH_GROUP_OWN);
}

static void
test_search (void)
{
  g_autoptr (LdrPath) own = ldr_path_new_own ("id", "Één gesprek", "Voor de coördinatie");
  static const struct
  {
    const char *words;
    gboolean expected;
  } cases[] = {
    { "", TRUE },       { "een", TRUE },    { "ÉÉN gespr", TRUE }, { "coordinatie", TRUE },
    { "sprek", FALSE }, { "klant", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ldr_path_matches (own, cases[i].words), ==, cases[i].expected);
  g_assert_true (ldr_path_matches (ldr_path_find ("ninja-strength"), "ninja"));
  g_assert_false (ldr_path_matches (ldr_path_find ("week-review"), "ninja"));
}

static void
test_order (void)
{
  static const struct
  {
    int from, to;
    const char *expected;
  } cases[] = {
    { 0, 3, "bcda" }, { 3, 0, "dabc" }, { 1, 2, "acbd" }, { 2, 1, "acbd" }, { 2, 2, "abcd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) array = g_ptr_array_new ();
      g_autoptr (GString) order = g_string_new (NULL);

      for (char c = 'a'; c <= 'd'; c++)
        g_ptr_array_add (array, GINT_TO_POINTER (c));
      ldr_order_move (array, cases[i].from, cases[i].to);
      for (guint k = 0; k < array->len; k++)
        g_string_append_c (order, (char) GPOINTER_TO_INT (g_ptr_array_index (array, k)));
      g_assert_cmpstr (order->str, ==, cases[i].expected);
    }
}

/* A file that is no file of paths gives its line and nothing else; one that is far too large is not read. */
static void
test_bad_files (void)
{
  static const char no_steps[] = "<paths version=\"1\">\n  <path>\n    <title>Mine</title>\n  </path>\n</paths>\n";
  g_autoptr (GBytes) bad = g_bytes_new_static (no_steps, strlen (no_steps));
  g_autoptr (GBytes) huge = g_bytes_new_take (g_malloc0 (2 * 1024 * 1024), 2 * 1024 * 1024);
  g_autoptr (GError) error = NULL;

  g_assert_null (ldr_path_files_parse (bad, &error));
  g_assert_cmpstr (error->message, ==, "Line 2: this path has no steps.");
  g_clear_error (&error);
  g_assert_null (ldr_path_files_parse (huge, &error));
  g_assert_nonnull (error);
}

static void
test_file_name (void)
{
  g_autoptr (LdrPath) path = ldr_path_new_own ("id", "Before: what/who?", "");
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autofree char *one = NULL, *many = NULL;

  g_ptr_array_add (paths, path);
  one = ldr_path_files_suggest_name (paths);
  g_assert_cmpstr (one, ==, "Before- what-who-.leidraad-path");
  g_ptr_array_add (paths, path);
  many = ldr_path_files_suggest_name (paths);
  g_assert_cmpstr (many, ==, "Paths.leidraad-path");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/today/days", test_days);
  g_test_add_func ("/today/year-before", test_year_before);
  g_test_add_func ("/today/first-steps", test_first_steps);
  g_test_add_func ("/today/goal-questions", test_goal_questions);
  g_test_add_func ("/today/suggestions", test_suggestions);
  g_test_add_func ("/today/reasons", test_reasons);
  g_test_add_func ("/today/question-state", test_question_state);
  g_test_add_func ("/today/rows", test_rows);
  g_test_add_func ("/reflection/begin", test_begin);
  g_test_add_func ("/reflection/steps", test_steps);
  g_test_add_func ("/reflection/single-step", test_single_step);
  g_test_add_func ("/reflection/headings", test_headings);
  g_test_add_func ("/paths/groups", test_groups);
  g_test_add_func ("/paths/search", test_search);
  g_test_add_func ("/paths/order", test_order);
  g_test_add_func ("/paths/bad-files", test_bad_files);
  g_test_add_func ("/paths/file-name", test_file_name);
  return g_test_run ();
}
