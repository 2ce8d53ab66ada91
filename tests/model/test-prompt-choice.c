/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/ldr-prompt-choice.h"

/* The rule that chooses the question of the day. */

/* 2026-03-09, a Monday, as the days of a journal are counted. */
#define MONDAY 739684

/* The turns, as the rule names them. */
enum
{
  FOCUS,
  PITFALL,
  MOMENT,
  OPEN,
};

static const LdrPromptFacts nobodys[] = {
  { (char *) "open-1", LDR_PROMPT_SIDE_NONE, 0, 2, LDR_PROMPT_TIMES_ANY },
  { (char *) "open-2", LDR_PROMPT_SIDE_NONE, 0, 2, LDR_PROMPT_TIMES_ANY },
};

static const LdrPromptFacts of_times[] = {
  { (char *) "morning", LDR_PROMPT_SIDE_NONE, 0, 2, LDR_PROMPT_TIMES_MORNING },
  { (char *) "evening", LDR_PROMPT_SIDE_NONE, 0, 2, LDR_PROMPT_TIMES_EVENING },
  { (char *) "start", LDR_PROMPT_SIDE_NONE, 0, 2, LDR_PROMPT_TIMES_WEEK_START },
  { (char *) "end", LDR_PROMPT_SIDE_NONE, 0, 2, LDR_PROMPT_TIMES_WEEK_END },
};

/* For each style a question about its strength, its pitfall. */
static const LdrPromptFacts of_styles[] = {
  { (char *) "s0", LDR_PROMPT_SIDE_STRENGTH, LDR_STYLE_TEAM_PLAYER, 2, LDR_PROMPT_TIMES_ANY },
  { (char *) "s1", LDR_PROMPT_SIDE_STRENGTH, LDR_STYLE_DATA_STRATEGIST, 2, LDR_PROMPT_TIMES_ANY },
  { (char *) "s2", LDR_PROMPT_SIDE_STRENGTH, LDR_STYLE_INTEGRATOR, 2, LDR_PROMPT_TIMES_ANY },
  { (char *) "s3", LDR_PROMPT_SIDE_STRENGTH, LDR_STYLE_CUSTOMER_COMMUNICATOR, 2, LDR_PROMPT_TIMES_ANY },
  { (char *) "s4", LDR_PROMPT_SIDE_STRENGTH, LDR_STYLE_NINJA, 2, LDR_PROMPT_TIMES_ANY },
  { (char *) "p0", LDR_PROMPT_SIDE_PITFALL, LDR_STYLE_TEAM_PLAYER, 2, LDR_PROMPT_TIMES_ANY },
  { (char *) "p1", LDR_PROMPT_SIDE_PITFALL, LDR_STYLE_DATA_STRATEGIST, 2, LDR_PROMPT_TIMES_ANY },
  { (char *) "p2", LDR_PROMPT_SIDE_PITFALL, LDR_STYLE_INTEGRATOR, 2, LDR_PROMPT_TIMES_ANY },
  { (char *) "p3", LDR_PROMPT_SIDE_PITFALL, LDR_STYLE_CUSTOMER_COMMUNICATOR, 2, LDR_PROMPT_TIMES_ANY },
  { (char *) "p4", LDR_PROMPT_SIDE_PITFALL, LDR_STYLE_NINJA, 2, LDR_PROMPT_TIMES_ANY },
};

static void
add_all (GArray *candidates, const LdrPromptFacts *facts, gsize n_facts)
{
  for (gsize i = 0; i < n_facts; i++)
    {
      LdrPromptCandidate candidate = { .facts = &facts[i] };

      g_array_append_val (candidates, candidate);
    }
}

static GArray *
all_candidates (void)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (LdrPromptCandidate));

  add_all (candidates, nobodys, G_N_ELEMENTS (nobodys));
  add_all (candidates, of_times, G_N_ELEMENTS (of_times));
  add_all (candidates, of_styles, G_N_ELEMENTS (of_styles));
  return candidates;
}

