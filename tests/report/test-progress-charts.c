/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "model/ldr-query.h"
#include "progress-fixture.h"
#include "report/progress/ldr-profile-parts.h"

/* What charts say, and that they say no more than there is. */

#define FIRST "0601"
#define LAST "1130"

static void
assert_chart (const LdrProgress *progress, LdrProgressKind kind, const char *sentence, gboolean is_empty)
{
  LdrPeriod period;
  g_autoptr (LdrProgressChart) chart = NULL;
  g_autofree char *described = NULL;

  fixture_set_period (&period, FIRST, LAST);
  chart = ldr_progress_chart_new (kind, progress, &period, NULL);
  g_assert_cmpstr (chart->sentence, ==, sentence);
  g_assert_cmpint (chart->chart == NULL, ==, is_empty);
  if (is_empty)
    return;
  described = ldr_chart_describe (chart->chart);
  g_assert_cmpstr (described, ==, sentence);
  g_assert_cmpstr (ldr_chart_get_title (chart->chart), ==, chart->title);
}

/* --- What entries say ------------------------------------------------------------------------------------------------
 */

typedef struct
{
  const char *name;
  LdrProgressKind kind;
  const char *days;
  const char *sentence;
  gboolean is_empty;
} EntriesCase;

static const EntriesCase entries_cases[] = {
  { "styles/few", LDR_PROGRESS_STYLES, "0601*3+1 n - 0; 0610 t - 0", "Noted: Ninja 3× and Team player 1×.", FALSE },
  { "styles/most", LDR_PROGRESS_STYLES, "0601*6+7 n - 0; 0602*4+7 td - 0", "Most often noted: Ninja, 6 of 14 times.",
    FALSE },
  { "styles/tie", LDR_PROGRESS_STYLES, "0601*6+7 nt - 0",
    "Most often noted: Team player and Ninja, 6 times each out of 12.", FALSE },
  { "styles/all-alike", LDR_PROGRESS_STYLES, "0601*4+7 tdicn - 0", "All five styles equally often, 4 times each.",
    FALSE },
  { "styles/shift", LDR_PROGRESS_STYLES, "0601*20+2 t - 0; 0902*20+2 d - 0; 0901*20+2 t - 0; 0603*20+2 i - 0",
    "Most often noted: Team player, 40 of 80 times. Data strategist rose from 0% of them in the first half to 50% in "
    "the "
    "second.",
    FALSE },
  { "styles/rise", LDR_PROGRESS_STYLES, "0601*20+2 t - 0; 0902*20+2 d - 0",
    "Most often noted: Team player and Data strategist, 20 times each out of 40. Data strategist rose from 0% of them "
    "in the first half to 100% in the second.",
    FALSE },
  { "styles/chance", LDR_PROGRESS_STYLES, "0601*10+2 t - 0; 0602*4+2 d - 0; 0901*8+2 t - 0; 0902*6+2 d - 0",
    "Most often noted: Team player, 18 of 28 times.", FALSE },
  { "styles/outside", LDR_PROGRESS_STYLES, "0501 n - 0; 0510 - t 3",
    "No style was noted in this period. The last time was on 1 May.", TRUE },
  { "styles/other-year", LDR_PROGRESS_STYLES, "20250501 n - 0",
    "No style was noted in this period. The last time was on 1 May 2025.", TRUE },
  { "styles/never", LDR_PROGRESS_STYLES, "0601 - - 3",
    "Here you will see which styles are at work, week by week, as soon as entries name one.", TRUE },

  { "pitfalls/once", LDR_PROGRESS_PITFALLS, "0601 - t 0", "Noticed once: Lost in the details, on 1 June.", FALSE },
  { "pitfalls/some", LDR_PROGRESS_PITFALLS, "0601*2+1 - t 0; 0608 - n 0; 0609 n - 0",
    "Noticed 3 times: Lost in the details 2× and Hard to place 1×. The last time was on 8 June.", FALSE },
  { "pitfalls/many", LDR_PROGRESS_PITFALLS, "0601*101+1 - t 0",
    "Noticed 101 times: Lost in the details 101×. The last time was on 9 September.", FALSE },
  { "pitfalls/thousands", LDR_PROGRESS_PITFALLS, "0601*1250+0 - t 0",
    "Noticed 1,250 times: Lost in the details 1,250×. The last time was on 1 June.", FALSE },
  { "styles/thousands", LDR_PROGRESS_STYLES, "0601*1250+0 tn - 0; 0602 t - 0",
    "Most often noted: Team player, 1,251 of 2,501 times.", FALSE },
  { "pitfalls/words", LDR_PROGRESS_PITFALLS, "0601*2+1 - T 0; 0601 - T 0",
    "No pitfall was noted. Your own words came up 3 times.", FALSE },
  { "pitfalls/word-too", LDR_PROGRESS_PITFALLS, "0601 - tN 0",
    "Noticed once: Lost in the details, on 1 June. Your own words came up 1 more time.", FALSE },
  { "pitfalls/outside", LDR_PROGRESS_PITFALLS, "0531 - t 0",
    "No pitfall was noticed in this period. The last time was on 31 May.", TRUE },
  { "pitfalls/never", LDR_PROGRESS_PITFALLS, "0601 t - 0",
    "Every pitfall that an entry names becomes a dot here, so that you see when it comes up.", TRUE },

  { "energy/one", LDR_PROGRESS_ENERGY, "0601 - - 3", "3 on 1 June, out of 5.", FALSE },
  { "energy/half", LDR_PROGRESS_ENERGY, "0601 - - 3; 0601 - - 4", "3.5 on 1 June, out of 5.", FALSE },
  { "energy/third", LDR_PROGRESS_ENERGY, "0601 - - 3; 0601 - - 3; 0601 - - 4", "3.5 on 1 June, out of 5.", FALSE },
  { "energy/three", LDR_PROGRESS_ENERGY, "0601*3+7 - - 2", "2 on 1 June, 2 on 8 June and 2 on 15 June, out of 5.",
    FALSE },
  { "energy/level", LDR_PROGRESS_ENERGY, "0601*9+1 - - 3", "3 out of 5 on all 9 days.", FALSE },
  { "energy/middle", LDR_PROGRESS_ENERGY, "0601*3+7 - - 4; 0602*2+7 - - 2; 0603 - - 5",
    "Typically 4 out of 5 on 6 days; the lowest was 2, the highest 5.", FALSE },
  { "energy/rise", LDR_PROGRESS_ENERGY, "0601*5+1 - - 1; 0615*5+1 - - 2; 0701*5+1 - - 4; 0715*5+1 - - 5",
    "Typically 3 out of 5 on 20 days; the lowest was 1, the highest 5. It went up in the course of this period.",
    FALSE },
  { "energy/with-a-style", LDR_PROGRESS_ENERGY, "0601*8+2 i - 5; 0602*8+2 t - 3",
    "Typically 4 out of 5 on 16 days; the lowest was 3, the highest 5. On days with Team player it was typically 3, on "
    "other days 5. That does not say why.",
    FALSE },
  { "energy/too-few-to-compare", LDR_PROGRESS_ENERGY, "0601*7+2 i - 5; 0602*8+2 - - 3",
    "Typically 3 out of 5 on 15 days; the lowest was 3, the highest 5.", FALSE },
  { "energy/outside", LDR_PROGRESS_ENERGY, "0501 - - 3; 0601 t - 0",
    "No entry of this period says how much energy there was. The last one that does is of 1 May.", TRUE },
  { "energy/never", LDR_PROGRESS_ENERGY, "0601 t - 0",
    "Say with an entry how much energy there was, from 1 to 5, and its ups and downs appear here.", TRUE },

  { "days/one", LDR_PROGRESS_DAYS, "0601 t t 0", "1 day with an entry.", FALSE },
  { "days/two", LDR_PROGRESS_DAYS, "0601*2+1 t - 0", "2 days with an entry.", FALSE },
  { "days/pitfall", LDR_PROGRESS_DAYS, "0601*2+1 t - 0; 0605 - n 0",
    "3 days with an entry. On 1 of them a pitfall was noticed.", FALSE },
  { "days/weekday", LDR_PROGRESS_DAYS, "0602*12+7 t - 0; 0604*2+7 - - 0",
    "14 days with an entry. Most often it was a Tuesday: 12 times.", FALSE },
  { "days/all-workdays", LDR_PROGRESS_DAYS, "0601*10+7 t - 0; 0602*9+7 t - 0; 0603*9+7 t - 0; 0604*9+7 t - 0",
    "37 days with an entry.", FALSE },
  { "days/few-on-a-weekday", LDR_PROGRESS_DAYS, "0602*9+7 t - 0", "9 days with an entry.", FALSE },
  { "days/outside", LDR_PROGRESS_DAYS, "0531 t - 0", "Nothing was written in this period. The last entry is of 31 May.",
    TRUE },
  { "days/never", LDR_PROGRESS_DAYS, "",
    "Every day on which something is written gets its colour here. One line is enough.", TRUE },
};

