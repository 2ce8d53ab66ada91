/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-entry.h"

#include <glib/gi18n.h>

#include "ldr-json-value.h"
#include "model/ldr-id.h"
#include "model/ldr-moment.h"
#include "model/ldr-text.h"

/**
 * ldr_json_append_info:
 * @out: the text to append to
 * @info: whose journal it is
 */
void
ldr_json_append_info (GString *out, LdrJournalInfo *info)
{
  g_string_append_c (out, '{');
  ldr_json_append_string (out, "id", info->id);
  ldr_json_append_string (out, "leader", info->leader);
  ldr_json_append_string (out, "role", ldr_role_to_id (info->role));
  ldr_json_append_moment (out, "created", info->created);
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

  if (!ldr_json_get_string (object, "id", &info->id, error)
      || !ldr_json_get_string (object, "leader", &info->leader, error)
      || !ldr_json_get_string (object, "role", &role, error)
      || !ldr_json_get_moment (object, "created", &info->created, error))
    return NULL;
  if (!ldr_id_is_valid (info->id))
    {
      ldr_json_fail (error, "id", C_ ("JSON value", "a UUID of version 7"));
      return NULL;
    }
  if (!ldr_text_is_clean (info->leader, LDR_TEXT_LINE))
    {
      ldr_json_fail (error, "leader", C_ ("JSON value", "one line of text"));
      return NULL;
    }
  if (role != NULL && !ldr_role_from_id (role, &info->role))
    {
      ldr_json_fail (error, "role", C_ ("JSON value", "“leader” or “coach”"));
      return NULL;
    }
  return g_steal_pointer (&info);
}

/* What an entry and its earlier versions have in common. */
static void
append_contents (GString *out, LdrEntry *entry)
{
  ldr_json_append_moment (out, "happened", entry->happened);
  ldr_json_append_day (out, "day", entry->day);
  ldr_json_append_string (out, "title", entry->title);
  ldr_json_append_string (out, "text", entry->text);
  ldr_json_append_styles (out, "styles", entry->styles);
  ldr_json_append_styles (out, "pitfalls", entry->pitfalls);
  ldr_json_append_int (out, "energy", entry->energy);
  ldr_json_append_strings (out, "tags", entry->tags);
  ldr_json_append_boolean (out, "to-discuss", entry->to_discuss);
}

/* The entry's own id and dates are the same in each of its versions and are left out. */
static void
append_revision (GString *out, LdrRevision *revision)
{
  g_string_append_c (out, '{');
  append_contents (out, revision->entry);
  ldr_json_append_moment (out, "changed", revision->saved);
  ldr_json_append_int (out, "revision", revision->number);
  g_string_append_c (out, '}');
}

/**
 * ldr_json_append_picture:
 * @out: the text to append to
 * @picture: a picture
 *
 * Appends it as an object, its bytes in base64.
 */
