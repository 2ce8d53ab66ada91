/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "model/ldr-entry.h"
#include "model/ldr-journal-info.h"
#include "model/ldr-picture.h"
#include "model/ldr-revision.h"
#include "model/ldr-summary.h"

G_BEGIN_DECLS

/* The elements of the JSON format (ldr-json.h), each to text and back from a JSON object. */

void ldr_json_append_info (GString *out, LdrJournalInfo *info);
void ldr_json_append_entry (GString *out, LdrEntry *entry, GPtrArray *revisions, GPtrArray *pictures);
void ldr_json_append_picture (GString *out, const LdrPicture *picture);
void ldr_json_append_summary (GString *out, LdrSummary *summary);

LdrJournalInfo *ldr_json_to_info (JsonObject *object, GError **error);
LdrEntry *ldr_json_to_entry (JsonObject *object, GError **error);
LdrRevision *ldr_json_to_revision (JsonObject *object, LdrEntry *entry, GError **error);
LdrPicture *ldr_json_to_picture (JsonObject *object, const char *entry_id, GError **error);

G_END_DECLS
