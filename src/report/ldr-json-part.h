/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "store/ldr-store.h"

G_BEGIN_DECLS

/* The lists of the JSON format (ldr-json.h) beside its entries, to text and into a journal. Private to this folder. */

/* Appends the members of an object, without its braces. */
typedef void (*LdrJsonAppendFunc) (GString *out, gconstpointer value);
void ldr_json_append_list (GString *out, const char *member, GPtrArray *values, LdrJsonAppendFunc append);

/* Adds what an object says to the journal. */
typedef gboolean (*LdrJsonReadFunc) (LdrStore *store, JsonObject *object, GError **error);
gboolean
ldr_json_read_list (LdrStore *store, JsonObject *object, const char *member, LdrJsonReadFunc read, GError **error);
gboolean ldr_json_check_new (LdrStore *store, const char *id, GError **error);

G_END_DECLS
