/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "store/ldr-store.h"

G_BEGIN_DECLS

gboolean ldr_json_append_all_styles (GString *out, LdrStore *store, GError **error);
gboolean ldr_json_read_all_styles (LdrStore *store, JsonObject *object, GError **error);

G_END_DECLS
