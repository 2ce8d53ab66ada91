/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-journal-info.h"

G_BEGIN_DECLS

/* How long a session takes, in minutes. */
#define LDR_SESSION_MIN_MINUTES 5
#define LDR_SESSION_USUAL_MINUTES 60
#define LDR_SESSION_MAX_MINUTES 1440

/**
 * LdrSessionState:
 * @LDR_SESSION_PLANNED: still to be held, or under way
 * @LDR_SESSION_HELD: over
 * @LDR_SESSION_CANCELLED: not held after all
 */
typedef enum
{
  LDR_SESSION_PLANNED,
  LDR_SESSION_HELD,
  LDR_SESSION_CANCELLED,
} LdrSessionState;

#define LDR_N_SESSION_STATES 3

/**
 * LdrSessionForm:
 * @LDR_SESSION_FREE: one text
 * @LDR_SESSION_GROW: goal, reality, options and will
 *
 * How the notes of a session are written. Notes of the other form are kept.
 */
typedef enum
{
  LDR_SESSION_FREE,
  LDR_SESSION_GROW,
} LdrSessionForm;

#define LDR_N_SESSION_FORMS 2

/**
 * LdrSessionPart:
 * @LDR_SESSION_PART_FREE: the notes of a free session
 * @LDR_SESSION_PART_GOAL: what the leader wants
 * @LDR_SESSION_PART_REALITY: how it is now
 * @LDR_SESSION_PART_OPTIONS: what could be done
 * @LDR_SESSION_PART_WILL: what will be done
 *
 * The parts of the notes that leader and coach share. Private notes are none of them; see #LdrSession.
 */
typedef enum
{
  LDR_SESSION_PART_FREE,
  LDR_SESSION_PART_GOAL,
  LDR_SESSION_PART_REALITY,
  LDR_SESSION_PART_OPTIONS,
  LDR_SESSION_PART_WILL,
} LdrSessionPart;

#define LDR_N_SESSION_PARTS 5

/**
 * LdrAgendaPoint:
 * @id: UUIDv7
 * @text: one line, never empty
 * @done: whether it was talked about
 */
typedef struct
{
  char *id;
  char *text;
  gboolean done;
} LdrAgendaPoint;

#define LDR_EVALUATION_UNSAID (-1)
#define LDR_EVALUATION_MAX 10

/**
 * LdrEvaluation:
 * @contact: whether one felt heard and respected, 0 to 10, or %LDR_EVALUATION_UNSAID
 * @goals: whether it was about what one wanted to talk about, likewise
 * @approach: whether the way of working fitted, likewise
 * @overall: how it was on the whole, likewise
 * @note: CommonMark, may be empty
 *
 * How a session was for the leader or for the coach.
 */
typedef struct
{
  int contact;
  int goals;
  int approach;
  int overall;
  char *note;
} LdrEvaluation;

#define LDR_N_EVALUATIONS 2

#define LDR_TYPE_SESSION (ldr_session_get_type ())

/**
 * LdrSession:
 * @id: UUIDv7
 * @state: whether it is planned, held or cancelled
 * @starts: when it starts, as a moment
 * @day: the civil date of @starts where it was planned
 * @minutes: how long it is planned to take, %LDR_SESSION_MIN_MINUTES to %LDR_SESSION_MAX_MINUTES
 * @location: one line, may be empty
 * @opened: when it really began, as a moment, or 0
 * @closed: when it really ended, as a moment, or 0
 * @rested: for how many seconds its clock stood since then, without what it stands now
 * @stands: since when its clock stands, as a moment, or 0
 * @form: how its notes are written
 * @notes: its notes, CommonMark, by #LdrSessionPart; "" where there are none
 * @private_notes: (nullable): what only the writer of the journal is to see, CommonMark; %NULL in a value that does not
 *   carry them, and only then
 * @agenda: (element-type LdrAgendaPoint): what to talk about, in order
 * @evaluations: how it was, for the leader and for the coach, by #LdrRole
 * @created: when it was made
 * @changed: when it was last saved
 * @deleted: when it went to the trash, or 0
 *
 * A coaching session. Refcounted; never changed once shared: make a copy and change that.
 *
 * Private notes travel only where they are asked for: what the store gives out, and what anything that leaves the
 * journal is made from, has %NULL there. To save such a value leaves the private notes in the journal as they are, so
 * nobody loses them by not having seen them.
 */
typedef struct
{
  char *id;
  LdrSessionState state;
  gint64 starts;
  int day;
  int minutes;
  char *location;
  gint64 opened;
  gint64 closed;
  int rested;
  gint64 stands;
  LdrSessionForm form;
  char *notes[LDR_N_SESSION_PARTS];
  char *private_notes;
  GPtrArray *agenda;
  LdrEvaluation evaluations[LDR_N_EVALUATIONS];
  gint64 created;
  gint64 changed;
  gint64 deleted;
} LdrSession;

GType ldr_session_get_type (void) G_GNUC_CONST;
LdrSession *ldr_session_new (GDateTime *starts);
LdrSession *ldr_session_new_bare (const char *id);
LdrSession *ldr_session_copy (const LdrSession *self);
LdrSession *ldr_session_copy_without_private_notes (const LdrSession *self);
LdrSession *ldr_session_ref (LdrSession *self);
void ldr_session_unref (LdrSession *self);

void ldr_session_set_starts (LdrSession *self, GDateTime *starts);
void ldr_session_set_location (LdrSession *self, const char *location);
void ldr_session_set_note (LdrSession *self, LdrSessionPart part, const char *text);
void ldr_session_set_private_notes (LdrSession *self, const char *text);
gboolean ldr_session_has_notes (const LdrSession *self);
gboolean ldr_session_has_private_notes (const LdrSession *self);

LdrAgendaPoint *ldr_session_add_point (LdrSession *self, const char *id, const char *text, gboolean done);
LdrAgendaPoint *ldr_session_get_point (const LdrSession *self, guint place);
void ldr_agenda_point_set_text (LdrAgendaPoint *self, const char *text);
void ldr_session_remove_point (LdrSession *self, guint place);
void ldr_session_move_point (LdrSession *self, guint from, guint to);

void ldr_session_set_evaluation (LdrSession *self, LdrRole who, const LdrEvaluation *evaluation);
gboolean ldr_session_is_evaluated (const LdrSession *self, LdrRole who);

void ldr_session_open (LdrSession *self, gint64 now);
void ldr_session_pause (LdrSession *self, gint64 now);
void ldr_session_go_on (LdrSession *self, gint64 now);
void ldr_session_close (LdrSession *self, gint64 now);
void ldr_session_cancel (LdrSession *self);
void ldr_session_plan_again (LdrSession *self);
gboolean ldr_session_is_under_way (const LdrSession *self);
gboolean ldr_session_is_paused (const LdrSession *self);
gint64 ldr_session_get_ends (const LdrSession *self);
gint64 ldr_session_get_elapsed (const LdrSession *self, gint64 now);

gboolean ldr_session_validate (const LdrSession *self, GError **error);
gboolean ldr_session_equal (const LdrSession *a, const LdrSession *b);

const char *ldr_session_state_to_id (LdrSessionState state);
gboolean ldr_session_state_from_id (const char *id, LdrSessionState *state);
const char *ldr_session_form_to_id (LdrSessionForm form);
gboolean ldr_session_form_from_id (const char *id, LdrSessionForm *form);
const char *ldr_session_part_to_id (LdrSessionPart part);
gboolean ldr_session_part_from_id (const char *id, LdrSessionPart *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrSession, ldr_session_unref)

G_END_DECLS
