/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-measure.h"

#include <glib/gi18n.h>

#include "ldr-model-error.h"
#include "ldr-text.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static const char *const kind_ids[LDR_N_MEASURE_KINDS] = {
  [LDR_MEASURE_SCALE] = "scale",
  [LDR_MEASURE_WEEKLY] = "weekly",
  [LDR_MEASURE_FIGURE] = "figure",
};

/**
 * ldr_measure_new:
 * @kind: what a value is
 * @better: 1 if more is better, -1 if less is
 * @unit: the unit of a figure, made one line of clean text; the other kinds have none
 * @start: where it begins, NAN if that is not known
 * @target: where it is to come
 *
 * Returns: (transfer full): a measure, not validated
 */
LdrMeasure *
ldr_measure_new (LdrMeasureKind kind, int better, const char *unit, double start, double target)
{
  LdrMeasure *self = g_new0 (LdrMeasure, 1);

  self->kind = kind;
  self->better = better;
  self->unit = ldr_text_clean (kind == LDR_MEASURE_FIGURE ? unit : "", LDR_TEXT_LINE);
  self->start = start;
  self->target = target;
  return self;
}

/**
 * ldr_measure_copy:
 * @self: a measure
 *
 * Returns: (transfer full): a copy
 */
LdrMeasure *
ldr_measure_copy (const LdrMeasure *self)
{
  LdrMeasure *copy = g_memdup2 (self, sizeof *self);

  copy->unit = g_strdup (self->unit);
  return copy;
}

void
ldr_measure_free (LdrMeasure *self)
{
  g_free (self->unit);
  g_free (self);
}

/* What was stored and read again is the same to the last bit. */
static gboolean
is_same (double a, double b)
{
  return (isnan (a) && isnan (b)) || (a >= b && a <= b);
}

/**
 * ldr_measure_equal:
 * @self: a measure
 * @other: another
 *
 * Returns: whether both measure the same in the same way
 */
gboolean
ldr_measure_equal (const LdrMeasure *self, const LdrMeasure *other)
{
  return self->kind == other->kind && self->better == other->better && g_str_equal (self->unit, other->unit)
         && is_same (self->start, other->start) && is_same (self->target, other->target);
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, reason);
  return FALSE;
}

static gboolean
is_whole_up_to (double value, int max)
{
  return value >= 0 && value <= max && is_same (value, floor (value));
}

/**
 * ldr_measure_check_value:
 * @self: a measure
 * @value: what one wants to note
 * @error: LDR_MODEL_ERROR_INVALID with the reason, in words for whoever filled it in
 *
 * Returns: whether @value is one of this measure
 */
gboolean
ldr_measure_check_value (const LdrMeasure *self, double value, GError **error)
{
  switch (self->kind)
    {
    case LDR_MEASURE_SCALE:
      return is_whole_up_to (value, LDR_SCALE_MAX)
             || refuse (error, _ ("The scale has whole numbers from 0 to 10, so choose one of those."));
    case LDR_MEASURE_WEEKLY:
      return is_whole_up_to (value, LDR_TIMES_MAX)
             || refuse (error, _ ("How many times it was on one day is a whole number from 0 to 99."));
    case LDR_MEASURE_FIGURE:
      return (isfinite (value) && fabs (value) < LDR_FIGURE_LIMIT)
             || refuse (error, _ ("This has to be a number, of at most twelve digits before the decimal sign."));
    }
  return refuse (error, _ ("This way to measure is not known."));
}

