/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-packs.h"

#include <glib/gi18n.h>

#include "ldr-json-entry.h"
#include "ldr-json-part.h"
#include "ldr-json-value.h"
#include "model/ldr-moment.h"

/* --- Out -------------------------------------------------------------------------------------------------------------
 */

static void
append_subject (GString *out, LdrSubject subject, const char *subject_id)
{
  ldr_json_append_string (out, "subject", ldr_subject_to_id (subject));
  if (subject != LDR_SUBJECT_DOCUMENT)
    ldr_json_append_string (out, "subject-id", subject_id);
}

static void
append_passage (GString *out, const LdrPassage *passage)
{
  append_subject (out, passage->subject, passage->subject_id);
  ldr_json_append_int (out, "place", passage->place);
  if (passage->level > 0)
    ldr_json_append_int (out, "level", passage->level);
  if (passage->is_private)
    ldr_json_append_boolean (out, "private", TRUE);
  ldr_json_append_string (out, "text", passage->text);
}

/* What all comments have. One that was taken back has no text. */
static void
append_words (GString *out, const LdrComment *comment)
{
  ldr_json_append_string (out, "passage", comment->passage_id);
  ldr_json_append_string (out, "author", comment->author);
  ldr_json_append_moment (out, "moment", comment->moment);
  ldr_json_append_day (out, "day", comment->day);
  if (!comment->is_deleted)
    ldr_json_append_string (out, "text", comment->text);
}

/* Begins an object of a list within a pack. */
static void
begin_object (GString *out, const char *member, gboolean *is_first)
{
  if (*is_first)
    ldr_json_append_member (out, member);
  g_string_append (out, *is_first ? "[\n{" : ",\n{");
  *is_first = FALSE;
}

static void
end_list (GString *out, gboolean was_empty)
{
  if (!was_empty)
    g_string_append_c (out, ']');
}

static void
append_passages (GString *out, const LdrPack *pack, gboolean with_private)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < pack->passages->len; i++)
    {
      const LdrPassage *passage = g_ptr_array_index (pack->passages, i);

      if (passage->is_private && !with_private)
        continue;
      begin_object (out, "passages", &is_first);
      append_passage (out, passage);
      g_string_append_c (out, '}');
    }
  end_list (out, is_first);
}

static gboolean
append_pictures (GString *out, LdrStore *store, const char *pack_id, GError **error)
{
  g_autoptr (GPtrArray) ids = ldr_store_list_received_pictures (store, pack_id, error);

  if (ids == NULL)
    return FALSE;
  if (ids->len > 0)
    ldr_json_append_member (out, "pictures");
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (LdrPicture) picture
          = ldr_store_get_received_picture (store, pack_id, g_ptr_array_index (ids, i), error);

      if (picture == NULL)
        return FALSE;
      g_string_append (out, i == 0 ? "[\n" : ",\n");
      ldr_json_append_picture (out, picture);
    }
  end_list (out, ids->len == 0);
  return TRUE;
}

static gboolean
append_comments (GString *out, LdrStore *store, const char *pack_id, gboolean with_private, GError **error)
{
  g_autoptr (GPtrArray) comments = ldr_store_list_comments (store, pack_id, TRUE, error);
  gboolean is_first = TRUE;

  for (guint i = 0; comments != NULL && i < comments->len; i++)
    {
      const LdrComment *comment = g_ptr_array_index (comments, i);

      if (comment->is_private && !with_private)
        continue;
      begin_object (out, "comments", &is_first);
      ldr_json_append_string (out, "id", comment->id);
      append_words (out, comment);
      g_string_append_c (out, '}');
    }
  end_list (out, is_first);
  return comments != NULL;
}

/**
 * ldr_json_append_pack:
 * @out: an object that is open
 * @store: an open journal
 * @received: a session pack in it
 * @flags: whether what comes from private notes goes too
 * @error: what the journal says
 *
 * Appends the members of a pack, with its passages and pictures and the comments beside them.
 *
 * Returns: whether it could be read
 */