static void
test_entries (gconstpointer data)
{
  const EntriesCase *it = data;
  LdrProgress *progress = fixture_new ();

  fixture_add_days (progress, it->days);
  assert_chart (progress, it->kind, it->sentence, it->is_empty);
  fixture_free (progress);
}

/* More than fit in rows of dots become columns, in which the leader's own words have their part. */
static void
test_many_pitfalls (void)
{
  static const struct
  {
    const char *days;
    const char *columns;
    const char *last_row;
  } cases[] = {
    { "0601*101+1 - t 0", "Week|Lost in the details", "week of 1 June 2026|7" },
    { "0601*101+1 - tN 0", "Week|Lost in the details|Your own words|Together", "week of 1 June 2026|7|7|14" },
    { "0601*101+1 - T 0", "Week|Your own words", "week of 1 June 2026|7" },
    { "0601*101+1 - t 0; 0602 - n 0; 0603 - N 0", "Week|Lost in the details|Hard to place|Your own words|Together",
      "week of 1 June 2026|7|1|1|9" },
    { "0601*100+1 - tN 0", "Day|What|Words", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LdrProgress *progress = fixture_new ();
      g_autoptr (LdrProgressChart) chart = NULL;
      g_autoptr (LdrChartTable) table = NULL;
      g_autofree char *columns = NULL, *row = NULL;
      LdrPeriod period;

      fixture_set_period (&period, FIRST, LAST);
      fixture_add_days (progress, cases[i].days);
      chart = ldr_progress_chart_new (LDR_PROGRESS_PITFALLS, progress, &period, NULL);
      table = ldr_chart_make_table (chart->chart);
      columns = g_strjoinv ("|", table->columns);
      row = g_strjoinv ("|", g_ptr_array_index (table->rows, table->rows->len - 1));
      g_assert_cmpstr (columns, ==, cases[i].columns);
      if (cases[i].last_row != NULL)
        g_assert_cmpstr (row, ==, cases[i].last_row);
      fixture_free (progress);
    }
}

/* --- What goals say --------------------------------------------------------------------------------------------------
 */

typedef struct
{
  const char *name;
  LdrMeasureKind measure;
  int better;
  double target;
  const char *values;
  const char *sentence;
  gboolean is_empty;
} GoalCase;

static const GoalCase goal_cases[] = {
  { "one", LDR_MEASURE_SCALE, 1, 8, "0601=4", "“Ask first”: 4 on 1 June. The target is 8 or more.", FALSE },
  { "three", LDR_MEASURE_SCALE, 1, 8, "0601=4 0608=5 0615=9", "“Ask first”: 4, 5 and 9. The target of 8 is reached.",
    FALSE },
  { "rise", LDR_MEASURE_SCALE, 1, 8, "0601=3 0608=4 0615=4 0622=5 0629=6 0706=7",
    "“Ask first” rose from 3 to 7 since 1 June. The target is 8 or more.", FALSE },
  { "fall", LDR_MEASURE_SCALE, -1, 2, "0601=7 0608=6 0615=5 0622=4 0629=3 0706=2",
    "“Ask first” fell from 7 to 2 since 1 June. The target of 2 is reached.", FALSE },
  { "steady", LDR_MEASURE_SCALE, 1, 8, "0601=6 0608=6 0615=6 0622=6 0629=6",
    "“Ask first” stayed around 6. The target is 8 or more.", FALSE },
  { "steady-between", LDR_MEASURE_SCALE, 1, 8, "0601=6 0608=5 0615=6 0622=5",
    "“Ask first” stayed around 5 to 6. The target is 8 or more.", FALSE },
  { "up-and-down", LDR_MEASURE_SCALE, 1, 8, "0601=2 0608=9 0615=3 0622=8 0629=7 0706=4",
    "“Ask first” went up and down between 2 and 9; the last was 4. The target is 8 or more.", FALSE },
  { "four", LDR_MEASURE_SCALE, 1, 8, "0601=3 0608=4 0615=4 0622=5",
    "“Ask first” rose from 3 to 5 since 1 June. The target is 8 or more.", FALSE },
  { "four-down", LDR_MEASURE_SCALE, -1, 2, "0601=5 0608=4 0615=4 0622=3",
    "“Ask first” fell from 5 to 3 since 1 June. The target is 2 or less.", FALSE },
  { "level-and-wild", LDR_MEASURE_SCALE, 1, 9, "0601=2 0608=8 0615=2 0622=8 0629=2 0706=8",
    "“Ask first” went up and down between 2 and 8; the last was 8. The target is 9 or more.", FALSE },
  { "jump", LDR_MEASURE_SCALE, 1, 8, "0601=5 0608=5 0615=5 0622=5 0629=9",
    "“Ask first” rose from 5 to 9 since 1 June. The target of 8 is reached.", FALSE },
  { "skipped", LDR_MEASURE_SCALE, 1, 8, "0601=6 0608=- 0615=6 0622=-", "“Ask first”: 6 and 6. The target is 8 or more.",
    FALSE },
  { "only-skipped", LDR_MEASURE_SCALE, 1, 8, "0601=-", "Every check-in on a goal becomes a point of its line here.",
    TRUE },
  { "outside", LDR_MEASURE_SCALE, 1, 8, "0501=6", "No check-in in this period. The last one was on 1 May.", TRUE },
  { "weekly", LDR_MEASURE_WEEKLY, 1, 2, "0601=1 0602=1",
    "“Ask first”: 2 in the week of 1 June. The target of 2 times a week is reached.", FALSE },
  { "figure", LDR_MEASURE_FIGURE, 1, 82, "0601=74 0701=75.5 0801=77 0901=78 1001=79",
    "“Ask first” rose from 74% to 79% since 1 June. The target is 82% or more.", FALSE },
  { "figure-hardly", LDR_MEASURE_FIGURE, 1, 82, "0601=78 0701=78.1 0801=78.2 0901=78.3 1001=78.4",
    "“Ask first” stayed around 78.2%. The target is 82% or more.", FALSE },
};

static void
test_goal (gconstpointer data)
{
  const GoalCase *it = data;
  LdrProgress *progress = fixture_new ();
  gboolean is_figure = it->measure == LDR_MEASURE_FIGURE;
  LdrMeasure *measure = ldr_measure_new (it->measure, it->better, is_figure ? "%" : "", NAN, it->target);

  fixture_add_goal (progress, "Ask first.", measure, it->values);
  assert_chart (progress, is_figure ? LDR_PROGRESS_FIGURES : LDR_PROGRESS_GOALS, it->sentence, it->is_empty);
  ldr_measure_free (measure);
  fixture_free (progress);
}

/* --- What goals say of days that are over ---------------------------------------------------------------------------
 */

typedef struct
{
  const char *name;
  LdrMeasureKind measure;
  int better;
  double target;
  const char *since;
  double later_target;
  const char *values;
  const char *sentence;
} PastCase;

static const PastCase past_cases[] = {
  { "reached", LDR_MEASURE_SCALE, 1, 8, "0501", 5, "0202=3 0216=5 0303=8 0317=9",
    "“Ask first” rose from 3 to 9 between 2 February and 17 March. The target of 8 was reached on 3 March." },
  { "below-that-of-then", LDR_MEASURE_SCALE, 1, 8, "0501", 5, "0202=3 0216=4 0303=4 0317=6",
    "“Ask first” rose from 3 to 6 between 2 February and 17 March. The target was 8 or more." },
  { "down", LDR_MEASURE_SCALE, -1, 2, "0501", 9, "0202=7 0216=6 0303=5 0317=4",
    "“Ask first” fell from 7 to 4 between 2 February and 17 March. The target was 2 or less." },
  { "one", LDR_MEASURE_SCALE, 1, 8, "0501", 10, "0303=9 0506=3",
    "“Ask first”: 9 on 3 March. The target of 8 was reached." },
  { "reached-before", LDR_MEASURE_SCALE, 1, 8, "0501", 10, "20251201=9 0105=9 0202=8 0303=9",
    "“Ask first”: 9, 8 and 9. The target of 8 was reached." },
  { "lost-again", LDR_MEASURE_SCALE, 1, 8, "0501", 5, "0105=9 0202=8 0303=6",
    "“Ask first”: 9, 8 and 6. The target was 8 or more." },
  { "new-target-within", LDR_MEASURE_SCALE, 1, 8, "0315", 5, "0202=6 0303=6 0317=6",
    "“Ask first”: 6, 6 and 6. The target of 5 was reached on 17 March." },
  { "first-one-target-then-more", LDR_MEASURE_SCALE, 1, 5, "0310", 7, "0202=3 0216=5 0303=5 0317=6 0324=7",
    "“Ask first” rose from 3 to 7 between 2 February and 24 March. The target of 7 was reached on 24 March." },
  { "first-much-then-more", LDR_MEASURE_SCALE, 1, 5, "0310", 7, "0202=3 0216=8 0303=8 0317=8 0324=9",
    "“Ask first” rose from 3 to 9 between 2 February and 24 March. The target of 7 was reached on 17 March." },
  { "weekly", LDR_MEASURE_WEEKLY, 1, 2, "0501", 4, "0105=1 0106=1",
    "“Ask first”: 2 in the week of 5 January. The target of 2 times a week was reached." },
};

static void
test_past (gconstpointer data)
{
  const PastCase *it = data;
  LdrProgress *progress = fixture_new ();
  LdrMeasure *measure = ldr_measure_new (it->measure, it->better, "", NAN, it->target);
  LdrMeasure *later = ldr_measure_new (it->measure, it->better, "", NAN, it->later_target);
  g_autoptr (LdrProgressChart) chart = NULL;
  LdrProgressGoal *goal;
  LdrPeriod period;

  fixture_set_period (&period, "0101", "0331");
  fixture_add_goal (progress, "Ask first.", measure, it->values);
  goal = g_ptr_array_index (progress->goals, 0);
  ldr_goal_add_version (goal->goal, fixture_day (it->since), "Ask first.", later);
  chart = ldr_progress_chart_new (LDR_PROGRESS_GOALS, progress, &period, NULL);
  g_assert_cmpstr (chart->sentence, ==, it->sentence);
  ldr_measure_free (measure);
  ldr_measure_free (later);
  fixture_free (progress);
}

/* Of a goal that has ended too. */
static void
test_ended (void)
{
  LdrProgress *progress = fixture_new ();
  LdrMeasure *measure = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);
  LdrProgressGoal *goal;

  fixture_add_goal (progress, "Ask first.", measure, "0601=4");
  goal = g_ptr_array_index (progress->goals, 0);
  ldr_goal_set_state (goal->goal, LDR_GOAL_LET_GO, fixture_day ("0801"));
  assert_chart (progress, LDR_PROGRESS_GOALS, "“Ask first”: 4 on 1 June. The target was 8 or more.", FALSE);
  ldr_measure_free (measure);
  fixture_free (progress);
}

