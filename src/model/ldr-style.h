/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrStyle:
 *
 * The five management styles. Each has a pitfall of the same number.
 */
typedef enum {
  LDR_STYLE_TEAM_PLAYER,
  LDR_STYLE_DATA_STRATEGIST,
  LDR_STYLE_INTEGRATOR,
  LDR_STYLE_CUSTOMER_COMMUNICATOR,
  LDR_STYLE_NINJA,
} LdrStyle;

#define LDR_N_STYLES 5

/**
 * LdrStyleSet:
 *
 * A set of styles (or of their pitfalls): bit `1 << style` for each member.
 */
typedef guint LdrStyleSet;

#define LDR_STYLE_SET_NONE ((LdrStyleSet) 0)
#define LDR_STYLE_SET_ALL ((LdrStyleSet) ((1 << LDR_N_STYLES) - 1))
#define LDR_STYLE_BIT(style) ((LdrStyleSet) (1u << (style)))

const char *ldr_style_to_id (LdrStyle style);
gboolean ldr_style_from_id (const char *id, LdrStyle *style);
char **ldr_style_set_to_ids (LdrStyleSet set);

G_END_DECLS
