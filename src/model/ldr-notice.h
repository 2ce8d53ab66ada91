/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-style.h"

G_BEGIN_DECLS

/**
 * LdrNoticeWord:
 * @pitfall: the pitfall that it gives away
 * @phrase: one word or several, as the leader wrote them
 *
 * Words by which a leader wants to be reminded of a pitfall, such as "just quickly do it myself".
 */
typedef struct
{
  LdrStyle pitfall;
  char *phrase;
} LdrNoticeWord;

/**
 * LdrNoticeHit:
 * @word: the number of the words that were found
 * @start: where they begin, in characters from the start of the text
 * @end: where they end
 */
typedef struct
{
  guint word;
  int start;
  int end;
} LdrNoticeHit;

LdrNoticeWord *ldr_notice_word_new (LdrStyle pitfall, const char *phrase);
void ldr_notice_word_free (LdrNoticeWord *self);

/**
 * LdrNotice:
 *
 * A set of words to look out for, made ready for reading texts.
 */
typedef struct _LdrNotice LdrNotice;

LdrNotice *ldr_notice_new (GPtrArray *words);
void ldr_notice_free (LdrNotice *self);
gboolean ldr_notice_is_empty (const LdrNotice *self);
const LdrNoticeWord *ldr_notice_get_word (const LdrNotice *self, guint word);
GArray *ldr_notice_read (const LdrNotice *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrNoticeWord, ldr_notice_word_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrNotice, ldr_notice_free)

G_END_DECLS
