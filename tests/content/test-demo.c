/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/ldr-demo.h"

#include "content/ldr-questionnaire.h"
#include "model/ldr-moment.h"
#include "model/ldr-score.h"

#include <string.h>

static const char *const languages[] = { "en", "nl" };

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  guint n = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      n++;
  return n;
}

static void
assert_equal (const LdrEntry *a, const LdrEntry *b)
{
  g_assert_true (ldr_entry_equal (a, b));
  g_assert_cmpint (a->created, ==, b->created);
}

static void
test_valid (gconstpointer data)
{
  g_autoptr (LdrDemo) demo = ldr_demo_new (data, 7, 3000);

  g_assert_cmpint (ldr_demo_get_n_entries (demo), ==, 3000);
  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (LdrEntry) entry = ldr_demo_get_entry (demo, i);
      g_autoptr (GError) error = NULL;
      guint n_words = count_words (entry->text);

      ldr_entry_validate (entry, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n_words, >=, 40);
      g_assert_cmpuint (n_words, <=, 200);
      g_assert_cmpuint (strlen (entry->title), >, 5);
      g_assert_null (strpbrk (entry->title, "{}"));
      g_assert_null (strpbrk (entry->text, "{}"));
      g_assert_cmpuint (entry->styles, !=, LDR_STYLE_SET_NONE);
      g_assert_nonnull (entry->tags[0]);
      g_assert_cmpint (entry->revision, ==, 0);
    }
}

static void
test_order (void)
{
  static const int sizes[] = { 1, 2, 5, 400, 100000 };

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (LdrDemo) demo = ldr_demo_new ("en", 3, sizes[s]);
      int first = MAX (0, sizes[s] - 2000);
      gint64 before = 0;

      for (int i = first; i < sizes[s]; i++)
        {
          g_autoptr (LdrEntry) entry = ldr_demo_get_entry (demo, i);
          GDate date;

          g_date_clear (&date, 1);
          g_date_set_julian (&date, (guint32) entry->day);
          g_assert_cmpint (g_date_get_weekday (&date), <=, G_DATE_FRIDAY);
          g_assert_cmpint (entry->happened, >, before);
          g_assert_cmpint (entry->day, <, ldr_day_today ());
          before = entry->happened;
        }
      g_assert_cmpint (ldr_day_from_moment (before), >=, ldr_day_today () - 7);
    }
}

static void
test_same_seed (void)
{
  for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (LdrDemo) one = ldr_demo_new (languages[l], 42, 200);
      g_autoptr (LdrDemo) two = ldr_demo_new (languages[l], 42, 200);
      g_autoptr (LdrDemo) other = ldr_demo_new (languages[l], 43, 200);
      guint n_same = 0;

      for (int i = 199; i >= 0; i--)
        {
          g_autoptr (LdrEntry) a = ldr_demo_get_entry (one, i);
          g_autoptr (LdrEntry) b = ldr_demo_get_entry (two, i);
          g_autoptr (LdrEntry) c = ldr_demo_get_entry (other, i);

          assert_equal (a, b);
          g_assert_cmpstr (a->id, !=, c->id);
          n_same += g_str_equal (a->text, c->text) ? 1 : 0;
        }
      g_assert_cmpuint (n_same, <, 5);
    }
}

/* No id comes twice, and hardly any text, title included, in a year of writing. */
static void
test_variety (void)
{
  for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (LdrDemo) demo = ldr_demo_new (languages[l], 1, 5000);
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint energies[LDR_ENERGY_MAX + 1] = { 0 };
      LdrStyleSet styles = 0;
      LdrStyleSet pitfalls = 0;
      guint n_to_discuss = 0;
      guint n_repeats = 0;
      g_autofree char *last_text = NULL;

      for (int i = 0; i < 5000; i++)
        {
          g_autoptr (LdrEntry) entry = ldr_demo_get_entry (demo, i);

          g_assert_true (g_hash_table_add (ids, g_strdup (entry->id)));
          g_hash_table_add (texts, g_strconcat (entry->title, "\n", entry->text, NULL));
          if (i < 250 && last_text != NULL && strncmp (last_text, entry->text, 60) == 0)
            n_repeats++;
          g_free (last_text);
          last_text = g_strdup (entry->text);
          energies[entry->energy]++;
          styles |= entry->styles;
          pitfalls |= entry->pitfalls;
          n_to_discuss += entry->to_discuss ? 1 : 0;
        }
      g_assert_cmpuint (g_hash_table_size (texts), >, 4900);
      g_assert_cmpuint (n_repeats, <, 3);
      g_assert_cmpuint (styles, ==, LDR_STYLE_SET_ALL);
      g_assert_cmpuint (pitfalls, ==, LDR_STYLE_SET_ALL);
      g_assert_cmpuint (n_to_discuss, >, 10);
      g_assert_cmpuint (n_to_discuss, <, 500);
      for (int e = 0; e <= LDR_ENERGY_MAX; e++)
        g_assert_cmpuint (energies[e], >, 20);
    }
}

