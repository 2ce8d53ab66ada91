/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-q-set.h"

G_BEGIN_DECLS

LdrQSet *ldr_kade_read (const char *bytes, gsize length, GError **error);
char *ldr_kade_write (const LdrQSet *set);

LdrQSet *ldr_pqmethod_read_dat (const char *bytes, gsize length, GError **error);
gboolean ldr_pqmethod_read_sta (LdrQSet *set, const char *bytes, gsize length, GError **error);
char *ldr_pqmethod_write_dat (const LdrQSet *set, GError **error);
char *ldr_pqmethod_write_sta (const LdrQSet *set);

G_END_DECLS
