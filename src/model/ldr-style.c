/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-style.h"

#include "ldr-text.h"

static const char *const style_ids[LDR_N_STYLES] = {
  [LDR_STYLE_TEAM_PLAYER] = "team-player",
  [LDR_STYLE_DATA_STRATEGIST] = "data-strategist",
  [LDR_STYLE_INTEGRATOR] = "integrator",
  [LDR_STYLE_CUSTOMER_COMMUNICATOR] = "customer-communicator",
  [LDR_STYLE_NINJA] = "ninja",
};

/**
 * ldr_style_to_id:
 * @style: a style
 *
 * Returns: its id, the same in every language: as stored, exported and given to the terminal program
 */
const char *
ldr_style_to_id (LdrStyle style)
{
  g_return_val_if_fail ((guint) style < LDR_N_STYLES, NULL);

  return style_ids[style];
}

/**
 * ldr_style_from_id:
 * @id: (nullable): an id, exactly as ldr_style_to_id() gives it
 * @style: (out): the style
 *
 * Returns: whether there is such a style
 */
gboolean
ldr_style_from_id (const char *id, LdrStyle *style)
{
  return ldr_text_find (style_ids, LDR_N_STYLES, id, (guint *) style);
}

/**
 * ldr_style_set_to_ids:
 * @set: styles, or their pitfalls
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the members in the order of the styles
 */
char **
ldr_style_set_to_ids (LdrStyleSet set)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (set & LDR_STYLE_BIT (i))
      g_strv_builder_add (builder, style_ids[i]);
  return g_strv_builder_end (builder);
}
