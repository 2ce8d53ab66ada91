/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-entry.h"

G_BEGIN_DECLS

/* How long a sitting lasts: saves closer together than this (milliseconds) share one earlier version. */
#define LDR_SITTING (10 * 60 * 1000)

#define LDR_TYPE_REVISION (ldr_revision_get_type ())

/**
 * LdrRevision:
 * @number: the entry's revision number at that time
 * @saved: when that version was saved
 * @entry: the whole entry as it was
 *
 * An earlier version of an entry. Refcounted, never changed once shared.
 */
typedef struct {
  int number;
  gint64 saved;
  LdrEntry *entry;
} LdrRevision;

GType ldr_revision_get_type (void) G_GNUC_CONST;
LdrRevision *ldr_revision_new (int number, gint64 saved, LdrEntry *entry);
LdrRevision *ldr_revision_ref (LdrRevision *self);
void ldr_revision_unref (LdrRevision *self);
gboolean ldr_revision_is_due (gint64 last_kept, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrRevision, ldr_revision_unref)

G_END_DECLS
