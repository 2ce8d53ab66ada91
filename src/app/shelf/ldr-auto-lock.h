/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LDR_TYPE_AUTO_LOCK (ldr_auto_lock_get_type ())
G_DECLARE_FINAL_TYPE (LdrAutoLock, ldr_auto_lock, LDR, AUTO_LOCK, GObject)

/* Says when an open journal should lock: after idle minutes, at suspend, and together with the screen, each as the
 * settings want it. Signal: `lock`. Going to sleep waits for ldr_auto_lock_settle(). */

/* Seconds of a clock that goes on during suspend. */
typedef gint64 (*LdrAutoLockClock) (void);

LdrAutoLock *ldr_auto_lock_new (GtkWindow *window, GSettings *settings);
void ldr_auto_lock_set_clock (LdrAutoLock *self, LdrAutoLockClock clock);
gboolean ldr_auto_lock_look (LdrAutoLock *self);
void ldr_auto_lock_set_active (LdrAutoLock *self, gboolean active);
void ldr_auto_lock_settle (LdrAutoLock *self);
int ldr_auto_lock_remaining (gint64 last_activity, gint64 now, guint minutes);

G_END_DECLS
