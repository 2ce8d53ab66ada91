/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-value.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ldr-report-error.h"
#include "model/ldr-moment.h"

/* Objects are written straight into a text: an export of a hundred thousand entries has no use for trees of nodes. What
 * is read, in contrast, comes from json-glib's parser. */

/* The bytes that do not stand for themselves in a text. */
static const guint8 is_special[256] = { [0 ... 0x1F] = TRUE, ['"'] = TRUE, ['\\'] = TRUE };

static void
append_special (GString *out, guchar c)
{
  switch (c)
    {
    case '"':
      g_string_append (out, "\\\"");
      break;
    case '\\':
      g_string_append (out, "\\\\");
      break;
    case '\n':
      g_string_append (out, "\\n");
      break;
    case '\t':
      g_string_append (out, "\\t");
      break;
    default:
      g_string_append_printf (out, "\\u%04x", c);
      break;
    }
}

static void
append_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  while (TRUE)
    {
      const char *end = text;

      while (!is_special[(guchar) *end])
        end++;
      g_string_append_len (out, text, end - text);
      if (*end == '\0')
        break;
      append_special (out, (guchar) *end);
      text = end + 1;
    }
  g_string_append_c (out, '"');
}

void
ldr_json_append_member (GString *out, const char *member)
{
  g_string_append (out, out->str[out->len - 1] == '{' ? "\"" : ",\"");
  g_string_append (out, member);
  g_string_append (out, "\":");
}

void
ldr_json_append_string (GString *out, const char *member, const char *text)
{
  ldr_json_append_member (out, member);
  append_text (out, text);
}

void
ldr_json_append_int (GString *out, const char *member, int number)
{
  ldr_json_append_int64 (out, member, number);
}

void
ldr_json_append_int64 (GString *out, const char *member, gint64 number)
{
  ldr_json_append_member (out, member);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
}

/* In as few digits as bring back the same number; null for NAN. */
void
ldr_json_append_double (GString *out, const char *member, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "null";

  for (int precision = 15; isfinite (number) && precision <= 17; precision++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", precision);

      g_ascii_formatd (text, sizeof text, format, number);
      if (memcmp (&(double) { g_ascii_strtod (text, NULL) }, &number, sizeof number) == 0)
        break;
    }
  /* JSON's numbers read back have no minus before a zero. */
  if (fpclassify (number) == FP_ZERO)
    g_strlcpy (text, "0", sizeof text);
  ldr_json_append_member (out, member);
  g_string_append (out, text);
}

void
ldr_json_append_boolean (GString *out, const char *member, gboolean value)
{
  ldr_json_append_member (out, member);
  g_string_append (out, value ? "true" : "false");
}

void
ldr_json_append_moment (GString *out, const char *member, gint64 moment)
{
  g_autofree char *text = ldr_moment_to_iso8601 (moment);

  ldr_json_append_string (out, member, text);
}

void
ldr_json_append_day (GString *out, const char *member, int day)
{
  g_autofree char *text = ldr_day_to_iso8601 (day);

  ldr_json_append_string (out, member, text);
}

void
ldr_json_append_strings (GString *out, const char *member, char **strings)
{
  ldr_json_append_member (out, member);
  g_string_append_c (out, '[');
  for (gsize i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_text (out, strings[i]);
    }
  g_string_append_c (out, ']');
}

void
ldr_json_append_styles (GString *out, const char *member, LdrStyleSet set)
{
  const char *ids[LDR_N_STYLES + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < LDR_N_STYLES; i++)
    if ((set & LDR_STYLE_BIT (i)) != 0)
      ids[n++] = ldr_style_to_id ((LdrStyle) i);
  ldr_json_append_strings (out, member, (char **) ids);
}

gboolean
ldr_json_fail (GError **error, const char *member, const char *expected)
{
  /* Translators: the first is a name such as “happened”, the second what stands there in a sound file: “a number”. */
  g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("“%s” is not %s"), member, expected);
  return FALSE;
}

/* What each getter returns is whether the member can be read; one that is missing or null can, and leaves @value as it
 * is. */

