/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "app/styles/ldr-filling.h"
#include "app/styles/ldr-measurements-page.h"
#include "app/styles/ldr-styles-describe.h"
#include "model/ldr-moment.h"

/* A profile in which each style was offered 8 times. */
static LdrStyleProfile
make_profile (int team_player, int data_strategist, int integrator, int customer_communicator, int ninja)
{
  LdrStyleProfile profile = {
    .n_choices = 20,
    .chosen = { team_player, data_strategist, integrator, customer_communicator, ninja },
    .offered = { 8, 8, 8, 8, 8 },
    .n_pairs = 10,
    .n_steady = 7,
  };

  g_assert_cmpint (team_player + data_strategist + integrator + customer_communicator + ninja, ==, 20);
  return profile;
}

static int
make_day (int year, int month, int day)
{
  g_autoptr (GDateTime) date = g_date_time_new_local (year, month, day, 12, 0, 0);

  return ldr_day_from_date_time (date);
}

static void
test_favourite (void)
{
  static const struct
  {
    int chosen[LDR_N_STYLES];
    const char *leader;
    const char *words;
  } cases[] = {
    { { 2, 3, 3, 8, 4 }, NULL, "Your favourite is Customer communicator." },
    { { 2, 3, 3, 8, 4 }, "Sanne", "Sanne’s favourite is Customer communicator." },
    { { 5, 3, 3, 6, 3 }, NULL, "No clear favourite yet: Team player and Customer communicator lie close together." },
    { { 5, 5, 2, 6, 2 },
      NULL,
      "No clear favourite yet: Team player, Data strategist and Customer communicator lie close together." },
    { { 6, 2, 4, 4, 4 }, NULL, "Your favourite is Team player." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int *n = cases[i].chosen;
      LdrStyleProfile profile = make_profile (n[0], n[1], n[2], n[3], n[4]);
      g_autofree char *words = ldr_favourite_describe (&profile, cases[i].leader);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_change (void)
{
  LdrStyleProfile before = make_profile (4, 4, 4, 4, 4);
  LdrStyleProfile grown = make_profile (3, 7, 4, 3, 3);
  LdrStyleProfile same = make_profile (5, 4, 4, 4, 3);
  g_autofree char *rise = ldr_change_describe (&grown, &before, make_day (2026, 6, 2));
  g_autofree char *still = ldr_change_describe (&same, &before, make_day (2026, 6, 2));

  g_assert_cmpstr (rise, ==, "Since 2 June 2026, Data strategist grew most: from 4 to 7 of 8.");
  g_assert_cmpstr (still, ==, "Since 2 June 2026 the profile has hardly changed.");
}

static void
test_consistency (void)
{
  static const struct
  {
    int n_steady;
    const char *start;
  } cases[] = {
    { 10, "A steady picture" }, { 8, "A steady picture" }, { 7, "Fairly steady" },
    { 6, "Fairly steady" },     { 5, "Read it loosely" },  { 0, "Read it loosely" },
  };
  LdrStyleProfile profile = make_profile (4, 4, 4, 4, 4);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;

      profile.n_steady = cases[i].n_steady;
      words = ldr_consistency_describe (&profile);
      g_assert_true (g_str_has_prefix (words, cases[i].start));
    }
}

static void
test_exposure (void)
{
  static const struct
  {
    double mean;
    const char *text;
  } cases[] = {
    { 1, "1.0 of 5, hardly ever" }, { 2, "2.0 of 5, now and then" }, { 3, "3.0 of 5, regularly" },
    { 3.5, "3.5 of 5, often" },     { 4, "4.0 of 5, often" },        { 4.75, "4.8 of 5, nearly always" },
  };
  LdrPitfallExposure calm = { { 2, 3, 1, 2, 2 } };
  LdrPitfallExposure close = { { 2, 3, 1, 4, 2 } };
  g_autofree char *none = ldr_exposure_sum_up (&calm, NULL);
  g_autofree char *own = ldr_exposure_sum_up (&close, NULL);
  g_autofree char *about = ldr_exposure_sum_up (&close, "Sanne");
  g_autofree char *one = NULL, *three = NULL;
  LdrStyleOverview overview = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ldr_exposure_to_text (cases[i].mean);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_null (ldr_exposure_describe_observers (&overview, LDR_STYLE_NINJA));
  overview.n_pitfall_observers = 1;
  overview.observers_exposure = close;
  one = ldr_exposure_describe_observers (&overview, LDR_STYLE_CUSTOMER_COMMUNICATOR);
  g_assert_cmpstr (one, ==, "1 observer: 4.0 of 5, often");
  overview.n_pitfall_observers = 3;
  three = ldr_exposure_describe_observers (&overview, LDR_STYLE_TEAM_PLAYER);
  g_assert_cmpstr (three, ==, "3 observers: 2.0 of 5, now and then");
  g_assert_true (g_str_has_prefix (none, "None of the five pitfalls"));
  g_assert_nonnull (strstr (own, "the other side of Customer communicator"));
  g_assert_true (g_str_has_prefix (about, "Closest by for Sanne"));
}

static void
test_agreement (void)
{
  static const struct
  {
    double agreement;
    LdrAssessmentKind kind;
    const char *start;
  } cases[] = {
    { 0.9, LDR_ASSESSMENT_CHOICE, "Much alike: 90%" },
    { 0.65, LDR_ASSESSMENT_CHOICE, "Alike in the main: 65%" },
    { 0.5, LDR_ASSESSMENT_CHOICE, "Two different views: 50%" },
    { 0.9, LDR_ASSESSMENT_RATING, "Much alike" },
    { 0.75, LDR_ASSESSMENT_RATING, "Alike in the main" },
    { 0.4, LDR_ASSESSMENT_RATING, "Two different views" },
    { NAN, LDR_ASSESSMENT_CHOICE, "These two have no question in common" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ldr_agreement_describe (cases[i].agreement, cases[i].kind);

      g_assert_true (g_str_has_prefix (words, cases[i].start));
    }
}

static void
test_small_words (void)
{
  static const struct
  {
    int lately;
    int before;
    int ever;
    const char *words;
  } noticed[] = {
    { 0, 0, 0, "You have not noted it in an entry yet." },
    { 0, 0, 1, "Noticed in 1 entry, not in the last eight weeks." },
    { 1, 0, 1, "Noticed in 1 entry: 1 in the last four weeks, 0 in the four weeks before." },
    { 2, 4, 7, "Noticed in 7 entries: 2 in the last four weeks, 4 in the four weeks before." },
    { 0, 3, 3, "Noticed in 3 entries: 0 in the last four weeks, 3 in the four weeks before." },
  };
  static const struct
  {
    int difference;
    const char *words;
  } differences[] = { { 0, "same" }, { 3, "+3" }, { -2, "−2" } };

  for (gsize i = 0; i < G_N_ELEMENTS (noticed); i++)
    {
      g_autofree char *words = ldr_noticed_describe (noticed[i].lately, noticed[i].before, noticed[i].ever, NULL);

      g_assert_cmpstr (words, ==, noticed[i].words);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      g_autofree char *words = ldr_difference_describe (differences[i].difference);

      g_assert_cmpstr (words, ==, differences[i].words);
    }
}

/* --- The card --- */

static LdrAssessment *
make_assessment (const char *questionnaire, const char *observer, int day)
{
  const LdrQuestionnaire *found = ldr_questionnaire_find (questionnaire);
  gsize n_items;
  g_autofree LdrItemFacts *facts = ldr_questionnaire_dup_facts (found, &n_items);
  LdrAssessment *assessment = ldr_assessment_new (found->id, found->version, found->kind, facts, n_items);

  ldr_assessment_set_observer (assessment, observer);
  assessment->day = day;
  return assessment;
}

static void
test_profile (void)
{
  g_autoptr (LdrAssessment) latest = make_assessment (LDR_QUESTIONNAIRE_NATURAL_STYLE, "", make_day (2026, 11, 19));
  g_autoptr (LdrAssessment) previous = make_assessment (LDR_QUESTIONNAIRE_NATURAL_STYLE, "", make_day (2026, 6, 2));
  g_autoptr (LdrJournalInfo) own = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  g_autoptr (LdrJournalInfo) coached = ldr_journal_info_new ("Sanne", LDR_ROLE_COACH);
  LdrStyleOverview overview = { .latest = latest, .previous = previous };
  g_autoptr (LdrProfileDescription) leader = NULL;
  g_autoptr (LdrProfileDescription) coach = NULL;

  overview.profile = make_profile (3, 7, 3, 4, 3);
  overview.previous_profile = make_profile (4, 4, 4, 4, 4);
  overview.observers = make_profile (3, 3, 3, 8, 3);
  overview.n_observers = 1;
  overview.has_favourite = ldr_style_profile_get_favourite (&overview.profile, &overview.favourite);
  leader = ldr_profile_describe (&overview, own);
  coach = ldr_profile_describe (&overview, coached);
  g_assert_cmpstr (leader->title, ==, "Your profile");
  g_assert_cmpstr (leader->favourite, ==, "Your favourite is Data strategist.");
  g_assert_cmpstr (leader->measured, ==, "Measured on 19 November 2026");
  g_assert_cmpstr (leader->change, ==, "Since 2 June 2026, Data strategist grew most: from 4 to 7 of 8.");
  g_assert_cmpstr (leader->observers, ==, "1 observer sees Customer communicator most.");
  g_assert_cmpint (leader->pitfall, ==, LDR_STYLE_DATA_STRATEGIST);
  g_assert_cmpstr (coach->title, ==, "Sanne’s profile");
  g_assert_cmpstr (coach->favourite, ==, "Sanne’s favourite is Data strategist.");
}

static void
test_empty_profile (void)
{
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  LdrStyleOverview overview = { 0 };
  g_autoptr (LdrProfileDescription) profile = ldr_profile_describe (&overview, info);

  g_assert_cmpstr (profile->favourite, ==, "There is no measurement of your own yet.");
  g_assert_false (profile->has_favourite);
  g_assert_false (profile->has_pitfall);
  g_assert_null (profile->change);
  g_assert_null (profile->observers);
}

/* What the questionnaire shows goes before what was noticed, and that before what the favourite costs. */
static void
test_pitfall_to_watch (void)
{
  g_autoptr (LdrAssessment) styles = make_assessment (LDR_QUESTIONNAIRE_NATURAL_STYLE, "", make_day (2026, 6, 2));
  g_autoptr (LdrAssessment) pitfalls = make_assessment (LDR_QUESTIONNAIRE_PITFALL_SIGNS, "", make_day (2026, 6, 2));
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  LdrStyleOverview overview = { .latest = styles, .has_favourite = TRUE, .favourite = LDR_STYLE_NINJA };
  LdrStyle pitfall;

  overview.profile = make_profile (3, 3, 3, 3, 8);
  g_assert_true (ldr_profile_find_pitfall (&overview, &pitfall));
  g_assert_cmpint (pitfall, ==, LDR_STYLE_NINJA);
  overview.noticed_lately[LDR_STYLE_INTEGRATOR] = 2;
  g_assert_true (ldr_profile_find_pitfall (&overview, &pitfall));
  g_assert_cmpint (pitfall, ==, LDR_STYLE_INTEGRATOR);
  overview.latest_pitfalls = pitfalls;
  overview.exposure = (LdrPitfallExposure) { { 3.75, 2, 2, 2, 2 } };
  g_assert_true (ldr_profile_find_pitfall (&overview, &pitfall));
  g_assert_cmpint (pitfall, ==, LDR_STYLE_TEAM_PLAYER);
  {
    g_autoptr (LdrProfileDescription) profile = ldr_profile_describe (&overview, info);

    g_assert_cmpstr (profile->watch, ==,
                     "In the questionnaire it showed 3.8 of 5, often. No entry of the last four weeks mentions it.");
  }
  overview.exposure = (LdrPitfallExposure) { { 3, 2, 2, 2, 2 } };
  g_assert_true (ldr_profile_find_pitfall (&overview, &pitfall));
  g_assert_cmpint (pitfall, ==, LDR_STYLE_INTEGRATOR);
}

static void
test_measurement (void)
{
  g_autoptr (LdrAssessment) own = make_assessment (LDR_QUESTIONNAIRE_NATURAL_STYLE, "", make_day (2026, 6, 2));
  g_autoptr (LdrAssessment) other = make_assessment (LDR_QUESTIONNAIRE_NATURAL_STYLE, "Eva", make_day (2026, 6, 2));
  g_autoptr (LdrJournalInfo) leader = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  g_autoptr (LdrJournalInfo) coach = ldr_journal_info_new ("Sanne", LDR_ROLE_COACH);
  g_autofree char *by_you = ldr_measurement_describe (own, leader);
  g_autofree char *by_leader = ldr_measurement_describe (own, coach);
  g_autofree char *by_eva = ldr_measurement_describe (other, leader);
  g_autofree char *unfinished = ldr_measurement_sum_up (own);

  g_assert_cmpstr (by_you, ==, "2 June 2026, by you");
  g_assert_cmpstr (by_leader, ==, "2 June 2026, by Sanne");
  g_assert_cmpstr (by_eva, ==, "2 June 2026, by Eva");
  g_assert_cmpstr (unfinished, ==, "Not finished: 0 of 20 answered");
}

static void
test_radar (void)
{
  LdrStyleProfile profile = make_profile (2, 4, 0, 8, 6);
  g_autoptr (LdrRadarData) data = ldr_radar_new_for_styles ("Profile", "Summary");
  g_autofree char *words = NULL;

  ldr_radar_add_profile (data, "Now", LDR_RADAR_LINE_SOLID, &profile);
  words = ldr_radar_data_read_axis (data, LDR_STYLE_CUSTOMER_COMMUNICATOR);
  g_assert_cmpstr (words, ==, "Customer communicator: 8 of 8");
  g_assert_cmpfloat (((LdrRadarSeries *) g_ptr_array_index (data->series, 0))->values[0], ==, 0.25);
}

static void
test_phrases (void)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (ldr_phrases_add (phrases, "  just quickly "));
  g_assert_cmpstr (g_ptr_array_index (phrases, 0), ==, "just quickly");
  g_assert_false (ldr_phrases_add (phrases, "Just Quickly"));
  g_assert_false (ldr_phrases_add (phrases, " \t"));
  g_assert_true (ldr_phrases_add (phrases, "one\nline"));
  g_assert_cmpstr (g_ptr_array_index (phrases, 1), ==, "one line");
}

/* --- Filling in --- */

/* Each side of the screen stands for the reaction whose words it shows, whichever way round the two are. */
static void
test_sides (void)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (LDR_QUESTIONNAIRE_NATURAL_STYLE);
  g_autoptr (LdrFilling) filling = ldr_filling_new (questionnaire, "");
  int n_swapped = 0;

  for (guint i = 0; i < questionnaire->items->len; i++)
    {
      const LdrQuestionnaireItem *item = g_ptr_array_index (questionnaire->items, filling->turns[i].item);
      g_autofree char *first = ldr_wording_get (&item->reactions[0], LDR_ROLE_LEADER, "Sanne");
      g_autoptr (LdrFillingStep) step = ldr_filling_describe (filling, "Sanne");
      gboolean swapped = !g_str_equal (step->reactions[0], first);

      n_swapped += swapped ? 1 : 0;
      g_assert_cmpint (step->chosen, ==, 0);
      g_assert_cmpint (step->can_go_back, ==, i > 0);
      g_assert_false (ldr_filling_is_over (filling));
      g_assert_true (ldr_filling_answer (filling, 1));
      g_assert_cmpint (ldr_assessment_get_answer (filling->assessment, item->facts.id), ==, swapped ? 2 : 1);
    }
  g_assert_true (ldr_filling_is_over (filling));
  g_assert_false (ldr_filling_answer (filling, 1));
  g_assert_false (ldr_filling_go_back (filling));
  /* One in a million seeds has all twenty on the same side. */
  g_assert_cmpint (n_swapped, >, 0);
  g_assert_cmpint (n_swapped, <, 20);
}

static void
test_back_and_again (void)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (LDR_QUESTIONNAIRE_PITFALL_SIGNS);
  g_autoptr (LdrFilling) filling = ldr_filling_new (questionnaire, "");
  g_autoptr (LdrFillingStep) again = NULL;
  g_autoptr (LdrFillingStep) third = NULL;

  g_assert_false (ldr_filling_go_back (filling));
  g_assert_false (ldr_filling_answer (filling, 0));
  g_assert_false (ldr_filling_answer (filling, 6));
  ldr_filling_answer (filling, 4);
  ldr_filling_answer (filling, 2);
  g_assert_true (ldr_filling_go_back (filling));
  again = ldr_filling_describe (filling, "Sanne");
  g_assert_cmpstr (again->progress, ==, "Statement 2 of 20");
  g_assert_cmpint (again->chosen, ==, 2);
  g_assert_cmpfloat_with_epsilon (again->fraction, 0.05, 0.0001);
  g_assert_null (again->reactions[0]);
  ldr_filling_answer (filling, 5);
  third = ldr_filling_describe (filling, "Sanne");
  g_assert_cmpstr (third->progress, ==, "Statement 3 of 20");
  g_assert_cmpint ((int) ldr_assessment_count_answers (filling->assessment), ==, 2);
}

