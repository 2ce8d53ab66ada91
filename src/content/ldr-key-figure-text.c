/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-key-figure-text.h"

/* The elements of key-figures.xml; those in the list belong to the root. */
typedef struct
{
  LdrMarkup *root;
  GPtrArray *figures;
} FigureTexts;

static FigureTexts *
read_texts (void)
{
  FigureTexts *self = g_new0 (FigureTexts, 1);

  self->root = ldr_markup_read_resource ("key-figures.xml");
  self->figures = ldr_house_text_list (self->root, "figure");
  g_assert (self->figures->len == LDR_KEY_FIGURE_TEXT_FIGURES);
  return self;
}

/* Read once, on first use, from any thread. */
static const FigureTexts *
get_texts (void)
{
  static FigureTexts *texts = NULL;

  if (g_once_init_enter_pointer (&texts))
    g_once_init_leave_pointer (&texts, read_texts ());
  return texts;
}

static const LdrMarkup *
get_figure (guint figure)
{
  return g_ptr_array_index (get_texts ()->figures, figure);
}

/**
 * ldr_key_figure_text_get_version:
 *
 * Returns: the version of the suggestions; from 1
 */
int
ldr_key_figure_text_get_version (void)
{
  return ldr_markup_get_number (get_texts ()->root, "version", 1, G_MAXINT, 1);
}

/**
 * ldr_key_figure_text_get_id:
 * @figure: from 0, less than %LDR_KEY_FIGURE_TEXT_FIGURES
 *
 * Returns: (transfer none): the suggestion's id, the same in every version
 */
const char *
ldr_key_figure_text_get_id (guint figure)
{
  g_return_val_if_fail (figure < LDR_KEY_FIGURE_TEXT_FIGURES, "");

  return ldr_house_text_get_id (get_texts ()->figures, figure);
}

/**
 * ldr_key_figure_text_find:
 * @id: a suggestion's id, which may come from a file
 * @figure: (out): which one it is; untouched if there is none
 *
 * Returns: whether there is a suggestion of that id
 */
gboolean
ldr_key_figure_text_find (const char *id, guint *figure)
{
  return ldr_house_text_find (get_texts ()->figures, id, figure);
}

/**
 * ldr_key_figure_text_get_better:
 * @figure: from 0, less than %LDR_KEY_FIGURE_TEXT_FIGURES
 *
 * Returns: 1 if more is better, −1 if less is, as in a measure
 */
int
ldr_key_figure_text_get_better (guint figure)
{
  g_return_val_if_fail (figure < LDR_KEY_FIGURE_TEXT_FIGURES, 1);

  return g_strcmp0 (ldr_markup_get_attribute (get_figure (figure), "better"), "down") == 0 ? -1 : 1;
}

/**
 * ldr_key_figure_text_get_rhythm:
 * @figure: from 0, less than %LDR_KEY_FIGURE_TEXT_FIGURES
 *
 * Returns: (transfer none): how often it is worth noting: weekly, monthly or quarterly; never translated
 */
const char *
ldr_key_figure_text_get_rhythm (guint figure)
{
  g_return_val_if_fail (figure < LDR_KEY_FIGURE_TEXT_FIGURES, "");

  return ldr_markup_get_attribute (get_figure (figure), "rhythm");
}

/**
 * ldr_key_figure_text_get_name:
 * @figure: from 0, less than %LDR_KEY_FIGURE_TEXT_FIGURES
 *
 * Returns: (transfer none): its name in the user's language, which the leader may change; no full stop
 */
const char *
ldr_key_figure_text_get_name (guint figure)
{
  g_return_val_if_fail (figure < LDR_KEY_FIGURE_TEXT_FIGURES, "");

  return ldr_house_text_get (get_figure (figure), "name");
}

/**
 * ldr_key_figure_text_get_unit:
 * @figure: from 0, less than %LDR_KEY_FIGURE_TEXT_FIGURES
 *
 * Returns: (transfer none): its unit in the user's language, such as "%" or "min"
 */
const char *
ldr_key_figure_text_get_unit (guint figure)
{
  g_return_val_if_fail (figure < LDR_KEY_FIGURE_TEXT_FIGURES, "");

  return ldr_house_text_get (get_figure (figure), "unit");
}

/**
 * ldr_key_figure_text_get_explanation:
 * @figure: from 0, less than %LDR_KEY_FIGURE_TEXT_FIGURES
 *
 * Returns: (transfer none): what it counts, a sentence in the user's language
 */
const char *
ldr_key_figure_text_get_explanation (guint figure)
{
  g_return_val_if_fail (figure < LDR_KEY_FIGURE_TEXT_FIGURES, "");

  return ldr_house_text_get (get_figure (figure), "explanation");
}
