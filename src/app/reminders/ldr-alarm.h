/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint ldr_alarm_add (gint64 moment, GSourceFunc func, gpointer user_data);

G_END_DECLS