/**
 * ldr_measure_validate:
 * @self: a measure, perhaps from outside
 * @error: LDR_MODEL_ERROR_INVALID with the reason, in words for whoever filled it in
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_measure_validate (const LdrMeasure *self, GError **error)
{
  if ((guint) self->kind >= LDR_N_MEASURE_KINDS || (self->better != 1 && self->better != -1))
    return refuse (error, _ ("This way to measure is not known."));
  if (!ldr_text_is_clean (self->unit, LDR_TEXT_LINE) || (self->kind != LDR_MEASURE_FIGURE && self->unit[0] != '\0'))
    return refuse (error, _ ("Only a figure has a unit, of one line."));
  if (!ldr_measure_check_value (self, self->target, error)
      || (!isnan (self->start) && !ldr_measure_check_value (self, self->start, error)))
    return FALSE;
  if (self->kind == LDR_MEASURE_WEEKLY && self->better > 0 && self->target < 1)
    return refuse (error, _ ("“At least” needs one time a week or more."));
  return TRUE;
}

/* --- Numbers in writing ----------------------------------------------------------------------------------------------
 */

/* The digits of @text with a dot as decimal sign, "" if it is no number. Nobody should have to know which sign the
 * computer expects: a single one is the decimal sign, unless the locale parts thousands with it and three digits
 * follow. */
static char *
to_c_number (const char *text)
{
  const char *thousands = localeconv ()->thousands_sep;
  const char *sign = strpbrk (text, ".,");
  gboolean is_single = sign == NULL || strpbrk (sign + 1, ".,") == NULL;
  g_autoptr (GString) number = g_string_new (NULL);
  char parting = '\0';

  if (sign != NULL && (!is_single || (thousands[0] == *sign && thousands[1] == '\0'))
      && g_regex_match_simple ("^[+-]?[1-9][0-9]{0,2}([.,])[0-9]{3}(\\1[0-9]{3})*((?!\\1)[.,][0-9]+)?$", text,
                               G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    parting = *sign;
  else if (!is_single
           || !g_regex_match_simple ("^[+-]?([0-9]+[.,]?[0-9]*|[.,][0-9]+)$", text, G_REGEX_DEFAULT,
                                     G_REGEX_MATCH_DEFAULT))
    return g_strdup ("");
  for (const char *p = text; *p != '\0'; p++)
    if (*p != parting)
      g_string_append_c (number, *p == ',' ? '.' : *p);
  return g_string_free (g_steal_pointer (&number), FALSE);
}

/* What a number is written with apart from digits: blanks between thousands, and another kind of minus. */
static char *
strip_blanks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2212)
        g_string_append_c (out, '-');
      else if (!g_unichar_isspace (c) && c != 0x202f && c != 0xa0)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* Takes the unit away from either end of a number. */
static void
strip_unit (char *number, const char *unit)
{
  g_autofree char *bare = strip_blanks (unit);
  gsize length = strlen (bare);

  if (length > 0 && g_str_has_suffix (number, bare))
    number[strlen (number) - length] = '\0';
  else if (length > 0 && g_str_has_prefix (number, bare))
    memmove (number, number + length, strlen (number + length) + 1);
}

/**
 * ldr_measure_parse_value:
 * @self: a measure
 * @text: a number as somebody writes it: with a dot or a comma, with the unit or without
 * @value: (out): the number
 * @error: LDR_MODEL_ERROR_INVALID with the reason, in words for whoever filled it in
 *
 * Returns: whether @text is a value of this measure
 */
gboolean
ldr_measure_parse_value (const LdrMeasure *self, const char *text, double *value, GError **error)
{
  g_autofree char *bare = g_utf8_validate (text, -1, NULL) ? strip_blanks (text) : g_strdup ("");
  g_autofree char *number = NULL;

  strip_unit (bare, self->unit);
  number = to_c_number (bare);
  *value = number[0] != '\0' ? g_ascii_strtod (number, NULL) : NAN;
  return ldr_measure_check_value (self, *value, error);
}

/**
 * ldr_measure_format_number:
 * @value: a finite number
 *
 * Returns: (transfer full): it as the locale writes numbers, with at most six decimals and no needless ones
 */
char *
ldr_measure_format_number (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  int n_decimals = fabs (value) < 1 ? 6 : CLAMP (14 - (int) log10 (fabs (value)), 0, 6);

  /* A double holds fifteen digits; what comes after them is noise. */
  g_snprintf (digits, sizeof digits, "%.*f", n_decimals, value);
  while (n_decimals > 0 && digits[strlen (digits) - 1] == '0')
    {
      digits[strlen (digits) - 1] = '\0';
      n_decimals--;
    }
  /* Never "-0". */
  return g_strdup_printf ("%'.*f", n_decimals, fabs (value) < 0.5e-6 ? 0 : value);
}

/**
 * ldr_measure_format_value:
 * @self: a measure
 * @value: a value of it, or NAN for one that was skipped or is not known
 *
 * Returns: (transfer full): the value with its unit, as the locale writes it; a dash for NAN
 */
char *
ldr_measure_format_value (const LdrMeasure *self, double value)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("–");
  number = ldr_measure_format_number (value);
  if (self->unit[0] == '\0')
    return g_steal_pointer (&number);
  if (g_unichar_type (g_utf8_get_char (self->unit)) == G_UNICODE_CURRENCY_SYMBOL)
    /* Translators: an amount of money, such as “€12.50”: first the sign of the currency, then the number. */
    return g_strdup_printf (C_ ("amount", "%s%s"), self->unit, number);
  if (g_str_has_prefix (self->unit, "%") || g_str_has_prefix (self->unit, "‰"))
    return g_strconcat (number, self->unit, NULL);
  /* A no-break space, so that the unit stays with its number. */
  return g_strconcat (number, "\u00a0", self->unit, NULL);
}

