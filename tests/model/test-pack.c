/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ldr-pack.h"

#include "model/ldr-id.h"
#include "model/ldr-model-error.h"

static LdrPack *
make_pack (void)
{
  g_autofree char *session = ldr_id_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("GIF89a...", 9);
  LdrPack *pack = ldr_pack_new (LDR_PACK_SESSION, "Session\nnotes", "Noor", NULL);

  ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 0, 1, "Session notes");
  ldr_pack_add_passage (pack, LDR_SUBJECT_SESSION, session, 0, 2, "3 March");
  ldr_pack_add_passage (pack, LDR_SUBJECT_SESSION, session, 1, 0, "I *listened*.");
  g_ptr_array_add (pack->pictures, ldr_picture_new (session, "image/gif", bytes));
  return pack;
}

static LdrPack *
make_answer (void)
{
  g_autoptr (LdrPack) sent = make_pack ();
  const LdrPassage *passage = g_ptr_array_index (sent->passages, 2);
  LdrPack *pack = ldr_pack_new (LDR_PACK_COMMENTS, "Comments", "Ellen", sent->id);
  LdrComment *comment = ldr_comment_new (sent->id, passage->id, "Ellen", "How long?");

  ldr_comment_set_subject (comment, passage->subject, passage->subject_id, passage->text);
  g_ptr_array_add (pack->comments, comment);
  return pack;
}

static void
test_new (void)
{
  g_autoptr (LdrPack) pack = make_pack (), answer = make_answer ();
  const LdrPassage *passage = g_ptr_array_index (pack->passages, 2);
  g_autoptr (GError) error = NULL;

  ldr_pack_validate (pack, &error);
  g_assert_no_error (error);
  ldr_pack_validate (answer, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pack->title, ==, "Session notes");
  g_assert_true (ldr_pack_find_passage (pack, passage->id) == passage);
  g_assert_null (ldr_pack_find_passage (pack, "elsewhere/0"));
}

typedef void (*Spoil) (LdrPack *pack);

static void
spoil_id (LdrPack *pack)
{
  g_set_str (&pack->id, "");
}

static void
spoil_kind (LdrPack *pack)
{
  pack->kind = LDR_N_PACK_KINDS;
}

static void
spoil_about (LdrPack *pack)
{
  g_set_str (&pack->about, pack->id);
}

static void
spoil_title (LdrPack *pack)
{
  g_set_str (&pack->title, "");
}

static void
spoil_from (LdrPack *pack)
{
  g_set_str (&pack->from, "\xc3");
}

static void
spoil_day (LdrPack *pack)
{
  pack->day -= 3;
}

static void
spoil_twice (LdrPack *pack)
{
  ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 0, 0, "Again");
}

static void
spoil_level (LdrPack *pack)
{
  ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 1, 7, "Deep");
}

static void
spoil_passage_id (LdrPack *pack)
{
  g_set_str (&ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 1, 0, "Text")->id, "/2");
}

static void
spoil_picture (LdrPack *pack)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<svg/>", 6);

  g_ptr_array_add (pack->pictures, ldr_picture_new ("", "image/png", bytes));
}

static void
spoil_both (LdrPack *pack)
{
  g_ptr_array_add (pack->comments, ldr_comment_new (pack->id, "/0", "Ellen", "Why?"));
}

static void
test_validate (void)
{
  static const Spoil spoils[] = { spoil_id,    spoil_kind,  spoil_about,      spoil_title,   spoil_from, spoil_day,
                                  spoil_twice, spoil_level, spoil_passage_id, spoil_picture, spoil_both };

  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autoptr (LdrPack) pack = make_pack ();
      g_autoptr (GError) error = NULL;

      spoils[i](pack);
      g_assert_false (ldr_pack_validate (pack, &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
}

/* A pack of comments says what it answers, brings no passages, and each comment of it is looked at. */
static void
test_validate_answer (void)
{
  g_autoptr (LdrPack) first = make_answer (), second = make_answer (), third = make_answer ();
  LdrComment *comment = g_ptr_array_index (third->comments, 0);

  g_set_str (&first->about, "");
  g_assert_false (ldr_pack_validate (first, NULL));
  ldr_pack_add_passage (second, LDR_SUBJECT_DOCUMENT, "", 0, 0, "Text");
  g_assert_false (ldr_pack_validate (second, NULL));
  g_set_str (&comment->text, "");
  g_assert_false (ldr_pack_validate (third, NULL));
}

/* Its comments are about the one pack that it answers, and each is there once. */
static void
test_validate_comments (void)
{
  g_autoptr (LdrPack) pack = make_answer (), other = make_answer ();
  LdrComment *comment = g_ptr_array_index (pack->comments, 0);

  g_ptr_array_add (pack->comments, ldr_comment_ref (comment));
  g_assert_false (ldr_pack_validate (pack, NULL));
  g_ptr_array_set_size (pack->comments, 1);
  g_assert_true (ldr_pack_validate (pack, NULL));
  g_ptr_array_add (pack->comments, ldr_comment_ref (g_ptr_array_index (other->comments, 0)));
  g_assert_false (ldr_pack_validate (pack, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/new", test_new);
  g_test_add_func ("/pack/validate", test_validate);
  g_test_add_func ("/pack/validate-answer", test_validate_answer);
  g_test_add_func ("/pack/validate-comments", test_validate_comments);
  return g_test_run ();
}
