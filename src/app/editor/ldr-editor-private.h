/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libspelling.h>

#include "ldr-editor.h"
#include "ldr-notice-mark.h"
#include "ldr-rich-buffer.h"

G_BEGIN_DECLS

typedef struct _LdrEditorNotices LdrEditorNotices;

struct _LdrEditor
{
  GtkWidget parent_instance;

  LdrRichBuffer *buffer;
  GtkWidget *view;
  LdrRichText *source;      /* What was read, to write it back to the letter. */
  SpellingChecker *checker; /* Kept from text to text, for its dictionary. */
  SpellingTextBufferAdapter *spelling;
  gboolean check_spelling;
  gboolean composing; /* An input method has not decided yet. */
  gboolean editable;
  int word_count;
  guint scroll_id;
  GCancellable *pasting;
  GMenu *menu;          /* What the context menu has for the place of the cursor. */
  GPtrArray *stand_ins; /* What assistive technology has for the pictures. */
  guint place_id;
  gpointer announced; /* The picture that the cursor is at, only to compare. */

  LdrEditorNotices *notices;

  LdrPictureRequestFunc request;
  gpointer request_data;
  GDestroyNotify request_destroy;
};

void ldr_editor_add_keys (LdrEditor *self);
gboolean ldr_editor_enter (LdrEditor *self);
gboolean ldr_editor_backspace (LdrEditor *self);
gboolean ldr_editor_indent (LdrEditor *self, int by);
int ldr_editor_get_cursor_line (LdrEditor *self, GtkTextIter *iter);

void ldr_editor_add_spelling (LdrEditor *self);
void ldr_editor_start_spelling (LdrEditor *self);
void ldr_editor_stop_spelling (LdrEditor *self);

void
ldr_editor_add_shortcut (GtkShortcutController *controller, guint key, GdkModifierType modifiers, const char *action);

void ldr_editor_install_format_actions (GtkWidgetClass *widget_class);
void ldr_editor_add_format_keys (GtkShortcutController *controller);

void ldr_editor_install_link_actions (GtkWidgetClass *widget_class);
void ldr_editor_add_link_keys (LdrEditor *self, GtkShortcutController *controller);

void ldr_editor_install_picture_actions (GtkWidgetClass *widget_class);
void ldr_editor_add_pictures (LdrEditor *self);
void ldr_editor_remove_pictures (LdrEditor *self);

void ldr_editor_add_menu (LdrEditor *self);
void ldr_editor_update_menu (LdrEditor *self);

void ldr_editor_install_notices (GtkWidgetClass *widget_class);
void ldr_editor_add_notices (LdrEditor *self);
void ldr_editor_restart_notices (LdrEditor *self);
void ldr_editor_remove_notices (LdrEditor *self);

void ldr_editor_add_clipboard (LdrEditor *self);
void ldr_editor_paste_plain (LdrEditor *self);
void ldr_editor_paste_markdown (LdrEditor *self, const char *text);

G_END_DECLS
