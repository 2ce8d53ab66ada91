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

/* Twice received is told; comments are told as such. */
static void
test_receipt (void)
{
  LdrReceipt receipt = { .kind = LDR_PACK_SESSION, .from = (char *) "Sophie", .n_passages = 3 };

  check (ldr_pack_describe_receipt (&receipt), "3 passages from Sophie");
  receipt.was_here = TRUE;
  check (ldr_pack_describe_receipt (&receipt), "This session pack was here already");
  receipt.kind = LDR_PACK_COMMENTS;
  receipt.n_comments = 2;
  receipt.n_lost = 1;
  check (ldr_pack_describe_receipt (&receipt), "2 comments from Sophie, 1 about something that is no longer here");
  check (ldr_pack_describe_banner ("Sophie"), "From Sophie, for reading only. Your comments stand beside it.");
  check (ldr_pack_describe_banner (""), "For reading only. Your comments stand beside it.");
}

/* What a comment is about, with a title and a day where there are. */
static void
test_about (void)
{
  static const struct
  {
    LdrSubject subject;
    const char *title;
    int day;
    const char *expected;
  } cases[] = {
    { LDR_SUBJECT_DOCUMENT, "Gesprekken", 0, "Document · Gesprekken" },
    { LDR_SUBJECT_SESSION, "", TODAY - 3, "Session · 19 November" },
    { LDR_SUBJECT_ACTION, "Bel Femke", 0, "Action · Bel Femke" },
    { LDR_SUBJECT_ENTRY, "Een drukke maandag", TODAY - 3, "Entry · Een drukke maandag · 19 November" },
    { LDR_SUBJECT_GOAL, "Vragen", 0, "Goal · Vragen" },
    { LDR_SUBJECT_CHECK_IN, "Vragen", TODAY - 3, "Check-in · Vragen · 19 November" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LdrComment comment = { .subject = cases[i].subject };
      LdrReceivedComment received = { .comment = &comment, .title = (char *) cases[i].title, .day = cases[i].day };

      check (ldr_pack_describe_about (&received, TODAY), cases[i].expected);
    }
}

/* The words of a passage without their signs. */
static void
test_quote (void)
{
  check (ldr_pack_describe_quote ("Ik deed het *even snel* zelf."), "Ik deed het even snel zelf.");
  check (ldr_pack_describe_quote ("- een\n- **twee**"), "een\ntwee");
  check (ldr_pack_describe_quote ("![Een rij](picture:0)"), "Een rij");
  check (ldr_pack_describe_quote (""), "");
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
  g_test_add_func ("/packs-describe/receipt", test_receipt);
  g_test_add_func ("/packs-describe/about", test_about);
  g_test_add_func ("/packs-describe/quote", test_quote);
  g_test_add_func ("/packs-describe/passages", test_passages);
  g_test_add_func ("/packs-describe/comments", test_comments);
  g_test_add_func ("/packs-describe/author", test_author);
  g_test_add_func ("/packs-describe/trouble", test_trouble);
  return g_test_run ();
}
