/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-revision.h"

G_DEFINE_BOXED_TYPE (LdrRevision, ldr_revision, ldr_revision_ref, ldr_revision_unref)

/**
 * ldr_revision_new:
 * @number: the entry's revision number at that time, from 1
 * @saved: the moment at which that version was saved
 * @entry: (transfer none): the whole entry as it was
 *
 * Returns: (transfer full): an earlier version
 */
LdrRevision *
ldr_revision_new (int number, gint64 saved, LdrEntry *entry)
{
  LdrRevision *self;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_atomic_rc_box_new0 (LdrRevision);
  self->number = number;
  self->saved = saved;
  self->entry = ldr_entry_ref (entry);
  return self;
}

LdrRevision *
ldr_revision_ref (LdrRevision *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
revision_clear (gpointer data)
{
  LdrRevision *self = data;

  ldr_entry_unref (self->entry);
}

void
ldr_revision_unref (LdrRevision *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, revision_clear);
}

/**
 * ldr_revision_is_due:
 * @last_kept: when the youngest earlier version of the entry was kept, or 0 when there is none
 * @now: this moment
 *
 * Saves of one sitting share one earlier version, so that a version is a draft worth going back to and not a keystroke.
 * A clock that was set back makes a version due: one too many is better than one too few.
 *
 * Returns: whether the state about to be overwritten has to be kept
 */
gboolean
ldr_revision_is_due (gint64 last_kept, gint64 now)
{
  return last_kept == 0 || now < last_kept || now - last_kept >= LDR_SITTING;
}
