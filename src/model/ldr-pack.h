/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-comment.h"
#include "ldr-picture.h"

G_BEGIN_DECLS

/**
 * LdrPackKind:
 * @LDR_PACK_SESSION: passages of a journal, for somebody else to read
 * @LDR_PACK_COMMENTS: what that person wrote beside them
 *
 * What a pack carries. The numbers stand in files.
 */
typedef enum
{
  LDR_PACK_SESSION,
  LDR_PACK_COMMENTS,
} LdrPackKind;

#define LDR_N_PACK_KINDS 2

/* More than any journal has, so that a hostile file cannot take all memory. */
#define LDR_PACK_MAX_PASSAGES 200000
#define LDR_PACK_MAX_COMMENTS 100000
#define LDR_PACK_MAX_PICTURES 20000
#define LDR_PASSAGE_MAX_BYTES (16 * 1024 * 1024)

/**
 * LdrPassage:
 * @id: the id of what it is about, a slash and @place
 * @subject: what it is about
 * @subject_id: the id of that thing, or "" for the document
 * @place: from 0, where it stands among the passages about that thing
 * @level: 1 to 6 for a heading, 0 for text
 * @text: CommonMark
 * @is_private: whether it comes from a private note
 *
 * One block of a session pack, the least that can be commented on.
 */
typedef struct
{
  char *id;
  LdrSubject subject;
  char *subject_id;
  int place;
  int level;
  char *text;
  gboolean is_private;
} LdrPassage;

#define LDR_TYPE_PACK (ldr_pack_get_type ())

/**
 * LdrPack:
 * @id: UUIDv7
 * @kind: what it carries
 * @moment: when it was made
 * @day: the civil date of that
 * @title: of the document, one line
 * @from: who sends it, one line, may be empty
 * @language: of its words, such as "nl", may be empty
 * @about: the id of the session pack that comments answer, "" for a session pack
 * @passages: (element-type LdrPassage): in reading order; none in a pack of comments
 * @comments: (element-type LdrComment): none in a session pack
 * @pictures: (element-type LdrPicture): those that passages show
 *
 * What goes from one journal to another. Refcounted, never changed once shared.
 */
typedef struct
{
  char *id;
  LdrPackKind kind;
  gint64 moment;
  int day;
  char *title;
  char *from;
  char *language;
  char *about;
  GPtrArray *passages;
  GPtrArray *comments;
  GPtrArray *pictures;
} LdrPack;

GType ldr_pack_get_type (void) G_GNUC_CONST;
LdrPack *ldr_pack_new (LdrPackKind kind, const char *title, const char *from, const char *about);
LdrPack *ldr_pack_ref (LdrPack *self);
void ldr_pack_unref (LdrPack *self);
LdrPassage *ldr_pack_add_passage (
    LdrPack *self, LdrSubject subject, const char *subject_id, int place, int level, const char *text);
const LdrPassage *ldr_pack_find_passage (const LdrPack *self, const char *id);
gboolean ldr_pack_validate (const LdrPack *self, GError **error);

LdrPassage *ldr_passage_new (LdrSubject subject, const char *subject_id, int place, int level, const char *text);
void ldr_passage_free (LdrPassage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPack, ldr_pack_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPassage, ldr_passage_free)

G_END_DECLS
