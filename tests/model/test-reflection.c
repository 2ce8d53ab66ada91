/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cmark.h>
#include <string.h>

#include "model/ldr-model-error.h"
#include "model/ldr-reflection.h"

/* A reflection becomes an entry whose questions are headings, whatever stands in a question. */

static LdrReflection *
reflection_of (const char *const *pairs)
{
  LdrReflection *reflection = ldr_reflection_new ("path", "A title");

  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      g_autofree char *prompt = g_strdup_printf ("p%u", i / 2);

      ldr_reflection_add_step (reflection, prompt, pairs[i], pairs[i + 1]);
    }
  return reflection;
}

static void
test_to_entry (void)
{
  const char *const pairs[] = { "One?", " \n\n  - a\n  - b\n", "Two?", " \n ", "Three?", "A\n\n- b\n- c", NULL };
  g_autoptr (LdrReflection) reflection = reflection_of (pairs);
  g_autoptr (LdrEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  reflection->styles = LDR_STYLE_BIT (LDR_STYLE_NINJA);
  reflection->pitfalls = LDR_STYLE_BIT (LDR_STYLE_INTEGRATOR);
  entry = ldr_reflection_to_entry (reflection);
  g_assert_cmpstr (entry->id, ==, reflection->id);
  g_assert_cmpstr (entry->title, ==, "A title");
  g_assert_cmpstr (entry->text, ==, "## One?\n\n  - a\n  - b\n\n## Three?\n\nA\n\n- b\n- c");
  g_assert_cmpuint (entry->styles, ==, reflection->styles);
  g_assert_cmpuint (entry->pitfalls, ==, reflection->pitfalls);
  g_assert_cmpint (entry->revision, ==, 0);
  g_assert_true (ldr_entry_validate (entry, &error));
  g_assert_cmpuint (ldr_reflection_count_answers (reflection), ==, 2);
  g_assert_true (ldr_reflection_is_answered (reflection, 0));
  g_assert_false (ldr_reflection_is_answered (reflection, 1));
}

static void
test_single (void)
{
  const char *const pairs[] = { "What *now*?", "This.", NULL };
  g_autoptr (LdrReflection) reflection = reflection_of (pairs);
  g_autoptr (LdrEntry) entry = ldr_reflection_to_entry (reflection);

  g_assert_cmpstr (entry->title, ==, "What *now*?");
  g_assert_cmpstr (entry->text, ==, "This.");
}

static const char *const hostile[] = {
  "Plain?",
  "*em* **strong** _em_ __strong__ `code` ``c``",
  "[link](http://example.org) ![picture](picture:x) [ref] [a]: b",
  "<b>html</b> <!-- comment --> <http://example.org> <a@b.c>",
  "&amp; &#65; & &nbsp;",
  "# not a level ## nor this #",
  "ends with hashes ###",
  "ends with a backslash \\",
  "\\* escaped already \\\\ twice",
  "- not a list",
  "1. not a list",
  "> not a quote",
  "---",
  "===",
  "```",
  "~~~",
  "two\nlines\tand a tab",
  "\"quotes\" 'single' “curly” – dash",
  "{name}? | a | table |",
  "Één 👍 日本 ‏עברית",
  "!",
  "\\",
  "#",
  "a  b",
};

/* What a reader of CommonMark sees of the first block: a heading that holds nothing but text. */
static char *
read_heading (const char *text)
{
  cmark_node *document = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);
  cmark_node *heading = cmark_node_first_child (document);
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_nonnull (heading);
  g_assert_cmpint (cmark_node_get_type (heading), ==, CMARK_NODE_HEADING);
  g_assert_cmpint (cmark_node_get_heading_level (heading), ==, 2);
  for (cmark_node *child = cmark_node_first_child (heading); child != NULL; child = cmark_node_next (child))
    {
      g_assert_cmpint (cmark_node_get_type (child), ==, CMARK_NODE_TEXT);
      g_string_append (words, cmark_node_get_literal (child));
    }
  g_assert_cmpint (cmark_node_get_type (cmark_node_next (heading)), ==, CMARK_NODE_PARAGRAPH);
  cmark_node_free (document);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_hostile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      const char *const pairs[] = { hostile[i], "Answer", "Two", "Answer", NULL };
      g_autoptr (LdrReflection) reflection = reflection_of (pairs);
      g_autoptr (LdrEntry) entry = ldr_reflection_to_entry (reflection);
      g_autofree char *read = NULL;

      g_test_message ("%s", hostile[i]);
      read = read_heading (entry->text);
      g_assert_cmpstr (read, ==, ldr_reflection_get_step (reflection, 0)->question);
    }
}

