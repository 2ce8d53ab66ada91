/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-action.h"

#include <glib/gi18n.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrAction, ldr_action, ldr_action_ref, ldr_action_unref)

static const char *const owner_ids[LDR_N_ACTION_OWNERS] = { "leader", "coach", "other" };
static const char *const state_ids[LDR_N_ACTION_STATES] = { "open", "done", "dropped" };

/**
 * ldr_action_new:
 * @session: (nullable): the session in which it is agreed
 * @text: what is to be done; made one line of clean text
 *
 * Returns: (transfer full): an open action of the leader, at the end of its session
 */
LdrAction *
ldr_action_new (const LdrSession *session, const char *text)
{
  LdrAction *self = g_atomic_rc_box_new0 (LdrAction);

  self->id = ldr_id_new ();
  self->session = g_strdup (session != NULL ? session->id : "");
  self->text = ldr_text_clean (text, LDR_TEXT_LINE);
  self->owner_name = g_strdup ("");
  self->state_day = ldr_day_today ();
  self->place = -1;
  self->created = ldr_moment_now ();
  self->agreed = session != NULL ? session->starts : self->created;
  return self;
}

/**
 * ldr_action_copy:
 * @self: an action
 *
 * Returns: (transfer full): a copy with the same id, to be changed before it is shared
 */
LdrAction *
ldr_action_copy (const LdrAction *self)
{
  LdrAction *copy = g_atomic_rc_box_new0 (LdrAction);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->session = g_strdup (self->session);
  copy->text = g_strdup (self->text);
  copy->owner_name = g_strdup (self->owner_name);
  return copy;
}

LdrAction *
ldr_action_ref (LdrAction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
action_clear (gpointer data)
{
  LdrAction *self = data;

  g_free (self->id);
  g_free (self->session);
  g_free (self->text);
  g_free (self->owner_name);
}

void
ldr_action_unref (LdrAction *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, action_clear);
}

/**
 * ldr_action_set_text:
 * @self: an action that is not shared yet
 * @text: what is to be done; made one line of clean text
 */
void
ldr_action_set_text (LdrAction *self, const char *text)
{
  char *clean = ldr_text_clean (text, LDR_TEXT_LINE);

  g_free (self->text);
  self->text = clean;
}

/**
 * ldr_action_set_owner:
 * @self: an action that is not shared yet
 * @owner: who does it
 * @name: (nullable): who that is, for %LDR_ACTION_OTHER; made one line of clean text
 */
void
ldr_action_set_owner (LdrAction *self, LdrActionOwner owner, const char *name)
{
  char *clean = ldr_text_clean (owner == LDR_ACTION_OTHER ? name : "", LDR_TEXT_LINE);

  self->owner = owner;
  g_free (self->owner_name);
  self->owner_name = clean;
}

/**
 * ldr_action_set_state:
 * @self: an action that is not shared yet
 * @state: whether it is open
 * @day: the civil date of that change; without a change the action keeps the day it has
 */
void
ldr_action_set_state (LdrAction *self, LdrActionState state, int day)
{
  if (self->state == state)
    return;
  self->state = state;
  self->state_day = day;
}

/* What is wrong with @self, or NULL. */
static const char *
find_fault (const LdrAction *self)
{
  if (!ldr_id_is_valid (self->id) || (self->session[0] != '\0' && !ldr_id_is_valid (self->session)))
    return _ ("The action’s id, or that of its session, is not a UUID of version 7.");
  if (self->text[0] == '\0' || !ldr_text_is_clean (self->text, LDR_TEXT_LINE))
    return _ ("An action says in one line what is to be done.");
  if ((guint) self->owner >= LDR_N_ACTION_OWNERS || !ldr_text_is_clean (self->owner_name, LDR_TEXT_LINE)
      || (self->owner != LDR_ACTION_OTHER && self->owner_name[0] != '\0'))
    return _ ("An action is the leader’s, the coach’s or somebody else’s, whose name is one line.");
  if ((guint) self->state >= LDR_N_ACTION_STATES || !ldr_day_is_valid (self->state_day))
    return _ ("The action’s state does not exist, or has no day.");
  if (self->due != 0 && !ldr_day_is_valid (self->due))
    return _ ("The action’s last day is not a date.");
  return NULL;
}

