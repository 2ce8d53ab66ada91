/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-session.h"

#include <glib/gi18n.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

#define MINUTE ((gint64) 60 * 1000)

#define SECOND ((gint64) 1000)

/* How a session goes on from one state to another, and what may be stored. */

static void
add_rest (LdrSession *self, gint64 from, gint64 until)
{
  self->rested = (int) MIN (self->rested + MAX (until - from, 0) / SECOND, G_MAXINT);
}

/**
 * ldr_session_open:
 * @self: a session that is not shared yet
 * @now: this moment
 *
 * Begins it, or goes on with it: it is under way from its first opening on. What lies between its end and @now is no
 * part of it. One that was cancelled while it was under way begins anew: nobody knows when it ended.
 */
void
ldr_session_open (LdrSession *self, gint64 now)
{
  if (self->state == LDR_SESSION_CANCELLED && self->closed == 0)
    ldr_session_plan_again (self);
  self->state = LDR_SESSION_PLANNED;
  if (self->closed != 0)
    add_rest (self, self->closed, now);
  self->opened = self->opened != 0 ? self->opened : now;
  self->closed = 0;
}

/**
 * ldr_session_pause:
 * @self: a session that is not shared yet
 * @now: this moment
 *
 * Stops its clock, if it is under way. One that stands goes on standing.
 */
void
ldr_session_pause (LdrSession *self, gint64 now)
{
  if (ldr_session_is_under_way (self) && self->stands == 0)
    self->stands = now;
}

/**
 * ldr_session_go_on:
 * @self: a session that is not shared yet
 * @now: this moment
 *
 * Lets its clock run again.
 */
void
ldr_session_go_on (LdrSession *self, gint64 now)
{
  if (self->stands != 0)
    add_rest (self, self->stands, now);
  self->stands = 0;
}

/**
 * ldr_session_close:
 * @self: a session that is not shared yet
 * @now: this moment
 *
 * Marks it as held. One that was under way ended now; of one that was never opened it is not known when it did.
 */
void
ldr_session_close (LdrSession *self, gint64 now)
{
  if (ldr_session_is_under_way (self))
    self->closed = MAX (now, self->opened);
  ldr_session_go_on (self, now);
  self->state = LDR_SESSION_HELD;
}

/**
 * ldr_session_cancel:
 * @self: a session that is not shared yet
 *
 * Marks it as cancelled. What is written in it stays.
 */
void
ldr_session_cancel (LdrSession *self)
{
  self->state = LDR_SESSION_CANCELLED;
}

/**
 * ldr_session_plan_again:
 * @self: a session that is not shared yet
 *
 * Marks one that was cancelled, or held, as planned and not begun. What is written in it stays.
 */
void
ldr_session_plan_again (LdrSession *self)
{
  self->state = LDR_SESSION_PLANNED;
  self->opened = 0;
  self->closed = 0;
  self->rested = 0;
  self->stands = 0;
}

/**
 * ldr_session_is_under_way:
 * @self: a session
 *
 * Returns: whether it was begun and has not ended
 */
gboolean
ldr_session_is_under_way (const LdrSession *self)
{
  return self->state == LDR_SESSION_PLANNED && self->opened != 0 && self->closed == 0;
}

/**
 * ldr_session_is_paused:
 * @self: a session
 *
 * Returns: whether it is under way and its clock stands
 */
gboolean
ldr_session_is_paused (const LdrSession *self)
{
  return ldr_session_is_under_way (self) && self->stands != 0;
}

/**
 * ldr_session_get_ends:
 * @self: a session
 *
 * Returns: when it ends by its plan, as a moment
 */
gint64
ldr_session_get_ends (const LdrSession *self)
{
  return self->starts + self->minutes * MINUTE;
}

/**
 * ldr_session_get_elapsed:
 * @self: a session
 * @now: this moment
 *
 * Returns: how long it has been under way, or took, in milliseconds, without the time that its clock stood; 0 when it
 *   was not begun or that is not known
 */
gint64
ldr_session_get_elapsed (const LdrSession *self, gint64 now)
{
  gint64 until = !ldr_session_is_under_way (self) ? self->closed : self->stands != 0 ? MIN (now, self->stands) : now;

  return self->opened != 0 ? MAX (until - self->opened - self->rested * SECOND, 0) : 0;
}

static gboolean
is_score (int score)
{
  return score >= LDR_EVALUATION_UNSAID && score <= LDR_EVALUATION_MAX;
}

static gboolean
evaluations_are_right (const LdrSession *self)
{
  for (int i = 0; i < LDR_N_EVALUATIONS; i++)
    {
      const LdrEvaluation *own = &self->evaluations[i];

      if (!is_score (own->contact) || !is_score (own->goals) || !is_score (own->approach) || !is_score (own->overall)
          || !ldr_text_is_clean (own->note, LDR_TEXT_BODY))
        return FALSE;
    }
  return TRUE;
}