/* Answers and what has to be added to them, so that the next question is a heading again; most often nothing. */
static const struct
{
  const char *answer;
  const char *end;
} open_answers[] = {
  { "```\ncode", "\n```" },
  { "~~~~ python\ncode\n~~~", "\n~~~~" },
  { "Text\n\n  `````\n```\ncode", "\n`````" },
  { "```", "\n```" },
  { "```\ncode\n```", "" },
  { "- list\n\n  ```\n  code in it", "" },
  { "> ```\n> code in a quote", "" },
  { "    indented code\n    ```", "" },
  { "One\n\n```\nclosed\n```\n\n```\nopen", "\n```" },
  { "<!-- comment", "\n-->" },
  { "<!-- comment > with ?> and ]]> in it", "\n-->" },
  { "<!-- comment -->", "" },
  { "<script>\nlet a = 1;", "\n</script>" },
  { "<pre>\n\ntext", "\n</pre>" },
  { "<STYLE>\na {}", "\n</STYLE>" },
  { "<?php echo", "\n?>" },
  { "<!DOCTYPE html", "\n>" },
  { "<![CDATA[ data", "\n]]>" },
  { "<div>\nends at a blank line", "" },
  { "A `code span that is open", "" },
  { "[link](", "" },
  { "Plain.", "" },
};

static void
assert_headings (const char *text, const char *first)
{
  cmark_node *document = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);
  guint n = 0;

  for (cmark_node *child = cmark_node_first_child (document); child != NULL; child = cmark_node_next (child))
    n += cmark_node_get_type (child) == CMARK_NODE_HEADING;
  g_test_message ("%s", first);
  g_assert_cmpuint (n, ==, 3);
  cmark_node_free (document);
}

/* No answer swallows the question below it, and nothing in it is changed. The last one may stay open. */
static void
test_open_answers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (open_answers); i++)
    {
      const char *answer = open_answers[i].answer;
      const char *const pairs[] = { "One?", answer, "Two?", answer, "Three?", answer, NULL };
      g_autoptr (LdrReflection) reflection = reflection_of (pairs);
      g_autoptr (LdrEntry) entry = ldr_reflection_to_entry (reflection);
      g_autofree char *wanted = g_strdup_printf ("## One?\n\n%1$s%2$s\n\n## Two?\n\n%1$s%2$s\n\n## Three?\n\n%1$s",
                                                 answer, open_answers[i].end);

      g_assert_cmpstr (entry->text, ==, wanted);
      assert_headings (entry->text, answer);
    }
}

static void
test_copy (void)
{
  const char *const pairs[] = { "One?", "A", "Two?", "B", NULL };
  g_autoptr (LdrReflection) reflection = reflection_of (pairs), copy = NULL;

  reflection->at = 1;
  reflection->changed = 7;
  copy = ldr_reflection_copy (reflection);
  ldr_reflection_set_answer (copy, 0, "C\r\nD");
  g_assert_cmpstr (ldr_reflection_get_step (copy, 0)->answer, ==, "C\nD");
  g_assert_cmpstr (ldr_reflection_get_step (reflection, 0)->answer, ==, "A");
  g_assert_cmpstr (copy->id, ==, reflection->id);
  g_assert_cmpuint (copy->at, ==, 1);
  g_assert_cmpint (copy->changed, ==, 7);
}

static void
assert_invalid (const LdrReflection *reflection)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ldr_reflection_validate (reflection, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
}

static void
test_validate (void)
{
  const char *const pairs[] = { "One?", "A", NULL };
  g_autoptr (LdrReflection) reflection = reflection_of (pairs), none = ldr_reflection_new ("", "");
  LdrReflectionStep *step = g_ptr_array_index (reflection->steps, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_reflection_validate (reflection, &error));
  g_assert_no_error (error);
  assert_invalid (none);
  reflection->at = 1;
  assert_invalid (reflection);
  reflection->at = 0;
  reflection->pitfalls = 1 << LDR_N_STYLES;
  assert_invalid (reflection);
  reflection->pitfalls = LDR_STYLE_SET_NONE;
  g_set_str (&reflection->title, "two\nlines");
  assert_invalid (reflection);
  g_set_str (&reflection->title, "");
  g_set_str (&step->question, "bell\a");
  assert_invalid (reflection);
  g_set_str (&step->question, "");
  g_set_str (&step->prompt, "");
  assert_invalid (reflection);
  g_set_str (&step->prompt, "p");
  g_assert_true (ldr_reflection_validate (reflection, &error));
  g_set_str (&reflection->id, "x");
  assert_invalid (reflection);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reflection/to-entry", test_to_entry);
  g_test_add_func ("/reflection/single", test_single);
  g_test_add_func ("/reflection/hostile", test_hostile);
  g_test_add_func ("/reflection/open-answers", test_open_answers);
  g_test_add_func ("/reflection/copy", test_copy);
  g_test_add_func ("/reflection/validate", test_validate);
  return g_test_run ();
}