static gboolean
find_text (LdrDemo *demo, const char *needle)
{
  for (int i = 0; i < ldr_demo_get_n_entries (demo); i++)
    {
      g_autoptr (LdrEntry) entry = ldr_demo_get_entry (demo, i);

      if (strstr (entry->text, needle) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_formatting (gconstpointer data)
{
  static const char *const marks[] = { "## ", "\n- ", "\n2. ", "**", " *" };
  g_autoptr (LdrDemo) demo = ldr_demo_new (data, 5, 300);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    g_assert_true (find_text (demo, marks[i]));
}

static void
test_language (void)
{
  g_autoptr (LdrDemo) english = ldr_demo_new ("en", 1, 100);
  g_autoptr (LdrDemo) dutch = ldr_demo_new ("nl_NL", 1, 100);
  g_autoptr (LdrDemo) french = ldr_demo_new ("fr", 1, 100);
  g_autoptr (LdrEntry) a = ldr_demo_get_entry (english, 50);
  g_autoptr (LdrEntry) b = ldr_demo_get_entry (french, 50);

  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_true (find_text (dutch, " het "));
  g_assert_false (find_text (dutch, " the "));
  g_assert_false (find_text (english, " het "));
  g_assert_cmpstr (ldr_demo_get_leader (dutch), ==, "Sanne de Wit");
}

static void
count_ids (GHashTable *ids, GPtrArray *things)
{
  /* Each of them begins with its id. */
  for (guint i = 0; i < things->len; i++)
    g_assert_true (g_hash_table_add (ids, *(char **) g_ptr_array_index (things, i)));
}

static void
assert_check_ins (const LdrDemoCoaching *coaching, const LdrGoal *goal, int today)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < coaching->check_ins->len; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (coaching->check_ins, i);

      if (!g_str_equal (check_in->goal, goal->id))
        continue;
      g_assert_true (ldr_check_in_validate (check_in, goal, &error));
      g_assert_no_error (error);
      g_assert_cmpint (check_in->day, <, today);
      g_assert_cmpint (check_in->day, >=, goal->first_day);
      n++;
    }
  g_assert_cmpuint (n, >=, 3);
}

static void
test_coaching (gconstpointer data)
{
  const int today = ldr_day_today ();
  g_autoptr (LdrDemoCoaching) coaching = ldr_demo_coaching_new (data, 1, today);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  guint kinds = 0, states = 0, held = 0, open = 0;
  GDate date;

  g_date_clear (&date, 1);

  for (guint i = 0; i < coaching->goals->len; i++)
    {
      const LdrGoal *goal = g_ptr_array_index (coaching->goals, i);

      g_assert_true (ldr_goal_validate (goal, &error));
      g_assert_no_error (error);
      kinds |= 1u << goal->kind;
      states |= 1u << ldr_goal_get_state (goal, today);
      assert_check_ins (coaching, goal, today);
    }
  g_assert_cmpuint (kinds, ==, (1u << LDR_N_GOAL_KINDS) - 1);
  g_assert_cmpuint (states, ==, (1u << LDR_N_GOAL_STATES) - 1);
  for (guint i = 0; i < coaching->sessions->len; i++)
    {
      const LdrSession *session = g_ptr_array_index (coaching->sessions, i);

      g_assert_true (ldr_session_validate (session, &error));
      g_assert_no_error (error);
      g_assert_true ((session->day > today) == (session->state == LDR_SESSION_PLANNED));
      g_date_set_julian (&date, (guint32) session->day);
      g_assert_cmpint (g_date_get_weekday (&date), <, G_DATE_SATURDAY);
      held += session->state == LDR_SESSION_HELD;
    }
  g_assert_cmpuint (held, >=, 3);
  for (guint i = 0; i < coaching->actions->len; i++)
    {
      const LdrAction *action = g_ptr_array_index (coaching->actions, i);

      g_assert_true (ldr_action_validate (action, &error));
      g_assert_no_error (error);
      open += action->state == LDR_ACTION_OPEN;
    }
  g_assert_cmpuint (open, >=, 2);
  g_assert_cmpuint (coaching->links->len, >=, 3);
  count_ids (ids, coaching->goals);
  count_ids (ids, coaching->check_ins);
  count_ids (ids, coaching->sessions);
  count_ids (ids, coaching->actions);
  count_ids (ids, coaching->assessments);
}

/* What the leader filled in shows that figures gained ground; an observer filled in the same. */
static void
test_measurements (gconstpointer data)
{
  const int today = ldr_day_today ();
  g_autoptr (LdrDemoCoaching) coaching = ldr_demo_coaching_new (data, 1, today);
  const LdrQuestionnaire *natural = ldr_questionnaire_find (LDR_QUESTIONNAIRE_NATURAL_STYLE);
  gsize n_facts;
  g_autofree LdrItemFacts *facts = ldr_questionnaire_dup_facts (natural, &n_facts);
  LdrStyleProfile profile, first = { 0 }, last = { 0 };
  LdrStyle favourite;
  guint own = 0, observed = 0, rated = 0;

  for (guint i = 0; i < coaching->assessments->len; i++)
    {
      const LdrAssessment *assessment = g_ptr_array_index (coaching->assessments, i);
      g_autoptr (GError) error = NULL;

      g_assert_true (ldr_assessment_validate (assessment, &error));
      g_assert_no_error (error);
      g_assert_cmpint (assessment->finished, >, assessment->started);
      g_assert_cmpint (ldr_day_from_moment (assessment->finished), ==, assessment->day);
      g_assert_cmpint (assessment->day, <, today);
      if (assessment->kind == LDR_ASSESSMENT_RATING)
        {
          rated++;
          continue;
        }
      g_assert_true (ldr_score_styles (assessment, facts, n_facts, &profile, &error));
      g_assert_no_error (error);
      if (assessment->observer[0] != '\0')
        observed++;
      else
        {
          first = own == 0 ? profile : first;
          last = profile;
          own++;
        }
    }
  g_assert_cmpuint (own, ==, 3);
  g_assert_cmpuint (observed, ==, 1);
  g_assert_cmpuint (rated, ==, 2);
  g_assert_true (ldr_style_profile_get_favourite (&last, &favourite));
  g_assert_cmpint (favourite, ==, LDR_STYLE_TEAM_PLAYER);
  g_assert_cmpint (last.chosen[LDR_STYLE_DATA_STRATEGIST], ==, 4);
  g_assert_cmpint (first.chosen[LDR_STYLE_DATA_STRATEGIST], ==, 1);
}

/* The same in both languages, but for the words; and the same again on the same day. */
static void
test_coaching_twice (void)
{
  g_autoptr (LdrDemoCoaching) english = ldr_demo_coaching_new ("en", 3, 739000);
  g_autoptr (LdrDemoCoaching) again = ldr_demo_coaching_new ("en", 3, 739000);
  g_autoptr (LdrDemoCoaching) dutch = ldr_demo_coaching_new ("nl", 3, 739000);
  g_autoptr (LdrDemoCoaching) other = ldr_demo_coaching_new ("en", 4, 739000);

  g_assert_cmpuint (english->check_ins->len, ==, dutch->check_ins->len);
  g_assert_cmpuint (english->actions->len, ==, dutch->actions->len);
  for (guint i = 0; i < english->goals->len; i++)
    {
      const LdrGoal *a = g_ptr_array_index (english->goals, i), *b = g_ptr_array_index (again->goals, i);
      const LdrGoal *c = g_ptr_array_index (dutch->goals, i), *d = g_ptr_array_index (other->goals, i);

      g_assert_cmpstr (a->id, ==, b->id);
      g_assert_cmpstr (a->id, !=, d->id);
      g_assert_cmpstr (ldr_goal_get_statement (a), !=, ldr_goal_get_statement (c));
      g_assert_true (ldr_measure_equal (ldr_goal_get_measure (a), ldr_goal_get_measure (c)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/demo/valid/en", "en", test_valid);
  g_test_add_data_func ("/demo/valid/nl", "nl", test_valid);
  g_test_add_func ("/demo/order", test_order);
  g_test_add_func ("/demo/same-seed", test_same_seed);
  g_test_add_func ("/demo/variety", test_variety);
  g_test_add_data_func ("/demo/formatting/en", "en", test_formatting);
  g_test_add_data_func ("/demo/formatting/nl", "nl", test_formatting);
  g_test_add_func ("/demo/language", test_language);
  g_test_add_data_func ("/demo/coaching/en", "en", test_coaching);
  g_test_add_data_func ("/demo/coaching/nl", "nl", test_coaching);
  g_test_add_func ("/demo/coaching/twice", test_coaching_twice);
  g_test_add_data_func ("/demo/measurements/en", "en", test_measurements);
  g_test_add_data_func ("/demo/measurements/nl", "nl", test_measurements);
  return g_test_run ();
}
