/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-link-describe.h"

#include <glib/gi18n.h>

#include "app/goals/ldr-goals-describe.h"
#include "app/sessions/ldr-sessions-describe.h"
#include "app/today/ldr-today-describe.h"
#include "model/ldr-goal.h"
#include "model/ldr-moment.h"
#include "model/ldr-session.h"

static const struct
{
  const char *icon;
  const char *one;
  const char *many;
  const char *action;
} kinds[LDR_N_LINK_KINDS] = {
  [LDR_LINK_ENTRY] = { "leidraad-journal-symbolic", N_ ("Entry"), N_ ("Entries"), "place.open-entry" },
  [LDR_LINK_GOAL] = { "leidraad-goals-symbolic", N_ ("Goal"), N_ ("Goals"), "place.open-goal" },
  [LDR_LINK_SESSION] = { "leidraad-sessions-symbolic", N_ ("Session"), N_ ("Sessions"), "place.open-session" },
  [LDR_LINK_PROMPT] = { "leidraad-quote-symbolic", N_ ("Question"), N_ ("Questions"), "place.ask" },
};

static const char *
describe_session_state (int state)
{
  switch ((LdrSessionState) state)
    {
    case LDR_SESSION_HELD:
      return C_ ("session", "Held");
    case LDR_SESSION_CANCELLED:
      return C_ ("session", "Cancelled");
    case LDR_SESSION_PLANNED:
      break;
    }
  return C_ ("session", "Planned");
}

static char *
describe_title (const LdrLinked *linked, gint64 now)
{
  if (linked->kind == LDR_LINK_SESSION)
    return ldr_session_describe_start (linked->moment, now);
  return g_strdup (linked->title[0] != '\0' ? linked->title : _ ("Untitled"));
}

/* How it stands, or when it was; %NULL for what has neither. */
static char *
describe_state (const LdrLinked *linked, gint64 now)
{
  switch (linked->kind)
    {
    case LDR_LINK_ENTRY:
      return ldr_day_describe_near (linked->day, ldr_day_from_moment (now));
    case LDR_LINK_GOAL:
      return g_strdup (ldr_goal_state_describe ((LdrGoalState) linked->state));
    case LDR_LINK_SESSION:
      return g_strdup (describe_session_state (linked->state));
    case LDR_LINK_PROMPT:
      break;
    }
  return NULL;
}

/**
 * ldr_link_describe:
 * @linked: a thing
 * @now: this moment
 *
 * Computes what is shown of it.
 *
 * Returns: (transfer full): the description
 */
LdrLinkDescription *
ldr_link_describe (const LdrLinked *linked, gint64 now)
{
  LdrLinkDescription *self = g_new0 (LdrLinkDescription, 1);
  const char *kind = _ (kinds[linked->kind].one);
  g_autofree char *state = describe_state (linked, now);

  self->icon = kinds[linked->kind].icon;
  self->action = kinds[linked->kind].action;
  self->title = describe_title (linked, now);
  self->subtitle = state == NULL ? g_strdup (kind) : g_strdup_printf ("%s · %s", kind, state);
  self->accessible = g_strdup_printf ("%s, %s", self->title, self->subtitle);
  return self;
}

/**
 * ldr_link_description_free:
 * @self: (transfer full): a description
 *
 * Frees it.
 */
void
ldr_link_description_free (LdrLinkDescription *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->accessible);
  g_free (self);
}

/**
 * ldr_link_kind_describe_many:
 * @kind: a kind of thing
 *
 * Returns: (transfer none): the heading above several of that kind
 */
const char *
ldr_link_kind_describe_many (LdrLinkKind kind)
{
  g_return_val_if_fail ((guint) kind < LDR_N_LINK_KINDS, NULL);

  return _ (kinds[kind].many);
}

/**
 * ldr_link_matches:
 * @linked: a thing
 * @words: what somebody is looking for
 * @now: this moment
 *
 * Returns: whether each of the words begins one of those that are shown of it, whatever the capitals and accents; %TRUE
 *   for no words
 */
gboolean
ldr_link_matches (const LdrLinked *linked, const char *words, gint64 now)
{
  g_autoptr (LdrLinkDescription) description = ldr_link_describe (linked, now);

  /* The title of a session is its day: a place may stand beside it. */
  g_autofree char *text = g_strdup_printf ("%s %s", description->accessible, linked->title);

  return words[0] == '\0' || g_str_match_string (words, text, TRUE);
}
