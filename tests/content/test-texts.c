/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/ldr-path.h"
#include "content/ldr-questionnaire.h"
#include "content/ldr-style-text.h"

#include <string.h>

static int
count_topic (const char *topic)
{
  GPtrArray *all = ldr_prompt_get_all ();
  int n = 0;

  for (guint i = 0; i < all->len; i++)
    n += g_str_equal (((LdrPrompt *) g_ptr_array_index (all, i))->topic, topic) ? 1 : 0;
  return n;
}

static void
test_counts (void)
{
  static const char *const service[] = { "customer-sets-course", "talent-nurtured",   "less-structure",
                                         "be-the-icon",          "easy-and-possible", "customer-minute" };

  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      g_autofree char *strength = g_strconcat (ldr_style_to_id ((LdrStyle) i), "-strength", NULL);
      g_autofree char *pitfall = g_strconcat (ldr_style_to_id ((LdrStyle) i), "-pitfall", NULL);

      g_assert_cmpint (count_topic (strength), >=, 10);
      g_assert_cmpint (count_topic (pitfall), >=, 10);
      g_assert_cmpuint (ldr_style_get_list_length ((LdrStyle) i, LDR_STYLE_LIST_STRENGTHS), >=, 6);
      g_assert_cmpuint (ldr_style_get_list_length ((LdrStyle) i, LDR_STYLE_LIST_SIGNS), ==, 3);
      g_assert_cmpuint (ldr_style_get_list_length ((LdrStyle) i, LDR_STYLE_LIST_COUNTER_MOVES), ==, 5);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (service); i++)
    g_assert_cmpint (count_topic (service[i]), >=, 12);
  g_assert_cmpint (count_topic ("general"), >=, 40);
}

static void
check_wording (const LdrWording *wording, GHashTable *seen)
{
  g_autofree char *to_leader = ldr_wording_get (wording, LDR_ROLE_LEADER, "Noor");
  g_autofree char *about_leader = ldr_wording_get (wording, LDR_ROLE_COACH, "Noor");

  g_assert_cmpuint (strlen (to_leader), >, 5);
  g_assert_null (strpbrk (to_leader, "{}\n"));
  g_assert_null (strstr (to_leader, "Noor"));
  g_assert_null (strpbrk (about_leader, "{}\n"));
  g_assert_nonnull (strstr (about_leader, "Noor"));
  if (seen != NULL)
    {
      g_assert_true (g_hash_table_add (seen, g_ascii_strdown (to_leader, -1)));
      g_assert_true (g_hash_table_add (seen, g_ascii_strdown (about_leader, -1)));
    }
}

/* Ids never come twice, no two questions read the same, those of paths included. */
static void
test_questions (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *prompts = ldr_prompt_get_all ();
  GPtrArray *paths = ldr_path_get_all ();

  for (guint i = 0; i < prompts->len; i++)
    {
      LdrPrompt *prompt = g_ptr_array_index (prompts, i);
      gboolean is_of_style = prompt->facts.side != LDR_PROMPT_SIDE_NONE;

      g_assert_true (g_hash_table_add (ids, prompt->facts.id));
      g_assert_true (g_str_has_prefix (prompt->facts.id, prompt->topic));
      g_assert_cmpint (prompt->facts.minutes, >=, 1);
      g_assert_cmpint (prompt->facts.minutes, <=, 10);
      g_assert_cmpint (is_of_style, ==,
                       g_str_has_suffix (prompt->topic, "-strength") || g_str_has_suffix (prompt->topic, "-pitfall"));
      g_assert_true (ldr_prompt_find (prompt->facts.id) == prompt);
      check_wording (&prompt->wording, seen);
    }
  for (guint i = 0; i < paths->len; i++)
    {
      LdrPath *path = g_ptr_array_index (paths, i);

      for (guint s = 0; s < path->steps->len; s++)
        {
          LdrPrompt *step = g_ptr_array_index (path->steps, s);

          g_assert_true (g_hash_table_add (ids, step->facts.id));
          check_wording (&step->wording, seen);
        }
    }
  g_assert_null (ldr_prompt_find ("no-such-question"));
}

