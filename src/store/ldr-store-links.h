/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-link.h"

G_BEGIN_DECLS

#define LDR_TYPE_LINKED (ldr_linked_get_type ())

/**
 * LdrLinked:
 * @kind: what it is
 * @id: its id
 * @title: an entry's title, or the beginning of its text when it has none; a goal's statement; a question as it is put
 *   in this journal; "" for a session
 * @day: the civil date on which an entry happened, a goal begins or a session is; 0 for a question
 * @moment: when an entry happened or a session starts, as a moment; 0 for others
 * @state: the #LdrSessionState of a session or the #LdrGoalState of a goal as it is today; 0 for others
 * @style: the style of a goal, or -1
 *
 * What a page shows of the other end of a link. Refcounted and never changed after it left the store.
 */
typedef struct
{
  LdrLinkKind kind;
  char *id;
  char *title;
  int day;
  gint64 moment;
  int state;
  int style;
} LdrLinked;

GType ldr_linked_get_type (void) G_GNUC_CONST;
LdrLinked *ldr_linked_new (LdrLinkKind kind, const char *id, const char *title);
LdrLinked *ldr_linked_ref (LdrLinked *self);
void ldr_linked_unref (LdrLinked *self);

gboolean ldr_store_link (LdrStore *self, LdrLink *link, GError **error);
gboolean ldr_store_unlink (LdrStore *self, LdrLink *link, GError **error);
GPtrArray *ldr_store_list_links (LdrStore *self, GError **error);
GPtrArray *ldr_store_list_linked (LdrStore *self, LdrLinkKind kind, const char *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrLinked, ldr_linked_unref)

G_END_DECLS
