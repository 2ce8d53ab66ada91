/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-style.h"

G_BEGIN_DECLS

/* The five styles, or their pitfalls, as chips that can be switched on and off. */

void
ldr_style_choice_fill (GtkWidget *wrap_box, gboolean pitfalls, LdrStyleSet chosen, GCallback changed, gpointer object);
LdrStyleSet ldr_style_choice_get (GtkWidget *wrap_box);

G_END_DECLS
