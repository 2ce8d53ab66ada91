/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include "ldr-store-testing.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-query.h"

#define HIT "\356\200\200"
#define END "\356\200\201"

static void
add (Fixture *self,
     const char *title,
     const char *text,
     int day,
     LdrStyleSet styles,
     LdrStyleSet pitfalls,
     gboolean to_discuss,
     const char *tag)
{
  const char *tags[] = { tag, NULL };
  g_autoptr (LdrEntry) entry = test_entry (title, text, 2026, 3, day), saved = NULL;

  entry->styles = styles;
  entry->pitfalls = pitfalls;
  entry->to_discuss = to_discuss;
  ldr_entry_set_tags (entry, tags);
  saved = test_save (self->store, entry);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  fixture_set_up (self, data);
  add (self, "A", "Het café was vol; \"top-down\" werkt niet.", 1, LDR_STYLE_BIT (LDR_STYLE_NINJA), 0, FALSE, "team");
  add (self, "B", "Een reünie met koffie.", 2, LDR_STYLE_BIT (LDR_STYLE_TEAM_PLAYER), 1, TRUE, "Team");
  add (self, "C", "Koffie. Cijfers AND meer OR minder NOT niets.", 3, 0, 2, FALSE, "één");
  add (self, "D kop", "# Kop\n\n* lijst met *nadruk* en [anker](https://example.org)\n", 4,
       LDR_STYLE_BIT (LDR_STYLE_NINJA), 3, TRUE, "team");
}

static void
test_finds (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *titles;
  } cases[] = {
    { "", "D kop,C,B,A" },
    { "koffie", "C,B" },
    { "kof", "C,B" },
    { "kof ", "" },
    { "koff een", "" },
    { "een koff", "C,B" },
    { "cafe", "A" },
    { "CAFÉ", "A" },
    { "reunie", "B" },
    { "cafe koffie", "" },
    { "\"cafe was\"", "A" },
    { "\"was cafe\"", "" },
    { "top-down", "A" },
    { "top-do", "A" },
    { "kop", "D kop" },
    { "nadruk", "D kop" },
    { "#team", "D kop,B,A" },
    { "#TEAM", "D kop,B,A" },
    { "#één", "C" },
    { "#tea", "" },
    { "#team koffie", "B" },
    { "team", "D kop,B,A" },
    { "style:ninja", "D kop,A" },
    { "style:ninja style:team-player", "D kop,B,A" },
    { "pitfall:team-player", "D kop,B" },
    { "after:2026-03-03", "D kop,C" },
    { "before:2026-03-03", "B,A" },
    { "after:2026-03-02 before:2026-03-03", "B" },
    { "after:2026-03-02 before:2026-03-04 koffie style:team-player", "B" },
    { "#team style:ninja after:2026-03-02", "D kop" },
    { "NOT", "C" },
    { "AND OR NOT ", "C" },
    { "koffie*", "C,B" },
    { "koffie !", "C,B" },
    { "!!!", "D kop,C,B,A" },
    { "🙂", "" },
    { "tit:x", "" },
    { "^kof", "C,B" },
    { "(kof", "C,B" },
    { "{kof}", "C,B" },
    { "'; DROP TABLE entry; --", "" },
    { "niets\"", "C" },
    { "-niets", "C" },
    { "NEAR(koffie cijfers)", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *titles = test_find (self->store, cases[i].query);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (titles, ==, cases[i].titles);
    }
}