/* --- How far it is ---------------------------------------------------------------------------------------------------
 */

/**
 * ldr_measure_is_reached:
 * @self: a measure
 * @value: a value of it; for times a week the sum of a week
 *
 * Returns: whether @value is at the target or better
 */
gboolean
ldr_measure_is_reached (const LdrMeasure *self, double value)
{
  return self->better > 0 ? value >= self->target : value <= self->target;
}

/* How much of the target there is: half as much as at least, or twice as much as at most, is one half. */
static double
get_ratio (const LdrMeasure *self, double value)
{
  double whole = self->better > 0 ? self->target : value;
  double part = self->better > 0 ? value : self->target;

  return whole > 0 ? CLAMP (part / whole, 0, 1) : 0;
}

/**
 * ldr_measure_get_share:
 * @self: a measure
 * @value: a value of it; for times a week the sum of a week; NAN counts as nothing
 *
 * How much of the way from the start to the target is done. A scale without a known start begins at its worse end.
 * Times a week, and a figure without a known start, are compared with the target: half as many as at least, or twice as
 * many as at most, is 0.5.
 *
 * Returns: 0 to 1; 1 at the target and beyond
 */
double
ldr_measure_get_share (const LdrMeasure *self, double value)
{
  double start = self->start;

  if (isnan (value))
    return 0;
  if (ldr_measure_is_reached (self, value))
    return 1;
  if (isnan (start) && self->kind == LDR_MEASURE_SCALE)
    start = self->better > 0 ? 0 : LDR_SCALE_MAX;
  if (isnan (start) || self->kind == LDR_MEASURE_WEEKLY)
    return get_ratio (self, value);
  /* Begun at the target or beyond it: there is no way that could be done in part. */
  if ((self->target - start) * self->better <= 0)
    return 0;
  return CLAMP ((value - start) / (self->target - start), 0, 1);
}

/**
 * ldr_measure_kind_to_id:
 * @kind: a kind
 *
 * Returns: its id, the same in every language
 */
const char *
ldr_measure_kind_to_id (LdrMeasureKind kind)
{
  g_return_val_if_fail ((guint) kind < LDR_N_MEASURE_KINDS, NULL);

  return kind_ids[kind];
}

/**
 * ldr_measure_kind_from_id:
 * @id: an id
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
ldr_measure_kind_from_id (const char *id, LdrMeasureKind *kind)
{
  return ldr_text_find (kind_ids, LDR_N_MEASURE_KINDS, id, (guint *) kind);
}
