/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LDR_TYPE_HASH_STREAM (ldr_hash_stream_get_type ())
G_DECLARE_FINAL_TYPE (LdrHashStream, ldr_hash_stream, LDR, HASH_STREAM, GFilterOutputStream)

GOutputStream *ldr_hash_stream_new (GOutputStream *base);
guint64 ldr_hash_stream_get_n_bytes (LdrHashStream *self);
const char *ldr_hash_stream_get_sum (LdrHashStream *self);

G_END_DECLS
