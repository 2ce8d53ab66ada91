/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ldr-comment.h"

#include "model/ldr-id.h"
#include "model/ldr-model-error.h"

static LdrComment *
make_comment (void)
{
  g_autofree char *pack = ldr_id_new (), *entry = ldr_id_new (), *passage = g_strconcat (entry, "/2", NULL);
  LdrComment *comment = ldr_comment_new (pack, passage, " Ellen\n", "What did *you* want?\r\nAnd they?");

  ldr_comment_set_subject (comment, LDR_SUBJECT_ENTRY, entry, "I said nothing.");
  return comment;
}

static void
test_new (void)
{
  g_autoptr (LdrComment) comment = make_comment (), copy = ldr_comment_copy (comment);
  g_autoptr (GError) error = NULL;

  ldr_comment_validate (comment, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (comment->author, ==, "Ellen");
  g_assert_cmpstr (comment->text, ==, "What did *you* want?\nAnd they?");
  g_assert_true (ldr_comment_equal (comment, copy));
  g_set_str (&copy->text, "Other");
  g_assert_false (ldr_comment_equal (comment, copy));
}

static void
test_quote (void)
{
  g_autoptr (LdrComment) comment = make_comment ();
  g_autoptr (GString) passage = g_string_new (NULL);

  for (int i = 0; i < LDR_COMMENT_QUOTE; i++)
    g_string_append (passage, "é");
  ldr_comment_set_subject (comment, LDR_SUBJECT_DOCUMENT, "", passage->str);
  g_assert_cmpstr (comment->quote, ==, passage->str);
  g_string_append (passage, "more");
  ldr_comment_set_subject (comment, LDR_SUBJECT_DOCUMENT, "", passage->str);
  g_assert_cmpint (g_utf8_strlen (comment->quote, -1), ==, LDR_COMMENT_QUOTE);
  g_assert_true (g_str_has_suffix (comment->quote, "é"));
  g_assert_true (ldr_comment_validate (comment, NULL));
}

/* Of any two states of one comment at most one replaces the other, and none replaces itself. */
static void
test_replaces (void)
{
  static const struct
  {
    int later;
    gboolean was_deleted, is_deleted, replaces;
  } cases[] = {
    { 1, FALSE, FALSE, TRUE }, { 1, FALSE, TRUE, TRUE },  { 1, TRUE, FALSE, TRUE },   { 0, FALSE, FALSE, FALSE },
    { 0, FALSE, TRUE, TRUE },  { 0, TRUE, FALSE, FALSE }, { -1, FALSE, TRUE, FALSE }, { -1, FALSE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrComment) old = make_comment (), new = ldr_comment_copy (old);

      old->is_deleted = cases[i].was_deleted;
      new->is_deleted = cases[i].is_deleted;
      new->moment = old->moment + cases[i].later;
      g_assert_cmpint (ldr_comment_replaces (new, old), ==, cases[i].replaces);
      g_assert_false (ldr_comment_replaces (new, old) && ldr_comment_replaces (old, new));
    }
}

typedef void (*Spoil) (LdrComment *comment);

static void
spoil_id (LdrComment *comment)
{
  g_set_str (&comment->id, "1");
}

static void
spoil_pack (LdrComment *comment)
{
  g_set_str (&comment->pack_id, "");
}

static void
spoil_passage (LdrComment *comment)
{
  g_set_str (&comment->passage_id, "");
}

static void
spoil_subject (LdrComment *comment)
{
  comment->subject = LDR_N_SUBJECTS;
}

static void
spoil_subject_id (LdrComment *comment)
{
  g_set_str (&comment->subject_id, "");
}

static void
spoil_author (LdrComment *comment)
{
  g_set_str (&comment->author, "Ellen\nde Wit");
}

static void
spoil_quote (LdrComment *comment)
{
  g_set_str (&comment->quote, "\xff");
}

static void
spoil_text (LdrComment *comment)
{
  g_set_str (&comment->text, "");
}

static void
spoil_length (LdrComment *comment)
{
  g_free (comment->text);
  comment->text = g_strnfill (LDR_COMMENT_MAX_BYTES + 1, 'a');
}

static void
spoil_day (LdrComment *comment)
{
  comment->day += 3;
}

static void
test_validate (void)
{
  static const Spoil spoils[] = { spoil_id,     spoil_pack,  spoil_passage, spoil_subject, spoil_subject_id,
                                  spoil_author, spoil_quote, spoil_text,    spoil_length,  spoil_day };

  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autoptr (LdrComment) comment = make_comment ();
      g_autoptr (GError) error = NULL;

      spoils[i](comment);
      g_assert_false (ldr_comment_validate (comment, &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
}

/* What was taken back has no text any more. */
static void
test_deleted (void)
{
  g_autoptr (LdrComment) comment = make_comment ();

  comment->is_deleted = TRUE;
  g_assert_false (ldr_comment_validate (comment, NULL));
  g_set_str (&comment->text, "");
  g_assert_true (ldr_comment_validate (comment, NULL));
}

static void
test_subjects (void)
{
  LdrSubject subject = LDR_SUBJECT_GOAL;

  g_assert_false (ldr_subject_from_id ("goals", &subject));
  for (guint i = 0; i < LDR_N_SUBJECTS; i++)
    {
      g_assert_true (ldr_subject_from_id (ldr_subject_to_id (i), &subject));
      g_assert_cmpint (subject, ==, i);
    }
  g_assert_true (ldr_subject_id_is_valid (LDR_SUBJECT_DOCUMENT, ""));
  g_assert_false (ldr_subject_id_is_valid (LDR_SUBJECT_ENTRY, ""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comment/new", test_new);
  g_test_add_func ("/comment/quote", test_quote);
  g_test_add_func ("/comment/replaces", test_replaces);
  g_test_add_func ("/comment/validate", test_validate);
  g_test_add_func ("/comment/deleted", test_deleted);
  g_test_add_func ("/comment/subjects", test_subjects);
  return g_test_run ();
}
