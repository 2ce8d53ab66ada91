/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/ldr-answer-code.h"
#include "model/ldr-mirror.h"
#include "model/ldr-model-error.h"

/* What may be seen of a team's answers, and what may not. */

#define N_ITEMS 2

static LdrMirrorRound *
new_round (void)
{
  static const char *const items[] = { "a", "b" };

  return ldr_mirror_round_new (1, items, N_ITEMS);
}

static GPtrArray *
new_responses (const LdrMirrorRound *round, guint n, guint n_cannot_say)
{
  GPtrArray *responses = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_mirror_response_unref);

  for (guint i = 0; i < n; i++)
    {
      int answers[N_ITEMS] = { 1 + (int) (i % 5), i < n_cannot_say ? LDR_MIRROR_CANNOT_SAY : 3 };
      g_autofree char *comment = g_strdup_printf ("comment %u", 9 - i);

      g_ptr_array_add (responses, ldr_mirror_response_new (round->id, answers, N_ITEMS, comment));
    }
  return responses;
}

/* Not a figure and not a letter. */
static void
assert_nothing (const LdrMirrorResult *result)
{
  static const LdrMirrorStatement nothing = { 0 };

  g_assert_false (result->shown);
  g_assert_cmpuint (result->n_respondents, ==, 0);
  g_assert_cmpuint (g_strv_length (result->comments), ==, 0);
  for (gsize i = 0; i < result->n_items; i++)
    g_assert_cmpmem (&result->statements[i], sizeof nothing, &nothing, sizeof nothing);
}

/* Every number of respondents from 0 to 6, of those who could not say, and of those deleted before and after. */
static void
test_suppression (void)
{
  guint n_shown = 0;

  for (guint n = 0; n <= 6; n++)
    for (guint cannot_say = 0; cannot_say <= n; cannot_say++)
      for (guint before = 0; before <= n; before++)
        for (guint after = 0; after <= n - before; after++)
          {
            g_autoptr (LdrMirrorRound) round = new_round ();
            g_autoptr (GPtrArray) responses = new_responses (round, n, cannot_say);
            g_autoptr (LdrMirrorResult) open = NULL, sealed = NULL, opened = NULL, left = NULL;
            guint kept, said;

            g_test_message ("%u, %u cannot say, %u and %u deleted", n, cannot_say, before, after);
            open = ldr_mirror_result_new (round, responses);
            assert_nothing (open);
            g_ptr_array_set_size (responses, (int) (n - before));
            ldr_mirror_round_close (round);
            sealed = ldr_mirror_result_new (round, responses);
            assert_nothing (sealed);
            kept = responses->len;
            said = kept - MIN (kept, cannot_say);
            g_assert_true (ldr_mirror_round_open (round, kept) == (kept >= 4));
            g_assert_true (ldr_mirror_round_validate (round, NULL));
            opened = ldr_mirror_result_new (round, responses);
            if (kept < 4)
              assert_nothing (opened);
            else
              {
                g_assert_true (opened->shown);
                g_assert_cmpuint (opened->n_respondents, ==, kept);
                g_assert_cmpuint (g_strv_length (opened->comments), ==, kept);
                g_assert_true (opened->statements[0].shown);
                g_assert_true (opened->statements[1].shown == (said >= 4));
                g_assert_cmpuint (opened->statements[1].counts[2], ==, said >= 4 ? said : 0);
                n_shown++;
              }
            g_ptr_array_set_size (responses, (int) (kept - after));
            left = ldr_mirror_result_new (round, responses);
            if (after > 0 || kept < 4)
              assert_nothing (left);
            else
              g_assert_true (left->shown);
          }
  g_assert_cmpuint (n_shown, >, 0);
}

/* What was seen cannot be worked out further by adding an answer, nor by opening once more. */
static void
test_sealed (void)
{
  g_autoptr (LdrMirrorRound) round = new_round ();
  g_autoptr (GPtrArray) five = new_responses (round, 5, 0), six = new_responses (round, 6, 0);
  g_autoptr (LdrMirrorResult) result = NULL, same = NULL;

  g_assert_true (ldr_mirror_round_takes_responses (round));
  g_assert_true (ldr_mirror_round_open (round, 5));
  g_assert_false (ldr_mirror_round_takes_responses (round));
  g_assert_true (ldr_mirror_round_open (round, 6));
  g_assert_cmpuint (round->opened_with, ==, 5);
  result = ldr_mirror_result_new (round, six);
  assert_nothing (result);
  same = ldr_mirror_result_new (round, five);
  g_assert_true (same->shown);
  g_assert_cmpstr (same->comments[0], ==, "comment 5");
  g_assert_cmpstr (same->comments[4], ==, "comment 9");
}