/* The trash is searched without the index, and has to answer alike. */
static void
test_finds_in_trash (Fixture *self, gconstpointer data)
{
  static const char *const queries[] = {
    "",
    "koffie",
    "kof",
    "kof ",
    "koff een",
    "cafe",
    "CAFÉ",
    "reunie",
    "top-do",
    "\"cafe was\"",
    "kop",
    "\"was cafe\"",
    "#team",
    "#TEAM",
    "#één",
    "#tea",
    "#team koffie",
    "team",
    "!!!",
    "koffie !",
    "style:ninja",
    "pitfall:team-player",
    "after:2026-03-03",
    "before:2026-03-03 kof",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrQuery) all = ldr_query_new ();
  g_autoptr (GPtrArray) page = ldr_store_list_page (self->store, all, 0, -1, &error);
  char *before[G_N_ELEMENTS (queries)];

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    before[i] = test_find (self->store, queries[i]);
  for (guint i = 0; i < page->len; i++)
    g_assert_true (ldr_store_trash_entry (self->store, ((LdrSummary *) g_ptr_array_index (page, i))->id, &error));
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (LdrQuery) parsed = ldr_query_parse (queries[i]), query = ldr_query_copy (parsed);
      g_autoptr (GPtrArray) found = NULL;
      g_autofree char *titles = NULL, *now = test_find (self->store, queries[i]);

      query->in_trash = TRUE;
      found = ldr_store_list_page (self->store, query, 0, -1, &error);
      g_assert_no_error (error);
      titles = test_titles (found);
      g_test_message ("%s", queries[i]);
      g_assert_cmpstr (titles, ==, before[i]);
      g_assert_cmpint (ldr_store_count (self->store, query, &error), ==, (int) found->len);
      g_assert_cmpstr (now, ==, "");
      g_free (before[i]);
    }
}

static void
test_to_discuss (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrQuery) query = ldr_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autofree char *titles = NULL;

  query->to_discuss = TRUE;
  page = ldr_store_list_page (self->store, query, 0, -1, &error);
  g_assert_no_error (error);
  titles = test_titles (page);
  g_assert_cmpstr (titles, ==, "D kop,B");
}

static void
test_hits (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *title;
    const char *excerpt;
  } cases[] = {
    { "cafe", "A", "Het " HIT "café" END " was vol; \"top-down\" werkt niet." },
    { "nad", "D kop", "Kop lijst met " HIT "nadruk" END " en anker" },
    { "ko", "D " HIT "kop" END, HIT "Kop" END " lijst met nadruk en anker" },
    { "\"met koffie\"", "B", "Een reünie " HIT "met koffie" END "." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrQuery) query = ldr_query_parse (cases[i].query);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) page = ldr_store_list_page (self->store, query, 0, 1, &error);
      LdrSummary *summary;

      g_assert_no_error (error);
      summary = g_ptr_array_index (page, 0);
      g_assert_cmpstr (summary->title, ==, cases[i].title);
      g_assert_cmpstr (summary->excerpt, ==, cases[i].excerpt);
    }
}

static void
test_pages (Fixture *self, gconstpointer data)
{
  static const char *const queries[] = { "", "regel", "#dag", "after:2025-01-01", "regel #dag" };
  const char *tags[] = { "dag", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_begin (self->store, &error));
  for (int i = 0; i < 2500; i++)
    {
      g_autoptr (LdrEntry) entry = test_entry ("T", "Nog een regel.", 2025, 1 + i % 12, 1 + i % 28), saved = NULL;

      ldr_entry_set_tags (entry, tags);
      saved = test_save (self->store, entry);
    }
  g_assert_true (ldr_store_commit (self->store, &error));
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (LdrQuery) query = ldr_query_parse (queries[i]);
      g_autoptr (GArray) places = ldr_store_list_places (self->store, query, 0, &error);
      g_autoptr (GArray) first = ldr_store_list_places (self->store, query, 15, &error);
      gint64 before = i % 2 == 0 ? 0 : G_MAXINT64;
      guint n = 0;

      g_assert_cmpuint (places->len, >=, 2500);
      g_assert_cmpuint (first->len, ==, 15);
      g_assert_cmpint (ldr_store_count (self->store, query, &error), ==, (int) places->len);
      for (;;)
        {
          g_autoptr (GPtrArray) page = ldr_store_list_page (self->store, query, before, 400, &error);

          g_assert_no_error (error);
          if (page->len == 0)
            break;
          for (guint j = 0; j < page->len; j++, n++)
            {
              LdrSummary *summary = g_ptr_array_index (page, j);
              LdrPlace place = g_array_index (places, LdrPlace, n);

              g_assert_cmpint (summary->key, ==, place.key);
              g_assert_cmpint (summary->day, ==, place.day);
              g_assert_true (n == 0 || place.key < g_array_index (places, LdrPlace, n - 1).key);
              before = summary->key;
            }
        }
      g_assert_cmpuint (n, ==, places->len);
    }
}

