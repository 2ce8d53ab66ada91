/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LDR_TYPE_AROUND (ldr_around_get_type ())
G_DECLARE_FINAL_TYPE (LdrAround, ldr_around, LDR, AROUND, AdwBin)

/* What stands around a page in the window: it answers the ways to other places, and keeps the last one that was taken,
 * as the name of the action with its target. */

const char *ldr_around_get_way (LdrAround *self);

G_END_DECLS
