/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrMeasureKind:
 * @LDR_MEASURE_SCALE: a scaling question; a value is a whole number from 0 to 10
 * @LDR_MEASURE_WEEKLY: times a week, at least or at most; a value is how many times it was on one day, 0 to 99, and the
 *   target is of a week
 * @LDR_MEASURE_FIGURE: a figure with a unit; a value is any number
 */
typedef enum
{
  LDR_MEASURE_SCALE,
  LDR_MEASURE_WEEKLY,
  LDR_MEASURE_FIGURE,
} LdrMeasureKind;

#define LDR_N_MEASURE_KINDS 3
#define LDR_SCALE_MAX 10
#define LDR_TIMES_MAX 99

/* Figures are smaller than this: no service team has larger ones, and they are still shown to the last digit. */
#define LDR_FIGURE_LIMIT 1e12

/**
 * LdrMeasure:
 * @kind: what a value is
 * @better: 1 if more is better ("at least" for times a week), -1 if less is ("at most")
 * @unit: the unit of a figure, such as "%", "€" or "min"; "" for none and for the other kinds
 * @start: where it began, NAN if that is not known
 * @target: where it is to come
 *
 * How one can tell that a goal comes nearer.
 */
typedef struct
{
  LdrMeasureKind kind;
  int better;
  char *unit;
  double start;
  double target;
} LdrMeasure;

LdrMeasure *ldr_measure_new (LdrMeasureKind kind, int better, const char *unit, double start, double target);
LdrMeasure *ldr_measure_copy (const LdrMeasure *self);
void ldr_measure_free (LdrMeasure *self);
gboolean ldr_measure_equal (const LdrMeasure *self, const LdrMeasure *other);

gboolean ldr_measure_validate (const LdrMeasure *self, GError **error);
gboolean ldr_measure_check_value (const LdrMeasure *self, double value, GError **error);
gboolean ldr_measure_parse_value (const LdrMeasure *self, const char *text, double *value, GError **error);
char *ldr_measure_format_value (const LdrMeasure *self, double value);
char *ldr_measure_format_number (double value);
gboolean ldr_measure_is_reached (const LdrMeasure *self, double value);
double ldr_measure_get_share (const LdrMeasure *self, double value);

const char *ldr_measure_kind_to_id (LdrMeasureKind kind);
gboolean ldr_measure_kind_from_id (const char *id, LdrMeasureKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrMeasure, ldr_measure_free)

G_END_DECLS
