/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-summary.h"

G_DEFINE_BOXED_TYPE (LdrSummary, ldr_summary, ldr_summary_ref, ldr_summary_unref)

/**
 * ldr_summary_new:
 *
 * Returns: (transfer full): a summary with nothing in it yet, to be filled before it is shared
 */
LdrSummary *
ldr_summary_new (void)
{
  return g_atomic_rc_box_new0 (LdrSummary);
}

LdrSummary *
ldr_summary_ref (LdrSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
summary_clear (gpointer data)
{
  LdrSummary *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->excerpt);
}

void
ldr_summary_unref (LdrSummary *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, summary_clear);
}