/**
 * ldr_action_validate:
 * @self: an action, perhaps from outside
 * @error: LDR_MODEL_ERROR_INVALID, naming the fault
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_action_validate (const LdrAction *self, GError **error)
{
  const char *fault = find_fault (self);

  if (fault != NULL)
    g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, fault);
  return fault == NULL;
}

/**
 * ldr_action_equal:
 * @a: an action
 * @b: an action
 *
 * Returns: whether both say the same, wherever they stand and whenever they were saved
 */
gboolean
ldr_action_equal (const LdrAction *a, const LdrAction *b)
{
  return g_str_equal (a->id, b->id) && g_str_equal (a->session, b->session) && g_str_equal (a->text, b->text)
         && a->owner == b->owner && g_str_equal (a->owner_name, b->owner_name) && a->due == b->due
         && a->state == b->state && a->state_day == b->state_day;
}

/**
 * ldr_action_is_overdue:
 * @self: an action
 * @today: the civil date
 *
 * Returns: whether it is open though its last day is over
 */
gboolean
ldr_action_is_overdue (const LdrAction *self, int today)
{
  return self->state == LDR_ACTION_OPEN && self->due != 0 && self->due < today;
}

/**
 * ldr_action_is_carried_over:
 * @self: an action
 * @session: a session
 *
 * Whether @session has to come back to it: it was agreed before, elsewhere, and was still open when @session took
 * place. What was done on the day of the session counts as open at its start, as that is where it is ticked off.
 *
 * Returns: whether it is
 */
gboolean
ldr_action_is_carried_over (const LdrAction *self, const LdrSession *session)
{
  return !g_str_equal (self->session, session->id) && self->agreed < session->starts
         && (self->state == LDR_ACTION_OPEN || self->state_day >= session->day);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return ldr_action_compare (*(const LdrAction *const *) a, *(const LdrAction *const *) b);
}

/**
 * ldr_action_list_carried_over:
 * @actions: (element-type LdrAction): actions
 * @session: a session
 *
 * Returns: (transfer full) (element-type LdrAction): those that @session has to come back to, in the order of
 *   ldr_action_compare()
 */
GPtrArray *
ldr_action_list_carried_over (GPtrArray *actions, const LdrSession *session)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_action_unref);

  for (guint i = 0; i < actions->len; i++)
    if (ldr_action_is_carried_over (g_ptr_array_index (actions, i), session))
      g_ptr_array_add (list, ldr_action_ref (g_ptr_array_index (actions, i)));
  g_ptr_array_sort (list, compare_cb);
  return list;
}

/**
 * ldr_action_compare:
 * @a: an action
 * @b: an action
 *
 * The order of a list: first what has a last day, the earliest day first; then what was agreed first, in the order of
 * its session.
 *
 * Returns: less than, equal to or more than 0
 */
int
ldr_action_compare (const LdrAction *a, const LdrAction *b)
{
  int due = (a->due == 0) - (b->due == 0);

  if (due != 0)
    return due;
  if (a->due != b->due)
    return a->due < b->due ? -1 : 1;
  if (a->agreed != b->agreed)
    return a->agreed < b->agreed ? -1 : 1;
  if (a->place != b->place)
    return a->place < b->place ? -1 : 1;
  return strcmp (a->id, b->id);
}

/**
 * ldr_action_owner_to_id:
 * @owner: an owner
 *
 * Returns: its id, the same in every language
 */
const char *
ldr_action_owner_to_id (LdrActionOwner owner)
{
  g_return_val_if_fail ((guint) owner < LDR_N_ACTION_OWNERS, NULL);

  return owner_ids[owner];
}

/**
 * ldr_action_owner_from_id:
 * @id: (nullable): an id
 * @owner: (out): the owner
 *
 * Returns: whether there is such an owner
 */
gboolean
ldr_action_owner_from_id (const char *id, LdrActionOwner *owner)
{
  return ldr_text_find (owner_ids, LDR_N_ACTION_OWNERS, id, (guint *) owner);
}

/**
 * ldr_action_state_to_id:
 * @state: a state
 *
 * Returns: its id, the same in every language
 */
const char *
ldr_action_state_to_id (LdrActionState state)
{
  g_return_val_if_fail ((guint) state < LDR_N_ACTION_STATES, NULL);

  return state_ids[state];
}

/**
 * ldr_action_state_from_id:
 * @id: (nullable): an id
 * @state: (out): the state
 *
 * Returns: whether there is such a state
 */
gboolean
ldr_action_state_from_id (const char *id, LdrActionState *state)
{
  return ldr_text_find (state_ids, LDR_N_ACTION_STATES, id, (guint *) state);
}