static gboolean
notes_are_right (const LdrSession *self)
{
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    if (!ldr_text_is_clean (self->notes[i], LDR_TEXT_BODY))
      return FALSE;
  return self->private_notes == NULL || ldr_text_is_clean (self->private_notes, LDR_TEXT_BODY);
}

/* Each point has an id of its own and something to say. */
static gboolean
agenda_is_right (const LdrSession *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->agenda->len; i++)
    {
      const LdrAgendaPoint *point = ldr_session_get_point (self, i);

      if (!ldr_id_is_valid (point->id) || point->text[0] == '\0' || !ldr_text_is_clean (point->text, LDR_TEXT_LINE)
          || !g_hash_table_add (ids, point->id))
        return FALSE;
    }
  return TRUE;
}

static gboolean
times_are_right (const LdrSession *self)
{
  return self->opened >= 0 && self->closed >= 0 && (self->closed == 0 || self->opened != 0)
         && (self->closed == 0 || self->closed >= self->opened) && self->deleted >= 0 && self->rested >= 0
         && self->stands >= 0 && (self->opened != 0 || (self->rested == 0 && self->stands == 0));
}

/* What is wrong with @self, or NULL. */
static const char *
find_fault (const LdrSession *self)
{
  if (!ldr_id_is_valid (self->id))
    return _ ("The session’s id is not a UUID of version 7.");
  if ((guint) self->state >= LDR_N_SESSION_STATES || (guint) self->form >= LDR_N_SESSION_FORMS)
    return _ ("The session’s state or form does not exist.");
  if (!ldr_day_fits_moment (self->day, self->starts))
    return _ ("The session’s day is not the day on which it starts.");
  if (self->minutes < LDR_SESSION_MIN_MINUTES || self->minutes > LDR_SESSION_MAX_MINUTES)
    return _ ("A session takes at least 5 minutes and at most a day.");
  if (!times_are_right (self))
    return _ ("The session cannot have ended before it began.");
  if (!ldr_text_is_clean (self->location, LDR_TEXT_LINE))
    return _ ("The session’s place is not one line of plain text.");
  if (!notes_are_right (self))
    return _ ("The session’s notes hold characters that cannot be kept.");
  if (!agenda_is_right (self))
    return _ ("Each point of the agenda is one line of plain text with an id of its own.");
  if (!evaluations_are_right (self))
    return _ ("How a session was goes from 0 to 10.");
  return NULL;
}

/**
 * ldr_session_validate:
 * @self: a session, perhaps from outside
 * @error: LDR_MODEL_ERROR_INVALID, naming the fault
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_session_validate (const LdrSession *self, GError **error)
{
  const char *fault = find_fault (self);

  if (fault != NULL)
    g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, fault);
  return fault == NULL;
}

static gboolean
agendas_are_equal (const LdrSession *a, const LdrSession *b)
{
  if (a->agenda->len != b->agenda->len)
    return FALSE;
  for (guint i = 0; i < a->agenda->len; i++)
    {
      const LdrAgendaPoint *one = ldr_session_get_point (a, i), *other = ldr_session_get_point (b, i);

      if (!g_str_equal (one->id, other->id) || !g_str_equal (one->text, other->text) || one->done != other->done)
        return FALSE;
    }
  return TRUE;
}

static gboolean
evaluations_are_equal (const LdrSession *a, const LdrSession *b)
{
  for (int i = 0; i < LDR_N_EVALUATIONS; i++)
    {
      const LdrEvaluation *one = &a->evaluations[i], *other = &b->evaluations[i];

      if (one->contact != other->contact || one->goals != other->goals || one->approach != other->approach
          || one->overall != other->overall || !g_str_equal (one->note, other->note))
        return FALSE;
    }
  return TRUE;
}

static gboolean
notes_are_equal (const LdrSession *a, const LdrSession *b)
{
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    if (!g_str_equal (a->notes[i], b->notes[i]))
      return FALSE;
  return g_strcmp0 (a->private_notes, b->private_notes) == 0;
}

/**
 * ldr_session_equal:
 * @a: a session
 * @b: a session
 *
 * Returns: whether both say the same: the same session with the same contents, whenever it was saved; one that carries
 *   private notes, even none, differs from one that does not
 */
gboolean
ldr_session_equal (const LdrSession *a, const LdrSession *b)
{
  return g_str_equal (a->id, b->id) && a->state == b->state && a->starts == b->starts && a->day == b->day
         && a->minutes == b->minutes && g_str_equal (a->location, b->location) && a->opened == b->opened
         && a->closed == b->closed && a->rested == b->rested && a->stands == b->stands && a->form == b->form
         && a->deleted == b->deleted && notes_are_equal (a, b) && agendas_are_equal (a, b)
         && evaluations_are_equal (a, b);
}