static const struct
{
  int answers[6];
  guint n;
  int median2, lowest, highest;
} medians[] = {
  { { 1, 2, 3, 4 }, 4, 5, 1, 4 },       { { 5, 5, 5, 5 }, 4, 10, 5, 5 },      { { 1, 1, 5, 5 }, 4, 6, 1, 5 },
  { { 5, 4, 1, 2, 2 }, 5, 4, 1, 5 },    { { 1, 1, 1, 2, 5, 5 }, 6, 3, 1, 5 }, { { 4, 3, 4, 4, 6 }, 5, 8, 3, 4 },
  { { 2, 2, 2, 3, 0, 6 }, 6, 4, 2, 3 },
};

static void
test_medians (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (medians); i++)
    {
      g_autoptr (LdrMirrorRound) round = new_round ();
      g_autoptr (GPtrArray) responses = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_mirror_response_unref);
      g_autoptr (LdrMirrorResult) result = NULL;

      g_test_message ("%zu", i);
      for (guint r = 0; r < medians[i].n; r++)
        {
          int answers[N_ITEMS] = { medians[i].answers[r], LDR_MIRROR_NONE };

          g_ptr_array_add (responses, ldr_mirror_response_new (round->id, answers, N_ITEMS, ""));
        }
      g_assert_true (ldr_mirror_round_open (round, responses->len));
      result = ldr_mirror_result_new (round, responses);
      g_assert_cmpint (result->statements[0].median2, ==, medians[i].median2);
      g_assert_cmpint (result->statements[0].lowest, ==, medians[i].lowest);
      g_assert_cmpint (result->statements[0].highest, ==, medians[i].highest);
      g_assert_false (result->statements[1].shown);
    }
}

static void
test_accuracy (void)
{
  g_autoptr (LdrMirrorRound) round = new_round ();
  g_autoptr (GPtrArray) responses = new_responses (round, 4, 0);
  g_autoptr (LdrMirrorResult) result = NULL;
  LdrMirrorAccuracy accuracy;
  int gap2;

  /* Medians: 2.5 of 1 2 3 4, and 3. */
  ldr_mirror_round_open (round, 4);
  result = ldr_mirror_result_new (round, responses);
  g_assert_true (ldr_mirror_result_get_gap2 (result, (const int[]) { 5, 3 }, 0, &gap2));
  g_assert_cmpint (gap2, ==, 5);
  accuracy = ldr_mirror_result_get_accuracy (result, (const int[]) { 5, 3 });
  g_assert_cmpuint (accuracy.n, ==, 2);
  g_assert_cmpuint (accuracy.n_near, ==, 1);
  g_assert_cmpuint (accuracy.distance2, ==, 5);
  accuracy = ldr_mirror_result_get_accuracy (result, (const int[]) { 2, 1 });
  g_assert_cmpuint (accuracy.n_near, ==, 1);
  g_assert_cmpuint (accuracy.distance2, ==, 5);
  accuracy = ldr_mirror_result_get_accuracy (result, (const int[]) { LDR_MIRROR_NONE, 3 });
  g_assert_cmpuint (accuracy.n, ==, 1);
}

static void
test_refuse (void)
{
  g_autoptr (LdrMirrorRound) round = new_round (), copy = NULL;
  g_autoptr (GPtrArray) responses = new_responses (round, 1, 0);
  LdrMirrorResponse *response = g_ptr_array_index (responses, 0);

  g_assert_true (ldr_mirror_response_validate (response, NULL));
  response->answers[0] = 7;
  g_assert_false (ldr_mirror_response_validate (response, NULL));
  response->answers[0] = LDR_MIRROR_NONE;
  g_set_str (&response->round, "round");
  g_assert_false (ldr_mirror_response_validate (response, NULL));
  g_assert_true (ldr_mirror_round_validate (round, NULL));
  copy = ldr_mirror_round_copy (round);
  copy->opened = copy->started;
  g_assert_false (ldr_mirror_round_validate (copy, NULL));
  copy->closed = copy->started;
  copy->opened_with = 3;
  g_assert_false (ldr_mirror_round_validate (copy, NULL));
  copy->opened_with = 4;
  g_assert_true (ldr_mirror_round_validate (copy, NULL));
  copy->predictions[1] = LDR_MIRROR_CANNOT_SAY;
  g_assert_false (ldr_mirror_round_validate (copy, NULL));
}

/* --- Codes -----------------------------------------------------------------------------------------------------------
 */

