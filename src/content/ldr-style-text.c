/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-style-text.h"

#include <glib/gi18n.h>

/* What a reader sees of a style. The texts are kept untranslated here and looked up at each call, so that they follow
 * the language even if it is set after start. */
typedef struct
{
  const char *name;
  const char *pitfall;
  const char *belief;
  const char *icon;
} StyleText;

static const StyleText texts[LDR_N_STYLES] = {
  [LDR_STYLE_TEAM_PLAYER] = {
    .name = N_("Team player"),
    .pitfall = N_("Lost in the details"),
    .belief = N_("People are the strength: hands on, together"),
    .icon = "leidraad-style-team-player-symbolic",
  },
  [LDR_STYLE_DATA_STRATEGIST] = {
    .name = N_("Data strategist"),
    .pitfall = N_("Figures before feelings"),
    .belief = N_("Data is the strength: show me the insight"),
    .icon = "leidraad-style-data-strategist-symbolic",
  },
  [LDR_STYLE_INTEGRATOR] = {
    .name = N_("Integrator"),
    .pitfall = N_("Tomorrow before today"),
    .belief = N_("Continuity is the strength: fix it for good"),
    .icon = "leidraad-style-integrator-symbolic",
  },
  [LDR_STYLE_CUSTOMER_COMMUNICATOR] = {
    .name = N_("Customer communicator"),
    .pitfall = N_("Helped today, back tomorrow"),
    .belief = N_("The customer comes first, above all"),
    .icon = "leidraad-style-customer-communicator-symbolic",
  },
  [LDR_STYLE_NINJA] = {
    .name = N_("Ninja"),
    .pitfall = N_("Hard to place"),
    .belief = N_("Context is everything: look, think, adapt"),
    .icon = "leidraad-style-ninja-symbolic",
  },
};

/**
 * ldr_style_get_name:
 * @style: a management style
 *
 * The style's name in the user's language, such as "Team player".
 *
 * Returns: (transfer none): one or two words, without a full stop
 */
const char *
ldr_style_get_name (LdrStyle style)
{
  g_return_val_if_fail ((guint) style < LDR_N_STYLES, "");

  return _ (texts[style].name);
}

/**
 * ldr_style_get_pitfall_name:
 * @style: a management style
 *
 * What the style costs when it is overdone, in a few words of the user's language, such as "Lost in the details".
 *
 * Returns: (transfer none): a short phrase, without a full stop
 */
const char *
ldr_style_get_pitfall_name (LdrStyle style)
{
  g_return_val_if_fail ((guint) style < LDR_N_STYLES, "");

  return _ (texts[style].pitfall);
}

/**
 * ldr_style_get_belief:
 * @style: a management style
 *
 * What the style believes in, as one line in the user's language.
 *
 * Returns: (transfer none): one line, without a full stop
 */
const char *
ldr_style_get_belief (LdrStyle style)
{
  g_return_val_if_fail ((guint) style < LDR_N_STYLES, "");

  return _ (texts[style].belief);
}

/**
 * ldr_style_get_icon_name:
 * @style: a management style
 *
 * The symbolic icon of the style, which the application carries among its resources.
 *
 * Returns: (transfer none): an icon name, never translated
 */
const char *
ldr_style_get_icon_name (LdrStyle style)
{
  g_return_val_if_fail ((guint) style < LDR_N_STYLES, "");

  return texts[style].icon;
}