static void
test_summaries_of_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrQuery) query = ldr_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = ldr_store_list_places (self->store, query, -1, &error);
  gint64 keys[3] = { g_array_index (places, LdrPlace, 2).key, 12345, g_array_index (places, LdrPlace, 0).key };
  g_autoptr (GPtrArray) summaries = ldr_store_list_summaries (self->store, NULL, keys, 3, &error);
  g_autofree char *titles = test_titles (summaries);

  g_assert_cmpstr (titles, ==, "B,D kop");
}

static void
test_tags (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tags = ldr_store_list_tags (self->store, &error);
  const LdrTagCount *team, *one;

  g_assert_no_error (error);
  g_assert_cmpuint (tags->len, ==, 2);
  team = g_ptr_array_index (tags, 0);
  one = g_ptr_array_index (tags, 1);
  g_assert_cmpstr (team->tag, ==, "team");
  g_assert_cmpint (team->count, ==, 3);
  g_assert_cmpstr (one->tag, ==, "één");
  g_assert_cmpint (one->count, ==, 1);
}

/* Moving an entry in time moves all that belongs to it. */
static void
test_move (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrQuery) query = ldr_query_parse ("#team koffie");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = ldr_store_list_page (self->store, query, 0, 1, &error);
  g_autoptr (LdrEntry) entry
      = ldr_store_get_entry (self->store, ((LdrSummary *) g_ptr_array_index (page, 0))->id, &error);
  g_autoptr (LdrEntry) moved = ldr_entry_copy (entry), saved = NULL;
  g_autoptr (GDateTime) later = g_date_time_new_local (2027, 1, 1, 0, 0, 0);
  g_autofree char *titles = NULL, *team = NULL, *coffee = NULL;

  ldr_entry_set_happened (moved, later);
  saved = test_save (self->store, moved);
  titles = test_find (self->store, "");
  team = test_find (self->store, "#team");
  coffee = test_find (self->store, "koffie");
  g_assert_cmpstr (titles, ==, "B,D kop,C,A");
  g_assert_cmpstr (team, ==, "B,D kop,A");
  g_assert_cmpstr (coffee, ==, "B,C");
  test_assert_sound (self->store);
}

/* Each way to ask is answered from an index, in order, without reading the texts or sorting. */
static void
test_plans (Fixture *self, gconstpointer data)
{
  static const char *const queries[] = {
    "",
    "koffie",
    "kof een",
    "#team",
    "#team #dag",
    "#team kof",
    "style:ninja",
    "pitfall:ninja after:2026-01-01 before:2027-01-01",
    "koffie style:ninja before:2027-01-01 #team",
  };
  static const LdrSelectKind kinds[] = { LDR_SELECT_PLACES, LDR_SELECT_PAGE, LDR_SELECT_ONE, LDR_SELECT_COUNT };

  for (guint i = 0; i < G_N_ELEMENTS (queries) * G_N_ELEMENTS (kinds) * 2; i++)
    {
      g_autoptr (LdrQuery) parsed = ldr_query_parse (queries[i / 2 % G_N_ELEMENTS (queries)]);
      g_autoptr (LdrQuery) query = ldr_query_copy (parsed);
      LdrSelectKind kind = kinds[i / 2 / G_N_ELEMENTS (queries)];
      g_autoptr (LdrSelect) select = NULL;
      g_autofree char *explain = NULL;
      g_autoptr (LdrStatement) row = NULL;
      g_autoptr (GError) error = NULL;

      query->in_trash = i % 2 == 1;
      select = ldr_select_new (query, kind, kind == LDR_SELECT_COUNT ? 0 : 1000, 50);
      explain = g_strconcat ("EXPLAIN QUERY PLAN ", ldr_select_get_sql (select), NULL);
      row = ldr_database_prepare (self->store->db, explain, &error);
      g_assert_no_error (error);
      while (ldr_statement_step (row, &error) == LDR_STEP_ROW)
        {
          const char *line = ldr_statement_get_text (row, 3);

          g_test_message ("%s: %s", ldr_select_get_sql (select), line);
          g_assert_null (strstr (line, "TEMP B-TREE"));
          g_assert_null (strstr (line, "AUTOMATIC"));
          g_assert_false (g_str_has_prefix (line, "SCAN t"));
          if (g_str_has_prefix (line, "SCAN e"))
            g_assert_nonnull (strstr (line, "USING COVERING INDEX"));
        }
      g_assert_no_error (error);
    }
}