static const char round_id[] = "01990a3c-7f10-7000-8000-0123456789ab";
static const char other_id[] = "01990a3c-7f10-7000-8000-0123456789ac";
static const int answers_15[15] = { 1, 5, 3, 6, 0, 2, 4, 4, 4, 1, 1, 5, 6, 3, 2 };

static void
test_code (void)
{
  g_autofree char *code = ldr_answer_code_encode (round_id, answers_15, 15, 1023);
  g_autofree char *small = g_ascii_strdown (code, -1), *normal = NULL, *other = NULL;
  g_autoptr (GString) typed = g_string_new (small);
  g_autoptr (GError) error = NULL;
  int read[15];

  g_assert_cmpuint (strlen (code), ==, 17);
  g_string_replace (typed, "-", " ", 0);
  g_string_replace (typed, "0", "o", 0);
  g_string_replace (typed, "1", "l", 0);
  g_assert_true (ldr_answer_code_decode (typed->str, round_id, read, 15, &normal, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (read, sizeof read, answers_15, sizeof answers_15);
  g_assert_cmpstr (normal, ==, code);
  g_assert_false (ldr_answer_code_decode (code, other_id, read, 15, NULL, &error));
  g_assert_cmpstr (error->message, ==, "This code belongs to another round.");
  other = ldr_answer_code_encode (round_id, answers_15, 15, 1022);
  g_assert_cmpstr (other, !=, code);
}

static void
test_code_round_trips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);

  for (gsize n = 1; n <= LDR_ANSWER_CODE_MAX_ITEMS; n++)
    for (guint i = 0; i < 50; i++)
      {
        int answers[LDR_ANSWER_CODE_MAX_ITEMS], read[LDR_ANSWER_CODE_MAX_ITEMS];
        g_autofree char *code = NULL;

        for (gsize a = 0; a < n; a++)
          answers[a] = g_rand_int_range (rand, 0, LDR_MIRROR_CANNOT_SAY + 1);
        code = ldr_answer_code_encode (round_id, answers, n, (guint) g_rand_int_range (rand, 0, LDR_ANSWER_CODE_MARKS));
        g_assert_true (ldr_answer_code_decode (code, round_id, read, n, NULL, NULL));
        g_assert_cmpmem (read, n * sizeof (int), answers, n * sizeof (int));
      }
}

/* Every wrong symbol in every place, and every two that change places, are noticed. */
static void
test_code_typos (void)
{
  static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  guint n_typos = 0;
  int read[15];

  for (guint mark = 0; mark < LDR_ANSWER_CODE_MARKS; mark += 93)
    {
      g_autofree char *code = ldr_answer_code_encode (round_id, answers_15, 15, mark);
      gsize length = strlen (code);

      for (gsize i = 0; i < length; i++)
        {
          char right = code[i];

          for (const char *s = symbols; *s != '\0' && right != '-'; s++)
            if (*s != right)
              {
                code[i] = *s;
                g_assert_false (ldr_answer_code_decode (code, round_id, read, 15, NULL, NULL));
                n_typos++;
              }
          code[i] = right;
          for (gsize j = 0; j < i; j++)
            if (code[j] != right && right != '-' && code[j] != '-')
              {
                code[i] = code[j];
                code[j] = right;
                g_assert_false (ldr_answer_code_decode (code, round_id, read, 15, NULL, NULL));
                code[j] = code[i];
                code[i] = right;
                n_typos++;
              }
        }
      g_assert_true (ldr_answer_code_decode (code, round_id, read, 15, NULL, NULL));
    }
  g_assert_cmpuint (n_typos, >, 5000);
}

static void
test_code_refuse (void)
{
  static const char *const wrong[] = { "",
                                       "-",
                                       "AAAAA-AAAAA-AAAA",
                                       "AAAAA-AAAAA-AAAAAA",
                                       "AAAAA-AAAAU-AAAAA",
                                       "AAAAA-AAAA\xc3\xab-AAAA",
                                       "0000000000000000000000000000000000" };
  int read[15];

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_false (ldr_answer_code_decode (wrong[i], round_id, read, 15, NULL, &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mirror/suppression", test_suppression);
  g_test_add_func ("/mirror/sealed", test_sealed);
  g_test_add_func ("/mirror/medians", test_medians);
  g_test_add_func ("/mirror/accuracy", test_accuracy);
  g_test_add_func ("/mirror/refuse", test_refuse);
  g_test_add_func ("/mirror/code", test_code);
  g_test_add_func ("/mirror/code-round-trips", test_code_round_trips);
  g_test_add_func ("/mirror/code-typos", test_code_typos);
  g_test_add_func ("/mirror/code-refuse", test_code_refuse);
  return g_test_run ();
}