gboolean
ldr_json_append_pack (
    GString *out, LdrStore *store, const LdrReceivedPack *received, LdrExportFlags flags, GError **error)
{
  const char *id = received->pack->id;
  g_autoptr (LdrPack) pack = ldr_store_get_received_pack (store, id, error);
  gboolean with_private = (flags & LDR_EXPORT_PRIVATE_NOTES) != 0;

  if (pack == NULL)
    return FALSE;
  ldr_json_append_string (out, "id", id);
  ldr_json_append_moment (out, "moment", pack->moment);
  ldr_json_append_day (out, "day", pack->day);
  ldr_json_append_string (out, "title", pack->title);
  ldr_json_append_string (out, "from", pack->from);
  ldr_json_append_string (out, "language", pack->language);
  ldr_json_append_moment (out, "received", received->received);
  if (received->deleted != 0)
    ldr_json_append_moment (out, "deleted", received->deleted);
  append_passages (out, pack, with_private);
  return append_pictures (out, store, id, error) && append_comments (out, store, id, with_private, error);
}

/**
 * ldr_json_append_received_comment:
 * @out: an object that is open
 * @received: what somebody wrote beside what went out
 *
 * Appends its members.
 */
void
ldr_json_append_received_comment (GString *out, const LdrReceivedComment *received)
{
  const LdrComment *comment = received->comment;

  ldr_json_append_string (out, "id", comment->id);
  ldr_json_append_string (out, "pack", comment->pack_id);
  append_subject (out, comment->subject, comment->subject_id);
  ldr_json_append_string (out, "quote", comment->quote);
  append_words (out, comment);
  if (comment->is_private)
    ldr_json_append_boolean (out, "private", TRUE);
  if (received->done != 0)
    ldr_json_append_moment (out, "done", received->done);
}

/* --- Back ------------------------------------------------------------------------------------------------------------
 */

static gboolean
read_subject (JsonObject *object, LdrSubject *subject, char **subject_id, GError **error)
{
  g_autofree char *id = g_strdup (ldr_subject_to_id (LDR_SUBJECT_DOCUMENT));

  return ldr_json_get_string (object, "subject", &id, error)
         && ldr_json_get_string (object, "subject-id", subject_id, error)
         && (ldr_subject_from_id (id, subject)
             || ldr_json_fail (error, "subject",
                               C_ ("JSON value", "“document”, “session”, “action”, “entry”, “goal” or “check-in”")));
}

static gboolean
read_passage (LdrPack *pack, JsonObject *object, GError **error)
{
  LdrSubject subject = LDR_SUBJECT_DOCUMENT;
  g_autofree char *subject_id = g_strdup (""), *text = g_strdup ("");
  int place = 0, level = 0;
  gboolean is_private = FALSE;
  LdrPassage *passage;

  if (!read_subject (object, &subject, &subject_id, error) || !ldr_json_get_int (object, "place", &place, error)
      || !ldr_json_get_int (object, "level", &level, error)
      || !ldr_json_get_boolean (object, "private", &is_private, error)
      || !ldr_json_get_string (object, "text", &text, error))
    return FALSE;
  passage = ldr_pack_add_passage (pack, subject, subject_id, place, level, "");
  passage->is_private = is_private;
  /* As it stands, so that what is not clean is refused and not quietly changed. */
  g_set_str (&passage->text, text);
  return TRUE;
}

static gboolean
read_picture (LdrPack *pack, JsonObject *object, GError **error)
{
  LdrPicture *picture = ldr_json_to_picture (object, "", error);

  if (picture != NULL)
    g_ptr_array_add (pack->pictures, picture);
  return picture != NULL;
}

typedef gboolean (*ReadPartFunc) (LdrPack *pack, JsonObject *object, GError **error);

static gboolean
read_parts (LdrPack *pack, JsonObject *object, const char *member, ReadPartFunc read, GError **error)
{
  JsonArray *values;

  if (!ldr_json_get_objects (object, member, &values, error))
    return FALSE;
  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    if (!read (pack, json_array_get_object_element (values, i), error))
      return FALSE;
  return TRUE;
}

