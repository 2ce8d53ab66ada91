/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-entry.h"

#include <glib/gi18n.h>

#include "ldr-report-error.h"
#include "model/ldr-id.h"
#include "model/ldr-moment.h"
#include "model/ldr-text.h"

/* Objects are written straight into a text: an export of a hundred thousand entries has no use for trees of nodes. What
 * is read, in contrast, comes from json-glib's parser. */

static void
append_text (GString *out, const char *text)
{
  const char *plain = text;

  g_string_append_c (out, '"');
  for (const char *p = text;; p++)
    {
      guchar c = (guchar) *p;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;
      g_string_append_len (out, plain, p - plain);
      if (c == '\0')
        break;
      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", c);
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if (c == '\t')
        g_string_append (out, "\\t");
      else
        g_string_append_printf (out, "\\u%04x", c);
      plain = p + 1;
    }
  g_string_append_c (out, '"');
}

static void
append_member (GString *out, const char *member)
{
  g_string_append (out, out->str[out->len - 1] == '{' ? "\"" : ",\"");
  g_string_append (out, member);
  g_string_append (out, "\":");
}

static void
append_string (GString *out, const char *member, const char *text)
{
  append_member (out, member);
  append_text (out, text);
}

static void
append_int (GString *out, const char *member, int number)
{
  append_member (out, member);
  g_string_append_printf (out, "%d", number);
}

static void
append_boolean (GString *out, const char *member, gboolean value)
{
  append_member (out, member);
  g_string_append (out, value ? "true" : "false");
}

static void
append_moment (GString *out, const char *member, gint64 moment)
{
  g_autofree char *text = ldr_moment_to_iso8601 (moment);

  append_string (out, member, text);
}

static void
append_day (GString *out, const char *member, int day)
{
  g_autofree char *text = ldr_day_to_iso8601 (day);

  append_string (out, member, text);
}

