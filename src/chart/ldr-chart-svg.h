/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GBytes *
ldr_chart_svg_write (GskRenderNode *node, const graphene_size_t *size, const char *title, const char *description);

G_END_DECLS