static LdrPromptMoment
moment_at (int day, int hour, int turn)
{
  LdrPromptMoment moment = { .day = day, .hour = hour, .favourite = -1, .lowest = -1, .seed = 7 };

  moment.n_shown = (turn - day % 4 + 4) % 4;
  return moment;
}

static LdrPromptCandidate *
choose (GArray *candidates, const LdrPromptMoment *moment, LdrPromptReason *reason)
{
  gsize chosen;

  if (!ldr_prompt_choose ((const LdrPromptCandidate *) candidates->data, candidates->len, moment, &chosen, reason))
    return NULL;
  g_assert_cmpuint (chosen, <, candidates->len);
  return &g_array_index (candidates, LdrPromptCandidate, chosen);
}

static void
shuffle (GArray *candidates)
{
  for (guint i = candidates->len; i > 1; i--)
    {
      guint j = (guint) g_test_rand_int_range (0, (int) i);
      LdrPromptCandidate candidate = g_array_index (candidates, LdrPromptCandidate, i - 1);

      g_array_index (candidates, LdrPromptCandidate, i - 1) = g_array_index (candidates, LdrPromptCandidate, j);
      g_array_index (candidates, LdrPromptCandidate, j) = candidate;
    }
}

/* The same question whatever the order of the questions, and not the same for all journals. */
static void
test_deterministic (void)
{
  g_autoptr (GArray) candidates = all_candidates ();
  g_autoptr (GHashTable) of_seeds = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint seed = 0; seed < 50; seed++)
    {
      const char *first = NULL;

      for (int round = 0; round < 10; round++)
        {
          LdrPromptMoment moment = moment_at (MONDAY, 9, FOCUS);
          LdrPromptReason reason;
          const char *id;

          moment.seed = seed * 2654435761u;
          shuffle (candidates);
          id = choose (candidates, &moment, &reason)->facts->id;
          if (round == 0)
            first = id;
          g_assert_cmpstr (id, ==, first);
        }
      g_hash_table_add (of_seeds, (gpointer) first);
    }
  g_assert_cmpuint (g_hash_table_size (of_seeds), >, 2);
}

static void
test_turns (void)
{
  g_autoptr (GArray) candidates = all_candidates ();

  for (int day = MONDAY; day < MONDAY + 7; day++)
    for (int turn = FOCUS; turn <= OPEN; turn++)
      {
        LdrPromptMoment moment = moment_at (day, 9, turn);
        LdrPromptReason reason;
        const LdrPromptFacts *facts = choose (candidates, &moment, &reason)->facts;

        g_assert_true ((facts->side == LDR_PROMPT_SIDE_STRENGTH) == (turn == FOCUS));
        g_assert_true ((facts->side == LDR_PROMPT_SIDE_PITFALL) == (turn == PITFALL));
        g_assert_true ((facts->times != LDR_PROMPT_TIMES_ANY) == (turn == MOMENT));
        g_assert_true (ldr_prompt_times_fit (facts->times, day, 9));
      }
}

