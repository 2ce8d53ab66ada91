/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "ldr-export.h"
#include "store/ldr-store-packs.h"

G_BEGIN_DECLS

/* Session packs and comments in the JSON format (ldr-json.h). */

gboolean ldr_json_append_pack (
    GString *out, LdrStore *store, const LdrReceivedPack *received, LdrExportFlags flags, GError **error);
void ldr_json_append_received_comment (GString *out, const LdrReceivedComment *received);

gboolean ldr_json_read_packs (LdrStore *store, JsonObject *object, GError **error);
gboolean ldr_json_read_received_comments (LdrStore *store, JsonObject *object, GError **error);

G_END_DECLS
