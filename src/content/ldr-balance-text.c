/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-balance-text.h"

static const char *const axis_ids[LDR_N_BALANCE_AXES] = {
  [LDR_BALANCE_AXIS_TIME] = "time",
  [LDR_BALANCE_AXIS_ATTENTION] = "attention",
};

/* The elements of balance-map.xml; the axes and places belong to the root. */
typedef struct
{
  LdrMarkup *root;
  const LdrMarkup *axes[LDR_N_BALANCE_AXES];
  const LdrMarkup *places[LDR_N_STYLES];
} BalanceTexts;

static BalanceTexts *
read_texts (void)
{
  BalanceTexts *self = g_new0 (BalanceTexts, 1);
  g_autoptr (GPtrArray) axes = NULL;
  g_autoptr (GPtrArray) places = NULL;

  self->root = ldr_markup_read_resource ("balance-map.xml");
  axes = ldr_house_text_list (self->root, "axis");
  places = ldr_house_text_list (self->root, "place");
  for (guint i = 0; i < LDR_N_BALANCE_AXES; i++)
    {
      guint index;

      if (!ldr_house_text_find (axes, axis_ids[i], &index))
        g_error ("The balance map has no axis %s.", axis_ids[i]);
      self->axes[i] = g_ptr_array_index (axes, index);
    }
  for (guint i = 0; i < places->len; i++)
    {
      const LdrMarkup *place = g_ptr_array_index (places, i);
      LdrStyle style;

      if (!ldr_style_from_id (ldr_markup_get_attribute (place, "style"), &style))
        g_error ("Line %d: no such style.", place->line);
      self->places[style] = place;
    }
  for (guint i = 0; i < LDR_N_STYLES; i++)
    g_assert (self->places[i] != NULL);
  return self;
}

/* Read once, on first use, from any thread. */
static const BalanceTexts *
get_texts (void)
{
  static BalanceTexts *texts = NULL;

  if (g_once_init_enter_pointer (&texts))
    g_once_init_leave_pointer (&texts, read_texts ());
  return texts;
}

/**
 * ldr_balance_text_get_version:
 *
 * Returns: the version of the places on the map; from 1
 */
int
ldr_balance_text_get_version (void)
{
  return ldr_markup_get_number (get_texts ()->root, "version", 1, G_MAXINT, 1);
}

/**
 * ldr_balance_text_get_note:
 *
 * Returns: (transfer none): what the map is and is not, sentences in the user's language
 */
const char *
ldr_balance_text_get_note (void)
{
  return ldr_house_text_get (get_texts ()->root, "note");
}

/**
 * ldr_balance_text_get_how:
 *
 * Returns: (transfer none): where the leader's dot comes from, a sentence in the user's language
 */
const char *
ldr_balance_text_get_how (void)
{
  return ldr_house_text_get (get_texts ()->root, "how");
}

/**
 * ldr_balance_text_get_few:
 *
 * Returns: (transfer none): how much a few entries can bear, a sentence in the user's language
 */
const char *
ldr_balance_text_get_few (void)
{
  return ldr_house_text_get (get_texts ()->root, "few");
}

/**
 * ldr_balance_text_get_low:
 * @axis: an axis of the map
 *
 * Returns: (transfer none): the word at its low end, in the user's language
 */
const char *
ldr_balance_text_get_low (LdrBalanceAxis axis)
{
  g_return_val_if_fail ((guint) axis < LDR_N_BALANCE_AXES, "");

  return ldr_house_text_get (get_texts ()->axes[axis], "low");
}

/**
 * ldr_balance_text_get_high:
 * @axis: an axis of the map
 *
 * Returns: (transfer none): the word at its high end, in the user's language
 */
const char *
ldr_balance_text_get_high (LdrBalanceAxis axis)
{
  g_return_val_if_fail ((guint) axis < LDR_N_BALANCE_AXES, "");

  return ldr_house_text_get (get_texts ()->axes[axis], "high");
}

/**
 * ldr_balance_text_get_explanation:
 * @axis: an axis of the map
 *
 * Returns: (transfer none): what the axis sets against what, a sentence in the user's language
 */
const char *
ldr_balance_text_get_explanation (LdrBalanceAxis axis)
{
  g_return_val_if_fail ((guint) axis < LDR_N_BALANCE_AXES, "");

  return ldr_house_text_get (get_texts ()->axes[axis], "explanation");
}

/**
 * ldr_balance_text_get_place:
 * @style: a management style
 * @axis: an axis of the map
 *
 * Where a style rests by what it looks at first: an agreed place to talk from, not a measured one.
 *
 * Returns: its place along the axis, −%LDR_BALANCE_TEXT_LIMIT to %LDR_BALANCE_TEXT_LIMIT
 */
int
ldr_balance_text_get_place (LdrStyle style, LdrBalanceAxis axis)
{
  g_return_val_if_fail ((guint) style < LDR_N_STYLES && (guint) axis < LDR_N_BALANCE_AXES, 0);

  return ldr_markup_get_number (get_texts ()->places[style], axis_ids[axis], -LDR_BALANCE_TEXT_LIMIT,
                                LDR_BALANCE_TEXT_LIMIT, 0);
}

/**
 * ldr_balance_text_get_why:
 * @style: a management style
 *
 * Returns: (transfer none): why the style rests where it does, a sentence in the user's language
 */
const char *
ldr_balance_text_get_why (LdrStyle style)
{
  g_return_val_if_fail ((guint) style < LDR_N_STYLES, "");

  return ldr_house_text_get (get_texts ()->places[style], "why");
}
