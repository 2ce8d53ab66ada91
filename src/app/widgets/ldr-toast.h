/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void ldr_toast_show (GtkWidget *widget, AdwToast *toast);
void ldr_toast_say (GtkWidget *widget, const char *text);
void ldr_toast_pass_on (GtkWidget *widget, AdwToast *toast);

G_END_DECLS
