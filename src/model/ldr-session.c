/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-session.h"

#include "ldr-id.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrSession, ldr_session, ldr_session_ref, ldr_session_unref)

static const char *const state_ids[LDR_N_SESSION_STATES] = { "planned", "held", "cancelled" };
static const char *const form_ids[LDR_N_SESSION_FORMS] = { "free", "grow" };
static const char *const part_ids[LDR_N_SESSION_PARTS] = { "free", "goal", "reality", "options", "will" };

static void
point_free (gpointer data)
{
  LdrAgendaPoint *point = data;

  g_free (point->id);
  g_free (point->text);
  g_free (point);
}

/**
 * ldr_session_new_bare:
 * @id: an id
 *
 * Returns: (transfer full): a session of that id whose day and moments are to be filled in, without private notes; for
 *   what is read from somewhere
 */
LdrSession *
ldr_session_new_bare (const char *id)
{
  LdrSession *self = g_atomic_rc_box_new0 (LdrSession);

  self->id = g_strdup (id);
  self->minutes = LDR_SESSION_USUAL_MINUTES;
  self->location = g_strdup ("");
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    self->notes[i] = g_strdup ("");
  self->agenda = g_ptr_array_new_with_free_func (point_free);
  for (int i = 0; i < LDR_N_EVALUATIONS; i++)
    self->evaluations[i] = (LdrEvaluation) { LDR_EVALUATION_UNSAID, LDR_EVALUATION_UNSAID, LDR_EVALUATION_UNSAID,
                                             LDR_EVALUATION_UNSAID, g_strdup ("") };
  return self;
}

/**
 * ldr_session_new:
 * @starts: when it starts, on the clock where it is planned
 *
 * Returns: (transfer full): a planned session of the usual length with nothing in it yet, its private notes known to be
 *   none
 */
LdrSession *
ldr_session_new (GDateTime *starts)
{
  g_autofree char *id = ldr_id_new ();
  LdrSession *self = ldr_session_new_bare (id);

  ldr_session_set_starts (self, starts);
  self->private_notes = g_strdup ("");
  self->created = ldr_moment_now ();
  return self;
}

/**
 * ldr_session_copy_without_private_notes:
 * @self: a session
 *
 * What everything starts from that leaves the journal.
 *
 * Returns: (transfer full): a copy with the same id that does not carry the private notes
 */
LdrSession *
ldr_session_copy_without_private_notes (const LdrSession *self)
{
  LdrSession *copy = g_atomic_rc_box_new0 (LdrSession);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->location = g_strdup (self->location);
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    copy->notes[i] = g_strdup (self->notes[i]);
  copy->private_notes = NULL;
  copy->agenda = g_ptr_array_new_with_free_func (point_free);
  for (guint i = 0; i < self->agenda->len; i++)
    {
      const LdrAgendaPoint *point = ldr_session_get_point (self, i);

      ldr_session_add_point (copy, point->id, point->text, point->done);
    }
  for (int i = 0; i < LDR_N_EVALUATIONS; i++)
    copy->evaluations[i].note = g_strdup (self->evaluations[i].note);
  return copy;
}

/**
 * ldr_session_copy:
 * @self: a session
 *
 * Returns: (transfer full): a copy with the same id, to be changed before it is shared; with the private notes if @self
 *   has them, so that it is nothing to make an export from
 */
LdrSession *
ldr_session_copy (const LdrSession *self)
{
  LdrSession *copy = ldr_session_copy_without_private_notes (self);

  copy->private_notes = g_strdup (self->private_notes);
  return copy;
}

LdrSession *
ldr_session_ref (LdrSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
session_clear (gpointer data)
{
  LdrSession *self = data;

  g_free (self->id);
  g_free (self->location);
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    g_free (self->notes[i]);
  g_free (self->private_notes);
  g_ptr_array_unref (self->agenda);
  for (int i = 0; i < LDR_N_EVALUATIONS; i++)
    g_free (self->evaluations[i].note);
}

void
ldr_session_unref (LdrSession *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, session_clear);
}

