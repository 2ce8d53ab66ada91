/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-entry.h"
#include "model/ldr-notice.h"

G_BEGIN_DECLS

/**
 * LdrVersionNotice:
 * @offset: where they begin, in characters of all that is shown
 * @words: (element-type LdrNoticeWord): the words, one kind or several
 *
 * Words in an earlier version that the leader asked to notice.
 */
typedef struct
{
  int offset;
  GPtrArray *words;
} LdrVersionNotice;

void ldr_version_notice_free (LdrVersionNotice *self);

char *ldr_version_to_text (const LdrEntry *entry);
GPtrArray *ldr_version_find_notices (const LdrEntry *version, GPtrArray *parts, const LdrNotice *reader);

G_END_DECLS
