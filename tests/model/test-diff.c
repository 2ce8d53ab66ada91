/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "model/ldr-diff.h"

static char *
describe (GPtrArray *parts)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      LdrDiffPart *part = parts->pdata[i];

      g_string_append_printf (out, "%s%s%s", (const char *[]) { "", "[-", "{+" }[part->kind], part->text,
                              (const char *[]) { "", "-]", "+}" }[part->kind]);
    }
  return g_string_free (out, FALSE);
}

static char *
text_without (GPtrArray *parts, LdrDiffKind left_out)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      LdrDiffPart *part = parts->pdata[i];

      g_assert_cmpstr (part->text, !=, "");
      if (part->kind != left_out)
        g_string_append (out, part->text);
    }
  return g_string_free (out, FALSE);
}

static void
assert_rebuilds (GPtrArray *parts, const char *before, const char *after)
{
  g_autofree char *old_text = text_without (parts, LDR_DIFF_ADDED);
  g_autofree char *new_text = text_without (parts, LDR_DIFF_REMOVED);

  g_assert_cmpstr (old_text, ==, before);
  g_assert_cmpstr (new_text, ==, after);
}

static const struct
{
  const char *before;
  const char *after;
  const char *expected;
} cases[] = {
  { "", "", "" },
  { "same", "same", "same" },
  { "", "new", "{+new+}" },
  { "old", "", "[-old-]" },
  { "a b c", "a x c", "a [-b-]{+x+} c" },
  { "a b c", "a c", "a [-b -]c" },
  { "a c", "a b c", "a {+b +}c" },
  { "one two three", "four five three", "[-one two-]{+four five+} three" },
  { "end.", "end!", "end[-.-]{+!+}" },
  { "één keer", "één dag", "één [-keer-]{+dag+}" },
  { "a\nb", "a\nc", "a\n[-b-]{+c+}" },
  { "x 👩‍💻 y", "x 👍 y", "x [-👩‍💻-]{+👍+} y" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) parts = ldr_diff_words (cases[i].before, cases[i].after);
      g_autofree char *described = describe (parts);

      g_assert_cmpstr (described, ==, cases[i].expected);
      assert_rebuilds (parts, cases[i].before, cases[i].after);
    }
}

static char *
random_text (int words)
{
  static const char *const pool[] = { "a", "b", "de", "klant", " ", "  ", "\n", "\n\n", ".", "é", "👍", "- " };
  GString *out = g_string_new (NULL);

  for (int i = 0; i < words; i++)
    g_string_append (out, pool[g_test_rand_int_range (0, G_N_ELEMENTS (pool))]);
  return g_string_free (out, FALSE);
}

static void
test_any_texts (void)
{
  for (int round = 0; round < 3000; round++)
    {
      g_autofree char *before = random_text (g_test_rand_int_range (0, 40));
      g_autofree char *after = random_text (g_test_rand_int_range (0, 40));
      g_autoptr (GPtrArray) parts = ldr_diff_words (before, after);

      assert_rebuilds (parts, before, after);
      for (guint i = 1; i < parts->len; i++)
        g_assert_cmpint (((LdrDiffPart *) parts->pdata[i])->kind, !=, ((LdrDiffPart *) parts->pdata[i - 1])->kind);
    }
}

/* Beyond the bound paragraphs are compared: a paragraph that both share stays shared. */
static void
test_long_texts (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GPtrArray) parts = NULL;
  gboolean shared = FALSE;

  for (int i = 0; i < 4000; i++)
    {
      g_string_append_printf (before, "o%d ", i);
      g_string_append_printf (after, "n%d ", i);
      if (i == 2000)
        {
          g_string_append (before, "\nthe paragraph in the middle\n");
          g_string_append (after, "\nthe paragraph in the middle\n");
        }
    }
  parts = ldr_diff_words (before->str, after->str);
  assert_rebuilds (parts, before->str, after->str);
  for (guint i = 0; i < parts->len; i++)
    {
      LdrDiffPart *part = parts->pdata[i];

      shared = shared || (part->kind == LDR_DIFF_SAME && g_str_equal (part->text, "the paragraph in the middle\n"));
    }
  g_assert_true (shared);
}

static void
test_nothing_shared (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GPtrArray) parts = NULL;

  for (int i = 0; i < 5000; i++)
    {
      g_string_append_printf (before, "o%d\n", i);
      g_string_append_printf (after, "n%d\n", i);
    }
  parts = ldr_diff_words (before->str, after->str);
  g_assert_cmpuint (parts->len, ==, 2);
  assert_rebuilds (parts, before->str, after->str);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/words", test_words);
  g_test_add_func ("/diff/any-texts", test_any_texts);
  g_test_add_func ("/diff/long-texts", test_long_texts);
  g_test_add_func ("/diff/nothing-shared", test_nothing_shared);
  return g_test_run ();
}
