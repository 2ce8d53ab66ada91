/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "model/ldr-assessment.h"
#include "model/ldr-model-error.h"
#include "model/ldr-score.h"

/* Measurements and what is counted from them; the expected numbers are worked out by hand. */

/* Each pair of the first three styles meets twice, on both sides. */
static const LdrItemFacts choices[] = {
  { (char *) "a", { LDR_STYLE_TEAM_PLAYER, LDR_STYLE_DATA_STRATEGIST }, FALSE },
  { (char *) "b", { LDR_STYLE_DATA_STRATEGIST, LDR_STYLE_TEAM_PLAYER }, FALSE },
  { (char *) "c", { LDR_STYLE_TEAM_PLAYER, LDR_STYLE_INTEGRATOR }, FALSE },
  { (char *) "d", { LDR_STYLE_INTEGRATOR, LDR_STYLE_TEAM_PLAYER }, FALSE },
  { (char *) "e", { LDR_STYLE_DATA_STRATEGIST, LDR_STYLE_INTEGRATOR }, FALSE },
  { (char *) "f", { LDR_STYLE_DATA_STRATEGIST, LDR_STYLE_INTEGRATOR }, FALSE },
};

static const LdrItemFacts ratings[] = {
  { (char *) "p", { LDR_STYLE_TEAM_PLAYER, LDR_STYLE_TEAM_PLAYER }, FALSE },
  { (char *) "q", { LDR_STYLE_TEAM_PLAYER, LDR_STYLE_TEAM_PLAYER }, TRUE },
  { (char *) "r", { LDR_STYLE_NINJA, LDR_STYLE_NINJA }, FALSE },
};

/* An assessment with the answers of a text such as "121212"; "0" is none. */
static LdrAssessment *
answered (LdrAssessmentKind kind, const char *answers)
{
  gboolean is_choice = kind == LDR_ASSESSMENT_CHOICE;
  LdrAssessment *assessment = ldr_assessment_new ("test", 1, kind, is_choice ? choices : ratings,
                                                  is_choice ? G_N_ELEMENTS (choices) : G_N_ELEMENTS (ratings));

  for (gsize i = 0; answers[i] != '\0'; i++)
    {
      g_autoptr (GError) error = NULL;

      ldr_assessment_set_answer (assessment, assessment->items[i], answers[i] - '0', &error);
      g_assert_no_error (error);
    }
  return assessment;
}

static const struct
{
  const char *answers;
  int team_player, data_strategist, integrator;
  gboolean is_clear;
  LdrStyle favourite;
  int n_steady;
} profiles[] = {
  /* a, b, c and d to the team player, e and f to the data strategist. */
  { "121211", 4, 2, 0, TRUE, LDR_STYLE_TEAM_PLAYER, 3 },
  /* The first of each: team player in a and c, data strategist in b, e and f, integrator in d. */
  { "111111", 2, 3, 1, FALSE, LDR_STYLE_DATA_STRATEGIST, 1 },
  { "222222", 2, 1, 3, FALSE, LDR_STYLE_INTEGRATOR, 1 },
  { "212122", 0, 2, 4, TRUE, LDR_STYLE_INTEGRATOR, 3 },
  /* Two each: the first of them is named, and it is not clear. */
  { "111112", 2, 2, 2, FALSE, LDR_STYLE_TEAM_PLAYER, 0 },
  { "122112", 2, 1, 3, FALSE, LDR_STYLE_INTEGRATOR, 2 },
};