static void
test_paths (void)
{
  static const char *const others[]
      = { "after-a-hard-conversation", "week-review",      "looking-ahead",  "starr", "korthagen",
          "customer-minute",           "before-a-session", "after-a-session" };

  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      g_autofree char *strength = g_strconcat (ldr_style_to_id ((LdrStyle) i), "-strength", NULL);
      g_autofree char *pitfall = g_strconcat (ldr_style_to_id ((LdrStyle) i), "-pitfall", NULL);

      g_assert_nonnull (ldr_path_find (strength));
      g_assert_cmpuint (ldr_path_get_styles (ldr_path_find (strength)), ==, LDR_STYLE_BIT (i));
      g_assert_cmpuint (ldr_path_get_pitfalls (ldr_path_find (strength)), ==, LDR_STYLE_SET_NONE);
      g_assert_cmpuint (ldr_path_get_pitfalls (ldr_path_find (pitfall)), ==, LDR_STYLE_BIT (i));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      LdrPath *path = ldr_path_find (others[i]);

      g_assert_nonnull (path);
      g_assert_cmpuint (path->steps->len, >=, 4);
      g_assert_cmpint (ldr_path_get_minutes (path), >=, 4);
      g_assert_cmpint (ldr_path_get_minutes (path), <=, 20);
      g_assert_cmpuint (ldr_path_get_styles (path) | ldr_path_get_pitfalls (path), ==, LDR_STYLE_SET_NONE);
      g_assert_false (g_str_has_suffix (ldr_path_get_title (path), "."));
      g_assert_true (g_str_has_suffix (ldr_path_get_summary (path), "."));
    }
}

/* Each pair of styles meets exactly twice, so each style can be chosen 0 to 8 times. */
static void
test_natural_style (void)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (LDR_QUESTIONNAIRE_NATURAL_STYLE);
  int met[LDR_N_STYLES][LDR_N_STYLES] = { 0 };
  int first[LDR_N_STYLES] = { 0 };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpint (questionnaire->kind, ==, LDR_ASSESSMENT_CHOICE);
  g_assert_cmpuint (questionnaire->items->len, ==, 20);
  for (guint i = 0; i < questionnaire->items->len; i++)
    {
      const LdrQuestionnaireItem *item = g_ptr_array_index (questionnaire->items, i);

      met[item->facts.styles[0]][item->facts.styles[1]]++;
      met[item->facts.styles[1]][item->facts.styles[0]]++;
      first[item->facts.styles[0]]++;
      check_wording (&item->wording, NULL);
      check_wording (&item->reactions[0], NULL);
      check_wording (&item->reactions[1], NULL);
      g_assert_true (g_hash_table_add (ids, item->facts.id));
    }
  for (guint a = 0; a < LDR_N_STYLES; a++)
    for (guint b = 0; b < LDR_N_STYLES; b++)
      g_assert_cmpint (met[a][b], ==, a == b ? 0 : 2);
  for (guint a = 0; a < LDR_N_STYLES; a++)
    g_assert_cmpint (first[a], ==, 4);
}

static void
test_pitfall_signs (void)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (LDR_QUESTIONNAIRE_PITFALL_SIGNS);
  int n[LDR_N_STYLES] = { 0 };
  int n_reversed[LDR_N_STYLES] = { 0 };

  g_assert_cmpint (questionnaire->kind, ==, LDR_ASSESSMENT_RATING);
  for (guint i = 0; i < questionnaire->items->len; i++)
    {
      const LdrQuestionnaireItem *item = g_ptr_array_index (questionnaire->items, i);

      n[item->facts.styles[0]]++;
      n_reversed[item->facts.styles[0]] += item->facts.reversed ? 1 : 0;
      check_wording (&item->wording, NULL);
    }
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      g_assert_cmpint (n[i], ==, 4);
      g_assert_cmpint (n_reversed[i], >=, 1);
      g_assert_cmpint (n_reversed[i], <=, 2);
    }
}

static void
test_styles (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      for (guint t = 0; t < LDR_N_STYLE_TEXTS; t++)
        {
          const char *text = ldr_style_get_text ((LdrStyle) i, (LdrStyleText) t);

          g_assert_cmpuint (strlen (text), >, 4);
          g_assert_true (g_hash_table_add (seen, (gpointer) text));
        }
      for (guint l = 0; l < LDR_N_STYLE_LISTS; l++)
        for (guint k = 0; k < ldr_style_get_list_length ((LdrStyle) i, (LdrStyleList) l); k++)
          g_assert_true (
              g_hash_table_add (seen, (gpointer) ldr_style_get_list_text ((LdrStyle) i, (LdrStyleList) l, k)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/counts", test_counts);
  g_test_add_func ("/texts/questions", test_questions);
  g_test_add_func ("/texts/paths", test_paths);
  g_test_add_func ("/texts/natural-style", test_natural_style);
  g_test_add_func ("/texts/pitfall-signs", test_pitfall_signs);
  g_test_add_func ("/texts/styles", test_styles);
  return g_test_run ();
}
