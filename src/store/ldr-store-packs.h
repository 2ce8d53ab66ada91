/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-pack.h"

G_BEGIN_DECLS

/* Session packs that somebody else sent, comments that the owner of this journal wrote beside their passages, and
 * comments that came back on what went out of it. */

/**
 * LdrReceipt:
 * @kind: what the pack carried
 * @id: its id
 * @from: who sent it, may be empty
 * @was_here: whether it had been received before, and brought nothing new
 * @n_passages: its passages
 * @n_comments: its comments that are new here, or have changed
 * @n_lost: how many of those are about something that is no longer in this journal
 *
 * What receiving a pack came to.
 */
typedef struct
{
  LdrPackKind kind;
  char *id;
  char *from;
  gboolean was_here;
  guint n_passages;
  guint n_comments;
  guint n_lost;
} LdrReceipt;

#define LDR_TYPE_RECEIVED_PACK (ldr_received_pack_get_type ())

/**
 * LdrReceivedPack:
 * @pack: its facts, without passages, comments and pictures
 * @received: when it was received
 * @deleted: when it was put into the trash, or 0
 * @n_passages: its passages
 * @n_comments: what the owner of this journal wrote beside them
 *
 * A session pack in this journal. Refcounted, never changed.
 */
typedef struct
{
  LdrPack *pack;
  gint64 received;
  gint64 deleted;
  guint n_passages;
  guint n_comments;
} LdrReceivedPack;

#define LDR_TYPE_RECEIVED_COMMENT (ldr_received_comment_get_type ())

/**
 * LdrReceivedComment:
 * @comment: what somebody else wrote
 * @done: when the owner of this journal was done with it, 0 as long as it waits
 * @is_lost: whether what it is about is not in this journal, or in its trash
 * @title: of the thing that it is about, as lists show it; of what went out for a comment on the document; may be empty
 * @day: the civil date of the session, entry or check-in, 0 for anything else
 * @page: what has a page where that thing is shown: an entry, a session or a goal
 * @page_id: the id of that, or "" when there is no such page
 *
 * A comment on something that went out of this journal. Refcounted, never changed.
 */
typedef struct
{
  LdrComment *comment;
  gint64 done;
  gboolean is_lost;
  char *title;
  int day;
  LdrSubject page;
  char *page_id;
} LdrReceivedComment;

void ldr_receipt_free (LdrReceipt *self);

GType ldr_received_pack_get_type (void) G_GNUC_CONST;
LdrReceivedPack *ldr_received_pack_ref (LdrReceivedPack *self);
void ldr_received_pack_unref (LdrReceivedPack *self);

GType ldr_received_comment_get_type (void) G_GNUC_CONST;
LdrReceivedComment *ldr_received_comment_ref (LdrReceivedComment *self);
void ldr_received_comment_unref (LdrReceivedComment *self);

LdrReceipt *ldr_store_receive_pack (LdrStore *self, const LdrPack *pack, GError **error);

gboolean
ldr_store_import_received_pack (LdrStore *self, const LdrPack *pack, gint64 received, gint64 deleted, GError **error);
GPtrArray *ldr_store_get_received_packs (LdrStore *self, GError **error);
GPtrArray *ldr_store_list_received_packs (LdrStore *self, GError **error);
LdrPack *ldr_store_get_received_pack (LdrStore *self, const char *id, GError **error);
LdrPicture *ldr_store_get_received_picture (LdrStore *self, const char *pack_id, const char *id, GError **error);
gboolean ldr_store_delete_received_pack (LdrStore *self, const char *id, GError **error);
gboolean ldr_store_restore_received_pack (LdrStore *self, const char *id, GError **error);

GPtrArray *ldr_store_list_received_pictures (LdrStore *self, const char *pack_id, GError **error);

gboolean ldr_store_save_comment (LdrStore *self, const LdrComment *comment, GError **error);
gboolean ldr_store_delete_comment (LdrStore *self, const char *id, GError **error);
gboolean ldr_store_import_comment (LdrStore *self, const LdrComment *comment, GError **error);
GPtrArray *ldr_store_list_comments (LdrStore *self, const char *pack_id, gboolean with_taken_back, GError **error);
LdrPack *ldr_store_make_comments_pack (LdrStore *self, const char *pack_id, const char *from, GError **error);

gboolean ldr_store_import_received_comment (LdrStore *self, const LdrComment *comment, gint64 done, GError **error);
GPtrArray *ldr_store_list_received_comments (LdrStore *self, GError **error);
GPtrArray *ldr_store_get_received_comments (LdrStore *self, GError **error);
GPtrArray *ldr_store_get_comments_on (LdrStore *self, LdrSubject subject, const char *subject_id, GError **error);
gboolean ldr_store_set_comment_done (LdrStore *self, const char *id, gboolean done, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrReceipt, ldr_receipt_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrReceivedPack, ldr_received_pack_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrReceivedComment, ldr_received_comment_unref)

G_END_DECLS
