/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "model/ldr-entry.h"
#include "model/ldr-journal-info.h"
#include "model/ldr-picture.h"
#include "model/ldr-revision.h"
#include "model/ldr-summary.h"

G_BEGIN_DECLS

/* The elements of the JSON format (ldr-json.h), each to a JSON object and back. */

JsonObject *ldr_json_from_info (LdrJournalInfo *info);
LdrJournalInfo *ldr_json_to_info (JsonObject *object, GError **error);
JsonObject *ldr_json_from_entry (LdrEntry *entry);
LdrEntry *ldr_json_to_entry (JsonObject *object, GError **error);
JsonObject *ldr_json_from_revision (LdrRevision *revision);
LdrRevision *ldr_json_to_revision (JsonObject *object, LdrEntry *entry, GError **error);
JsonObject *ldr_json_from_picture (LdrPicture *picture);
LdrPicture *ldr_json_to_picture (JsonObject *object, const char *entry_id, GError **error);
JsonObject *ldr_json_from_summary (LdrSummary *summary);
char *ldr_json_to_line (JsonObject *object);

G_END_DECLS
