/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "shelf/ldr-shelf.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_WINDOW (ldr_window_get_type ())
G_DECLARE_FINAL_TYPE (LdrWindow, ldr_window, LDR, WINDOW, AdwApplicationWindow)

/* The one window: welcome, shelf, unlock page, or an open journal. Property: `journal`, as ldr_window_get_journal(). */

GtkWidget *ldr_window_new (GtkApplication *application);
void ldr_window_open_file (LdrWindow *self, GFile *file);
void ldr_window_add_toast (LdrWindow *self, AdwToast *toast);
LdrJournal *ldr_window_get_journal (LdrWindow *self);
LdrShelfItem *ldr_window_get_item (LdrWindow *self);
LdrShelf *ldr_window_get_shelf (LdrWindow *self);
void ldr_window_show_today (LdrWindow *self, const char *path);
gboolean ldr_window_wants_keyring (LdrWindow *self);
void ldr_window_set_keyring (LdrWindow *self, gboolean keyring);
void ldr_window_quit (LdrWindow *self);

G_END_DECLS
