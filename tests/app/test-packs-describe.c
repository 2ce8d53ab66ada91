/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "app/packs/ldr-pack-describe.h"
#include "store/ldr-store-error.h"

/* 22 November 2026. */
#define TODAY 739942

static void
check (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_passages (void)
{
  check (ldr_pack_describe_passages (12, "Sophie"), "12 passages from Sophie");
  check (ldr_pack_describe_passages (1, "Sophie"), "1 passage from Sophie");
  check (ldr_pack_describe_passages (0, ""), "0 passages");
  check (ldr_pack_describe_contents (12, 0), "12 passages");
  check (ldr_pack_describe_contents (1, 1), "1 passage · 1 comment");
  check (ldr_pack_describe_contents (12, 3), "12 passages · 3 comments");
}

static void
test_comments (void)
{
  static const struct
  {
    guint n_comments, n_lost;
    const char *from, *expected;
  } cases[] = {
    { 3, 1, "Ellen", "3 comments from Ellen, 1 about something that is no longer here" },
    { 3, 2, "Ellen", "3 comments from Ellen, 2 about things that are no longer here" },
    { 1, 0, "Ellen", "1 comment from Ellen" },
    { 2, 0, "", "2 comments" },
    { 0, 0, "Ellen", "Nothing new: these comments were here already" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check (ldr_pack_describe_comments (cases[i].n_comments, cases[i].n_lost, cases[i].from), cases[i].expected);
}

static void
test_author (void)
{
  check (ldr_pack_describe_author ("Ellen", TODAY - 3, TODAY), "Ellen, 19 November");
  check (ldr_pack_describe_author ("Ellen", TODAY - 441, TODAY), "Ellen, 7 September 2025");
  check (ldr_pack_describe_author ("", TODAY - 3, TODAY), "19 November");
}

/* A pack is not a journal: nothing is said of recovery sheets and backups. */
static void
test_trouble (void)
{
  static const struct
  {
    LdrStoreError code;
    const char *words;
  } cases[] = {
    { LDR_STORE_ERROR_PASSPHRASE, "does not fit this pack" },
    { LDR_STORE_ERROR_NOT_A_JOURNAL, "not a session pack" },
    { LDR_STORE_ERROR_NEWER, "Update Leidraad" },
    { LDR_STORE_ERROR_DAMAGED, "send it again" },
    { LDR_STORE_ERROR_NOT_FOUND, "no longer where it was" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (LDR_STORE_ERROR, (int) cases[i].code, "not to be seen");
      g_autofree char *text = ldr_pack_describe_trouble (error);

      g_assert_nonnull (strstr (text, cases[i].words));
      g_assert_null (strstr (text, "recovery"));
      g_assert_null (strstr (text, "under Backups"));
      g_assert_null (strstr (text, "not to be seen"));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/packs-describe/passages", test_passages);
  g_test_add_func ("/packs-describe/comments", test_comments);
  g_test_add_func ("/packs-describe/author", test_author);
  g_test_add_func ("/packs-describe/trouble", test_trouble);
  return g_test_run ();
}
