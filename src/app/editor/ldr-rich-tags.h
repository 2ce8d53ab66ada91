/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/ldr-rich-text.h"

G_BEGIN_DECLS

/* The tag of a line after a list, and the room above that it gives, in pixels. */
#define LDR_RICH_TAG_AFTER_LIST "after-list"
#define LDR_AFTER_LIST 6

/* The deepest item of a list that is shown deeper than the one before it. */
#define LDR_DEEPEST 8

/* What a rule's line reads; a line across the text is drawn over it. */
#define LDR_RULE_TEXT "———"

void ldr_rich_tags_add (GtkTextTagTable *table);
void ldr_rich_tags_colour (GtkTextTagTable *table, gboolean dark, const GdkRGBA *accent);
void ldr_rich_tags_forget_links (GtkTextTagTable *table);
GtkTextTag *ldr_rich_tags_get_block (GtkTextTagTable *table, LdrBlockKind kind, int level);
GtkTextTag *ldr_rich_tags_get_run (GtkTextTagTable *table, LdrRunFlags flag);
GtkTextTag *ldr_rich_tags_ensure_link (GtkTextTagTable *table, const char *uri);
gboolean ldr_rich_tag_is_block (GtkTextTag *tag);
gboolean ldr_rich_tag_is_inline (GtkTextTag *tag);
const char *ldr_rich_tag_get_uri (GtkTextTag *tag);
LdrRunFlags ldr_rich_tags_get_flags (GtkTextTagTable *table, const GtkTextIter *iter);
const char *ldr_rich_tags_get_uri_at (const GtkTextIter *iter);
int ldr_rich_tags_get_margin (LdrBlockKind kind, int level);

G_END_DECLS
