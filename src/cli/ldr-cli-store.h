/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-store.h"

G_BEGIN_DECLS

LdrStore *ldr_cli_open (const char *path, GError **error);
LdrStore *ldr_cli_create (const char *path, const char *leader, LdrRole role, GError **error);
gboolean ldr_cli_is_same_file (const char *a, const char *b);

G_END_DECLS
