/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/ldr-path-file.h"

#include <string.h>

static GPtrArray *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ldr_path_file_read (bytes, error);
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_path_unref);
  LdrPath *path = ldr_path_new_own ("x", "Fish & chips <Friday>", "“One” summary");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GError) error = NULL;
  LdrPath *back;

  g_ptr_array_add (path->steps, ldr_prompt_new_own ("a", "Who said \"no\" & why?", 3));
  g_ptr_array_add (path->steps, ldr_prompt_new_own ("b", "What does {name} need? 😀", 10));
  g_ptr_array_add (paths, path);
  bytes = ldr_path_file_write (paths);
  read = ldr_path_file_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, 1);
  back = g_ptr_array_index (read, 0);
  g_assert_true (back->own);
  g_assert_cmpstr (back->id, !=, path->id);
  g_assert_cmpstr (ldr_path_get_title (back), ==, ldr_path_get_title (path));
  g_assert_cmpstr (ldr_path_get_summary (back), ==, ldr_path_get_summary (path));
  g_assert_cmpuint (back->steps->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      LdrPrompt *was = g_ptr_array_index (path->steps, i);
      LdrPrompt *is = g_ptr_array_index (back->steps, i);
      g_autofree char *text = ldr_wording_get (&was->wording, LDR_ROLE_COACH, "Noor");
      g_autofree char *text_back = ldr_wording_get (&is->wording, LDR_ROLE_COACH, "Noor");

      g_assert_cmpstr (text, ==, text_back);
      g_assert_cmpint (was->facts.minutes, ==, is->facts.minutes);
    }
}

/* The paths that Leidraad brings along can be handed on and changed. */
static void
test_own_copy (void)
{
  g_autoptr (GBytes) bytes = ldr_path_file_write (ldr_path_get_all ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = ldr_path_file_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, ldr_path_get_all ()->len);
}

static const struct
{
  const char *text;
  const char *message;
} bad[] = {
  { "", "Document was empty" },
  { "<paths version=\"1\"></paths>", "Line 1: there is no path in this file." },
  { "<paths version=\"1\">\n<path><title>A</title></path></paths>", "Line 2: this path has no steps." },
  { "<paths version=\"1\">\n<path><step>Why?</step></path></paths>", "Line 2: this path has no title." },
  { "<paths version=\"1\">\n<path>\n<title>A</title>\n<step> </step></path></paths>",
    "Line 4: this step has no question." },
  { "<paths version=\"1\">\n<path>\n<title>A</title>\n<step minutes=\"0\">Q?</step></path></paths>",
    "Line 4: “0” is not a number of minutes from 1 to 10." },
  { "<paths version=\"1\">\n<path>\n<title>A</title>\n<question>Q?</question></path></paths>",
    "Line 4: here stands <question> where <step> belongs." },
  { "<paths version=\"2\"><path/></paths>", "Line 1: the file is for a newer Leidraad." },
  { "<styles version=\"1\"/>", "Line 1: here stands <styles> where <paths> belongs." },
  { "<paths>\n<path>\n</paths>", "line 3" },
  { "<paths>\n\xff</paths>", "line 2" },
  { "<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></"
    "a></a>",
    "Line 1: too many elements inside one another." },
};

static void
test_bad_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) paths = read_text (bad[i].text, &error);

      g_assert_null (paths);
      g_assert_error (error, LDR_CONTENT_ERROR, LDR_CONTENT_ERROR_SYNTAX);
      if (strstr (error->message, bad[i].message) == NULL)
        g_error ("%s, not %s", error->message, bad[i].message);
    }
}

static void
test_too_long (void)
{
  g_autoptr (GString) text = g_string_new ("<paths version=\"1\"><path><title>A</title>");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = NULL;

  for (int i = 0; i <= LDR_PATH_MAX_STEPS; i++)
    g_string_append (text, "<step>Q?</step>");
  g_string_append (text, "</path></paths>");
  paths = read_text (text->str, &error);
  g_assert_null (paths);
  g_assert_cmpstr (error->message, ==, "Line 1: this path has more than 40 steps.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path-file/round-trip", test_round_trip);
  g_test_add_func ("/path-file/own-copy", test_own_copy);
  g_test_add_func ("/path-file/bad-files", test_bad_files);
  g_test_add_func ("/path-file/too-long", test_too_long);
  return g_test_run ();
}
