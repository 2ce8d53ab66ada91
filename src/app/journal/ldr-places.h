/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-store-list.h"

G_BEGIN_DECLS

gboolean ldr_places_find (GArray *places, gint64 key, guint *position);
void ldr_places_diff (GArray *before, GArray *after, guint *position, guint *removed, guint *added);
GArray *ldr_places_sections (GArray *places);
void ldr_sections_lookup (GArray *sections, guint n_places, guint position, guint *start, guint *end);

G_END_DECLS