/* Two months from the day of the answer, to the day. */
static void
test_rest (void)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (LdrPromptCandidate));
  LdrPromptMoment moment = moment_at (MONDAY, 9, OPEN);
  LdrPromptReason reason;

  add_all (candidates, nobodys, 2);
  g_array_index (candidates, LdrPromptCandidate, 0).shown_day = MONDAY - LDR_PROMPT_REST_DAYS;
  g_array_index (candidates, LdrPromptCandidate, 0).answered_day = MONDAY - LDR_PROMPT_REST_DAYS;
  g_array_index (candidates, LdrPromptCandidate, 1).shown_day = MONDAY - 1;
  g_assert_cmpstr (choose (candidates, &moment, &reason)->facts->id, ==, "open-1");
  g_assert_cmpint (reason, ==, LDR_PROMPT_REASON_LONG_AGO);
  g_array_index (candidates, LdrPromptCandidate, 0).answered_day++;
  g_assert_cmpstr (choose (candidates, &moment, &reason)->facts->id, ==, "open-2");
  /* Nothing else is left: the oldest answer. */
  g_array_index (candidates, LdrPromptCandidate, 1).answered_day = MONDAY - 1;
  g_assert_cmpstr (choose (candidates, &moment, &reason)->facts->id, ==, "open-1");
  g_assert_cmpint (reason, ==, LDR_PROMPT_REASON_LONG_AGO);
  g_array_index (candidates, LdrPromptCandidate, 0).shown_day = MONDAY;
  g_assert_cmpstr (choose (candidates, &moment, &reason)->facts->id, ==, "open-2");
  g_array_index (candidates, LdrPromptCandidate, 1).shown_day = MONDAY;
  g_assert_null (choose (candidates, &moment, &reason));
}

/* Asked on and on, a day gives each question that fits once, and then no more; each answered one rests. */
static void
test_never_twice (void)
{
  g_autoptr (GArray) candidates = all_candidates ();
  LdrPromptReason reason;

  for (int day = MONDAY; day < MONDAY + 100; day++)
    {
      LdrPromptMoment moment = moment_at (day, 9, FOCUS);
      LdrPromptCandidate *candidate;
      guint n = 0, fitting = 0;

      for (guint i = 0; i < candidates->len; i++)
        fitting += ldr_prompt_times_fit (g_array_index (candidates, LdrPromptCandidate, i).facts->times, day, 9);
      for (moment.n_shown = 0; (candidate = choose (candidates, &moment, &reason)) != NULL; moment.n_shown++, n++)
        {
          g_assert_cmpint (candidate->shown_day, !=, day);
          candidate->shown_day = day;
        }
      g_assert_cmpuint (n, ==, fitting);
    }
}

/* However often was asked already, a turn comes from it that has questions. */
static void
test_many_turns (void)
{
  g_autoptr (GArray) candidates = all_candidates ();
  LdrPromptReason reason;

  for (int i = 0; i < 4; i++)
    {
      LdrPromptMoment moment = moment_at (MONDAY, 9, FOCUS), same = moment;

      moment.n_shown = G_MAXINT - i;
      same.n_shown = moment.n_shown % 4;
      g_assert_true (choose (candidates, &moment, &reason) == choose (candidates, &same, &reason));
    }
}

/* What was never shown comes before what was, and what was shown long ago before what was shown lately. */
static void
test_order (void)
{
  g_autoptr (GArray) candidates = all_candidates ();
  LdrPromptMoment moment = moment_at (MONDAY, 9, FOCUS);
  LdrPromptReason reason;

  for (guint i = 0; i < candidates->len; i++)
    g_array_index (candidates, LdrPromptCandidate, i).shown_day = MONDAY - 20 + (int) i;
  g_assert_cmpstr (choose (candidates, &moment, &reason)->facts->id, ==, "s0");
  g_array_index (candidates, LdrPromptCandidate, 8).shown_day = 0;
  g_assert_cmpstr (choose (candidates, &moment, &reason)->facts->id, ==, "s2");
  g_assert_cmpint (reason, ==, LDR_PROMPT_REASON_NEW);
}

