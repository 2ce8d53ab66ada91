/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LdrSubject:
 * @LDR_SUBJECT_DOCUMENT: the document itself, such as its headings
 * @LDR_SUBJECT_SESSION: a session
 * @LDR_SUBJECT_ACTION: an action
 * @LDR_SUBJECT_ENTRY: an entry
 * @LDR_SUBJECT_GOAL: a goal
 * @LDR_SUBJECT_CHECK_IN: a check-in
 *
 * What a passage is about. The numbers stand in files.
 */
typedef enum
{
  LDR_SUBJECT_DOCUMENT,
  LDR_SUBJECT_SESSION,
  LDR_SUBJECT_ACTION,
  LDR_SUBJECT_ENTRY,
  LDR_SUBJECT_GOAL,
  LDR_SUBJECT_CHECK_IN,
} LdrSubject;

#define LDR_N_SUBJECTS 6

/* How much of a passage a comment repeats, in characters, and how large its text may be, in bytes. */
#define LDR_COMMENT_QUOTE 500
#define LDR_COMMENT_MAX_BYTES (256 * 1024)

#define LDR_TYPE_COMMENT (ldr_comment_get_type ())

/**
 * LdrComment:
 * @id: UUIDv7
 * @pack_id: the session pack that it is about
 * @passage_id: the passage of it
 * @subject: what that passage is about
 * @subject_id: the id of that thing, or "" for the document
 * @quote: the passage as it was sent, its first LDR_COMMENT_QUOTE characters
 * @author: who wrote it, one line
 * @moment: when it was last changed
 * @day: the civil date of that
 * @text: what it says
 * @is_deleted: whether its author took it back; it then has no text
 * @is_private: whether the passage comes from a private note
 *
 * What somebody wrote beside a passage of a session pack. Refcounted, never changed once shared.
 */
typedef struct
{
  char *id;
  char *pack_id;
  char *passage_id;
  LdrSubject subject;
  char *subject_id;
  char *quote;
  char *author;
  gint64 moment;
  int day;
  char *text;
  gboolean is_deleted;
  gboolean is_private;
} LdrComment;

GType ldr_comment_get_type (void) G_GNUC_CONST;
LdrComment *ldr_comment_new (const char *pack_id, const char *passage_id, const char *author, const char *text);
LdrComment *ldr_comment_copy (const LdrComment *self);
LdrComment *ldr_comment_ref (LdrComment *self);
void ldr_comment_unref (LdrComment *self);
void ldr_comment_set_subject (LdrComment *self, LdrSubject subject, const char *subject_id, const char *passage);
gboolean ldr_comment_replaces (const LdrComment *self, const LdrComment *other);
gboolean ldr_comment_equal (const LdrComment *a, const LdrComment *b);
gboolean ldr_comment_validate (const LdrComment *self, GError **error);

gboolean ldr_subject_id_is_valid (LdrSubject subject, const char *id);
const char *ldr_subject_to_id (LdrSubject subject);
gboolean ldr_subject_from_id (const char *id, LdrSubject *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrComment, ldr_comment_unref)

G_END_DECLS
