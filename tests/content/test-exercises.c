/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/ldr-balance-text.h"
#include "content/ldr-exercise-text.h"
#include "content/ldr-intent-text.h"
#include "content/ldr-key-figure-text.h"
#include "content/ldr-maturity-text.h"
#include "content/ldr-mirror-text.h"
#include "content/ldr-q-sort-text.h"
#include "content/ldr-rating-text.h"

#include <string.h>

/* One line, not empty, no longer than @most characters, and a sentence or no sentence. */
static void
check_text (const char *text, glong most, gboolean is_sentence, GHashTable *seen)
{
  g_assert_cmpuint (strlen (text), >, 2);
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, most);
  g_assert_null (strpbrk (text, "{}\n"));
  if (g_str_has_suffix (text, ".") != is_sentence)
    g_error ("\"%s\" ends wrongly.", text);
  if (seen != NULL && !g_hash_table_add (seen, g_ascii_strdown (text, -1)))
    g_error ("\"%s\" comes twice.", text);
}

/* To the leader without the name, about the leader with it. */
static void
check_wordings (char *to_leader, char *about_leader, glong most, gboolean is_sentence)
{
  check_text (to_leader, most, is_sentence, NULL);
  check_text (about_leader, most, is_sentence, NULL);
  g_assert_null (strstr (to_leader, "Noor"));
  g_assert_nonnull (strstr (about_leader, "Noor"));
  g_free (to_leader);
  g_free (about_leader);
}

static void
test_q_sort_cards (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint card = 99;

  g_assert_cmpint (ldr_q_sort_text_get_version (), ==, 1);
  for (guint i = 0; i < LDR_Q_SORT_TEXT_CARDS; i++)
    {
      const char *id = ldr_q_sort_text_get_card_id (i);

      g_assert_true (g_hash_table_add (ids, (gpointer) id));
      g_assert_true (ldr_q_sort_text_find_card (id, &card));
      g_assert_cmpuint (card, ==, i);
      check_text (ldr_q_sort_text_get_card (i), 60, FALSE, seen);
      check_text (ldr_q_sort_text_get_explanation (i), 100, TRUE, seen);
    }
  card = 99;
  g_assert_false (ldr_q_sort_text_find_card ("no-such-card", &card));
  g_assert_false (ldr_q_sort_text_find_card (NULL, &card));
  g_assert_cmpuint (card, ==, 99);
}

/* Two, three, four, six, four, three, two: as many places as there are cards, the same on both sides. */
static void
test_q_sort_shape (void)
{
  static const guint shape[LDR_Q_SORT_TEXT_COLUMNS] = { 2, 3, 4, 6, 4, 3, 2 };
  guint n_places = 0;

  for (guint i = 0; i < LDR_Q_SORT_TEXT_COLUMNS; i++)
    {
      g_assert_cmpint (ldr_q_sort_text_get_column_value (i), ==, (int) i - 3);
      g_assert_cmpuint (ldr_q_sort_text_get_column_cards (i), ==, shape[i]);
      n_places += ldr_q_sort_text_get_column_cards (i);
    }
  g_assert_cmpuint (n_places, ==, LDR_Q_SORT_TEXT_CARDS);
}

