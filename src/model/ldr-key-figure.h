/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-measure.h"

G_BEGIN_DECLS

#define LDR_KEY_FIGURES_MAX 8

/**
 * LdrFigureRhythm:
 * @LDR_FIGURE_WEEKLY: a value each week
 * @LDR_FIGURE_MONTHLY: a value each month
 * @LDR_FIGURE_QUARTERLY: a value each quarter
 *
 * How often a key figure has a value.
 */
typedef enum
{
  LDR_FIGURE_WEEKLY,
  LDR_FIGURE_MONTHLY,
  LDR_FIGURE_QUARTERLY,
} LdrFigureRhythm;

#define LDR_N_FIGURE_RHYTHMS 3

const char *ldr_figure_rhythm_to_id (LdrFigureRhythm rhythm);
gboolean ldr_figure_rhythm_from_id (const char *id, LdrFigureRhythm *rhythm);

/**
 * LdrKeyFigure:
 * @id: UUIDv7
 * @suggestion: the id of the suggested figure it began as, "" for one of the leader's own
 * @name: what it is called, one line
 * @unit: such as "%", "€" or "min", "" for none
 * @better: 1 if more is better, −1 if less is
 * @target: where it is to come, NAN for nowhere
 * @rhythm: how often it has a value
 *
 * A figure that tells how the service does. Refcounted; never changed once shared.
 */
typedef struct
{
  char *id;
  char *suggestion;
  char *name;
  char *unit;
  int better;
  double target;
  LdrFigureRhythm rhythm;
} LdrKeyFigure;

#define LDR_TYPE_KEY_FIGURE (ldr_key_figure_get_type ())
GType ldr_key_figure_get_type (void) G_GNUC_CONST;
LdrKeyFigure *ldr_key_figure_new (const char *suggestion, const char *name, const char *unit, int better);
LdrKeyFigure *ldr_key_figure_copy (const LdrKeyFigure *self);
LdrKeyFigure *ldr_key_figure_ref (LdrKeyFigure *self);
void ldr_key_figure_unref (LdrKeyFigure *self);
gboolean ldr_key_figure_validate (const LdrKeyFigure *self, GError **error);
gboolean ldr_key_figure_parse_value (const LdrKeyFigure *self, const char *text, double *value, GError **error);
char *ldr_key_figure_format_value (const LdrKeyFigure *self, double value);
gboolean ldr_key_figure_parse_day (const char *text, int *day, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrKeyFigure, ldr_key_figure_unref)

G_END_DECLS