/* --- What it says ----------------------------------------------------------------------------------------------------
 */

/**
 * ldr_session_set_starts:
 * @self: a session that is not shared yet
 * @starts: when it starts, on the clock where it is planned: its civil date becomes the session's day
 */
void
ldr_session_set_starts (LdrSession *self, GDateTime *starts)
{
  g_return_if_fail (starts != NULL);

  self->starts = ldr_moment_from_date_time (starts);
  self->day = ldr_day_from_date_time (starts);
}

static void
set_text (char **field, const char *text, LdrTextKind kind)
{
  char *clean = ldr_text_clean (text, kind);

  g_free (*field);
  *field = clean;
}

/**
 * ldr_session_set_location:
 * @self: a session that is not shared yet
 * @location: (nullable): where it is held; made one line of clean text
 */
void
ldr_session_set_location (LdrSession *self, const char *location)
{
  set_text (&self->location, location, LDR_TEXT_LINE);
}

/**
 * ldr_session_set_note:
 * @self: a session that is not shared yet
 * @part: which part of the notes
 * @text: (nullable): CommonMark; made clean text
 */
void
ldr_session_set_note (LdrSession *self, LdrSessionPart part, const char *text)
{
  g_return_if_fail ((guint) part < LDR_N_SESSION_PARTS);

  set_text (&self->notes[part], text, LDR_TEXT_BODY);
}

/**
 * ldr_session_set_private_notes:
 * @self: a session that is not shared yet
 * @text: CommonMark, "" for none; made clean text
 */
void
ldr_session_set_private_notes (LdrSession *self, const char *text)
{
  g_return_if_fail (text != NULL);

  set_text (&self->private_notes, text, LDR_TEXT_BODY);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return stripped[0] == '\0';
}

/**
 * ldr_session_has_notes:
 * @self: a session
 *
 * Returns: whether any part of its notes is more than blanks; private notes do not count
 */
gboolean
ldr_session_has_notes (const LdrSession *self)
{
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    if (!is_blank (self->notes[i]))
      return TRUE;
  return FALSE;
}

/**
 * ldr_session_has_private_notes:
 * @self: a session
 *
 * Returns: whether @self carries private notes that are more than blanks
 */
gboolean
ldr_session_has_private_notes (const LdrSession *self)
{
  return self->private_notes != NULL && !is_blank (self->private_notes);
}

/* --- Agenda ----------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_session_add_point:
 * @self: a session that is not shared yet
 * @id: (nullable): the id of the point, %NULL for a new one
 * @text: what to talk about; made one line of clean text
 * @done: whether it was talked about
 *
 * Adds a point at the end of the agenda.
 *
 * Returns: (transfer none): the point
 */
LdrAgendaPoint *
ldr_session_add_point (LdrSession *self, const char *id, const char *text, gboolean done)
{
  LdrAgendaPoint *point = g_new0 (LdrAgendaPoint, 1);

  point->id = id != NULL ? g_strdup (id) : ldr_id_new ();
  point->text = ldr_text_clean (text, LDR_TEXT_LINE);
  point->done = done != FALSE;
  g_ptr_array_add (self->agenda, point);
  return point;
}

/**
 * ldr_session_get_point:
 * @self: a session
 * @place: a place in its agenda, from 0
 *
 * Returns: (transfer none): the point there; only to be changed while the session is not shared
 */
LdrAgendaPoint *
ldr_session_get_point (const LdrSession *self, guint place)
{
  g_return_val_if_fail (place < self->agenda->len, NULL);

  return g_ptr_array_index (self->agenda, place);
}

/**
 * ldr_agenda_point_set_text:
 * @self: a point of a session that is not shared yet
 * @text: what to talk about; made one line of clean text
 */
void
ldr_agenda_point_set_text (LdrAgendaPoint *self, const char *text)
{
  set_text (&self->text, text, LDR_TEXT_LINE);
}