/* Each is counted once, and one that is at its target or beyond it has reached it, whichever way it came. */
static void
test_goals_at_target (void)
{
  LdrProgress *progress = fixture_new ();
  LdrMeasure *scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 6);

  fixture_add_goal (progress, "A", scale, "0601=3 0608=4 0615=5 0622=6 0629=7");
  fixture_add_goal (progress, "B", scale, "0601=2 0608=3 0615=4 0622=5 0629=5");
  fixture_add_goal (progress, "C", scale, "0601=9 0608=8 0615=8 0622=7 0629=6");
  fixture_add_goal (progress, "D", scale, "0601=9");
  fixture_add_goal (progress, "E", scale, "0601=7 0608=6 0615=5 0622=4 0629=3");
  assert_chart (progress, LDR_PROGRESS_GOALS,
                "Of 5 goals, 3 reached their target, 1 came nearer to its target and 1 moved away from its target.",
                FALSE);
  ldr_measure_free (scale);
  fixture_free (progress);
}

static void
test_goals (void)
{
  LdrProgress *progress = fixture_new ();
  LdrMeasure *scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);

  assert_chart (progress, LDR_PROGRESS_GOALS,
                "Here you will see how goals come nearer to their target, check-in by check-in.", TRUE);
  fixture_add_goal (progress, "A", scale, "0601=3 0608=4 0615=5 0622=6 0629=7");
  fixture_add_goal (progress, "B", scale, "0601=3 0608=4");
  assert_chart (progress, LDR_PROGRESS_GOALS, "“A” rose from 3 to 7 since 1 June. “B”: 3 and 4.", FALSE);
  fixture_add_goal (progress, "C", scale, "0601=5 0608=5 0615=5 0622=5");
  fixture_add_goal (progress, "D", scale, "0601=7 0608=6 0615=5 0622=4 0629=3");
  assert_chart (
      progress, LDR_PROGRESS_GOALS,
      "Of 4 goals, 1 came nearer to its target, 1 stayed much the same, 1 moved away from its target and 1 has too few "
      "values to tell.",
      FALSE);
  ldr_measure_free (scale);
  fixture_free (progress);
}

