/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_DELETER (ldr_deleter_get_type ())
G_DECLARE_FINAL_TYPE (LdrDeleter, ldr_deleter, LDR, DELETER, GObject)

/* Deleting and its undoing. Signals: `toast (AdwToast *toast)`, `restored (const char *id)`. Property: `can-undo`. */

LdrDeleter *ldr_deleter_new (void);
void ldr_deleter_set_journal (LdrDeleter *self, LdrJournal *journal);
void ldr_deleter_trash (LdrDeleter *self, const char *id, const char *title);
void ldr_deleter_undo (LdrDeleter *self);
void ldr_deleter_restore (LdrDeleter *self, const char *id);
void ldr_deleter_delete (LdrDeleter *self, const char *id, const char *title, GtkWidget *parent);
void ldr_deleter_empty_trash (LdrDeleter *self, GtkWidget *parent);

G_END_DECLS