static void
test_profile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      g_autoptr (LdrAssessment) assessment = answered (LDR_ASSESSMENT_CHOICE, profiles[i].answers);
      LdrStyleProfile profile;
      LdrStyle favourite;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", profiles[i].answers);
      g_assert_true (ldr_score_styles (assessment, choices, G_N_ELEMENTS (choices), &profile, &error));
      g_assert_no_error (error);
      g_assert_cmpint (profile.chosen[LDR_STYLE_TEAM_PLAYER], ==, profiles[i].team_player);
      g_assert_cmpint (profile.chosen[LDR_STYLE_DATA_STRATEGIST], ==, profiles[i].data_strategist);
      g_assert_cmpint (profile.chosen[LDR_STYLE_INTEGRATOR], ==, profiles[i].integrator);
      g_assert_cmpint (profile.chosen[LDR_STYLE_NINJA], ==, 0);
      g_assert_cmpint (profile.offered[LDR_STYLE_INTEGRATOR], ==, 4);
      g_assert_cmpint (profile.n_choices, ==, 6);
      g_assert_cmpint (profile.n_pairs, ==, 3);
      g_assert_cmpint (profile.n_steady, ==, profiles[i].n_steady);
      g_assert_cmpfloat_with_epsilon (ldr_style_profile_get_consistency (&profile), profiles[i].n_steady / 3.0, 1e-9);
      g_assert_cmpfloat_with_epsilon (ldr_style_profile_get_share (&profile, LDR_STYLE_TEAM_PLAYER),
                                      profiles[i].team_player / 4.0, 1e-9);
      g_assert_true (ldr_style_profile_get_favourite (&profile, &favourite) == profiles[i].is_clear);
      g_assert_cmpint (favourite, ==, profiles[i].favourite);
      /* The styles that never were on offer. */
      g_assert_cmpfloat (ldr_style_profile_get_share (&profile, LDR_STYLE_NINJA), ==, 0);
    }
}

static void
test_lowest (void)
{
  LdrStyleProfile profile = { .chosen = { 3, 2, 5, 2, 4 } };

  g_assert_cmpint (ldr_style_profile_get_lowest (&profile), ==, LDR_STYLE_DATA_STRATEGIST);
  profile.chosen[LDR_STYLE_NINJA] = 0;
  g_assert_cmpint (ldr_style_profile_get_lowest (&profile), ==, LDR_STYLE_NINJA);
}

static void
test_riser (void)
{
  const LdrStyleProfile before = { .chosen = { 4, 4, 4, 4, 4 }, .offered = { 8, 8, 8, 8, 8 } };
  const LdrStyleProfile now = { .chosen = { 3, 6, 4, 2, 5 }, .offered = { 8, 8, 8, 8, 8 } };
  LdrStyleProfile sum = before;
  double change;

  g_assert_cmpint (ldr_style_profile_get_riser (&now, &before, &change), ==, LDR_STYLE_DATA_STRATEGIST);
  g_assert_cmpfloat_with_epsilon (change, 0.25, 1e-9);
  g_assert_cmpint (ldr_style_profile_get_riser (&before, &now, &change), ==, LDR_STYLE_CUSTOMER_COMMUNICATOR);
  g_assert_cmpfloat_with_epsilon (change, 0.25, 1e-9);
  g_assert_cmpint (ldr_style_profile_get_riser (&now, &now, &change), ==, LDR_STYLE_TEAM_PLAYER);
  g_assert_cmpfloat_with_epsilon (change, 0, 1e-9);
  ldr_style_profile_add (&sum, &now);
  g_assert_cmpint (sum.chosen[LDR_STYLE_DATA_STRATEGIST], ==, 10);
  g_assert_cmpint (sum.offered[LDR_STYLE_DATA_STRATEGIST], ==, 16);
}

