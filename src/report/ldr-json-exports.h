/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "store/ldr-store.h"

G_BEGIN_DECLS

/* The log of exports, choices of what goes out and known names in the JSON format (ldr-json.h). */

gboolean ldr_json_append_exports (GString *out, LdrStore *store, GError **error);
gboolean ldr_json_read_exports (LdrStore *store, JsonObject *object, GError **error);

G_END_DECLS