/**
 * ldr_session_remove_point:
 * @self: a session that is not shared yet
 * @place: a place in its agenda, from 0
 */
void
ldr_session_remove_point (LdrSession *self, guint place)
{
  g_return_if_fail (place < self->agenda->len);

  g_ptr_array_remove_index (self->agenda, place);
}

/**
 * ldr_session_move_point:
 * @self: a session that is not shared yet
 * @from: a place in its agenda, from 0
 * @to: the place where that point is to stand afterwards
 */
void
ldr_session_move_point (LdrSession *self, guint from, guint to)
{
  g_return_if_fail (from < self->agenda->len && to < self->agenda->len);

  g_ptr_array_insert (self->agenda, (int) to, g_ptr_array_steal_index (self->agenda, from));
}

/* --- How it was ------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_session_set_evaluation:
 * @self: a session that is not shared yet
 * @who: for whom it was so
 * @evaluation: how it was; its note is made clean text
 */
void
ldr_session_set_evaluation (LdrSession *self, LdrRole who, const LdrEvaluation *evaluation)
{
  LdrEvaluation *own;
  char *note;

  g_return_if_fail ((guint) who < LDR_N_EVALUATIONS);

  own = &self->evaluations[who];
  note = ldr_text_clean (evaluation->note, LDR_TEXT_BODY);
  g_free (own->note);
  *own = *evaluation;
  own->note = note;
}

/**
 * ldr_session_is_evaluated:
 * @self: a session
 * @who: the leader or the coach
 *
 * Returns: whether anything was said about how it was for them
 */
gboolean
ldr_session_is_evaluated (const LdrSession *self, LdrRole who)
{
  const LdrEvaluation *own = &self->evaluations[who];

  return own->contact != LDR_EVALUATION_UNSAID || own->goals != LDR_EVALUATION_UNSAID
         || own->approach != LDR_EVALUATION_UNSAID || own->overall != LDR_EVALUATION_UNSAID || !is_blank (own->note);
}

/* --- Ids -------------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_session_state_to_id:
 * @state: a state
 *
 * Returns: its id, the same in every language
 */
const char *
ldr_session_state_to_id (LdrSessionState state)
{
  g_return_val_if_fail ((guint) state < LDR_N_SESSION_STATES, NULL);

  return state_ids[state];
}

/**
 * ldr_session_state_from_id:
 * @id: (nullable): an id
 * @state: (out): the state
 *
 * Returns: whether there is such a state
 */
gboolean
ldr_session_state_from_id (const char *id, LdrSessionState *state)
{
  return ldr_text_find (state_ids, LDR_N_SESSION_STATES, id, (guint *) state);
}

/**
 * ldr_session_form_to_id:
 * @form: a form
 *
 * Returns: its id, the same in every language
 */
const char *
ldr_session_form_to_id (LdrSessionForm form)
{
  g_return_val_if_fail ((guint) form < LDR_N_SESSION_FORMS, NULL);

  return form_ids[form];
}

/**
 * ldr_session_form_from_id:
 * @id: (nullable): an id
 * @form: (out): the form
 *
 * Returns: whether there is such a form
 */
gboolean
ldr_session_form_from_id (const char *id, LdrSessionForm *form)
{
  return ldr_text_find (form_ids, LDR_N_SESSION_FORMS, id, (guint *) form);
}

/**
 * ldr_session_part_to_id:
 * @part: a part of the notes
 *
 * Returns: its id, the same in every language
 */
const char *
ldr_session_part_to_id (LdrSessionPart part)
{
  g_return_val_if_fail ((guint) part < LDR_N_SESSION_PARTS, NULL);

  return part_ids[part];
}

/**
 * ldr_session_part_from_id:
 * @id: (nullable): an id
 * @part: (out): the part
 *
 * Returns: whether there is such a part
 */
gboolean
ldr_session_part_from_id (const char *id, LdrSessionPart *part)
{
  return ldr_text_find (part_ids, LDR_N_SESSION_PARTS, id, (guint *) part);
}
