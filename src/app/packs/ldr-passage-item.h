/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-pack.h"

G_BEGIN_DECLS

#define LDR_TYPE_PASSAGE_ITEM (ldr_passage_item_get_type ())
G_DECLARE_FINAL_TYPE (LdrPassageItem, ldr_passage_item, LDR, PASSAGE_ITEM, GObject)

/* A passage of a session pack with the comments beside it, as a list shows it. Signal: `changed`, of the comments. */

LdrPassageItem *ldr_passage_item_new (LdrPack *pack, guint position);
const LdrPack *ldr_passage_item_get_pack (LdrPassageItem *self);
const LdrPassage *ldr_passage_item_get_passage (LdrPassageItem *self);
GPtrArray *ldr_passage_item_get_comments (LdrPassageItem *self);
void ldr_passage_item_set_comments (LdrPassageItem *self, GPtrArray *comments);

G_END_DECLS
