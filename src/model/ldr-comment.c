/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-comment.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrComment, ldr_comment, ldr_comment_ref, ldr_comment_unref)

static const char *const subject_ids[LDR_N_SUBJECTS] = { "document", "session", "action", "entry", "goal", "check-in" };

/**
 * ldr_comment_new:
 * @pack_id: the session pack that it is about
 * @passage_id: the passage of it
 * @author: who writes it, one line
 * @text: what it says
 *
 * Returns: (transfer full): a comment of now, about the document as long as ldr_comment_set_subject() says nothing else
 */
LdrComment *
ldr_comment_new (const char *pack_id, const char *passage_id, const char *author, const char *text)
{
  LdrComment *self = g_atomic_rc_box_new0 (LdrComment);

  self->id = ldr_id_new ();
  self->pack_id = g_strdup (pack_id);
  self->passage_id = g_strdup (passage_id);
  self->subject_id = g_strdup ("");
  self->quote = g_strdup ("");
  self->author = ldr_text_clean (author, LDR_TEXT_LINE);
  self->moment = ldr_moment_now ();
  self->day = ldr_day_from_moment (self->moment);
  self->text = ldr_text_clean (text, LDR_TEXT_BODY);
  return self;
}

/**
 * ldr_comment_copy:
 * @self: a comment
 *
 * Returns: (transfer full): a copy with the same id, to be changed before it is shared
 */
LdrComment *
ldr_comment_copy (const LdrComment *self)
{
  LdrComment *copy = g_atomic_rc_box_new0 (LdrComment);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->pack_id = g_strdup (self->pack_id);
  copy->passage_id = g_strdup (self->passage_id);
  copy->subject_id = g_strdup (self->subject_id);
  copy->quote = g_strdup (self->quote);
  copy->author = g_strdup (self->author);
  copy->text = g_strdup (self->text);
  return copy;
}

LdrComment *
ldr_comment_ref (LdrComment *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
comment_clear (gpointer data)
{
  LdrComment *self = data;

  g_free (self->id);
  g_free (self->pack_id);
  g_free (self->passage_id);
  g_free (self->subject_id);
  g_free (self->quote);
  g_free (self->author);
  g_free (self->text);
}

void
ldr_comment_unref (LdrComment *self)
{
  g_atomic_rc_box_release_full (self, comment_clear);
}

/**
 * ldr_comment_set_subject:
 * @self: a comment that is not shared yet
 * @subject: what its passage is about
 * @subject_id: the id of that thing, "" for the document
 * @passage: the passage as it was sent
 *
 * Says what the comment belongs to, and keeps the beginning of the passage.
 */
void
ldr_comment_set_subject (LdrComment *self, LdrSubject subject, const char *subject_id, const char *passage)
{
  g_autofree char *clean = ldr_text_clean (passage, LDR_TEXT_BODY);

  self->subject = subject;
  g_set_str (&self->subject_id, subject_id);
  g_free (self->quote);
  self->quote = g_utf8_strlen (clean, -1) > LDR_COMMENT_QUOTE ? g_utf8_substring (clean, 0, LDR_COMMENT_QUOTE)
                                                              : g_steal_pointer (&clean);
}

/**
 * ldr_comment_replaces:
 * @self: a comment that arrives
 * @other: what is there already under the same id
 *
 * Only what was written later replaces; of two of one moment the one that was taken back does. So it makes no
 * difference in which order they arrive, or how often, and what was deleted stays gone.
 *
 * Returns: whether @self takes the place of @other
 */
gboolean
ldr_comment_replaces (const LdrComment *self, const LdrComment *other)
{
  if (self->moment != other->moment)
    return self->moment > other->moment;
  return self->is_deleted && !other->is_deleted;
}

/**
 * ldr_comment_equal:
 * @a: a comment
 * @b: a comment
 *
 * Returns: whether both say the same
 */
gboolean
ldr_comment_equal (const LdrComment *a, const LdrComment *b)
{
  return g_str_equal (a->id, b->id) && g_str_equal (a->pack_id, b->pack_id)
         && g_str_equal (a->passage_id, b->passage_id) && a->subject == b->subject
         && g_str_equal (a->subject_id, b->subject_id) && g_str_equal (a->quote, b->quote)
         && g_str_equal (a->author, b->author) && a->moment == b->moment && a->day == b->day
         && g_str_equal (a->text, b->text) && (a->is_deleted != 0) == (b->is_deleted != 0)
         && (a->is_private != 0) == (b->is_private != 0);
}

/* What is wrong with @self, or NULL. */
static const char *
find_fault (const LdrComment *self)
{
  if (!ldr_id_is_valid (self->id) || !ldr_id_is_valid (self->pack_id))
    return _ ("The id of a comment or of its session pack is not a UUID of version 7.");
  if (!ldr_subject_id_is_valid (self->subject, self->subject_id) || self->passage_id[0] == '\0'
      || !ldr_text_is_clean (self->passage_id, LDR_TEXT_LINE))
    return _ ("A comment does not say which passage it belongs to.");
  if (!ldr_text_is_clean (self->author, LDR_TEXT_LINE) || !ldr_text_is_clean (self->quote, LDR_TEXT_BODY)
      || g_utf8_strlen (self->quote, -1) > LDR_COMMENT_QUOTE)
    return _ ("A comment names its author in one line and quotes the beginning of a passage.");
  if (!ldr_text_is_clean (self->text, LDR_TEXT_BODY) || strlen (self->text) > LDR_COMMENT_MAX_BYTES
      || (self->text[0] == '\0') != self->is_deleted)
    return _ ("A comment is empty or too long, or holds characters that a text cannot have.");
  if (!ldr_day_fits_moment (self->day, self->moment))
    return _ ("The day of a comment is not the day of its moment.");
  return NULL;
}

/**
 * ldr_comment_validate:
 * @self: a comment, perhaps from outside
 * @error: %LDR_MODEL_ERROR_INVALID, naming the fault
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_comment_validate (const LdrComment *self, GError **error)
{
  const char *fault = find_fault (self);

  if (fault != NULL)
    g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, fault);
  return fault == NULL;
}

/**
 * ldr_subject_id_is_valid:
 * @subject: what something is about, perhaps from outside
 * @id: the id of that
 *
 * Returns: whether @subject exists and @id is an id, or "" for the document
 */
gboolean
ldr_subject_id_is_valid (LdrSubject subject, const char *id)
{
  if ((guint) subject >= LDR_N_SUBJECTS)
    return FALSE;
  return subject == LDR_SUBJECT_DOCUMENT ? id[0] == '\0' : ldr_id_is_valid (id);
}

const char *
ldr_subject_to_id (LdrSubject subject)
{
  g_return_val_if_fail (subject < LDR_N_SUBJECTS, NULL);

  return subject_ids[subject];
}

gboolean
ldr_subject_from_id (const char *id, LdrSubject *subject)
{
  return ldr_text_find (subject_ids, LDR_N_SUBJECTS, id, (guint *) subject);
}
