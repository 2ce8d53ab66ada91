/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint document_bench_write_floor (GPtrArray *texts);
void document_bench_exports (GPtrArray *texts, int n_large);

G_END_DECLS
