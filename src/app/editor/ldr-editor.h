/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-notice.h"
#include "model/ldr-picture.h"

G_BEGIN_DECLS

#define LDR_TYPE_EDITOR (ldr_editor_get_type ())
G_DECLARE_FINAL_TYPE (LdrEditor, ldr_editor, LDR, EDITOR, GtkWidget)

/* A formatted text view that reads and writes CommonMark. A GtkTextView with spelling inside, no scrolled window, no
 * tool bar: the page around it scrolls and shows the buttons, bound to the actions below.
 *
 * Properties: `editable`, `word-count` (int, read-only), `gutter` (int: the width of the margin for marks, in pixels, 0
 * for none), `modified`-free: the page saves on `changed`.
 * Signals: `changed` (the text changed by the user), `picture-pasted (GBytes *bytes)`, `link-activated (const char
 * *uri)`, `formats-changed` (the formats at the cursor changed: read them with ldr_editor_get_formats()), `edit-link`,
 *   `describe-picture (const char *description)`, `save-picture (const char *id, const char *description)`: what the
 *   context menu asks the page for; `notice-activated (LdrNoticeMark *mark)`, `noticed (const char *sentence)` (words
 *   to notice were written for the first time).
 * Actions (prefix `editor`): bold, italic, code, heading1, heading2, heading3, paragraph, bullets, numbers, quote,
 * link, undo, redo, insert-rule; open-link, edit-link, copy-link for the link at the cursor; describe-picture,
 * save-picture, remove-picture for the picture at it; next-notice. */

typedef enum
{
  LDR_FORMAT_BOLD = 1 << 0,
  LDR_FORMAT_ITALIC = 1 << 1,
  LDR_FORMAT_CODE = 1 << 2,
  LDR_FORMAT_LINK = 1 << 3,
  LDR_FORMAT_HEADING_1 = 1 << 4,
  LDR_FORMAT_HEADING_2 = 1 << 5,
  LDR_FORMAT_HEADING_3 = 1 << 6,
  LDR_FORMAT_BULLETS = 1 << 7,
  LDR_FORMAT_NUMBERS = 1 << 8,
  LDR_FORMAT_QUOTE = 1 << 9,
} LdrFormats;

/* Gives the picture of an id for showing it in the text; answers later through ldr_editor_set_picture(). */
typedef void (*LdrPictureRequestFunc) (LdrEditor *editor, const char *id, gpointer user_data);

GtkWidget *ldr_editor_new (void);
void ldr_editor_set_text (LdrEditor *self, const char *commonmark);
char *ldr_editor_get_text (LdrEditor *self);
void ldr_editor_set_editable (LdrEditor *self, gboolean editable);
int ldr_editor_get_word_count (LdrEditor *self);
void ldr_editor_place_cursor_at (LdrEditor *self, double x, double y);
LdrFormats ldr_editor_get_formats (LdrEditor *self);
void ldr_editor_toggle_format (LdrEditor *self, LdrFormats format);
void ldr_editor_set_link (LdrEditor *self, const char *uri, const char *label);
char *ldr_editor_get_link_at_cursor (LdrEditor *self);
void ldr_editor_insert_picture (LdrEditor *self, const char *id, const char *description, GdkTexture *texture);
char *ldr_editor_get_picture_at_cursor (LdrEditor *self, char **description);
void ldr_editor_describe_picture (LdrEditor *self, const char *description);
void ldr_editor_set_picture_request (LdrEditor *self,
                                     LdrPictureRequestFunc func,
                                     gpointer user_data,
                                     GDestroyNotify destroy);
void ldr_editor_set_picture (LdrEditor *self, const char *id, GdkTexture *texture);
void ldr_editor_set_highlights (LdrEditor *self, const char *const *words);
void ldr_editor_set_spelling (LdrEditor *self, gboolean enabled, const char *language);
void ldr_editor_set_notice (LdrEditor *self, LdrNotice *reader, const char *leader);
void ldr_editor_set_noted (LdrEditor *self, LdrStyleSet noted);
void ldr_editor_set_gutter (LdrEditor *self, int gutter);
int ldr_editor_get_gutter (LdrEditor *self);
GtkTextView *ldr_editor_get_view (LdrEditor *self);

G_END_DECLS
