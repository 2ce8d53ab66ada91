/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "model/ldr-style.h"

G_BEGIN_DECLS

/* The single values of the JSON format (ldr-json.h), to text and back from a JSON object. Private to this folder. */

void ldr_json_append_member (GString *out, const char *member);
void ldr_json_append_string (GString *out, const char *member, const char *text);
void ldr_json_append_int (GString *out, const char *member, int number);
void ldr_json_append_int64 (GString *out, const char *member, gint64 number);
void ldr_json_append_double (GString *out, const char *member, double number);
void ldr_json_append_boolean (GString *out, const char *member, gboolean value);
void ldr_json_append_moment (GString *out, const char *member, gint64 moment);
void ldr_json_append_day (GString *out, const char *member, int day);
void ldr_json_append_strings (GString *out, const char *member, char **strings);
void ldr_json_append_styles (GString *out, const char *member, LdrStyleSet set);
gboolean ldr_json_fail (GError **error, const char *member, const char *expected);
gboolean ldr_json_get_string (JsonObject *object, const char *member, char **value, GError **error);
gboolean ldr_json_get_int (JsonObject *object, const char *member, int *value, GError **error);
gboolean ldr_json_get_int64 (JsonObject *object, const char *member, gint64 *value, GError **error);
gboolean ldr_json_get_double (JsonObject *object, const char *member, double *value, GError **error);
gboolean ldr_json_get_boolean (JsonObject *object, const char *member, gboolean *value, GError **error);
gboolean ldr_json_get_moment (JsonObject *object, const char *member, gint64 *value, GError **error);
gboolean ldr_json_get_strings (JsonObject *object, const char *member, char ***value, GError **error);
gboolean ldr_json_get_styles (JsonObject *object, const char *member, LdrStyleSet *value, GError **error);
gboolean ldr_json_get_objects (JsonObject *object, const char *member, JsonArray **list, GError **error);
gboolean ldr_json_get_uint32 (JsonObject *object, const char *member, guint32 *value, GError **error);
gboolean ldr_json_get_day (JsonObject *object, const char *member, int *value, GError **error);
gboolean ldr_json_get_style (JsonObject *object, const char *member, LdrStyle *value, gboolean *found, GError **error);

G_END_DECLS