/* What was left after seven answers goes on with the eighth, in the same order and on the same sides. */
static void
test_resume (void)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (LDR_QUESTIONNAIRE_NATURAL_STYLE);
  g_autoptr (LdrFilling) filling = ldr_filling_new (questionnaire, "Eva");
  g_autoptr (LdrFilling) resumed = NULL;
  g_autoptr (LdrFillingStep) before = NULL;
  g_autoptr (LdrFillingStep) after = NULL;

  for (int i = 0; i < 7; i++)
    ldr_filling_answer (filling, 1 + i % 2);
  g_assert_true (ldr_assessment_can_resume (filling->assessment));
  resumed = ldr_filling_resume (questionnaire, filling->assessment);
  before = ldr_filling_describe (filling, "Sanne");
  after = ldr_filling_describe (resumed, "Sanne");
  g_assert_cmpstr (after->progress, ==, "Situation 8 of 20");
  g_assert_cmpstr (after->text, ==, before->text);
  g_assert_cmpstr (after->reactions[0], ==, before->reactions[0]);
  for (int i = 7; i < 20; i++)
    ldr_filling_answer (resumed, 1);
  g_assert_true (ldr_filling_is_over (resumed));
  g_assert_false (ldr_assessment_can_resume (resumed->assessment));
}

