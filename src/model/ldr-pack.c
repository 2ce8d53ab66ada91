/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-pack.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrPack, ldr_pack, ldr_pack_ref, ldr_pack_unref)

static char *
name_passage (const char *subject_id, int place)
{
  return g_strdup_printf ("%s/%d", subject_id, place);
}

/**
 * ldr_passage_new:
 * @subject: what it is about
 * @subject_id: the id of that thing, "" for the document
 * @place: from 0, where it stands among the passages about that thing
 * @level: 1 to 6 for a heading, 0 for text
 * @text: CommonMark
 *
 * Returns: (transfer full): a passage that is not private
 */
LdrPassage *
ldr_passage_new (LdrSubject subject, const char *subject_id, int place, int level, const char *text)
{
  LdrPassage *self = g_new0 (LdrPassage, 1);

  self->id = name_passage (subject_id, place);
  self->subject = subject;
  self->subject_id = g_strdup (subject_id);
  self->place = place;
  self->level = level;
  self->text = ldr_text_clean (text, LDR_TEXT_BODY);
  return self;
}

void
ldr_passage_free (LdrPassage *self)
{
  g_free (self->id);
  g_free (self->subject_id);
  g_free (self->text);
  g_free (self);
}

/**
 * ldr_pack_new:
 * @kind: what it carries
 * @title: of the document, one line
 * @from: who sends it, one line
 * @about: (nullable): the id of the session pack that comments answer
 *
 * Returns: (transfer full): an empty pack of now
 */
LdrPack *
ldr_pack_new (LdrPackKind kind, const char *title, const char *from, const char *about)
{
  LdrPack *self = g_atomic_rc_box_new0 (LdrPack);

  self->id = ldr_id_new ();
  self->kind = kind;
  self->moment = ldr_moment_now ();
  self->day = ldr_day_from_moment (self->moment);
  self->title = ldr_text_clean (title, LDR_TEXT_LINE);
  self->from = ldr_text_clean (from, LDR_TEXT_LINE);
  self->language = g_strdup ("");
  self->about = g_strdup (about != NULL ? about : "");
  self->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_passage_free);
  self->comments = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_comment_unref);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_picture_unref);
  return self;
}

LdrPack *
ldr_pack_ref (LdrPack *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
pack_clear (gpointer data)
{
  LdrPack *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->from);
  g_free (self->language);
  g_free (self->about);
  g_ptr_array_unref (self->passages);
  g_ptr_array_unref (self->comments);
  g_ptr_array_unref (self->pictures);
}

void
ldr_pack_unref (LdrPack *self)
{
  g_atomic_rc_box_release_full (self, pack_clear);
}

/**
 * ldr_pack_add_passage:
 * @self: a session pack that is not shared yet
 * @subject: what the passage is about
 * @subject_id: the id of that thing, "" for the document
 * @place: from 0, where it stands among the passages about that thing
 * @level: 1 to 6 for a heading, 0 for text
 * @text: CommonMark
 *
 * Adds a passage at the end.
 *
 * Returns: (transfer none): the passage
 */
LdrPassage *
ldr_pack_add_passage (LdrPack *self, LdrSubject subject, const char *subject_id, int place, int level, const char *text)
{
  LdrPassage *passage = ldr_passage_new (subject, subject_id, place, level, text);

  g_ptr_array_add (self->passages, passage);
  return passage;
}

/**
 * ldr_pack_find_passage:
 * @self: a pack
 * @id: the id of a passage
 *
 * Returns: (nullable): the passage of that id
 */
const LdrPassage *
ldr_pack_find_passage (const LdrPack *self, const char *id)
{
  for (guint i = 0; i < self->passages->len; i++)
    {
      const LdrPassage *passage = g_ptr_array_index (self->passages, i);

      if (g_str_equal (passage->id, id))
        return passage;
    }
  return NULL;
}