/* The member, %NULL when there is nothing to read. */
static JsonNode *
get_member (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

/* A member of a simple type, which a sound file describes as @expected; @node stays %NULL where there is nothing to
 * read. */
static gboolean
get_simple (JsonObject *object, const char *member, GType type, const char *expected, JsonNode **node, GError **error)
{
  *node = get_member (object, member);
  return *node == NULL || json_node_get_value_type (*node) == type || ldr_json_fail (error, member, expected);
}

gboolean
ldr_json_get_string (JsonObject *object, const char *member, char **value, GError **error)
{
  JsonNode *node;

  if (!get_simple (object, member, G_TYPE_STRING, C_ ("JSON value", "a text"), &node, error))
    return FALSE;
  if (node != NULL)
    g_set_str (value, json_node_get_string (node));
  return TRUE;
}

gboolean
ldr_json_get_boolean (JsonObject *object, const char *member, gboolean *value, GError **error)
{
  JsonNode *node;

  if (!get_simple (object, member, G_TYPE_BOOLEAN, C_ ("JSON value", "true or false"), &node, error))
    return FALSE;
  if (node != NULL)
    *value = json_node_get_boolean (node);
  return TRUE;
}

/* A whole number from 0 to @max. */
static gboolean
get_number (JsonObject *object, const char *member, gint64 max, gint64 *value, GError **error)
{
  JsonNode *node;

  if (!get_simple (object, member, G_TYPE_INT64, C_ ("JSON value", "a whole number"), &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;
  *value = json_node_get_int (node);
  return (*value >= 0 && *value <= max) || ldr_json_fail (error, member, C_ ("JSON value", "a number in its range"));
}

gboolean
ldr_json_get_int (JsonObject *object, const char *member, int *value, GError **error)
{
  gint64 number = *value;

  if (!get_number (object, member, G_MAXINT, &number, error))
    return FALSE;
  *value = (int) number;
  return TRUE;
}

gboolean
ldr_json_get_int64 (JsonObject *object, const char *member, gint64 *value, GError **error)
{
  return get_number (object, member, G_MAXINT64, value, error);
}

gboolean
ldr_json_get_double (JsonObject *object, const char *member, double *value, GError **error)
{
  JsonNode *node = get_member (object, member);
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (node == NULL)
    return TRUE;
  if (type != G_TYPE_DOUBLE && type != G_TYPE_INT64)
    return ldr_json_fail (error, member, C_ ("JSON value", "a number"));
  *value = json_node_get_double (node);
  return TRUE;
}

gboolean
ldr_json_get_uint32 (JsonObject *object, const char *member, guint32 *value, GError **error)
{
  gint64 number = *value;

  if (!get_number (object, member, G_MAXUINT32, &number, error))
    return FALSE;
  *value = (guint32) number;
  return TRUE;
}

gboolean
ldr_json_get_moment (JsonObject *object, const char *member, gint64 *value, GError **error)
{
  g_autofree char *text = NULL;

  if (!ldr_json_get_string (object, member, &text, error))
    return FALSE;
  return text == NULL || ldr_moment_parse (text, value, NULL)
         || ldr_json_fail (error, member, C_ ("JSON value", "a date and time"));
}

gboolean
ldr_json_get_day (JsonObject *object, const char *member, int *value, GError **error)
{
  g_autofree char *text = NULL;

  if (!ldr_json_get_string (object, member, &text, error))
    return FALSE;
  return text == NULL || ldr_day_parse (text, value, NULL)
         || ldr_json_fail (error, member, C_ ("JSON value", "a date"));
}

/* A style by its id. @found tells whether it is there at all. */
gboolean
ldr_json_get_style (JsonObject *object, const char *member, LdrStyle *value, gboolean *found, GError **error)
{
  g_autofree char *id = NULL;

  if (!ldr_json_get_string (object, member, &id, error))
    return FALSE;
  *found = id != NULL;
  return id == NULL || ldr_style_from_id (id, value) || ldr_json_fail (error, member, C_ ("JSON value", "a style"));
}

gboolean
ldr_json_get_strings (JsonObject *object, const char *member, char ***value, GError **error)
{
  JsonNode *node = get_member (object, member);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return ldr_json_fail (error, member, C_ ("JSON value", "a list of texts"));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING)
        return ldr_json_fail (error, member, C_ ("JSON value", "a list of texts"));
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  *value = g_strv_builder_end (builder);
  return TRUE;
}

gboolean
ldr_json_get_styles (JsonObject *object, const char *member, LdrStyleSet *value, GError **error)
{
  g_auto (GStrv) ids = NULL;

  if (!ldr_json_get_strings (object, member, &ids, error))
    return FALSE;
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      LdrStyle style;

      if (!ldr_style_from_id (ids[i], &style))
        return ldr_json_fail (error, member, C_ ("JSON value", "a list of styles"));
      *value |= LDR_STYLE_BIT (style);
    }
  return TRUE;
}

/* The objects of a member that is a list; @list stays %NULL when it is not there. */
gboolean
ldr_json_get_objects (JsonObject *object, const char *member, JsonArray **list, GError **error)
{
  JsonNode *node = get_member (object, member);

  *list = NULL;
  if (node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      gboolean sound = TRUE;

      *list = json_node_get_array (node);
      for (guint i = 0; i < json_array_get_length (*list); i++)
        sound = sound && JSON_NODE_HOLDS_OBJECT (json_array_get_element (*list, i));
      if (sound)
        return TRUE;
    }
  g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("“%s” is not a list of JSON objects"), member);
  return FALSE;
}