static void
test_q_sort_words (void)
{
  static const char *const ids[LDR_Q_SORT_TEXT_PERSPECTIVES]
      = { "me-now", "me-under-pressure", "team-needs", "coach-view" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint perspective;

  for (guint i = 0; i < LDR_Q_SORT_TEXT_PERSPECTIVES; i++)
    {
      g_assert_cmpstr (ldr_q_sort_text_get_perspective_id (i), ==, ids[i]);
      g_assert_true (ldr_q_sort_text_find_perspective (ids[i], &perspective));
      g_assert_cmpuint (perspective, ==, i);
      check_wordings (ldr_q_sort_text_dup_perspective (i, LDR_ROLE_LEADER, "Noor"),
                      ldr_q_sort_text_dup_perspective (i, LDR_ROLE_COACH, "Noor"), 40, FALSE);
      check_wordings (ldr_q_sort_text_dup_instruction (i, LDR_ROLE_LEADER, "Noor"),
                      ldr_q_sort_text_dup_instruction (i, LDR_ROLE_COACH, "Noor"), 120, TRUE);
    }
  g_assert_false (ldr_q_sort_text_find_perspective ("me-then", &perspective));
  for (guint i = 0; i < LDR_Q_SORT_TEXT_PILES; i++)
    check_text (ldr_q_sort_text_get_pile (i), 20, FALSE, seen);
  check_text (ldr_q_sort_text_get_least (), 20, FALSE, seen);
  check_text (ldr_q_sort_text_get_most (), 20, FALSE, seen);
}

/* Five statements on the example that is set and two on each style, each in three voices. */
static void
test_mirror_statements (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int n_styles[LDR_N_STYLES] = { 0 };
  int n_example = 0;
  guint statement;

  g_assert_cmpint (ldr_mirror_text_get_version (), ==, 1);
  for (guint i = 0; i < LDR_MIRROR_TEXT_STATEMENTS; i++)
    {
      const char *id = ldr_mirror_text_get_id (i);
      g_autofree char *own = ldr_mirror_text_dup_statement (i, LDR_ROLE_LEADER, "Noor");
      LdrStyle style;

      g_assert_true (g_hash_table_add (ids, (gpointer) id));
      g_assert_true (ldr_mirror_text_find (id, &statement));
      g_assert_cmpuint (statement, ==, i);
      if (ldr_mirror_text_get_style (i, &style))
        n_styles[style]++;
      else
        n_example++;
      check_text (own, 100, TRUE, seen);
      check_text (ldr_mirror_text_get_team (i), 100, TRUE, seen);
      g_assert_true (g_regex_match_simple ("\\bI\\b", own, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
      g_assert_true (g_regex_match_simple ("\\b[Oo]ur team leader\\b", ldr_mirror_text_get_team (i), G_REGEX_DEFAULT,
                                           G_REGEX_MATCH_DEFAULT));
      check_wordings (g_steal_pointer (&own), ldr_mirror_text_dup_statement (i, LDR_ROLE_COACH, "Noor"), 100, TRUE);
    }
  g_assert_cmpint (n_example, ==, 5);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    g_assert_cmpint (n_styles[i], ==, 2);
  g_assert_false (ldr_mirror_text_find ("no-such-statement", &statement));
}

static void
test_mirror_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  check_wordings (ldr_mirror_text_dup_instruction (LDR_ROLE_LEADER, "Noor"),
                  ldr_mirror_text_dup_instruction (LDR_ROLE_COACH, "Noor"), 200, TRUE);
  for (guint i = 0; i < LDR_N_MIRROR_TEXTS; i++)
    g_assert_true (g_hash_table_add (seen, g_strdup (ldr_mirror_text_get ((LdrMirrorText) i))));
  check_text (ldr_mirror_text_get (LDR_MIRROR_TEXT_LOWEST), 20, FALSE, NULL);
  check_text (ldr_mirror_text_get (LDR_MIRROR_TEXT_HIGHEST), 20, FALSE, NULL);
  check_text (ldr_mirror_text_get (LDR_MIRROR_TEXT_CANNOT_SAY), 20, FALSE, NULL);
  check_text (ldr_mirror_text_get (LDR_MIRROR_TEXT_PROMISE), 200, TRUE, NULL);
  /* The promise and the rule name the same number. */
  g_assert_nonnull (strstr (ldr_mirror_text_get (LDR_MIRROR_TEXT_PROMISE), "four"));
  g_assert_nonnull (strstr (ldr_mirror_text_get (LDR_MIRROR_TEXT_HIDDEN), "four"));
}

/* A question, or some that belong together, in both wordings. */
static void
check_questions (char *to_leader, char *about_leader)
{
  g_assert_true (g_str_has_suffix (to_leader, "?"));
  g_assert_true (g_str_has_suffix (about_leader, "?"));
  g_assert_null (strstr (to_leader, "Noor"));
  g_assert_nonnull (strstr (about_leader, "Noor"));
  g_free (to_leader);
  g_free (about_leader);
}

/* What both sheets have: parts with a name, an explanation, a question and a small step. */
static void
check_parts (const LdrRatingText *sheet, guint n_parts)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_nonnull (sheet);
  g_assert_cmpint (ldr_rating_text_get_version (sheet), ==, 1);
  g_assert_cmpuint (ldr_rating_text_get_n_parts (sheet), ==, n_parts);
  check_wordings (ldr_rating_text_dup_instruction (sheet, LDR_ROLE_LEADER, "Noor"),
                  ldr_rating_text_dup_instruction (sheet, LDR_ROLE_COACH, "Noor"), 200, TRUE);
  for (guint i = 0; i < n_parts; i++)
    {
      g_assert_true (g_hash_table_add (ids, (gpointer) ldr_rating_text_get_part_id (sheet, i)));
      check_text (ldr_rating_text_get_name (sheet, i), 50, FALSE, seen);
      check_text (ldr_rating_text_get_explanation (sheet, i), 120, TRUE, seen);
      check_text (ldr_rating_text_get_step (sheet, i), 120, TRUE, seen);
      check_questions (ldr_rating_text_dup_question (sheet, i, LDR_ROLE_LEADER, "Noor"),
                       ldr_rating_text_dup_question (sheet, i, LDR_ROLE_COACH, "Noor"));
    }
}

/* Three marks with three statements each; the marks are the topics of prompts too. */
static void
test_servant_leadership (void)
{
  const LdrRatingText *sheet = ldr_rating_text_find (LDR_RATING_TEXT_SERVANT_LEADERSHIP);
  guint item;

  check_parts (sheet, 3);
  g_assert_cmpstr (ldr_rating_text_get_part_id (sheet, 0), ==, "customer-sets-course");
  g_assert_cmpstr (ldr_rating_text_get_part_id (sheet, 1), ==, "talent-nurtured");
  g_assert_cmpstr (ldr_rating_text_get_part_id (sheet, 2), ==, "less-structure");
  g_assert_cmpuint (ldr_rating_text_get_n_items (sheet), ==, 9);
  for (guint i = 0; i < 9; i++)
    {
      g_assert_cmpuint (ldr_rating_text_get_item_part (sheet, i), ==, i / 3);
      g_assert_true (
          g_str_has_prefix (ldr_rating_text_get_item_id (sheet, i), ldr_rating_text_get_part_id (sheet, i / 3)));
      g_assert_true (ldr_rating_text_find_item (sheet, ldr_rating_text_get_item_id (sheet, i), &item));
      g_assert_cmpuint (item, ==, i);
      check_wordings (ldr_rating_text_dup_item (sheet, i, LDR_ROLE_LEADER, "Noor"),
                      ldr_rating_text_dup_item (sheet, i, LDR_ROLE_COACH, "Noor"), 100, TRUE);
    }
  g_assert_false (ldr_rating_text_find_item (sheet, "customer-sets-course", &item));
  g_assert_null (ldr_rating_text_get_sign (sheet, 0, 1));
}

/* Seven elements, each rated as a whole by signs of 1, 3 and 5; the same ids as their cards have. */
static void
test_seven_elements (void)
{
  const LdrRatingText *sheet = ldr_rating_text_find (LDR_RATING_TEXT_SEVEN_ELEMENTS);
  guint card;

  check_parts (sheet, 7);
  g_assert_cmpuint (ldr_rating_text_get_n_items (sheet), ==, 7);
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *item = ldr_rating_text_dup_item (sheet, i, LDR_ROLE_COACH, "Noor");

      g_assert_cmpuint (ldr_rating_text_get_item_part (sheet, i), ==, i);
      g_assert_cmpstr (ldr_rating_text_get_item_id (sheet, i), ==, ldr_rating_text_get_part_id (sheet, i));
      g_assert_cmpstr (item, ==, ldr_rating_text_get_name (sheet, i));
      g_assert_true (ldr_q_sort_text_find_card (ldr_rating_text_get_part_id (sheet, i), &card));
      for (int rating = 1; rating <= 5; rating += 2)
        check_text (ldr_rating_text_get_sign (sheet, i, rating), 120, TRUE, NULL);
      g_assert_null (ldr_rating_text_get_sign (sheet, i, 2));
      g_assert_null (ldr_rating_text_get_sign (sheet, i, 4));
    }
  g_assert_null (ldr_rating_text_find ("eight-elements"));
}