/* The day that is not said is that of the moment; without a text it was taken back. */
static gboolean
read_words (JsonObject *object, LdrComment *comment, GError **error)
{
  if (!ldr_json_get_string (object, "id", &comment->id, error)
      || !ldr_json_get_string (object, "passage", &comment->passage_id, error)
      || !ldr_json_get_string (object, "author", &comment->author, error)
      || !ldr_json_get_moment (object, "moment", &comment->moment, error))
    return FALSE;
  comment->day = ldr_day_from_moment (comment->moment);
  if (!ldr_json_get_day (object, "day", &comment->day, error)
      || !ldr_json_get_string (object, "text", &comment->text, error))
    return FALSE;
  comment->is_deleted = comment->text[0] == '\0';
  return TRUE;
}

static gboolean
read_comments (LdrStore *store, JsonObject *object, const char *pack_id, GError **error)
{
  JsonArray *values;

  if (!ldr_json_get_objects (object, "comments", &values, error))
    return FALSE;
  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    {
      g_autoptr (LdrComment) comment = ldr_comment_new (pack_id, "", "", "");

      /* What it is about stands with its passage. */
      if (!read_words (json_array_get_object_element (values, i), comment, error)
          || !ldr_store_import_comment (store, comment, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_pack (LdrStore *store, JsonObject *object, GError **error)
{
  g_autoptr (LdrPack) pack = ldr_pack_new (LDR_PACK_SESSION, "", "", NULL);
  gint64 received, deleted = 0;

  if (!ldr_json_get_string (object, "id", &pack->id, error)
      || !ldr_json_get_moment (object, "moment", &pack->moment, error))
    return FALSE;
  pack->day = ldr_day_from_moment (pack->moment);
  received = pack->moment;
  return ldr_json_get_day (object, "day", &pack->day, error)
         && ldr_json_get_string (object, "title", &pack->title, error)
         && ldr_json_get_string (object, "from", &pack->from, error)
         && ldr_json_get_string (object, "language", &pack->language, error)
         && ldr_json_get_moment (object, "received", &received, error)
         && ldr_json_get_moment (object, "deleted", &deleted, error)
         && read_parts (pack, object, "passages", read_passage, error)
         && read_parts (pack, object, "pictures", read_picture, error)
         && ldr_store_import_received_pack (store, pack, received, deleted, error)
         && read_comments (store, object, pack->id, error);
}

/**
 * ldr_json_read_packs:
 * @store: an open journal
 * @object: what stands before or behind the entries
 * @error: LDR_REPORT_ERROR_INVALID or LDR_MODEL_ERROR_INVALID, saying what is wrong, or what the journal says
 *
 * Adds the session packs of the member "packs" with the comments beside them. What the journal holds already stays as
 * it is.
 *
 * Returns: whether all of it is there
 */
gboolean
ldr_json_read_packs (LdrStore *store, JsonObject *object, GError **error)
{
  return ldr_json_read_list (store, object, "packs", read_pack, error);
}

static gboolean
read_received_comment (LdrStore *store, JsonObject *object, GError **error)
{
  g_autoptr (LdrComment) comment = ldr_comment_new ("", "", "", "");
  gint64 done = 0;

  return ldr_json_get_string (object, "pack", &comment->pack_id, error)
         && read_subject (object, &comment->subject, &comment->subject_id, error)
         && ldr_json_get_string (object, "quote", &comment->quote, error) && read_words (object, comment, error)
         && ldr_json_get_boolean (object, "private", &comment->is_private, error)
         && ldr_json_get_moment (object, "done", &done, error)
         && ldr_store_import_received_comment (store, comment, done, error);
}

/**
 * ldr_json_read_received_comments:
 * @store: an open journal
 * @object: what stands before or behind the entries
 * @error: LDR_REPORT_ERROR_INVALID or LDR_MODEL_ERROR_INVALID, saying what is wrong, or what the journal says
 *
 * Adds what others wrote beside what went out, the member "comments". What the journal holds already stays as it is.
 *
 * Returns: whether all of it is there
 */
gboolean
ldr_json_read_received_comments (LdrStore *store, JsonObject *object, GError **error)
{
  return ldr_json_read_list (store, object, "comments", read_received_comment, error);
}
