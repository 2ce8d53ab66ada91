/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-wording.h"

#include <glib/gi18n.h>

#define NAME_MARK "{name}"

/**
 * ldr_wording_read:
 * @self: (out caller-allocates): a wording to fill
 * @markup: an element of the program's own texts that holds to-leader and about-leader
 */
void
ldr_wording_read (LdrWording *self, const LdrMarkup *markup)
{
  self->to_leader = g_strdup (ldr_markup_get_child_text (markup, "to-leader"));
  self->about_leader = g_strdup (ldr_markup_get_child_text (markup, "about-leader"));
  self->own = FALSE;
}

/**
 * ldr_wording_init_own:
 * @self: (out caller-allocates): a wording to fill
 * @text: what a user wrote; it serves for both wordings and may hold {name}
 */
void
ldr_wording_init_own (LdrWording *self, const char *text)
{
  self->to_leader = g_strdup (text);
  self->about_leader = g_strdup (text);
  self->own = TRUE;
}

/**
 * ldr_wording_clear:
 * @self: a wording
 *
 * Frees what it holds.
 */
void
ldr_wording_clear (LdrWording *self)
{
  g_clear_pointer (&self->to_leader, g_free);
  g_clear_pointer (&self->about_leader, g_free);
}

/**
 * ldr_wording_get:
 * @self: a wording
 * @role: who reads it: the leader, or a coach or observer of the leader
 * @name: the leader's name
 *
 * Returns: (transfer full): the text in the user's language, the name filled in
 */
char *
ldr_wording_get (const LdrWording *self, LdrRole role, const char *name)
{
  const char *text = role == LDR_ROLE_COACH ? self->about_leader : self->to_leader;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  parts = g_strsplit (self->own ? text : _ (text), NAME_MARK, -1);
  return g_strjoinv (name, parts);
}