/* --- Sessions, actions, profiles ------------------------------------------------------------------------------------
 */

typedef struct
{
  const char *name;
  LdrProgressKind kind;
  const char *spec;
  const char *sentence;
  gboolean is_empty;
} CoachingCase;

static const CoachingCase coaching_cases[] = {
  { "sessions/one", LDR_PROGRESS_SESSIONS, "h0601", "1 session was held.", FALSE },
  { "sessions/three", LDR_PROGRESS_SESSIONS, "h0601 h0622 h0713", "3 sessions were held.", FALSE },
  { "sessions/rhythm", LDR_PROGRESS_SESSIONS, "h0601 h0622 h0713 h0803 h0907 c0908 p1203",
    "5 sessions were held, mostly about 3 weeks apart. 1 was cancelled. The next is on 3 December.", FALSE },
  { "sessions/week", LDR_PROGRESS_SESSIONS, "h0601 h0608 h0615 h0622",
    "4 sessions were held, mostly about a week apart.", FALSE },
  { "sessions/days", LDR_PROGRESS_SESSIONS, "h0601 h0604 h0607 h0610",
    "4 sessions were held, mostly about 3 days apart.", FALSE },
  { "sessions/ten-days", LDR_PROGRESS_SESSIONS, "h0601 h0611 h0621 h0701",
    "4 sessions were held, mostly about 10 days apart.", FALSE },
  { "sessions/no-rhythm", LDR_PROGRESS_SESSIONS, "h0601 h0604 h0624 h0823", "4 sessions were held.", FALSE },
  { "sessions/every-day", LDR_PROGRESS_SESSIONS, "h0601 h0602 h0603 h0604", "4 sessions were held.", FALSE },
  { "sessions/cancelled", LDR_PROGRESS_SESSIONS, "c0601 c0608", "2 sessions were cancelled.", FALSE },
  { "sessions/forgotten", LDR_PROGRESS_SESSIONS, "p0601", "No session was held in this period.", FALSE },
  { "sessions/before", LDR_PROGRESS_SESSIONS, "h0501", "No session in this period. The last one was on 1 May.", TRUE },
  { "sessions/after", LDR_PROGRESS_SESSIONS, "p1203",
    "No session in this period. The first one is planned for 3 December.", TRUE },
  { "sessions/never", LDR_PROGRESS_SESSIONS, "",
    "Here you will see when there were coaching sessions, and in what rhythm.", TRUE },

  { "actions/one", LDR_PROGRESS_ACTIONS, "k0601", "1 action was agreed: 1 was kept.", FALSE },
  { "actions/all", LDR_PROGRESS_ACTIONS, "k0601 k0601 l0601 o0701 v0701 x0801",
    "6 actions were agreed: 2 were kept, 1 was kept late, 2 are open and 1 was dropped. 1 of the open ones is past its "
    "day.",
    FALSE },
  { "actions/before", LDR_PROGRESS_ACTIONS, "k0501", "No action was agreed in this period. The last time was on 1 May.",
    TRUE },
  { "actions/never", LDR_PROGRESS_ACTIONS, "",
    "What you agree in a session stands here, with what came of it: kept, still open or dropped.", TRUE },
};