static gboolean
passage_is_valid (const LdrPassage *passage)
{
  g_autofree char *id = NULL;

  if (!ldr_subject_id_is_valid (passage->subject, passage->subject_id) || passage->place < 0 || passage->level < 0
      || passage->level > 6)
    return FALSE;
  id = name_passage (passage->subject_id, passage->place);
  return g_str_equal (passage->id, id) && ldr_text_is_clean (passage->text, LDR_TEXT_BODY)
         && strlen (passage->text) <= LDR_PASSAGE_MAX_BYTES;
}

static const char *
find_passage_fault (const LdrPack *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->passages->len; i++)
    {
      const LdrPassage *passage = g_ptr_array_index (self->passages, i);

      if (!passage_is_valid (passage))
        return _ ("A passage of this pack cannot be: what it is about, its place or its text is wrong.");
      if (!g_hash_table_add (ids, passage->id))
        return _ ("Two passages of this pack have one id.");
    }
  return NULL;
}

static const char *
find_picture_fault (const LdrPack *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->pictures->len; i++)
    {
      const LdrPicture *picture = g_ptr_array_index (self->pictures, i);
      gsize size = g_bytes_get_size (picture->bytes);

      if (!ldr_id_is_valid (picture->id) || size == 0 || size > LDR_PICTURE_MAX_BYTES
          || g_strcmp0 (ldr_picture_sniff (picture->bytes), picture->media_type) != 0
          || !g_hash_table_add (ids, picture->id))
        return _ ("A picture of this pack is too large, is no picture, or is there twice.");
    }
  return NULL;
}

static const char *
find_comment_fault (const LdrPack *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->comments->len; i++)
    {
      const LdrComment *comment = g_ptr_array_index (self->comments, i);

      if (!g_str_equal (comment->pack_id, self->about) || !g_hash_table_add (ids, comment->id))
        return _ ("A comment of this pack is about another one, or is there twice.");
    }
  return NULL;
}

/* What is wrong with @self, or NULL. */
static const char *
find_fault (const LdrPack *self)
{
  gboolean answers = self->kind == LDR_PACK_COMMENTS;
  const char *fault;

  if (!ldr_id_is_valid (self->id) || (guint) self->kind >= LDR_N_PACK_KINDS
      || (answers ? !ldr_id_is_valid (self->about) : self->about[0] != '\0'))
    return _ ("The id or the kind of this pack cannot be.");
  if (self->title[0] == '\0' || !ldr_text_is_clean (self->title, LDR_TEXT_LINE)
      || !ldr_text_is_clean (self->from, LDR_TEXT_LINE) || !ldr_text_is_clean (self->language, LDR_TEXT_LINE))
    return _ ("A pack has a title of one line, and says in one who sends it.");
  if (!ldr_day_fits_moment (self->day, self->moment))
    return _ ("The day of this pack is not the day of its moment.");
  if (answers ? self->passages->len + self->pictures->len > 0 : self->comments->len > 0)
    return _ ("A pack carries passages or comments, and not both.");
  if (self->passages->len > LDR_PACK_MAX_PASSAGES || self->comments->len > LDR_PACK_MAX_COMMENTS
      || self->pictures->len > LDR_PACK_MAX_PICTURES)
    return _ ("This pack has more in it than a journal can have.");
  if ((fault = find_passage_fault (self)) == NULL && (fault = find_picture_fault (self)) == NULL)
    fault = find_comment_fault (self);
  return fault;
}

/**
 * ldr_pack_validate:
 * @self: a pack, perhaps from outside
 * @error: %LDR_MODEL_ERROR_INVALID, naming the fault
 *
 * Returns: whether it may be stored or sent
 */
gboolean
ldr_pack_validate (const LdrPack *self, GError **error)
{
  const char *fault = find_fault (self);

  if (fault != NULL)
    {
      g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, fault);
      return FALSE;
    }
  for (guint i = 0; i < self->comments->len; i++)
    if (!ldr_comment_validate (g_ptr_array_index (self->comments, i), error))
      return FALSE;
  return TRUE;
}
