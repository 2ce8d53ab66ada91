/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "model/ldr-moment.h"
#include "model/ldr-query.h"

/* Everything a query asks for, in one line, so that a table can say what is expected. */
static char *
describe (LdrQuery *query)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) styles = ldr_style_set_to_ids (query->styles);
  g_auto (GStrv) pitfalls = ldr_style_set_to_ids (query->pitfalls);

  for (int i = 0; query->words[i] != NULL; i++)
    g_string_append_printf (out, "w(%s)", query->words[i]);
  if (query->last_is_prefix)
    g_string_append (out, "*");
  for (int i = 0; query->phrases[i] != NULL; i++)
    g_string_append_printf (out, "p(%s)", query->phrases[i]);
  for (int i = 0; query->tags[i] != NULL; i++)
    g_string_append_printf (out, "t(%s)", query->tags[i]);
  for (int i = 0; styles[i] != NULL; i++)
    g_string_append_printf (out, "s(%s)", styles[i]);
  for (int i = 0; pitfalls[i] != NULL; i++)
    g_string_append_printf (out, "v(%s)", pitfalls[i]);
  if (query->after != 0)
    {
      g_autofree char *day = ldr_day_to_iso8601 (query->after);
      g_string_append_printf (out, "from(%s)", day);
    }
  if (query->before != 0)
    {
      g_autofree char *day = ldr_day_to_iso8601 (query->before);
      g_string_append_printf (out, "until(%s)", day);
    }
  if (query->to_discuss)
    g_string_append (out, "discuss");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const struct
{
  const char *text;
  const char *expected;
} cases[] = {
  { NULL, "" },
  { "", "" },
  { "   ", "" },
  { "klant", "w(klant)*" },
  { "klant ", "w(klant)" },
  { "kla* ", "w(kla)*" },
  { "kla* rust ", "w(kla)w(rust)" },
  { "**", "" },
  { "rustige klant", "w(rustige)w(klant)*" },
  { "  rustige\tklant\n", "w(rustige)w(klant)" },
  { "één", "w(één)*" },
  { "e\xcc\x81\xc3\xa9n ", "w(één)" },
  { "\"de klant\"", "p(de klant)" },
  { "\"de klant", "p(de klant)" },
  { "\"\"", "" },
  { "\"", "" },
  { "\" - \"", "" },
  { "woord\"de klant\"nog", "w(woord)w(nog)*p(de klant)" },
  { "nog \"de klant\"", "w(nog)p(de klant)" },
  { "#team", "t(team)" },
  { "#", "" },
  { "##", "" },
  { "woord #team", "w(woord)t(team)" },
  { "#a #b c", "w(c)*t(a)t(b)" },
  { "style:ninja", "s(ninja)" },
  { "STYLE:NinJa", "s(ninja)" },
  { "style:n", "s(ninja)" },
  { "style:team", "s(team-player)" },
  { "style:teamspeler", "s(team-player)" },
  { "style:klant", "s(customer-communicator)" },
  { "stijl:data-strateeg", "s(data-strategist)" },
  { "style:d", "s(data-strategist)" },
  { "style:ninja style:integrator", "s(integrator)s(ninja)" },
  { "style:", "" },
  { "style:zzz", "w(style:zzz)*" },
  { "style:ninjas ", "w(style:ninjas)" },
  { "pitfall:team-player", "v(team-player)" },
  { "valkuil:ninja rust", "w(rust)*v(ninja)" },
  { "before:2026-03-09", "until(2026-03-09)" },
  { "after:2026-03-09", "from(2026-03-09)" },
  { "after:2026-03", "from(2026-03-01)" },
  { "before:2026", "until(2026-01-01)" },
  { "na:2026-03 voor:2026-04", "from(2026-03-01)until(2026-04-01)" },
  { "before:20", "" },
  { "before:2026-0", "" },
  { "before:20 ", "w(before:20)" },
  { "before:2026-02-30", "w(before:2026-02-30)*" },
  { "before:soon", "w(before:soon)*" },
  { "is:discuss", "discuss" },
  { "is:bespreken", "discuss" },
  { "is:disc", "" },
  { "is:disc ", "w(is:disc)" },
  { "is:else", "w(is:else)*" },
  { "unknown:value", "w(unknown:value)*" },
  { "https://example.org/a", "w(https://example.org/a)*" },
  { "- … !", "" },
  { "👍", "w(👍)*" },
  { "\xff\xfe", "w(\xef\xbf\xbd\xef\xbf\xbd)*" },
  { "a\xee\x80\x80z ", "w(az)" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrQuery) query = ldr_query_parse (cases[i].text);
      g_autofree char *described = describe (query);

      g_test_message ("case %u", i);
      g_assert_cmpstr (described, ==, cases[i].expected);
    }
}

static void
test_any_bytes (void)
{
  for (int round = 0; round < 5000; round++)
    {
      char text[24];
      g_autoptr (LdrQuery) query = NULL;

      for (gsize i = 0; i < sizeof text; i++)
        text[i] = "ab\"#:- \n\xc3\xa9style\xf0"[g_test_rand_int_range (0, 16)];
      text[g_test_rand_int_range (0, sizeof text)] = '\0';
      query = ldr_query_parse (text);
      for (int i = 0; query->words[i] != NULL; i++)
        g_assert_true (query->words[i][0] != '\0' && g_utf8_validate (query->words[i], -1, NULL));
      for (int i = 0; query->phrases[i] != NULL; i++)
        g_assert_null (strchr (query->phrases[i], '"'));
      g_assert_true (!query->last_is_prefix || query->words[0] != NULL);
    }
}

static void
test_equal (void)
{
  static const char *const different[]
      = { "", "a", "a ", "\"a\"", "#a", "style:n", "pitfall:n", "after:2026", "before:2026", "is:discuss" };

  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    for (guint j = 0; j < G_N_ELEMENTS (different); j++)
      {
        g_autoptr (LdrQuery) a = ldr_query_parse (different[i]);
        g_autoptr (LdrQuery) b = ldr_query_parse (different[j]);
        g_autoptr (LdrQuery) copy = ldr_query_copy (b);

        g_assert_cmpint (ldr_query_equal (a, copy), ==, i == j);
      }
}

static void
test_empty (void)
{
  g_autoptr (LdrQuery) all = ldr_query_new ();
  g_autoptr (LdrQuery) trash = ldr_query_new ();
  g_autoptr (LdrQuery) word = ldr_query_parse ("a");
  g_autoptr (LdrQuery) tag = ldr_query_parse ("#a");

  trash->in_trash = TRUE;
  g_assert_true (ldr_query_is_empty (all));
  g_assert_false (ldr_query_is_empty (trash));
  g_assert_false (ldr_query_is_empty (word));
  g_assert_true (ldr_query_has_text (word));
  g_assert_false (ldr_query_has_text (tag));
  g_assert_false (ldr_query_is_empty (tag));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/parse", test_parse);
  g_test_add_func ("/query/any-bytes", test_any_bytes);
  g_test_add_func ("/query/equal", test_equal);
  g_test_add_func ("/query/empty", test_empty);
  return g_test_run ();
}
