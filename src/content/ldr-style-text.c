/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-style-text.h"

#include "content/ldr-markup.h"

#include <glib/gi18n.h>

/* What a reader sees of a style. The texts are kept untranslated here and looked up at each call, so that they follow
 * the language even if it is set after start. */
typedef struct
{
  char *texts[LDR_N_STYLE_TEXTS];
  GPtrArray *lists[LDR_N_STYLE_LISTS];
} StyleTexts;

static const char *const text_elements[LDR_N_STYLE_TEXTS] = {
  [LDR_STYLE_TEXT_NAME] = "name",
  [LDR_STYLE_TEXT_MOTTO] = "motto",
  [LDR_STYLE_TEXT_BELIEF] = "belief",
  [LDR_STYLE_TEXT_LEADS] = "leads",
  [LDR_STYLE_TEXT_PITFALL_NAME] = "pitfall-name",
  [LDR_STYLE_TEXT_PITFALL] = "pitfall",
  [LDR_STYLE_TEXT_HELPS] = "helps",
  [LDR_STYLE_TEXT_HINDERS] = "hinders",
  [LDR_STYLE_TEXT_HORIZON] = "horizon",
  [LDR_STYLE_TEXT_RARITY] = "rarity",
};

static const char *const list_elements[LDR_N_STYLE_LISTS] = {
  [LDR_STYLE_LIST_STRENGTHS] = "strength",
  [LDR_STYLE_LIST_SIGNS] = "sign",
  [LDR_STYLE_LIST_COUNTER_MOVES] = "counter-move",
};

static const char *const icons[LDR_N_STYLES] = {
  [LDR_STYLE_TEAM_PLAYER] = "leidraad-style-team-player-symbolic",
  [LDR_STYLE_DATA_STRATEGIST] = "leidraad-style-data-strategist-symbolic",
  [LDR_STYLE_INTEGRATOR] = "leidraad-style-integrator-symbolic",
  [LDR_STYLE_CUSTOMER_COMMUNICATOR] = "leidraad-style-customer-communicator-symbolic",
  [LDR_STYLE_NINJA] = "leidraad-style-ninja-symbolic",
};

static void
read_style (StyleTexts *self, const LdrMarkup *markup)
{
  for (gsize t = 0; t < LDR_N_STYLE_TEXTS; t++)
    self->texts[t] = g_strdup (ldr_markup_get_child_text (markup, text_elements[t]));
  for (gsize l = 0; l < LDR_N_STYLE_LISTS; l++)
    {
      self->lists[l] = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < markup->children->len; i++)
        {
          const LdrMarkup *child = g_ptr_array_index (markup->children, i);

          if (g_str_equal (child->name, list_elements[l]))
            g_ptr_array_add (self->lists[l], g_strdup (child->text));
        }
    }
}

static StyleTexts *
read_all (void)
{
  g_autoptr (LdrMarkup) root = ldr_markup_read_resource ("styles.xml");
  StyleTexts *all = g_new0 (StyleTexts, LDR_N_STYLES);

  for (guint i = 0; i < root->children->len; i++)
    {
      const LdrMarkup *markup = g_ptr_array_index (root->children, i);
      LdrStyle style;

      if (!ldr_style_from_id (ldr_markup_get_attribute (markup, "id"), &style))
        g_error ("Line %d: no such style.", markup->line);
      read_style (&all[style], markup);
    }
  return all;
}

/* Read once, on first use, from any thread. */
static const StyleTexts *
get_texts (LdrStyle style)
{
  static StyleTexts *all = NULL;

  if (g_once_init_enter_pointer (&all))
    g_once_init_leave_pointer (&all, read_all ());
  return &all[style];
}

/**
 * ldr_style_get_text:
 * @style: a management style
 * @which: which of its texts
 *
 * Returns: (transfer none): the text in the user's language
 */
const char *
ldr_style_get_text (LdrStyle style, LdrStyleText which)
{
  g_return_val_if_fail ((guint) style < LDR_N_STYLES && (guint) which < LDR_N_STYLE_TEXTS, "");

  return _ (get_texts (style)->texts[which]);
}

/**
 * ldr_style_get_list_length:
 * @style: a management style
 * @which: which of its lists
 *
 * Returns: how many texts stand in it, at least three
 */
guint
ldr_style_get_list_length (LdrStyle style, LdrStyleList which)
{
  g_return_val_if_fail ((guint) style < LDR_N_STYLES && (guint) which < LDR_N_STYLE_LISTS, 0);

  return get_texts (style)->lists[which]->len;
}

/**
 * ldr_style_get_list_text:
 * @style: a management style
 * @which: which of its lists
 * @index: from 0, less than the list's length
 *
 * Returns: (transfer none): one text of the list in the user's language
 */
const char *
ldr_style_get_list_text (LdrStyle style, LdrStyleList which, guint index)
{
  g_return_val_if_fail (index < ldr_style_get_list_length (style, which), "");

  return _ (g_ptr_array_index (get_texts (style)->lists[which], index));
}

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
  return ldr_style_get_text (style, LDR_STYLE_TEXT_NAME);
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
  return ldr_style_get_text (style, LDR_STYLE_TEXT_PITFALL_NAME);
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

  return icons[style];
}
