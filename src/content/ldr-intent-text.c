/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-intent-text.h"

/* The elements of intent.xml; those in the list belong to the root. */
typedef struct
{
  LdrMarkup *root;
  GPtrArray *sections;
} IntentTexts;

static IntentTexts *
read_texts (void)
{
  IntentTexts *self = g_new0 (IntentTexts, 1);

  self->root = ldr_markup_read_resource ("intent.xml");
  self->sections = ldr_house_text_list (self->root, "section");
  g_assert (self->sections->len == LDR_INTENT_TEXT_SECTIONS);
  return self;
}

/* Read once, on first use, from any thread. */
static const IntentTexts *
get_texts (void)
{
  static IntentTexts *texts = NULL;

  if (g_once_init_enter_pointer (&texts))
    g_once_init_leave_pointer (&texts, read_texts ());
  return texts;
}

/**
 * ldr_intent_text_get_version:
 *
 * Returns: the version of the sections, kept with each intent; from 1
 */
int
ldr_intent_text_get_version (void)
{
  return ldr_markup_get_number (get_texts ()->root, "version", 1, G_MAXINT, 1);
}

/**
 * ldr_intent_text_dup_instruction:
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * Returns: (transfer full): how to write an intent, in the user's language
 */
char *
ldr_intent_text_dup_instruction (LdrRole role, const char *leader)
{
  return ldr_house_text_dup_wording (get_texts ()->root, "instruction", role, leader);
}

/**
 * ldr_intent_text_get_id:
 * @section: from 0, less than %LDR_INTENT_TEXT_SECTIONS, in the order in which they are written
 *
 * Returns: (transfer none): the section's id: success, why, limits, priorities, styles
 */
const char *
ldr_intent_text_get_id (guint section)
{
  g_return_val_if_fail (section < LDR_INTENT_TEXT_SECTIONS, "");

  return ldr_house_text_get_id (get_texts ()->sections, section);
}

/**
 * ldr_intent_text_find:
 * @id: a section's id, which may come from a file
 * @section: (out): which section it is; untouched if there is none
 *
 * Returns: whether there is a section of that id
 */
gboolean
ldr_intent_text_find (const char *id, guint *section)
{
  return ldr_house_text_find (get_texts ()->sections, id, section);
}

/**
 * ldr_intent_text_get_name:
 * @section: from 0, less than %LDR_INTENT_TEXT_SECTIONS
 *
 * Returns: (transfer none): its heading in the user's language; no full stop
 */
const char *
ldr_intent_text_get_name (guint section)
{
  g_return_val_if_fail (section < LDR_INTENT_TEXT_SECTIONS, "");

  return ldr_house_text_get (g_ptr_array_index (get_texts ()->sections, section), "name");
}

/**
 * ldr_intent_text_dup_question:
 * @section: from 0, less than %LDR_INTENT_TEXT_SECTIONS
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * Returns: (transfer full): the question that the section answers, in the user's language
 */
char *
ldr_intent_text_dup_question (guint section, LdrRole role, const char *leader)
{
  g_return_val_if_fail (section < LDR_INTENT_TEXT_SECTIONS, NULL);

  return ldr_house_text_dup_wording (g_ptr_array_index (get_texts ()->sections, section), "question", role, leader);
}

/**
 * ldr_intent_text_get_hint:
 * @section: from 0, less than %LDR_INTENT_TEXT_SECTIONS
 *
 * Returns: (transfer none): what makes a good answer, a sentence in the user's language
 */
const char *
ldr_intent_text_get_hint (guint section)
{
  g_return_val_if_fail (section < LDR_INTENT_TEXT_SECTIONS, "");

  return ldr_house_text_get (g_ptr_array_index (get_texts ()->sections, section), "hint");
}
