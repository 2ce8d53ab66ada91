/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>
#include "store/ldr-store.h"

G_BEGIN_DECLS

/* A journal of ten years, and what its charts are made from, read bare. */

#define BENCH_DECADE_PASSPHRASE "bench"

void bench_decade_fill (LdrStore *store, int today, int n_entries);
sqlite3 *bench_decade_open_bare (LdrStore *store, const char *path);
void bench_decade_read_bare (sqlite3 *bare);

G_END_DECLS
