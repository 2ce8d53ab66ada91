/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LdrJsonSplitter:
 *
 * Cuts a long JSON document `{ … , "entries": [ … ], … }` into its head, one entry at a time, and what stands behind
 * them, so that reading a journal takes no more memory than its largest part. It only finds where values begin and end;
 * json-glib reads them.
 */
typedef struct _LdrJsonSplitter LdrJsonSplitter;

typedef enum
{
  LDR_JSON_PART_ERROR,
  LDR_JSON_PART_END,
  LDR_JSON_PART_HEAD,
  LDR_JSON_PART_ENTRY,
  LDR_JSON_PART_TAIL,
} LdrJsonPart;

LdrJsonSplitter *ldr_json_splitter_new (GInputStream *stream);
LdrJsonPart
ldr_json_splitter_next (LdrJsonSplitter *self, GBytes **text, int *line, GCancellable *cancellable, GError **error);
void ldr_json_splitter_free (LdrJsonSplitter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrJsonSplitter, ldr_json_splitter_free)

G_END_DECLS