static void
append_strings (GString *out, const char *member, char **strings)
{
  append_member (out, member);
  g_string_append_c (out, '[');
  for (gsize i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_text (out, strings[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_styles (GString *out, const char *member, LdrStyleSet set)
{
  g_auto (GStrv) ids = ldr_style_set_to_ids (set);

  append_strings (out, member, ids);
}

static gboolean
fail (GError **error, const char *member, const char *expected)
{
  /* Translators: the first is a name such as “happened”, the second what stands there in a sound file: “a number”. */
  g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("“%s” is not %s"), member, expected);
  return FALSE;
}

/* A member that is missing or null leaves @value as it is. */
static gboolean
get_string (JsonObject *object, const char *member, char **value, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return fail (error, member, C_ ("JSON value", "a text"));
  g_set_str (value, json_node_get_string (node));
  return TRUE;
}

static gboolean
get_int (JsonObject *object, const char *member, int *value, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  gint64 number;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return fail (error, member, C_ ("JSON value", "a whole number"));
  number = json_node_get_int (node);
  if (number < 0 || number > G_MAXINT)
    return fail (error, member, C_ ("JSON value", "a number in its range"));
  *value = (int) number;
  return TRUE;
}

static gboolean
get_boolean (JsonObject *object, const char *member, gboolean *value, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail (error, member, C_ ("JSON value", "true or false"));
  *value = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
get_moment (JsonObject *object, const char *member, gint64 *value, GError **error)
{
  g_autofree char *text = NULL;

  if (!get_string (object, member, &text, error))
    return FALSE;
  return text == NULL || ldr_moment_parse (text, value, NULL)
         || fail (error, member, C_ ("JSON value", "a date and time"));
}

static gboolean
get_strings (JsonObject *object, const char *member, char ***value, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, member, C_ ("JSON value", "a list of texts"));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING)
        return fail (error, member, C_ ("JSON value", "a list of texts"));
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  *value = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
get_styles (JsonObject *object, const char *member, LdrStyleSet *value, GError **error)
{
  g_auto (GStrv) ids = NULL;

  if (!get_strings (object, member, &ids, error))
    return FALSE;
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      LdrStyle style;

      if (!ldr_style_from_id (ids[i], &style))
        return fail (error, member, C_ ("JSON value", "a list of styles"));
      *value |= LDR_STYLE_BIT (style);
    }
  return TRUE;
}

/**
 * ldr_json_append_info:
 * @out: the text to append to
 * @info: whose journal it is
 */
void
ldr_json_append_info (GString *out, LdrJournalInfo *info)
{
  g_string_append_c (out, '{');
  append_string (out, "id", info->id);
  append_string (out, "leader", info->leader);
  append_string (out, "role", ldr_role_to_id (info->role));
  append_moment (out, "created", info->created);
  g_string_append_c (out, '}');
}

/**
 * ldr_json_to_info:
 * @object: an object; what is missing is made up anew
 * @error: LDR_REPORT_ERROR_INVALID, saying which member is wrong
 *
 * Returns: (transfer full) (nullable): whose journal it is
 */
LdrJournalInfo *
ldr_json_to_info (JsonObject *object, GError **error)
{
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("", LDR_ROLE_LEADER);
  g_autofree char *role = NULL;

  if (!get_string (object, "id", &info->id, error) || !get_string (object, "leader", &info->leader, error)
      || !get_string (object, "role", &role, error) || !get_moment (object, "created", &info->created, error))
    return NULL;
  if (!ldr_id_is_valid (info->id))
    {
      fail (error, "id", C_ ("JSON value", "a UUID of version 7"));
      return NULL;
    }
  if (!ldr_text_is_clean (info->leader, LDR_TEXT_LINE))
    {
      fail (error, "leader", C_ ("JSON value", "one line of text"));
      return NULL;
    }
  if (role != NULL && !ldr_role_from_id (role, &info->role))
    {
      fail (error, "role", C_ ("JSON value", "“leader” or “coach”"));
      return NULL;
    }
  return g_steal_pointer (&info);
}

/* What an entry and its earlier versions have in common. */
static void
append_contents (GString *out, LdrEntry *entry)
{
  append_moment (out, "happened", entry->happened);
  append_day (out, "day", entry->day);
  append_string (out, "title", entry->title);
  append_string (out, "text", entry->text);
  append_styles (out, "styles", entry->styles);
  append_styles (out, "pitfalls", entry->pitfalls);
  append_int (out, "energy", entry->energy);
  append_strings (out, "tags", entry->tags);
  append_boolean (out, "to-discuss", entry->to_discuss);
}

/* The entry's own id and dates are the same in each of its versions and are left out. */
static void
append_revision (GString *out, LdrRevision *revision)
{
  g_string_append_c (out, '{');
  append_contents (out, revision->entry);
  append_moment (out, "changed", revision->saved);
  append_int (out, "revision", revision->number);
  g_string_append_c (out, '}');
}

static void
append_picture (GString *out, LdrPicture *picture)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (picture->bytes, &length);
  g_autofree char *base64 = g_base64_encode (data, length);

  g_string_append_c (out, '{');
  append_string (out, "id", picture->id);
  append_string (out, "media-type", picture->media_type);
  append_string (out, "data", base64);
  g_string_append_c (out, '}');
}

/**
 * ldr_json_append_entry:
 * @out: the text to append to
 * @entry: an entry
 * @revisions: (nullable) (element-type LdrRevision): its earlier versions, in the order in which they are to stand
 * @pictures: (nullable) (element-type LdrPicture): its pictures, in the order in which they are to stand
 *
 * Appends the entry on one line.
 */
void
ldr_json_append_entry (GString *out, LdrEntry *entry, GPtrArray *revisions, GPtrArray *pictures)
{
  g_string_append_c (out, '{');
  append_string (out, "id", entry->id);
  append_contents (out, entry);
  append_moment (out, "created", entry->created);
  append_moment (out, "changed", entry->changed);
  if (entry->deleted != 0)
    append_moment (out, "deleted", entry->deleted);
  append_int (out, "revision", entry->revision);
  for (guint i = 0; revisions != NULL && i < revisions->len; i++)
    {
      g_string_append (out, i == 0 ? ",\"revisions\":[" : ",");
      append_revision (out, revisions->pdata[i]);
      g_string_append (out, i + 1 == revisions->len ? "]" : "");
    }
  for (guint i = 0; pictures != NULL && i < pictures->len; i++)
    {
      g_string_append (out, i == 0 ? ",\"pictures\":[" : ",");
      append_picture (out, pictures->pdata[i]);
      g_string_append (out, i + 1 == pictures->len ? "]" : "");
    }
  g_string_append_c (out, '}');
}

/* Reads what an entry and its earlier versions have in common; times and day follow from "happened" unless given. */
static gboolean
read_entry (JsonObject *object, LdrEntry *entry, GError **error)
{
  g_autofree char *day = NULL;
  g_auto (GStrv) tags = NULL;

  if (!get_moment (object, "happened", &entry->happened, error) || !get_string (object, "day", &day, error)
      || !get_string (object, "title", &entry->title, error) || !get_string (object, "text", &entry->text, error)
      || !get_styles (object, "styles", &entry->styles, error)
      || !get_styles (object, "pitfalls", &entry->pitfalls, error) || !get_int (object, "energy", &entry->energy, error)
      || !get_strings (object, "tags", &tags, error) || !get_boolean (object, "to-discuss", &entry->to_discuss, error))
    return FALSE;
  if (!json_object_has_member (object, "happened"))
    return fail (error, "happened", C_ ("JSON value", "a date and time"));
  if (day == NULL)
    entry->day = ldr_day_from_moment (entry->happened);
  else if (!ldr_day_parse (day, &entry->day, NULL))
    return fail (error, "day", C_ ("JSON value", "a date"));
  if (tags != NULL)
    ldr_entry_set_tags (entry, (const char *const *) tags);
  return TRUE;
}

/**
 * ldr_json_to_entry:
 * @object: an object with at least "happened"; an id is made up where there is none
 * @error: LDR_REPORT_ERROR_INVALID or LDR_MODEL_ERROR_INVALID, saying which member is wrong
 *
 * Returns: (transfer full) (nullable): the entry, valid
 */
LdrEntry *
ldr_json_to_entry (JsonObject *object, GError **error)
{
  g_autoptr (LdrEntry) entry = ldr_entry_new ();

  entry->revision = 1;
  if (!read_entry (object, entry, error) || !get_string (object, "id", &entry->id, error)
      || !get_moment (object, "created", &entry->created, error)
      || !get_moment (object, "changed", &entry->changed, error)
      || !get_moment (object, "deleted", &entry->deleted, error)
      || !get_int (object, "revision", &entry->revision, error) || !ldr_entry_validate (entry, error))
    return NULL;
  return g_steal_pointer (&entry);
}

/**
 * ldr_json_to_revision:
 * @object: an object
 * @entry: the entry that it is a version of
 * @error: LDR_REPORT_ERROR_INVALID or LDR_MODEL_ERROR_INVALID, saying which member is wrong
 *
 * Returns: (transfer full) (nullable): the earlier version
 */
LdrRevision *
ldr_json_to_revision (JsonObject *object, LdrEntry *entry, GError **error)
{
  g_autoptr (LdrEntry) old = ldr_entry_new ();

  g_set_str (&old->id, entry->id);
  old->created = entry->created;
  old->revision = 1;
  if (!read_entry (object, old, error) || !get_moment (object, "changed", &old->changed, error)
      || !get_int (object, "revision", &old->revision, error) || !ldr_entry_validate (old, error))
    return NULL;
  return ldr_revision_new (old->revision, old->changed, old);
}

/**
 * ldr_json_to_picture:
 * @object: an object
 * @entry_id: the entry that it belongs to
 * @error: LDR_REPORT_ERROR_INVALID, saying which member is wrong
 *
 * Returns: (transfer full) (nullable): the picture
 */
LdrPicture *
ldr_json_to_picture (JsonObject *object, const char *entry_id, GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *base64 = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *media_type;
  LdrPicture *picture;
  guchar *data;
  gsize length;

  if (!get_string (object, "id", &id, error) || !get_string (object, "data", &base64, error))
    return NULL;
  if (!ldr_id_is_valid (id))
    {
      fail (error, "id", C_ ("JSON value", "a UUID of version 7"));
      return NULL;
    }
  data = g_base64_decode (base64 != NULL ? base64 : "", &length);
  bytes = g_bytes_new_take (data, length);
  media_type = ldr_picture_sniff (bytes);
  /* GLib's decoder skips what is not base64, so a damaged text shows only in not coming out the same again. */
  again = g_base64_encode (data, length);
  if (media_type == NULL || length > LDR_PICTURE_MAX_BYTES || !g_str_equal (again, base64))
    {
      fail (error, "data", C_ ("JSON value", "a PNG, JPEG, WebP or GIF picture of at most 16 MiB in base64"));
      return NULL;
    }
  picture = ldr_picture_new (entry_id, media_type, bytes);
  g_set_str (&picture->id, id);
  return picture;
}

/* Search hits are marked in a summary by private characters that mean nothing outside the program. */
static void
append_unmarked (GString *out, const char *member, const char *text)
{
  g_autofree char *clean = ldr_text_clean (text, LDR_TEXT_BODY);

  append_string (out, member, clean);
}

/**
 * ldr_json_append_summary:
 * @out: the text to append to
 * @summary: a row of a list
 */
void
ldr_json_append_summary (GString *out, LdrSummary *summary)
{
  g_string_append_c (out, '{');
  append_string (out, "id", summary->id);
  append_moment (out, "happened", summary->happened);
  append_day (out, "day", summary->day);
  append_unmarked (out, "title", summary->title);
  append_unmarked (out, "excerpt", summary->excerpt);
  append_styles (out, "styles", summary->styles);
  append_styles (out, "pitfalls", summary->pitfalls);
  append_int (out, "energy", summary->energy);
  append_boolean (out, "to-discuss", summary->to_discuss);
  append_boolean (out, "has-pictures", summary->has_pictures);
  if (summary->deleted != 0)
    append_moment (out, "deleted", summary->deleted);
  g_string_append_c (out, '}');
}
