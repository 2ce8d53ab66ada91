/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-journal-info.h"

#include "ldr-id.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrJournalInfo, ldr_journal_info, ldr_journal_info_ref, ldr_journal_info_unref)

static const char *const role_ids[] = {
  [LDR_ROLE_LEADER] = "leader",
  [LDR_ROLE_COACH] = "coach",
};

/**
 * ldr_journal_info_new:
 * @leader: the name of the person whom the journal is about; made one line of clean text
 * @role: who writes it
 *
 * Returns: (transfer full): the facts of a journal that begins now, with an id of its own
 */
LdrJournalInfo *
ldr_journal_info_new (const char *leader, LdrRole role)
{
  LdrJournalInfo *self = g_atomic_rc_box_new0 (LdrJournalInfo);

  self->id = ldr_id_new ();
  self->leader = ldr_text_clean (leader, LDR_TEXT_LINE);
  self->role = role;
  self->created = ldr_moment_now ();
  return self;
}

LdrJournalInfo *
ldr_journal_info_ref (LdrJournalInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
journal_info_clear (gpointer data)
{
  LdrJournalInfo *self = data;

  g_free (self->id);
  g_free (self->leader);
}

void
ldr_journal_info_unref (LdrJournalInfo *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, journal_info_clear);
}

/**
 * ldr_role_to_id:
 * @role: a role
 *
 * Returns: its id, the same in every language
 */
const char *
ldr_role_to_id (LdrRole role)
{
  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (role_ids), NULL);

  return role_ids[role];
}

/**
 * ldr_role_from_id:
 * @id: (nullable): an id
 * @role: (out): the role
 *
 * Returns: whether there is such a role
 */
gboolean
ldr_role_from_id (const char *id, LdrRole *role)
{
  return ldr_text_find (role_ids, G_N_ELEMENTS (role_ids), id, (guint *) role);
}
