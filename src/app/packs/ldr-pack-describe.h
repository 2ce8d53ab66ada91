/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-store-packs.h"

G_BEGIN_DECLS

/* What is said of session packs, from plain numbers and names. Each text is to be freed, unless it says otherwise. */

char *ldr_pack_describe_passages (guint n_passages, const char *from);
char *ldr_pack_describe_contents (guint n_passages, guint n_comments);
char *ldr_pack_describe_comments (guint n_comments, guint n_lost, const char *from);
char *ldr_pack_describe_receipt (const LdrReceipt *receipt);
char *ldr_pack_describe_author (const char *author, int day, int today);
char *ldr_pack_describe_about (const LdrReceivedComment *received, int today);
char *ldr_pack_describe_banner (const char *from);
char *ldr_pack_describe_quote (const char *passage);
char *ldr_pack_describe_trouble (const GError *error);

G_END_DECLS
