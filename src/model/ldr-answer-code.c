/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A respondent's answers as a code to type in. It hides nothing; it is short and notices typing errors.
 *
 * In 32 symbols of five bits (Crockford's, without I, L, O and U): two for the round, two for a mark drawn at random,
 * so that two respondents who answer the same have not the same code; then the answers of three bits each, the first
 * one highest, filled up with zeros; and two for a check. The check is what remains of all symbols before it, read as
 * one number in base 32, divided by 1021. That is prime and 32 is not 0, so that one wrong symbol is always noticed;
 * and the powers of 32 differ for as long as a code is, so that two exchanged ones are. */

#include "ldr-answer-code.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ldr-mirror.h"
#include "ldr-model-error.h"

#define N_ROUND 2
#define N_MARK 2
#define N_CHECK 2
#define ANSWER_BITS 3
#define SYMBOL_BITS 5
#define GROUP 5
#define PRIME 1021
#define MAX_SYMBOLS 32

static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static gsize
count_answer_symbols (gsize n_items)
{
  return (n_items * ANSWER_BITS + SYMBOL_BITS - 1) / SYMBOL_BITS;
}

static guint
get_remainder (const guint8 *code, gsize length)
{
  guint remainder = 0;

  for (gsize i = 0; i < length; i++)
    remainder = (remainder * 32 + code[i]) % PRIME;
  return remainder;
}

/* What a round is known by in two symbols: the hexadecimal digits of its id, read as one number in base 32. */
static guint
get_round_number (const char *round)
{
  guint remainder = 0;

  for (const char *p = round; *p != '\0'; p++)
    if (g_ascii_isxdigit (*p))
      remainder = (remainder * 32 + (guint) g_ascii_xdigit_value (*p)) % PRIME;
  return remainder;
}

static void
put_pair (guint8 *code, guint number)
{
  code[0] = (guint8) (number / 32);
  code[1] = (guint8) (number % 32);
}

static void
put_answers (guint8 *code, const int *answers, gsize n_items)
{
  for (gsize bit = 0; bit < n_items * ANSWER_BITS; bit++)
    if ((guint) answers[bit / ANSWER_BITS] >> (ANSWER_BITS - 1 - bit % ANSWER_BITS) & 1)
      code[bit / SYMBOL_BITS] |= (guint8) (1u << (SYMBOL_BITS - 1 - bit % SYMBOL_BITS));
}

static char *
to_text (const guint8 *code, gsize length)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && i % GROUP == 0)
        g_string_append_c (text, '-');
      g_string_append_c (text, symbols[code[i]]);
    }
  return g_string_free (text, FALSE);
}

/**
 * ldr_answer_code_encode:
 * @round: the id of the round
 * @answers: (array length=n_items): 1 to 5, %LDR_MIRROR_CANNOT_SAY or %LDR_MIRROR_NONE
 * @n_items: how many statements there are, at most 30
 * @mark: a number drawn at random, below 1024
 *
 * Returns: (transfer full): a code such as "7K2QF-9D0XM-41TBC", of fifteen symbols for fifteen statements
 */
char *
ldr_answer_code_encode (const char *round, const int *answers, gsize n_items, guint mark)
{
  guint8 code[MAX_SYMBOLS] = { 0 };
  gsize length = N_ROUND + N_MARK + count_answer_symbols (n_items);

  g_return_val_if_fail (n_items > 0 && n_items <= LDR_ANSWER_CODE_MAX_ITEMS && mark < LDR_ANSWER_CODE_MARKS, NULL);

  put_pair (code, get_round_number (round));
  put_pair (code + N_ROUND, mark);
  put_answers (code + N_ROUND + N_MARK, answers, n_items);
  put_pair (code + length, get_remainder (code, length));
  return to_text (code, length + N_CHECK);
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, reason);
  return FALSE;
}

/* The symbols of what somebody typed: small letters, blanks and dashes are fine, and so is O for 0 or I and L for 1. */
static gboolean
read_symbols (const char *text, guint8 code[MAX_SYMBOLS], gsize *length, GError **error)
{
  *length = 0;
  for (const char *p = text; *p != '\0'; p++)
    {
      char c = g_ascii_toupper (*p);
      const char *found;

      if (g_ascii_isspace (c) || c == '-')
        continue;
      c = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
      found = strchr (symbols, c);
      if (found == NULL)
        return refuse (error, _ ("The code has a sign in it that no code has. Look at it again, please."));
      if (*length == MAX_SYMBOLS)
        return refuse (error, _ ("The code is too long. Look at it again, please."));
      code[(*length)++] = (guint8) (found - symbols);
    }
  return TRUE;
}

static gboolean
get_answers (const guint8 *code, int *answers, gsize n_items)
{
  gsize n_bits = count_answer_symbols (n_items) * SYMBOL_BITS;

  memset (answers, 0, n_items * sizeof (int));
  for (gsize bit = 0; bit < n_bits; bit++)
    {
      int set = code[bit / SYMBOL_BITS] >> (SYMBOL_BITS - 1 - bit % SYMBOL_BITS) & 1;

      if (bit < n_items * ANSWER_BITS)
        answers[bit / ANSWER_BITS] = answers[bit / ANSWER_BITS] * 2 + set;
      else if (set)
        return FALSE;
    }
  for (gsize i = 0; i < n_items; i++)
    if (answers[i] > LDR_MIRROR_CANNOT_SAY)
      return FALSE;
  return TRUE;
}

/**
 * ldr_answer_code_decode:
 * @code: what somebody typed
 * @round: the id of the round it is typed in for
 * @answers: (out caller-allocates) (array length=n_items): the answers
 * @n_items: how many statements there are, at most 30
 * @normal: (out) (optional): the code as it is written, to know it again by
 * @error: LDR_MODEL_ERROR_INVALID with the reason, in words for whoever typed it
 *
 * Returns: whether it is a code of this round
 */
gboolean
ldr_answer_code_decode (const char *code, const char *round, int *answers, gsize n_items, char **normal, GError **error)
{
  guint8 read[MAX_SYMBOLS] = { 0 };
  gsize length, wanted = N_ROUND + N_MARK + count_answer_symbols (n_items) + N_CHECK;

  g_return_val_if_fail (n_items > 0 && n_items <= LDR_ANSWER_CODE_MAX_ITEMS, FALSE);

  if (!read_symbols (code, read, &length, error))
    return FALSE;
  if (length != wanted)
    return refuse (error, length < wanted ? _ ("The code is too short. Look at it again, please.")
                                          : _ ("The code is too long. Look at it again, please."));
  if (get_remainder (read, length - N_CHECK) != read[length - 2] * 32u + read[length - 1])
    return refuse (error, _ ("There is a typing error in the code. Look at it again, please."));
  if (read[0] * 32u + read[1] != get_round_number (round))
    return refuse (error, _ ("This code belongs to another round."));
  if (!get_answers (read + N_ROUND + N_MARK, answers, n_items))
    return refuse (error, _ ("There is a typing error in the code. Look at it again, please."));
  if (normal != NULL)
    *normal = to_text (read, length);
  return TRUE;
}
