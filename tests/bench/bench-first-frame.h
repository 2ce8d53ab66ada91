/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bench_leave_out (gint64 microseconds);
void bench_end_now (void);
void bench_end_at_first_frame (GtkWindow *window);

G_END_DECLS