static const struct
{
  int turn;
  int day;
  int hour;
  LdrStyleSet goals;
  int favourite, lowest, noticed;
  const char *only;
  int shown_day;
  LdrPromptReason reason;
} reasons[] = {
  { FOCUS, MONDAY, 9, 1 << LDR_STYLE_INTEGRATOR, 4, 0, -1, "s2", 0, LDR_PROMPT_REASON_GOAL },
  { FOCUS, MONDAY, 9, 0, 4, -1, -1, "s4", 0, LDR_PROMPT_REASON_FAVOURITE },
  { FOCUS, MONDAY, 9, 0, -1, 1, -1, "s1", 0, LDR_PROMPT_REASON_LOWEST },
  { FOCUS, MONDAY, 9, 0, -1, -1, -1, "s", 0, LDR_PROMPT_REASON_NEW },
  { FOCUS, MONDAY, 9, 0, -1, -1, -1, "s", MONDAY - 9, LDR_PROMPT_REASON_LONG_AGO },
  { PITFALL, MONDAY, 9, 1 << LDR_STYLE_NINJA, 0, 1, 3, "p3", 0, LDR_PROMPT_REASON_NOTICED },
  { PITFALL, MONDAY, 9, 1 << LDR_STYLE_NINJA, 0, 1, -1, "p4", 0, LDR_PROMPT_REASON_OTHER_SIDE },
  { PITFALL, MONDAY, 9, 0, 2, -1, -1, "p2", 0, LDR_PROMPT_REASON_OTHER_SIDE },
  { PITFALL, MONDAY, 9, 0, -1, -1, -1, "p", 0, LDR_PROMPT_REASON_NEW },
  /* Wednesday is neither the start nor the end of a week. */
  { MOMENT, MONDAY + 2, 9, 0, 2, -1, -1, "morning", 0, LDR_PROMPT_REASON_MORNING },
  { MOMENT, MONDAY + 2, 15, 0, 2, -1, -1, "evening", 0, LDR_PROMPT_REASON_EVENING },
  /* Early in the afternoon it is neither. */
  { MOMENT, MONDAY, 13, 0, 2, -1, -1, "start", 0, LDR_PROMPT_REASON_WEEK_START },
  { MOMENT, MONDAY + 1, 13, 0, 2, -1, -1, "start", 0, LDR_PROMPT_REASON_WEEK_START },
  { MOMENT, MONDAY + 3, 13, 0, 2, -1, -1, "end", 0, LDR_PROMPT_REASON_WEEK_END },
  { MOMENT, MONDAY + 5, 13, 0, 2, -1, -1, "end", 0, LDR_PROMPT_REASON_WEEK_END },
  /* Nothing was made for that moment: the turn passes on. */
  { MOMENT, MONDAY + 6, 13, 0, 2, -1, -1, "open", 0, LDR_PROMPT_REASON_NEW },
  { OPEN, MONDAY, 9, 0, 2, -1, -1, "open", 0, LDR_PROMPT_REASON_NEW },
  { OPEN, MONDAY, 9, 0, 2, -1, -1, "open", MONDAY - 3, LDR_PROMPT_REASON_LONG_AGO },
};

