/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-demo-coaching.h"
#include "model/ldr-entry.h"

G_BEGIN_DECLS

/**
 * LdrDemo:
 *
 * A believable journal about a team that does not exist, to look around in and to measure with. Never changed after it
 * was made, so any thread may ask it for entries.
 */
typedef struct _LdrDemo LdrDemo;

LdrDemo *ldr_demo_new (const char *language, guint32 seed, int n_entries);
void ldr_demo_free (LdrDemo *self);
int ldr_demo_get_n_entries (const LdrDemo *self);
const char *ldr_demo_get_leader (const LdrDemo *self);
LdrDemoCoaching *ldr_demo_make_coaching (const LdrDemo *self);
LdrEntry *ldr_demo_get_entry (const LdrDemo *self, int index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDemo, ldr_demo_free)

G_END_DECLS