/* --- Texts ----------------------------------------------------------------------------------------------------------
 */

static void
test_excerpts (void)
{
  static const struct
  {
    const char *text;
    const char *excerpt;
  } cases[] = {
    { "", "" },
    { "\n\n", "" },
    { "Eén regel.", "Eén regel." },
    { "# Kop\n\nTekst", "Kop Tekst" },
    { "Kop\n===\nTekst", "Kop Tekst" },
    { "* een\n* twee\n  1. drie\n", "een twee drie" },
    { "> citaat\n> > dieper", "citaat dieper" },
    { "**vet**, *schuin*, `code`", "vet, schuin, code" },
    { "snake_case en _schuin_", "snake_case en schuin" },
    { "5 * 3 = 15", "5 * 3 = 15" },
    { "Zie [hier](https://example.org/a_b) en ![bord](picture:0190)", "Zie hier en bord" },
    { "\\*geen lijst", "*geen lijst" },
    { "#tag is geen kop", "#tag is geen kop" },
    { "```\ncode\n```", "code" },
    { "een\n\n---\n\ntwee", "een twee" },
    { "veel    wit\tdus", "veel wit dus" },
    { "een twee drie vier vijf zes zeven", "een twee drie vier…" },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaa…" },
    { "een twee " HIT "drie vier vijf zes zeven" END, "een twee " HIT "drie vier" END "…" },
    { HIT "een" END " twee", HIT "een" END " twee" },
    { "*" HIT "een" END "* twee", HIT "een" END " twee" },
    { "twee](picture:0190) drie", "twee drie" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *excerpt = ldr_excerpt_from_markdown (cases[i].text, 20);

      if (strlen (cases[i].text) > 30 && strchr (cases[i].text, '(') != NULL)
        {
          g_free (excerpt);
          excerpt = ldr_excerpt_from_markdown (cases[i].text, 160);
        }
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (excerpt, ==, cases[i].excerpt);
    }
}

/* Whatever the text: valid UTF-8, one line, no longer than asked, each hit opened and closed. */
static void
test_excerpts_of_anything (void)
{
  static const char *const pieces[]
      = { "a", "é",  "🙂", " ",   "\n", "*", "_", "`", "[",      "](",  ")",  "!",    "\\",
          "#", "> ", "- ", "1. ", "~~", HIT, END, "<", "woord ", "```", "\t", "---\n" };
  g_autoptr (GRand) random = g_rand_new_with_seed (99);

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *excerpt = NULL;
      gboolean in_hit = FALSE;
      glong length = 0;

      for (int j = g_rand_int_range (random, 0, 60); j > 0; j--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      excerpt = ldr_excerpt_from_markdown (text->str, 20);
      g_assert_true (g_utf8_validate (excerpt, -1, NULL));
      g_assert_null (strchr (excerpt, '\n'));
      for (const char *p = excerpt; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (c == LDR_HIT_START || c == LDR_HIT_END)
            in_hit = c == LDR_HIT_START;
          else
            length++;
        }
      g_assert_false (in_hit);
      g_assert_cmpint (length, <=, 20);
    }
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "finds", test_finds },
    { "finds-in-trash", test_finds_in_trash },
    { "to-discuss", test_to_discuss },
    { "hits", test_hits },
    { "pages", test_pages },
    { "summaries-of-gone", test_summaries_of_gone },
    { "tags", test_tags },
    { "move", test_move },
    { "plans", test_plans },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/list/", set_up, tests, G_N_ELEMENTS (tests));
  g_test_add_func ("/list/excerpts", test_excerpts);
  g_test_add_func ("/list/excerpts-of-anything", test_excerpts_of_anything);
  return g_test_run ();
}
