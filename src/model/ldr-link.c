/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-link.h"

#include <glib/gi18n.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrLink, ldr_link, ldr_link_ref, ldr_link_unref)

static const char *const kind_ids[LDR_N_LINK_KINDS] = { "entry", "goal", "session", "prompt" };

static int
compare_ends (LdrLinkKind kind, const char *id, LdrLinkKind other_kind, const char *other_id)
{
  return kind != other_kind ? (int) kind - (int) other_kind : strcmp (id, other_id);
}

/**
 * ldr_link_new:
 * @kind: what one end is
 * @id: the id of that end
 * @other_kind: what the other end is
 * @other_id: the id of that end
 *
 * Returns: (transfer full): the link between both; the same whichever end is named first
 */
LdrLink *
ldr_link_new (LdrLinkKind kind, const char *id, LdrLinkKind other_kind, const char *other_id)
{
  LdrLink *self;

  g_return_val_if_fail (id != NULL && other_id != NULL, NULL);

  if (compare_ends (kind, id, other_kind, other_id) > 0)
    return ldr_link_new (other_kind, other_id, kind, id);
  self = g_atomic_rc_box_new0 (LdrLink);
  self->kind = kind;
  self->id = g_strdup (id);
  self->other_kind = other_kind;
  self->other_id = g_strdup (other_id);
  return self;
}

LdrLink *
ldr_link_ref (LdrLink *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
link_clear (gpointer data)
{
  LdrLink *self = data;

  g_free (self->id);
  g_free (self->other_id);
}

void
ldr_link_unref (LdrLink *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, link_clear);
}

/* A question of the workbook has a short name for an id. */
static gboolean
is_end (LdrLinkKind kind, const char *id)
{
  if ((guint) kind >= LDR_N_LINK_KINDS)
    return FALSE;
  return kind == LDR_LINK_PROMPT ? id[0] != '\0' && ldr_text_is_clean (id, LDR_TEXT_LINE) : ldr_id_is_valid (id);
}

/**
 * ldr_link_validate:
 * @self: a link, perhaps from outside
 * @error: LDR_MODEL_ERROR_INVALID, naming the fault
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_link_validate (const LdrLink *self, GError **error)
{
  if (is_end (self->kind, self->id) && is_end (self->other_kind, self->other_id)
      && compare_ends (self->kind, self->id, self->other_kind, self->other_id) < 0)
    return TRUE;
  g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID,
                       _ ("A link joins two different things: entries, goals, sessions or questions."));
  return FALSE;
}

/**
 * ldr_link_equal:
 * @a: a link
 * @b: a link
 *
 * Returns: whether both join the same things
 */
gboolean
ldr_link_equal (const LdrLink *a, const LdrLink *b)
{
  return compare_ends (a->kind, a->id, b->kind, b->id) == 0
         && compare_ends (a->other_kind, a->other_id, b->other_kind, b->other_id) == 0;
}

/**
 * ldr_link_kind_to_id:
 * @kind: a kind
 *
 * Returns: its id, the same in every language
 */
const char *
ldr_link_kind_to_id (LdrLinkKind kind)
{
  g_return_val_if_fail ((guint) kind < LDR_N_LINK_KINDS, NULL);

  return kind_ids[kind];
}

/**
 * ldr_link_kind_from_id:
 * @id: (nullable): an id
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
ldr_link_kind_from_id (const char *id, LdrLinkKind *kind)
{
  return ldr_text_find (kind_ids, LDR_N_LINK_KINDS, id, (guint *) kind);
}