static void
test_coaching (gconstpointer data)
{
  const CoachingCase *it = data;
  LdrProgress *progress = fixture_new ();

  if (it->kind == LDR_PROGRESS_SESSIONS)
    fixture_add_sessions (progress, it->spec);
  else
    fixture_add_actions (progress, it->spec);
  assert_chart (progress, it->kind, it->sentence, it->is_empty);
  fixture_free (progress);
}

/* What is to come is not told of days that are over. */
static void
test_past_sessions (void)
{
  LdrProgress *progress = fixture_new ();
  g_autoptr (LdrProgressChart) chart = NULL;
  LdrPeriod period;

  fixture_set_period (&period, FIRST, "0630");
  fixture_add_sessions (progress, "h0601 p1203");
  chart = ldr_progress_chart_new (LDR_PROGRESS_SESSIONS, progress, &period, NULL);
  g_assert_cmpstr (chart->sentence, ==, "1 session was held.");
  fixture_free (progress);
}

static void
test_profile (void)
{
  LdrProgress *progress = fixture_new ();

  assert_chart (progress, LDR_PROGRESS_PROFILE,
                "Here you will see which styles come naturally, and how that changes from one time to the next.", TRUE);
  fixture_add_profile (progress, "0301", "", LDR_STYLE_TEAM_PLAYER);
  assert_chart (progress, LDR_PROGRESS_PROFILE, "On 1 March, Team player came first: chosen 8 of 8 times.", FALSE);
  fixture_add_profile (progress, "0701", "Eva", LDR_STYLE_NINJA);
  fixture_add_profile (progress, "0702", "", LDR_STYLE_NINJA);
  fixture_add_profile (progress, "1201", "", LDR_STYLE_INTEGRATOR);
  assert_chart (
      progress, LDR_PROGRESS_PROFILE,
      "On 2 July, Ninja came first: chosen 8 of 8 times. Since 1 March 2026, Ninja grew most: from 3 to 8 of 8. "
      "Team player fell most: from 8 to 3 of 8. 1 observer answered too.",
      FALSE);
  fixture_free (progress);
}

