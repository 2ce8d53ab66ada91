/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "model/ldr-action.h"
#include "model/ldr-link.h"
#include "store/ldr-store-sessions.h"

G_BEGIN_DECLS

/* Sessions, actions and links in the JSON format (ldr-json.h). */

void ldr_json_append_session (GString *out, const LdrSession *session);
void ldr_json_append_session_summary (GString *out, const LdrSessionSummary *summary);
void ldr_json_append_action (GString *out, const LdrAction *action);
void ldr_json_append_link (GString *out, const LdrLink *link);

gboolean ldr_json_read_sessions (LdrStore *store, JsonObject *object, GError **error);
gboolean ldr_json_read_actions (LdrStore *store, JsonObject *object, GError **error);
gboolean ldr_json_read_links (LdrStore *store, JsonObject *object, GError **error);

G_END_DECLS
