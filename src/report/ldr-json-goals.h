/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "model/ldr-check-in.h"
#include "store/ldr-store.h"

G_BEGIN_DECLS

/* Goals with their check-ins in the JSON format (ldr-json.h). */

void ldr_json_append_goal (GString *out, const LdrGoal *goal, GPtrArray *check_ins);
void ldr_json_append_check_in (GString *out, const LdrCheckIn *check_in);
gboolean ldr_json_read_goals (LdrStore *store, JsonObject *object, GError **error);

gboolean ldr_json_weekdays_from_ids (const char *const *ids, guint *weekdays);

G_END_DECLS
