/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "ldr-rich-line.h"
#include "model/ldr-notice.h"

G_BEGIN_DECLS

#define LDR_TYPE_NOTICE_MARK (ldr_notice_mark_get_type ())
G_DECLARE_FINAL_TYPE (LdrNoticeMark, ldr_notice_mark, LDR, NOTICE_MARK, GtkButton)

GtkWidget *ldr_notice_mark_new (LdrLine *line, int start, const char *leader);
LdrLine *ldr_notice_mark_get_line (LdrNoticeMark *self);
int ldr_notice_mark_get_start (LdrNoticeMark *self);
void ldr_notice_mark_add_word (LdrNoticeMark *self, const LdrNoticeWord *word);
GPtrArray *ldr_notice_mark_get_words (LdrNoticeMark *self);
void ldr_notice_mark_set_noted (LdrNoticeMark *self, LdrStyleSet noted);
void ldr_notice_mark_set_row (LdrNoticeMark *self, int top, int height);
int ldr_notice_mark_get_row (LdrNoticeMark *self, int *height);
void ldr_notice_mark_set_place (LdrNoticeMark *self, const GtkTextIter *place);
void ldr_notice_mark_get_place (LdrNoticeMark *self, GtkTextIter *place);

GtkWidget *ldr_notice_hint_new (GPtrArray *words, const char *leader, LdrStyleSet noted);

char *ldr_notice_describe_title (const char *leader);
char *ldr_notice_describe_words (GPtrArray *words, const char *leader, LdrStyleSet noted);

G_END_DECLS
