/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include "ldr-store-error.h"

/* sqlite3.h declares sqlite3_key() only when asked. */
#ifndef SQLITE_HAS_CODEC
#define SQLITE_HAS_CODEC 1
#endif
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean ldr_sqlite_code_from_errno (int reason, LdrStoreError *code);
gboolean ldr_sqlite_fail (sqlite3 *db, int code, GError **error);
gboolean ldr_sqlite_read_start (const char *path, guchar *start, gsize *n_start, gint64 *size, GError **error);

G_END_DECLS
