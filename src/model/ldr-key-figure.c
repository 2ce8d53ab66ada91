/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-key-figure.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrKeyFigure, ldr_key_figure, ldr_key_figure_ref, ldr_key_figure_unref)

static const char *const rhythm_ids[LDR_N_FIGURE_RHYTHMS] = {
  [LDR_FIGURE_WEEKLY] = "weekly",
  [LDR_FIGURE_MONTHLY] = "monthly",
  [LDR_FIGURE_QUARTERLY] = "quarterly",
};

/**
 * ldr_figure_rhythm_to_id:
 * @rhythm: how often a figure has a value
 *
 * Returns: its id in files and in the content
 */
const char *
ldr_figure_rhythm_to_id (LdrFigureRhythm rhythm)
{
  g_return_val_if_fail ((guint) rhythm < LDR_N_FIGURE_RHYTHMS, NULL);

  return rhythm_ids[rhythm];
}

/**
 * ldr_figure_rhythm_from_id:
 * @id: (nullable): an id
 * @rhythm: (out): which it is
 *
 * Returns: whether there is one with this id
 */
gboolean
ldr_figure_rhythm_from_id (const char *id, LdrFigureRhythm *rhythm)
{
  guint place;

  if (id == NULL || !ldr_text_find (rhythm_ids, LDR_N_FIGURE_RHYTHMS, id, &place))
    return FALSE;
  *rhythm = (LdrFigureRhythm) place;
  return TRUE;
}

/**
 * ldr_key_figure_new:
 * @suggestion: the id of the suggested figure it begins as, "" for none
 * @name: what it is called; made one line of clean text
 * @unit: its unit, "" for none; made one line of clean text
 * @better: 1 if more is better, −1 if less is
 *
 * Returns: (transfer full): a monthly figure without a target
 */
LdrKeyFigure *
ldr_key_figure_new (const char *suggestion, const char *name, const char *unit, int better)
{
  LdrKeyFigure *self = g_atomic_rc_box_new0 (LdrKeyFigure);

  self->id = ldr_id_new ();
  self->suggestion = g_strdup (suggestion);
  self->name = ldr_text_clean (name, LDR_TEXT_LINE);
  self->unit = ldr_text_clean (unit, LDR_TEXT_LINE);
  self->better = better;
  self->target = NAN;
  self->rhythm = LDR_FIGURE_MONTHLY;
  return self;
}

/**
 * ldr_key_figure_copy:
 * @self: a figure
 *
 * Returns: (transfer full): a copy with the same id, to be changed before it is shared
 */
LdrKeyFigure *
ldr_key_figure_copy (const LdrKeyFigure *self)
{
  LdrKeyFigure *copy = g_atomic_rc_box_new0 (LdrKeyFigure);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->suggestion = g_strdup (self->suggestion);
  copy->name = g_strdup (self->name);
  copy->unit = g_strdup (self->unit);
  return copy;
}

LdrKeyFigure *
ldr_key_figure_ref (LdrKeyFigure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
figure_clear (gpointer data)
{
  LdrKeyFigure *self = data;

  g_free (self->id);
  g_free (self->suggestion);
  g_free (self->name);
  g_free (self->unit);
}

void
ldr_key_figure_unref (LdrKeyFigure *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, figure_clear);
}

/* The figure as what goals measure with, which reads and writes numbers. It borrows the unit. */
static LdrMeasure
to_measure (const LdrKeyFigure *self)
{
  return (LdrMeasure) { LDR_MEASURE_FIGURE, self->better, self->unit, NAN, self->target };
}

/**
 * ldr_key_figure_validate:
 * @self: a figure, perhaps from outside
 * @error: LDR_MODEL_ERROR_INVALID with what is wrong
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_key_figure_validate (const LdrKeyFigure *self, GError **error)
{
  LdrMeasure measure = to_measure (self);
  const char *wrong = NULL;

  if (!ldr_id_is_valid (self->id))
    wrong = "id";
  else if (self->name[0] == '\0' || !ldr_text_is_clean (self->name, LDR_TEXT_LINE))
    wrong = "name";
  else if (!ldr_text_is_clean (self->unit, LDR_TEXT_LINE))
    wrong = "unit";
  else if (self->better != 1 && self->better != -1)
    wrong = "better";
  else if (!isnan (self->target) && !ldr_measure_check_value (&measure, self->target, NULL))
    wrong = "target";
  else if ((guint) self->rhythm >= LDR_N_FIGURE_RHYTHMS)
    wrong = "rhythm";
  if (wrong == NULL)
    return TRUE;
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, _ ("The key figure’s “%s” is not as it has to be."),
               wrong);
  return FALSE;
}

/**
 * ldr_key_figure_parse_value:
 * @self: a figure
 * @text: a number as somebody writes it, as ldr_measure_parse_value() reads it
 * @value: (out): the number, smaller than %LDR_FIGURE_LIMIT either way
 * @error: LDR_MODEL_ERROR_INVALID with the reason, in words for whoever filled it in
 *
 * Returns: whether @text is a value of this figure
 */
gboolean
ldr_key_figure_parse_value (const LdrKeyFigure *self, const char *text, double *value, GError **error)
{
  LdrMeasure measure = to_measure (self);

  return ldr_measure_parse_value (&measure, text, value, error);
}

/**
 * ldr_key_figure_format_value:
 * @self: a figure
 * @value: a value of it, or NAN
 *
 * Returns: (transfer full): the value with its unit, as the locale writes it; a dash for NAN
 */
char *
ldr_key_figure_format_value (const LdrKeyFigure *self, double value)
{
  LdrMeasure measure = to_measure (self);

  return ldr_measure_format_value (&measure, value);
}

/* Whether the locale writes the month before the day. */
static gboolean
is_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month = strstr (format, "%m"), *day = strstr (format, "%d");

  return g_str_has_prefix (format, "%D") || (month != NULL && day != NULL && month < day);
}

/**
 * ldr_key_figure_parse_day:
 * @text: a date: 2026-03-09, or day, month and year in the locale's order with dots, dashes or strokes between them; a
 *   year of two digits is one from 2000 on; a month such as 2026-03 is its first day
 * @day: (out): days since 0001-01-01
 * @error: LDR_MODEL_ERROR_INVALID when it is not a date
 *
 * Returns: whether @text was read
 */
gboolean
ldr_key_figure_parse_day (const char *text, int *day, GError **error)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  g_autoptr (GRegex) numbers = g_regex_new ("^([0-9]{1,2})([-./])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})$", G_REGEX_DEFAULT,
                                            G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *iso = NULL;

  if (strlen (bare) == 7)
    iso = g_strconcat (bare, "-01", NULL);
  else if (g_regex_match (numbers, bare, G_REGEX_MATCH_DEFAULT, &match))
    {
      g_autofree char *first = g_match_info_fetch (match, 1), *second = g_match_info_fetch (match, 3);
      g_autofree char *year = g_match_info_fetch (match, 4);
      int a = atoi (first), b = atoi (second);

      iso = g_strdup_printf ("%s%s-%02d-%02d", strlen (year) == 2 ? "20" : "", year, is_month_first () ? a : b,
                             is_month_first () ? b : a);
    }
  if (iso != NULL && ldr_day_parse (iso, day, NULL))
    return TRUE;
  return ldr_day_parse (bare, day, error);
}