void
ldr_json_append_picture (GString *out, const LdrPicture *picture)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (picture->bytes, &length);
  g_autofree char *base64 = g_base64_encode (data, length);

  g_string_append_c (out, '{');
  ldr_json_append_string (out, "id", picture->id);
  ldr_json_append_string (out, "media-type", picture->media_type);
  ldr_json_append_string (out, "data", base64);
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
  ldr_json_append_string (out, "id", entry->id);
  append_contents (out, entry);
  ldr_json_append_moment (out, "created", entry->created);
  ldr_json_append_moment (out, "changed", entry->changed);
  if (entry->deleted != 0)
    ldr_json_append_moment (out, "deleted", entry->deleted);
  ldr_json_append_int (out, "revision", entry->revision);
  for (guint i = 0; revisions != NULL && i < revisions->len; i++)
    {
      g_string_append (out, i == 0 ? ",\"revisions\":[" : ",");
      append_revision (out, revisions->pdata[i]);
      g_string_append (out, i + 1 == revisions->len ? "]" : "");
    }
  for (guint i = 0; pictures != NULL && i < pictures->len; i++)
    {
      g_string_append (out, i == 0 ? ",\"pictures\":[" : ",");
      ldr_json_append_picture (out, pictures->pdata[i]);
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

  if (!ldr_json_get_moment (object, "happened", &entry->happened, error)
      || !ldr_json_get_string (object, "day", &day, error)
      || !ldr_json_get_string (object, "title", &entry->title, error)
      || !ldr_json_get_string (object, "text", &entry->text, error)
      || !ldr_json_get_styles (object, "styles", &entry->styles, error)
      || !ldr_json_get_styles (object, "pitfalls", &entry->pitfalls, error)
      || !ldr_json_get_int (object, "energy", &entry->energy, error)
      || !ldr_json_get_strings (object, "tags", &tags, error)
      || !ldr_json_get_boolean (object, "to-discuss", &entry->to_discuss, error))
    return FALSE;
  if (!json_object_has_member (object, "happened"))
    return ldr_json_fail (error, "happened", C_ ("JSON value", "a date and time"));
  if (day == NULL)
    entry->day = ldr_day_from_moment (entry->happened);
  else if (!ldr_day_parse (day, &entry->day, NULL))
    return ldr_json_fail (error, "day", C_ ("JSON value", "a date"));
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
  if (!read_entry (object, entry, error) || !ldr_json_get_string (object, "id", &entry->id, error)
      || !ldr_json_get_moment (object, "created", &entry->created, error)
      || !ldr_json_get_moment (object, "changed", &entry->changed, error)
      || !ldr_json_get_moment (object, "deleted", &entry->deleted, error)
      || !ldr_json_get_int (object, "revision", &entry->revision, error) || !ldr_entry_validate (entry, error))
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
  if (!read_entry (object, old, error) || !ldr_json_get_moment (object, "changed", &old->changed, error)
      || !ldr_json_get_int (object, "revision", &old->revision, error) || !ldr_entry_validate (old, error))
    return NULL;
  if (old->revision == 0)
    {
      ldr_json_fail (error, "revision", C_ ("JSON value", "a number in its range"));
      return NULL;
    }
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

  if (!ldr_json_get_string (object, "id", &id, error) || !ldr_json_get_string (object, "data", &base64, error))
    return NULL;
  if (!ldr_id_is_valid (id))
    {
      ldr_json_fail (error, "id", C_ ("JSON value", "a UUID of version 7"));
      return NULL;
    }
  data = g_base64_decode (base64 != NULL ? base64 : "", &length);
  bytes = g_bytes_new_take (data, length);
  media_type = ldr_picture_sniff (bytes);
  /* GLib's decoder skips what is not base64, so a damaged text shows only in not coming out the same again. */
  again = g_base64_encode (data, length);
  if (media_type == NULL || length > LDR_PICTURE_MAX_BYTES || !g_str_equal (again, base64))
    {
      ldr_json_fail (error, "data", C_ ("JSON value", "a PNG, JPEG, WebP or GIF picture of at most 16 MiB in base64"));
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

  ldr_json_append_string (out, member, clean);
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
  ldr_json_append_string (out, "id", summary->id);
  ldr_json_append_moment (out, "happened", summary->happened);
  ldr_json_append_day (out, "day", summary->day);
  append_unmarked (out, "title", summary->title);
  append_unmarked (out, "excerpt", summary->excerpt);
  ldr_json_append_styles (out, "styles", summary->styles);
  ldr_json_append_styles (out, "pitfalls", summary->pitfalls);
  ldr_json_append_int (out, "energy", summary->energy);
  ldr_json_append_boolean (out, "to-discuss", summary->to_discuss);
  ldr_json_append_boolean (out, "has-pictures", summary->has_pictures);
  if (summary->deleted != 0)
    ldr_json_append_moment (out, "deleted", summary->deleted);
  g_string_append_c (out, '}');
}
