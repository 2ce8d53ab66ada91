/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LdrSaveState:
 * @LDR_SAVE_STATE_NEW: nothing of it is in the journal, and nothing needs to be
 * @LDR_SAVE_STATE_SAVED: what is on the screen is safe
 * @LDR_SAVE_STATE_SAVING: it is on its way, or about to be
 * @LDR_SAVE_STATE_FAILED: it is on the screen only
 *
 * How far the text on the screen is from being safe in the journal.
 */
typedef enum
{
  LDR_SAVE_STATE_NEW,
  LDR_SAVE_STATE_SAVED,
  LDR_SAVE_STATE_SAVING,
  LDR_SAVE_STATE_FAILED,
} LdrSaveState;

#define LDR_TYPE_SAVER (ldr_saver_get_type ())
G_DECLARE_FINAL_TYPE (LdrSaver, ldr_saver, LDR, SAVER, GObject)

/* Collects what is on the screen and begins to save it. Returns whether a job is on its way, which ends with
 * ldr_saver_done(); FALSE if there is nothing to save. */
typedef gboolean (*LdrSaverFunc) (gpointer user_data);

LdrSaver *ldr_saver_new (LdrSaverFunc begin, gpointer user_data);
LdrSaveState ldr_saver_get_state (LdrSaver *self, gboolean is_stored);
const GError *ldr_saver_get_error (LdrSaver *self);
void ldr_saver_touch (LdrSaver *self);
void ldr_saver_mark (LdrSaver *self);
void ldr_saver_save_now (LdrSaver *self);
void ldr_saver_flush (LdrSaver *self, GTask *task);
void ldr_saver_claim (LdrSaver *self);
void ldr_saver_done (LdrSaver *self, GError *error, gboolean retry);
void ldr_saver_set_error (LdrSaver *self, GError *error);
void ldr_saver_stop (LdrSaver *self);

G_END_DECLS
