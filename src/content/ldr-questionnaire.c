/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-questionnaire.h"

#include <glib/gi18n.h>

static LdrStyle
read_style (const LdrMarkup *markup)
{
  LdrStyle style;

  if (!ldr_style_from_id (ldr_markup_get_attribute (markup, "style"), &style))
    g_error ("Line %d: no such style.", markup->line);
  return style;
}

static void
item_free (gpointer data)
{
  LdrQuestionnaireItem *self = data;

  g_free (self->facts.id);
  ldr_wording_clear (&self->wording);
  ldr_wording_clear (&self->reactions[0]);
  ldr_wording_clear (&self->reactions[1]);
  g_free (self);
}

static LdrQuestionnaireItem *
item_read (const LdrMarkup *markup, LdrAssessmentKind kind)
{
  LdrQuestionnaireItem *self = g_new0 (LdrQuestionnaireItem, 1);
  gsize n_reactions = 0;

  self->facts.id = g_strdup (ldr_markup_get_attribute (markup, "id"));
  ldr_wording_read (&self->wording, markup);
  if (kind == LDR_ASSESSMENT_RATING)
    {
      self->facts.styles[0] = self->facts.styles[1] = read_style (markup);
      self->facts.reversed = g_str_equal (ldr_markup_get_attribute (markup, "reversed"), "yes");
      return self;
    }
  for (guint i = 0; i < markup->children->len && n_reactions < 2; i++)
    {
      const LdrMarkup *child = g_ptr_array_index (markup->children, i);

      if (!g_str_equal (child->name, "reaction"))
        continue;
      self->facts.styles[n_reactions] = read_style (child);
      ldr_wording_read (&self->reactions[n_reactions++], child);
    }
  return self;
}

static LdrQuestionnaire *
questionnaire_read (const char *file)
{
  g_autoptr (LdrMarkup) root = ldr_markup_read_resource (file);
  LdrQuestionnaire *self = g_new0 (LdrQuestionnaire, 1);

  self->id = g_strdup (ldr_markup_get_attribute (root, "id"));
  self->version = ldr_markup_get_number (root, "version", 1, G_MAXINT, 1);
  self->kind
      = g_str_equal (ldr_markup_get_attribute (root, "kind"), "rating") ? LDR_ASSESSMENT_RATING : LDR_ASSESSMENT_CHOICE;
  self->title = g_strdup (ldr_markup_get_child_text (root, "title"));
  self->summary = g_strdup (ldr_markup_get_child_text (root, "summary"));
  ldr_wording_read (&self->how, root);
  self->items = g_ptr_array_new_with_free_func (item_free);
  for (guint i = 0; i < root->children->len; i++)
    {
      const LdrMarkup *child = g_ptr_array_index (root->children, i);

      if (g_str_equal (child->name, "item"))
        g_ptr_array_add (self->items, item_read (child, self->kind));
    }
  return self;
}

static GPtrArray *
read_all (void)
{
  GPtrArray *all = g_ptr_array_new ();

  g_ptr_array_add (all, questionnaire_read ("natural-style.xml"));
  g_ptr_array_add (all, questionnaire_read ("pitfall-signs.xml"));
  return all;
}

/**
 * ldr_questionnaire_get_all:
 *
 * The questionnaires that Leidraad brings along. Read once, on first use, from any thread.
 *
 * Returns: (transfer none) (element-type LdrQuestionnaire): all of them
 */
GPtrArray *
ldr_questionnaire_get_all (void)
{
  static GPtrArray *all = NULL;

  if (g_once_init_enter_pointer (&all))
    g_once_init_leave_pointer (&all, read_all ());
  return all;
}

/**
 * ldr_questionnaire_find:
 * @id: an id, such as %LDR_QUESTIONNAIRE_NATURAL_STYLE
 *
 * Returns: (transfer none) (nullable): the questionnaire of that id
 */
const LdrQuestionnaire *
ldr_questionnaire_find (const char *id)
{
  GPtrArray *all = ldr_questionnaire_get_all ();

  for (guint i = 0; i < all->len; i++)
    {
      const LdrQuestionnaire *questionnaire = g_ptr_array_index (all, i);

      if (g_str_equal (questionnaire->id, id))
        return questionnaire;
    }
  return NULL;
}

/**
 * ldr_questionnaire_get_title:
 * @self: a questionnaire
 *
 * Returns: (transfer none): its title in the user's language
 */
const char *
ldr_questionnaire_get_title (const LdrQuestionnaire *self)
{
  return _ (self->title);
}

/**
 * ldr_questionnaire_get_summary:
 * @self: a questionnaire
 *
 * Returns: (transfer none): what it is for, in the user's language
 */
const char *
ldr_questionnaire_get_summary (const LdrQuestionnaire *self)
{
  return _ (self->summary);
}

/**
 * ldr_questionnaire_dup_facts:
 * @self: a questionnaire
 * @n_items: (out): how many items it has
 *
 * What scoring looks at, item by item, in the order of the file. The ids in it belong to the questionnaire.
 *
 * Returns: (transfer container) (array length=n_items): the facts of its items; free with g_free()
 */
LdrItemFacts *
ldr_questionnaire_dup_facts (const LdrQuestionnaire *self, gsize *n_items)
{
  LdrItemFacts *facts = g_new (LdrItemFacts, self->items->len);

  for (guint i = 0; i < self->items->len; i++)
    facts[i] = ((LdrQuestionnaireItem *) g_ptr_array_index (self->items, i))->facts;
  *n_items = self->items->len;
  return facts;
}
