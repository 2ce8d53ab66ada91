/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-measure.h"
#include "ldr-rhythm.h"
#include "ldr-style.h"

G_BEGIN_DECLS

/**
 * LdrGoalKind:
 * @LDR_GOAL_STRENGTH: grow the strength of a style
 * @LDR_GOAL_PITFALL: tame the pitfall of a style
 * @LDR_GOAL_FIGURE: a key figure, of a style or of none
 */
typedef enum
{
  LDR_GOAL_STRENGTH,
  LDR_GOAL_PITFALL,
  LDR_GOAL_FIGURE,
} LdrGoalKind;

#define LDR_N_GOAL_KINDS 3

/**
 * LdrGoalState:
 * @LDR_GOAL_ACTIVE: it is being worked on
 * @LDR_GOAL_PAUSED: it rests, until a day or until it is taken up
 * @LDR_GOAL_ACHIEVED: it came true
 * @LDR_GOAL_LET_GO: it was let go, with what was learned
 */
typedef enum
{
  LDR_GOAL_ACTIVE,
  LDR_GOAL_PAUSED,
  LDR_GOAL_ACHIEVED,
  LDR_GOAL_LET_GO,
} LdrGoalState;

#define LDR_N_GOAL_STATES 4

/* From this many marks with a value on, what a goal says and measures is no longer corrected: it gets a new version. */
#define LDR_GOAL_FROZEN_AFTER 3

/**
 * LdrGoalStep:
 * @id: UUIDv7
 * @text: one line
 * @done: the day on which it was done, or 0
 */
typedef struct
{
  char *id;
  char *text;
  int done;
} LdrGoalStep;

/**
 * LdrGoalRest:
 * @first_day: the first day of it
 * @last_day: the last, at or after @first_day
 *
 * A time that is over, in which nobody worked on the goal: it was paused, achieved or let go, and then taken up again.
 */
typedef struct
{
  int first_day;
  int last_day;
} LdrGoalRest;

/**
 * LdrGoalVersion:
 * @number: from 1
 * @since: the day from which on it holds
 * @statement: what the goal says, one line
 * @measure: how it is measured
 */
typedef struct
{
  int number;
  int since;
  char *statement;
  LdrMeasure *measure;
} LdrGoalVersion;

#define LDR_TYPE_GOAL (ldr_goal_get_type ())

/**
 * LdrGoal:
 * @id: UUIDv7
 * @kind: what it is for
 * @style: its style, or -1 for a key figure that belongs to none
 * @why: why it matters, CommonMark, "" if unsaid
 * @success: how one will know that it works, CommonMark, "" if unsaid
 * @hypothesis: what an experiment is to find out, CommonMark; "" if it is no experiment
 * @learned: what was learned when it ended, CommonMark, "" if unsaid
 * @state: what was said of it last; see ldr_goal_get_state() for what holds on a day
 * @state_day: since when
 * @returns: the day on which a paused goal comes back, or on which an active one would, were it paused now; 0 if there
 *   is none
 * @first_day: the first day of its period
 * @last_day: the last, or 0 if it has none
 * @rhythm: how often it asks for a check-in
 * @weekdays: on which days of the week, Monday in bit 0; 0 unless @rhythm is %LDR_RHYTHM_WEEKDAYS
 * @steps: (element-type LdrGoalStep): a checklist, in order
 * @rests: (element-type LdrGoalRest): when it rested, oldest first, without the rest that it is in now
 * @versions: (element-type LdrGoalVersion): what it said and measured, oldest first, at least one; the last holds now
 * @created: when it was made, as a moment
 * @changed: when it was last saved
 * @deleted: when it was put into the trash, or 0
 *
 * An aim tied to a style or a pitfall. Refcounted; never changed once shared.
 */
typedef struct
{
  char *id;
  LdrGoalKind kind;
  int style;
  char *why;
  char *success;
  char *hypothesis;
  char *learned;
  LdrGoalState state;
  int state_day;
  int returns;
  int first_day;
  int last_day;
  LdrRhythmKind rhythm;
  guint weekdays;
  GPtrArray *steps;
  GArray *rests;
  GPtrArray *versions;
  gint64 created;
  gint64 changed;
  gint64 deleted;
} LdrGoal;

GType ldr_goal_get_type (void) G_GNUC_CONST;
LdrGoal *ldr_goal_new (LdrGoalKind kind, int style);
LdrGoal *ldr_goal_copy (const LdrGoal *self);
LdrGoal *ldr_goal_ref (LdrGoal *self);
void ldr_goal_unref (LdrGoal *self);

void ldr_goal_set_statement (LdrGoal *self, const char *statement);
void ldr_goal_set_measure (LdrGoal *self, const LdrMeasure *measure);
void ldr_goal_set_why (LdrGoal *self, const char *why);
void ldr_goal_set_success (LdrGoal *self, const char *success);
void ldr_goal_set_hypothesis (LdrGoal *self, const char *hypothesis);
void ldr_goal_set_learned (LdrGoal *self, const char *learned);
void ldr_goal_set_rhythm (LdrGoal *self, LdrRhythmKind kind, guint weekdays);
void ldr_goal_set_state (LdrGoal *self, LdrGoalState state, int day);
void ldr_goal_pause (LdrGoal *self, int day, int returns);

LdrGoalStep *ldr_goal_add_step (LdrGoal *self, const char *text);
LdrGoalStep *ldr_goal_get_step (const LdrGoal *self, guint step);
void ldr_goal_set_step_text (LdrGoal *self, guint step, const char *text);
void ldr_goal_set_step_done (LdrGoal *self, guint step, int day);
void ldr_goal_move_step (LdrGoal *self, guint step, guint to);
void ldr_goal_remove_step (LdrGoal *self, guint step);
guint ldr_goal_count_done_steps (const LdrGoal *self);

void ldr_goal_add_version (LdrGoal *self, int since, const char *statement, const LdrMeasure *measure);
const LdrGoalVersion *ldr_goal_get_version (const LdrGoal *self);
const LdrGoalVersion *ldr_goal_find_version (const LdrGoal *self, int number);
const LdrGoalVersion *ldr_goal_get_version_on (const LdrGoal *self, int day);
const char *ldr_goal_get_statement (const LdrGoal *self);
const LdrMeasure *ldr_goal_get_measure (const LdrGoal *self);

LdrGoalState ldr_goal_get_state (const LdrGoal *self, int today);
gboolean ldr_goal_rests_on (const LdrGoal *self, int day);
LdrRhythm ldr_goal_get_rhythm (const LdrGoal *self);
int ldr_goal_get_due (const LdrGoal *self, int today, int last_check_in);
gboolean ldr_goal_is_experiment (const LdrGoal *self);
gboolean ldr_goal_asks_verdict (const LdrGoal *self, int today);
gboolean ldr_goal_validate (const LdrGoal *self, GError **error);

const char *ldr_goal_kind_to_id (LdrGoalKind kind);
gboolean ldr_goal_kind_from_id (const char *id, LdrGoalKind *kind);
const char *ldr_goal_state_to_id (LdrGoalState state);
gboolean ldr_goal_state_from_id (const char *id, LdrGoalState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrGoal, ldr_goal_unref)

G_END_DECLS