static LdrStyleProfile
make_profile (const int *chosen)
{
  LdrStyleProfile profile = { .n_choices = 20 };

  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      profile.chosen[i] = chosen[i];
      profile.offered[i] = 8;
    }
  return profile;
}

static void
test_profile_change (void)
{
  static const struct
  {
    int before[LDR_N_STYLES];
    int now[LDR_N_STYLES];
    const char *sentence;
  } cases[] = {
    { { 4, 4, 4, 4, 4 }, { 5, 4, 4, 4, 3 }, "Since 2 June 2026 the profile has hardly changed." },
    { { 4, 4, 4, 4, 4 }, { 3, 7, 4, 3, 3 }, "Since 2 June 2026, Data strategist grew most: from 4 to 7 of 8." },
    { { 8, 3, 3, 3, 3 }, { 4, 4, 4, 4, 4 }, "Since 2 June 2026, Team player fell most: from 8 to 4 of 8." },
    { { 8, 3, 3, 3, 3 },
      { 5, 3, 3, 3, 6 },
      "Since 2 June 2026, Ninja grew most: from 3 to 6 of 8. Team player fell most: from 8 to 5 of 8." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LdrStyleProfile before = make_profile (cases[i].before), now = make_profile (cases[i].now);
      g_autofree char *sentence = ldr_change_describe (&now, &before, fixture_day ("0602"));

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_profile_later (void)
{
  LdrProgress *progress = fixture_new ();

  fixture_add_profile (progress, "1201", "", LDR_STYLE_INTEGRATOR);
  assert_chart (progress, LDR_PROGRESS_PROFILE, "The questionnaire was not filled in yet at the end of this period.",
                TRUE);
  fixture_free (progress);
}

/* --- Kinds and searches ---------------------------------------------------------------------------------------------
 */

static void
test_kinds (void)
{
  g_autoptr (GError) error = NULL;
  LdrProgressKind kind;

  for (guint i = 0; i < LDR_N_PROGRESS_KINDS; i++)
    {
      g_assert_true (ldr_progress_kind_parse (ldr_progress_kind_get_id ((LdrProgressKind) i), &kind, NULL));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (ldr_progress_kind_parse ("mood", &kind, &error));
  g_assert_nonnull (strstr (error->message, "goals, profile, styles"));
}

/* An empty journal offers a first step for each chart. */
static void
test_first_steps (void)
{
  LdrProgress *progress = fixture_new ();
  LdrPeriod period;
  g_autoptr (GPtrArray) charts = NULL;

  fixture_set_period (&period, FIRST, LAST);
  charts = ldr_progress_chart_list (progress, &period, NULL);
  g_assert_cmpuint (charts->len, ==, LDR_N_PROGRESS_KINDS);
  for (guint i = 0; i < charts->len; i++)
    {
      const LdrProgressChart *chart = g_ptr_array_index (charts, i);
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_cmpint (chart->kind, ==, i);
      g_assert_null (chart->chart);
      g_assert_nonnull (chart->first_step);
      g_assert_true (g_action_parse_detailed_name (chart->first_action, &name, &target, NULL));
    }
  fixture_free (progress);
}

static void
test_queries (void)
{
  static const struct
  {
    LdrProgressKind kind;
    const char *first_day;
    const char *last_day;
    const char *query;
  } cases[] = {
    { LDR_PROGRESS_DAYS, "0601", "0601", "after:2026-06-01 before:2026-06-02" },
    { LDR_PROGRESS_DAYS, "0602", "0602", NULL },
    { LDR_PROGRESS_GOALS, "0520", "0601", "after:2026-05-20 before:2026-06-02" },
    { LDR_PROGRESS_ENERGY, "0601", "0630", "after:2026-06-01 before:2026-07-01" },
    { LDR_PROGRESS_ENERGY, "0603", "0630", NULL },
    { LDR_PROGRESS_PITFALLS, "0601", "0602", NULL },
    { LDR_PROGRESS_PITFALLS, "0701", "0701", "after:2026-07-01 before:2026-07-02" },
    { LDR_PROGRESS_SESSIONS, "0601", "0630", NULL },
  };
  LdrProgress *progress = fixture_new ();
  g_autofree char *styles = NULL, *pitfalls = NULL;
  g_autoptr (LdrQuery) query = NULL, other = NULL;

  fixture_add_days (progress, "0601 t - 3; 0603 - n 0; 0701 - T 0");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ldr_progress_list_query (cases[i].kind, progress, fixture_day (cases[i].first_day),
                                                       fixture_day (cases[i].last_day));

      g_assert_cmpstr (text, ==, cases[i].query);
    }
  styles = ldr_progress_list_query (LDR_PROGRESS_STYLES, progress, fixture_day ("0601"), fixture_day ("0630"));
  query = ldr_query_parse (styles);
  g_assert_cmpuint (query->styles, ==, LDR_STYLE_SET_ALL);
  g_assert_cmpint (query->after, ==, fixture_day ("0601"));
  g_assert_cmpint (query->before, ==, fixture_day ("0701"));
  g_assert_false (ldr_query_has_text (query));
  pitfalls = ldr_progress_list_query (LDR_PROGRESS_PITFALLS, progress, fixture_day ("0601"), fixture_day ("0630"));
  other = ldr_query_parse (pitfalls);
  g_assert_cmpuint (other->pitfalls, ==, LDR_STYLE_SET_ALL);
  fixture_free (progress);
}

#define ADD_ALL(path, cases, function)                                                                                 \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                                                     \
    {                                                                                                                  \
      g_autofree char *name = g_strconcat (path, cases[i].name, NULL);                                                 \
                                                                                                                       \
      g_test_add_data_func (name, &cases[i], function);                                                                \
    }

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD_ALL ("/progress/entries/", entries_cases, test_entries);
  g_test_add_func ("/progress/many-pitfalls", test_many_pitfalls);
  ADD_ALL ("/progress/goal/", goal_cases, test_goal);
  ADD_ALL ("/progress/past-goal/", past_cases, test_past);
  g_test_add_func ("/progress/ended-goal", test_ended);
  g_test_add_func ("/progress/goals", test_goals);
  g_test_add_func ("/progress/goals-at-target", test_goals_at_target);
  ADD_ALL ("/progress/coaching/", coaching_cases, test_coaching);
  g_test_add_func ("/progress/past-sessions", test_past_sessions);
  g_test_add_func ("/progress/profile", test_profile);
  g_test_add_func ("/progress/profile-change", test_profile_change);
  g_test_add_func ("/progress/profile-later", test_profile_later);
  g_test_add_func ("/progress/kinds", test_kinds);
  g_test_add_func ("/progress/first-steps", test_first_steps);
  g_test_add_func ("/progress/queries", test_queries);
  return g_test_run ();
}