static void
test_reasons (void)
{
  gboolean seen[LDR_PROMPT_REASON_LONG_AGO + 1] = { FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (GArray) candidates = all_candidates ();
      LdrPromptMoment moment = moment_at (reasons[i].day, reasons[i].hour, reasons[i].turn);
      LdrPromptReason reason, again;
      const LdrPromptCandidate *chosen;

      g_test_message ("row %zu", i);
      for (guint n = 0; n < candidates->len; n++)
        g_array_index (candidates, LdrPromptCandidate, n).shown_day = reasons[i].shown_day;
      moment.goals = reasons[i].goals;
      moment.favourite = reasons[i].favourite;
      moment.lowest = reasons[i].lowest;
      if (reasons[i].noticed >= 0)
        moment.noticed[reasons[i].noticed] = 2;
      chosen = choose (candidates, &moment, &reason);
      g_assert_true (g_str_has_prefix (chosen->facts->id, reasons[i].only));
      g_assert_cmpint (reason, ==, reasons[i].reason);
      seen[reason] = TRUE;
      g_assert_true (ldr_prompt_reason_from_id (ldr_prompt_reason_to_id (reason), &again));
      g_assert_cmpint (again, ==, reason);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_true (seen[i]);
  g_assert_false (ldr_prompt_reason_from_id ("whim", &(LdrPromptReason) { 0 }));
}

/* Of pitfalls that were noticed as often, either may come. */
static void
test_noticed_most (void)
{
  g_autoptr (GArray) candidates = all_candidates ();
  LdrPromptMoment moment = moment_at (MONDAY, 9, PITFALL);
  LdrPromptReason reason;

  moment.noticed[LDR_STYLE_NINJA] = 1;
  moment.noticed[LDR_STYLE_TEAM_PLAYER] = 3;
  moment.noticed[LDR_STYLE_INTEGRATOR] = 3;
  for (guint seed = 0; seed < 20; seed++)
    {
      const LdrPromptFacts *facts;

      moment.seed = seed;
      facts = choose (candidates, &moment, &reason)->facts;
      g_assert_true (facts->style == LDR_STYLE_TEAM_PLAYER || facts->style == LDR_STYLE_INTEGRATOR);
    }
}

static void
test_times (void)
{
  static const struct
  {
    LdrPromptTimes times;
    int day, hour;
    gboolean fits;
  } rows[] = {
    { LDR_PROMPT_TIMES_ANY, MONDAY + 6, 3, TRUE },
    { LDR_PROMPT_TIMES_MORNING, MONDAY, 0, TRUE },
    { LDR_PROMPT_TIMES_MORNING, MONDAY, 11, TRUE },
    { LDR_PROMPT_TIMES_MORNING, MONDAY, 12, FALSE },
    { LDR_PROMPT_TIMES_EVENING, MONDAY, 14, FALSE },
    { LDR_PROMPT_TIMES_EVENING, MONDAY, 15, TRUE },
    { LDR_PROMPT_TIMES_WEEK_START, MONDAY + 2, 9, FALSE },
    { LDR_PROMPT_TIMES_WEEK_END, MONDAY + 6, 9, FALSE },
    /* Both must hold. */
    { LDR_PROMPT_TIMES_WEEK_END | LDR_PROMPT_TIMES_EVENING, MONDAY + 4, 9, FALSE },
    { LDR_PROMPT_TIMES_WEEK_END | LDR_PROMPT_TIMES_EVENING, MONDAY + 4, 16, TRUE },
    { LDR_PROMPT_TIMES_WEEK_END | LDR_PROMPT_TIMES_EVENING, MONDAY, 16, FALSE },
    /* Either. */
    { LDR_PROMPT_TIMES_WEEK_START | LDR_PROMPT_TIMES_WEEK_END, MONDAY, 9, TRUE },
    { LDR_PROMPT_TIMES_WEEK_START | LDR_PROMPT_TIMES_WEEK_END, MONDAY + 4, 9, TRUE },
    { LDR_PROMPT_TIMES_MORNING | LDR_PROMPT_TIMES_EVENING, MONDAY, 13, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %zu", i);
      g_assert_true (ldr_prompt_times_fit (rows[i].times, rows[i].day, rows[i].hour) == rows[i].fits);
    }
}

int
main (int argc, char *argv[])
{
  GDate monday;

  g_test_init (&argc, &argv, NULL);
  g_date_clear (&monday, 1);
  g_date_set_dmy (&monday, 9, G_DATE_MARCH, 2026);
  g_assert_cmpuint (g_date_get_julian (&monday), ==, MONDAY);
  g_test_add_func ("/prompt-choice/deterministic", test_deterministic);
  g_test_add_func ("/prompt-choice/turns", test_turns);
  g_test_add_func ("/prompt-choice/rest", test_rest);
  g_test_add_func ("/prompt-choice/never-twice", test_never_twice);
  g_test_add_func ("/prompt-choice/many-turns", test_many_turns);
  g_test_add_func ("/prompt-choice/order", test_order);
  g_test_add_func ("/prompt-choice/reasons", test_reasons);
  g_test_add_func ("/prompt-choice/noticed-most", test_noticed_most);
  g_test_add_func ("/prompt-choice/times", test_times);
  return g_test_run ();
}