/* A questionnaire that has changed since is not gone on with: its questions are no longer the same. */
static void
test_cannot_resume (void)
{
  g_autoptr (LdrAssessment) newer = make_assessment (LDR_QUESTIONNAIRE_NATURAL_STYLE, "", 1000);
  g_autoptr (LdrAssessment) other = make_assessment (LDR_QUESTIONNAIRE_NATURAL_STYLE, "", 1000);
  g_autoptr (LdrAssessment) unknown = make_assessment (LDR_QUESTIONNAIRE_NATURAL_STYLE, "", 1000);

  newer->version++;
  g_assert_false (ldr_assessment_can_resume (newer));
  g_free (other->items[3]);
  other->items[3] = g_strdup ("another");
  g_assert_false (ldr_assessment_can_resume (other));
  g_free (unknown->questionnaire);
  unknown->questionnaire = g_strdup ("unknown");
  g_assert_false (ldr_assessment_can_resume (unknown));
}

static void
test_wording (void)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (LDR_QUESTIONNAIRE_PITFALL_SIGNS);
  g_autoptr (LdrFilling) own = ldr_filling_new (questionnaire, "");
  g_autoptr (LdrFilling) observer = ldr_filling_new (questionnaire, "Eva");
  int n_names = 0;

  for (int i = 0; i < 20; i++)
    {
      g_autoptr (LdrFillingStep) to = ldr_filling_describe (own, "Xandra");
      g_autoptr (LdrFillingStep) about = ldr_filling_describe (observer, "Xandra");

      g_assert_null (strstr (to->text, "Xandra"));
      n_names += strstr (about->text, "Xandra") != NULL ? 1 : 0;
      ldr_filling_answer (own, 3);
      ldr_filling_answer (observer, 3);
    }
  g_assert_cmpint (n_names, ==, 20);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/styles/favourite", test_favourite);
  g_test_add_func ("/styles/change", test_change);
  g_test_add_func ("/styles/consistency", test_consistency);
  g_test_add_func ("/styles/exposure", test_exposure);
  g_test_add_func ("/styles/agreement", test_agreement);
  g_test_add_func ("/styles/small-words", test_small_words);
  g_test_add_func ("/styles/profile", test_profile);
  g_test_add_func ("/styles/empty-profile", test_empty_profile);
  g_test_add_func ("/styles/pitfall-to-watch", test_pitfall_to_watch);
  g_test_add_func ("/styles/measurement", test_measurement);
  g_test_add_func ("/styles/radar", test_radar);
  g_test_add_func ("/styles/phrases", test_phrases);
  g_test_add_func ("/filling/sides", test_sides);
  g_test_add_func ("/filling/back-and-again", test_back_and_again);
  g_test_add_func ("/filling/resume", test_resume);
  g_test_add_func ("/filling/cannot-resume", test_cannot_resume);
  g_test_add_func ("/filling/wording", test_wording);
  return g_test_run ();
}