static void
test_maturity (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint stage;

  g_assert_cmpint (ldr_maturity_text_get_version (), ==, 1);
  check_wordings (ldr_maturity_text_dup_instruction (LDR_ROLE_LEADER, "Noor"),
                  ldr_maturity_text_dup_instruction (LDR_ROLE_COACH, "Noor"), 200, TRUE);
  for (guint i = 0; i < LDR_MATURITY_TEXT_STAGES; i++)
    {
      const char *id = ldr_maturity_text_get_id (i);

      g_assert_true (g_hash_table_add (ids, (gpointer) id));
      g_assert_true (ldr_maturity_text_find (id, &stage));
      g_assert_cmpuint (stage, ==, i);
      check_text (ldr_maturity_text_get_name (i), 30, FALSE, seen);
      check_text (ldr_maturity_text_get_sign (i), 200, TRUE, seen);
      check_text (ldr_maturity_text_get_next (i), 140, TRUE, seen);
      check_questions (ldr_maturity_text_dup_question (i, LDR_ROLE_LEADER, "Noor"),
                       ldr_maturity_text_dup_question (i, LDR_ROLE_COACH, "Noor"));
    }
  g_assert_false (ldr_maturity_text_find ("seventh-heaven", &stage));
}

static void
test_intent (void)
{
  static const char *const ids[LDR_INTENT_TEXT_SECTIONS] = { "success", "why", "limits", "priorities", "styles" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint section;

  g_assert_cmpint (ldr_intent_text_get_version (), ==, 1);
  check_wordings (ldr_intent_text_dup_instruction (LDR_ROLE_LEADER, "Noor"),
                  ldr_intent_text_dup_instruction (LDR_ROLE_COACH, "Noor"), 200, TRUE);
  for (guint i = 0; i < LDR_INTENT_TEXT_SECTIONS; i++)
    {
      g_assert_cmpstr (ldr_intent_text_get_id (i), ==, ids[i]);
      g_assert_true (ldr_intent_text_find (ids[i], &section));
      g_assert_cmpuint (section, ==, i);
      check_text (ldr_intent_text_get_name (i), 40, FALSE, seen);
      check_text (ldr_intent_text_get_hint (i), 120, TRUE, seen);
      check_questions (ldr_intent_text_dup_question (i, LDR_ROLE_LEADER, "Noor"),
                       ldr_intent_text_dup_question (i, LDR_ROLE_COACH, "Noor"));
    }
  g_assert_false (ldr_intent_text_find ("orders", &section));
}

static void
test_key_figures (void)
{
  static const struct
  {
    const char *id;
    int better;
    const char *unit;
  } figures[LDR_KEY_FIGURE_TEXT_FIGURES] = {
    { "customer-satisfaction", 1, "%" },   { "effort-score", -1, "points" },
    { "net-promoter-score", 1, "points" }, { "first-contact-resolution", 1, "%" },
    { "first-response-time", -1, "min" },  { "handling-time", -1, "min" },
    { "cost-per-contact", -1, "€" },       { "employee-engagement", 1, "points" },
  };
  static const char *const rhythms[] = { "weekly", "monthly", "quarterly", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint figure;

  g_assert_cmpint (ldr_key_figure_text_get_version (), ==, 1);
  for (guint i = 0; i < LDR_KEY_FIGURE_TEXT_FIGURES; i++)
    {
      g_assert_cmpstr (ldr_key_figure_text_get_id (i), ==, figures[i].id);
      g_assert_true (ldr_key_figure_text_find (figures[i].id, &figure));
      g_assert_cmpuint (figure, ==, i);
      g_assert_cmpint (ldr_key_figure_text_get_better (i), ==, figures[i].better);
      g_assert_cmpstr (ldr_key_figure_text_get_unit (i), ==, figures[i].unit);
      g_assert_true (g_strv_contains (rhythms, ldr_key_figure_text_get_rhythm (i)));
      check_text (ldr_key_figure_text_get_name (i), 40, FALSE, seen);
      check_text (ldr_key_figure_text_get_explanation (i), 150, TRUE, seen);
    }
  g_assert_false (ldr_key_figure_text_find ("shoe-size", &figure));
}

/* Each style has a place of its own, and together they lean to neither end of an axis by more than one step. */
static void
test_balance_map (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpint (ldr_balance_text_get_version (), ==, 1);
  check_text (ldr_balance_text_get_note (), 300, TRUE, seen);
  check_text (ldr_balance_text_get_how (), 200, TRUE, seen);
  check_text (ldr_balance_text_get_few (), 200, TRUE, seen);
  for (guint axis = 0; axis < LDR_N_BALANCE_AXES; axis++)
    {
      int sum = 0;

      check_text (ldr_balance_text_get_low (axis), 20, FALSE, seen);
      check_text (ldr_balance_text_get_high (axis), 20, FALSE, seen);
      check_text (ldr_balance_text_get_explanation (axis), 150, TRUE, seen);
      for (guint i = 0; i < LDR_N_STYLES; i++)
        sum += ldr_balance_text_get_place (i, axis);
      g_assert_cmpint (ABS (sum), <=, 1);
    }
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      char *place = g_strdup_printf ("%d %d", ldr_balance_text_get_place (i, LDR_BALANCE_AXIS_TIME),
                                     ldr_balance_text_get_place (i, LDR_BALANCE_AXIS_ATTENTION));

      g_assert_true (g_hash_table_add (seen, place));
      check_text (ldr_balance_text_get_why (i), 120, TRUE, seen);
    }
  /* What lasts comes before the short term with one style, and after it with another; two balance or inform both. */
  g_assert_cmpint (ldr_balance_text_get_place (LDR_STYLE_TEAM_PLAYER, LDR_BALANCE_AXIS_TIME), >, 0);
  g_assert_cmpint (ldr_balance_text_get_place (LDR_STYLE_TEAM_PLAYER, LDR_BALANCE_AXIS_ATTENTION), >, 0);
  g_assert_cmpint (ldr_balance_text_get_place (LDR_STYLE_DATA_STRATEGIST, LDR_BALANCE_AXIS_TIME), ==, 0);
  g_assert_cmpint (ldr_balance_text_get_place (LDR_STYLE_INTEGRATOR, LDR_BALANCE_AXIS_TIME), >, 0);
  g_assert_cmpint (ldr_balance_text_get_place (LDR_STYLE_CUSTOMER_COMMUNICATOR, LDR_BALANCE_AXIS_TIME), <, 0);
  g_assert_cmpint (ldr_balance_text_get_place (LDR_STYLE_NINJA, LDR_BALANCE_AXIS_TIME), ==, 0);
}

static void
test_workbook (void)
{
  static const struct
  {
    const char *id;
    LdrExerciseCompany company;
  } exercises[LDR_EXERCISE_TEXT_EXERCISES] = {
    { LDR_EXERCISE_TEXT_CUSTOMER_MINUTE, LDR_EXERCISE_COMPANY_TEAM },
    { LDR_EXERCISE_TEXT_Q_SORT, LDR_EXERCISE_COMPANY_ALONE | LDR_EXERCISE_COMPANY_COACH | LDR_EXERCISE_COMPANY_TEAM },
    { LDR_EXERCISE_TEXT_MIRROR, LDR_EXERCISE_COMPANY_ALONE | LDR_EXERCISE_COMPANY_COACH | LDR_EXERCISE_COMPANY_TEAM },
    { LDR_EXERCISE_TEXT_SERVANT_LEADERSHIP, LDR_EXERCISE_COMPANY_ALONE | LDR_EXERCISE_COMPANY_COACH },
    { LDR_EXERCISE_TEXT_SEVEN_ELEMENTS, LDR_EXERCISE_COMPANY_ALONE | LDR_EXERCISE_COMPANY_COACH },
    { LDR_EXERCISE_TEXT_INTENT, LDR_EXERCISE_COMPANY_ALONE | LDR_EXERCISE_COMPANY_COACH | LDR_EXERCISE_COMPANY_TEAM },
    { LDR_EXERCISE_TEXT_KEY_FIGURES, LDR_EXERCISE_COMPANY_ALONE | LDR_EXERCISE_COMPANY_COACH },
    { LDR_EXERCISE_TEXT_MATURITY, LDR_EXERCISE_COMPANY_ALONE | LDR_EXERCISE_COMPANY_COACH | LDR_EXERCISE_COMPANY_TEAM },
    { LDR_EXERCISE_TEXT_BALANCE_MAP, LDR_EXERCISE_COMPANY_ALONE | LDR_EXERCISE_COMPANY_COACH },
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint exercise;

  for (guint i = 0; i < LDR_EXERCISE_TEXT_EXERCISES; i++)
    {
      g_assert_cmpstr (ldr_exercise_text_get_id (i), ==, exercises[i].id);
      g_assert_true (ldr_exercise_text_find (exercises[i].id, &exercise));
      g_assert_cmpuint (exercise, ==, i);
      g_assert_cmpint (ldr_exercise_text_get_company (i), ==, exercises[i].company);
      g_assert_cmpint (ldr_exercise_text_get_minutes (i), >=, 1);
      g_assert_cmpint (ldr_exercise_text_get_again (i), >=, 7);
      check_text (ldr_exercise_text_get_title (i), 30, FALSE, seen);
      check_wordings (ldr_exercise_text_dup_purpose (i, LDR_ROLE_LEADER, "Noor"),
                      ldr_exercise_text_dup_purpose (i, LDR_ROLE_COACH, "Noor"), 110, TRUE);
      g_assert_cmpuint (ldr_exercise_text_get_n_facts (i), >=, 2);
      for (guint f = 0; f < ldr_exercise_text_get_n_facts (i); f++)
        check_text (ldr_exercise_text_get_fact (i, f), 300, TRUE, seen);
    }
  g_assert_cmpint (ldr_exercise_text_get_minutes (0), ==, 1);
  g_assert_false (ldr_exercise_text_find ("push-ups", &exercise));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exercises/q-sort/cards", test_q_sort_cards);
  g_test_add_func ("/exercises/q-sort/shape", test_q_sort_shape);
  g_test_add_func ("/exercises/q-sort/words", test_q_sort_words);
  g_test_add_func ("/exercises/mirror/statements", test_mirror_statements);
  g_test_add_func ("/exercises/mirror/words", test_mirror_words);
  g_test_add_func ("/exercises/servant-leadership", test_servant_leadership);
  g_test_add_func ("/exercises/seven-elements", test_seven_elements);
  g_test_add_func ("/exercises/maturity", test_maturity);
  g_test_add_func ("/exercises/intent", test_intent);
  g_test_add_func ("/exercises/key-figures", test_key_figures);
  g_test_add_func ("/exercises/balance-map", test_balance_map);
  g_test_add_func ("/exercises/workbook", test_workbook);
  return g_test_run ();
}