static void
test_pitfalls (void)
{
  static const struct
  {
    const char *answers;
    double team_player, ninja;
    gboolean is_strong;
    LdrStyle strongest;
  } rows[] = {
    /* 5 and 6 - 1; 3. */
    { "513", 5, 3, TRUE, LDR_STYLE_TEAM_PLAYER },
    { "155", 1, 5, TRUE, LDR_STYLE_NINJA },
    /* 2 and 6 - 3 make 2.5; 3 is not more often than not. */
    { "233", 2.5, 3, FALSE, LDR_STYLE_NINJA },
    { "332", 3, 2, FALSE, LDR_STYLE_TEAM_PLAYER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LdrAssessment) assessment = answered (LDR_ASSESSMENT_RATING, rows[i].answers);
      LdrPitfallExposure exposure;
      LdrStyle strongest;
      g_autoptr (GError) error = NULL;

      g_assert_true (ldr_score_pitfalls (assessment, ratings, G_N_ELEMENTS (ratings), &exposure, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (exposure.mean[LDR_STYLE_TEAM_PLAYER], rows[i].team_player, 1e-9);
      g_assert_cmpfloat_with_epsilon (exposure.mean[LDR_STYLE_NINJA], rows[i].ninja, 1e-9);
      g_assert_cmpfloat (exposure.mean[LDR_STYLE_INTEGRATOR], ==, 0);
      g_assert_true (ldr_pitfall_exposure_get_strongest (&exposure, &strongest) == rows[i].is_strong);
      g_assert_cmpint (strongest, ==, rows[i].strongest);
    }
}

/* Nothing is scored by halves, or with the wrong questionnaire. */
static void
test_incomplete (void)
{
  static const LdrItemFacts other[] = { { (char *) "z", { LDR_STYLE_NINJA, LDR_STYLE_INTEGRATOR }, FALSE } };
  g_autoptr (LdrAssessment) open = answered (LDR_ASSESSMENT_CHOICE, "121210");
  g_autoptr (LdrAssessment) whole = answered (LDR_ASSESSMENT_CHOICE, "121211");
  LdrStyleProfile profile;
  LdrPitfallExposure exposure;
  g_autoptr (GError) error = NULL;

  g_assert_false (ldr_score_styles (open, choices, G_N_ELEMENTS (choices), &profile, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INCOMPLETE);
  g_clear_error (&error);
  g_assert_false (ldr_score_styles (whole, other, 1, &profile, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INCOMPLETE);
  g_clear_error (&error);
  g_assert_false (ldr_score_pitfalls (whole, choices, G_N_ELEMENTS (choices), &exposure, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
}

static void
test_agreement (void)
{
  static const struct
  {
    LdrAssessmentKind kind;
    const char *a, *b;
    double agreement;
  } rows[] = {
    { LDR_ASSESSMENT_CHOICE, "121212", "121212", 1 },
    { LDR_ASSESSMENT_CHOICE, "121212", "212121", 0 },
    { LDR_ASSESSMENT_CHOICE, "121212", "121221", 4.0 / 6 },
    { LDR_ASSESSMENT_CHOICE, "100000", "120000", 1 },
    { LDR_ASSESSMENT_CHOICE, "100000", "020000", NAN },
    /* 1 - (4 + 0 + 2) / 3 / 4. */
    { LDR_ASSESSMENT_RATING, "135", "533", 0.5 },
    { LDR_ASSESSMENT_RATING, "111", "555", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LdrAssessment) a = answered (rows[i].kind, rows[i].a), b = answered (rows[i].kind, rows[i].b);
      double agreement = ldr_score_agreement (a, b);

      if (isnan (rows[i].agreement))
        g_assert_true (isnan (agreement));
      else
        g_assert_cmpfloat_with_epsilon (agreement, rows[i].agreement, 1e-9);
    }
}

static void
test_answers (void)
{
  g_autoptr (LdrAssessment) assessment = answered (LDR_ASSESSMENT_CHOICE, "12");
  static const struct
  {
    const char *item;
    int answer;
  } wrong[] = { { "z", 1 }, { "a", 3 }, { "a", -1 } };

  g_assert_cmpuint (ldr_assessment_count_answers (assessment), ==, 2);
  g_assert_cmpint (ldr_assessment_get_answer (assessment, "b"), ==, 2);
  g_assert_cmpint (ldr_assessment_get_answer (assessment, "f"), ==, LDR_ANSWER_NONE);
  g_assert_cmpint (ldr_assessment_get_answer (assessment, "z"), ==, LDR_ANSWER_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ldr_assessment_set_answer (assessment, wrong[i].item, wrong[i].answer, &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
  g_assert_true (ldr_assessment_set_answer (assessment, "b", LDR_ANSWER_NONE, NULL));
  g_assert_cmpuint (ldr_assessment_count_answers (assessment), ==, 1);
}

static void
assert_valid (const LdrAssessment *assessment, gboolean wanted)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_assessment_validate (assessment, &error) == wanted);
  if (!wanted)
    g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
}

static void
test_validate (void)
{
  g_autoptr (LdrAssessment) good = answered (LDR_ASSESSMENT_CHOICE, "121211");
  g_autoptr (LdrAssessment) copy = NULL;

  assert_valid (good, TRUE);
  ldr_assessment_finish (good);
  assert_valid (good, TRUE);
  copy = ldr_assessment_copy (good);
  g_assert_cmpstr (copy->id, ==, good->id);
  copy->answers[3] = LDR_ANSWER_NONE;
  assert_valid (copy, FALSE);
  copy->finished = 0;
  assert_valid (copy, TRUE);
  copy->answers[3] = 3;
  assert_valid (copy, FALSE);
  copy->kind = LDR_ASSESSMENT_RATING;
  assert_valid (copy, TRUE);
  copy->answers[3] = 6;
  assert_valid (copy, FALSE);
  copy->answers[3] = 5;
  copy->version = 0;
  assert_valid (copy, FALSE);
  copy->version = 1;
  g_set_str (&copy->observer, "two\nlines");
  assert_valid (copy, FALSE);
  ldr_assessment_set_observer (copy, "two\nlines");
  assert_valid (copy, TRUE);
  g_set_str (&copy->questionnaire, "");
  assert_valid (copy, FALSE);
  g_set_str (&copy->questionnaire, "test");
  g_set_str (&copy->id, "7");
  assert_valid (copy, FALSE);
  g_assert_cmpint (good->answers[3], ==, 2);
}

static char *
describe_turns (const LdrAssessment *assessment)
{
  g_autofree LdrItemTurn *turns = ldr_assessment_shuffle (assessment);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < assessment->n_items; i++)
    g_string_append_printf (text, "%s%s", assessment->items[turns[i].item], turns[i].swapped ? "'" : "");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* An interrupted questionnaire goes on in its order, also after a new version of the program: the seed is stored. */
static void
test_shuffle (void)
{
  g_autoptr (LdrAssessment) assessment = answered (LDR_ASSESSMENT_CHOICE, "121211");
  g_autoptr (LdrAssessment) rated = answered (LDR_ASSESSMENT_RATING, "123");
  g_autoptr (GHashTable) orders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean swapped[6] = { FALSE }, straight[6] = { FALSE }, first[6] = { FALSE };

  for (guint seed = 0; seed < 200; seed++)
    {
      g_autofree LdrItemTurn *turns = NULL;
      g_autofree char *again = NULL;
      gboolean seen[6] = { FALSE };
      char *order;

      assessment->seed = rated->seed = seed;
      turns = ldr_assessment_shuffle (assessment);
      for (gsize i = 0; i < 6; i++)
        {
          g_assert_false (seen[turns[i].item]);
          seen[turns[i].item] = TRUE;
          swapped[turns[i].item] |= turns[i].swapped;
          straight[turns[i].item] |= !turns[i].swapped;
        }
      first[turns[0].item] = TRUE;
      order = describe_turns (assessment);
      again = describe_turns (assessment);
      g_assert_cmpstr (order, ==, again);
      g_hash_table_add (orders, order);
      g_clear_pointer (&again, g_free);
      again = describe_turns (rated);
      g_assert_null (strchr (again, '\''));
    }
  g_assert_cmpuint (g_hash_table_size (orders), >, 190);
  for (gsize i = 0; i < 6; i++)
    g_assert_true (swapped[i] && straight[i] && first[i]);
  assessment->seed = 20260309;
  {
    g_autofree char *order = describe_turns (assessment);

    g_assert_cmpstr (order, ==, "ad'ecf'b'");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assessment/profile", test_profile);
  g_test_add_func ("/assessment/lowest", test_lowest);
  g_test_add_func ("/assessment/riser", test_riser);
  g_test_add_func ("/assessment/pitfalls", test_pitfalls);
  g_test_add_func ("/assessment/incomplete", test_incomplete);
  g_test_add_func ("/assessment/agreement", test_agreement);
  g_test_add_func ("/assessment/answers", test_answers);
  g_test_add_func ("/assessment/validate", test_validate);
  g_test_add_func ("/assessment/shuffle", test_shuffle);
  return g_test_run ();
}
