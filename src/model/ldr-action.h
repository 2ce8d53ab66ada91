/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-session.h"

G_BEGIN_DECLS

/**
 * LdrActionOwner:
 * @LDR_ACTION_LEADER: the leader
 * @LDR_ACTION_COACH: the coach
 * @LDR_ACTION_OTHER: somebody else, who is named
 *
 * Who does what was agreed.
 */
typedef enum
{
  LDR_ACTION_LEADER,
  LDR_ACTION_COACH,
  LDR_ACTION_OTHER,
} LdrActionOwner;

#define LDR_N_ACTION_OWNERS 3

/**
 * LdrActionState:
 * @LDR_ACTION_OPEN: still to be done
 * @LDR_ACTION_DONE: done
 * @LDR_ACTION_DROPPED: not to be done after all
 */
typedef enum
{
  LDR_ACTION_OPEN,
  LDR_ACTION_DONE,
  LDR_ACTION_DROPPED,
} LdrActionState;

#define LDR_N_ACTION_STATES 3

#define LDR_TYPE_ACTION (ldr_action_get_type ())

/**
 * LdrAction:
 * @id: UUIDv7
 * @session: the id of the session in which it was agreed, or ""
 * @text: one line, never empty
 * @owner: who does it
 * @owner_name: who that is for %LDR_ACTION_OTHER, "" for the others
 * @due: the day before whose end it is to be done, or 0
 * @state: whether it is open
 * @state_day: the civil date since which it is in @state
 * @place: its place among those of its session, from 0; -1 for the end
 * @agreed: when it was agreed, as a moment: the start of its session, without one when it was made. The store fills
 *   it in and does not keep it
 * @created: when it was made
 * @changed: when it was last saved
 *
 * What was agreed. Refcounted; never changed once shared: make a copy and change that.
 */
typedef struct
{
  char *id;
  char *session;
  char *text;
  LdrActionOwner owner;
  char *owner_name;
  int due;
  LdrActionState state;
  int state_day;
  int place;
  gint64 agreed;
  gint64 created;
  gint64 changed;
} LdrAction;

GType ldr_action_get_type (void) G_GNUC_CONST;
LdrAction *ldr_action_new (const LdrSession *session, const char *text);
LdrAction *ldr_action_copy (const LdrAction *self);
LdrAction *ldr_action_ref (LdrAction *self);
void ldr_action_unref (LdrAction *self);

void ldr_action_set_text (LdrAction *self, const char *text);
void ldr_action_set_owner (LdrAction *self, LdrActionOwner owner, const char *name);
void ldr_action_set_state (LdrAction *self, LdrActionState state, int day);
gboolean ldr_action_validate (const LdrAction *self, GError **error);
gboolean ldr_action_equal (const LdrAction *a, const LdrAction *b);

gboolean ldr_action_is_overdue (const LdrAction *self, int today);
gboolean ldr_action_is_carried_over (const LdrAction *self, const LdrSession *session);
GPtrArray *ldr_action_list_carried_over (GPtrArray *actions, const LdrSession *session);
int ldr_action_compare (const LdrAction *a, const LdrAction *b);

const char *ldr_action_owner_to_id (LdrActionOwner owner);
gboolean ldr_action_owner_from_id (const char *id, LdrActionOwner *owner);
const char *ldr_action_state_to_id (LdrActionState state);
gboolean ldr_action_state_from_id (const char *id, LdrActionState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrAction, ldr_action_unref)

G_END_DECLS
