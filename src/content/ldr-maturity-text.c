/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-maturity-text.h"

/* The elements of maturity.xml; those in the list belong to the root. */
typedef struct
{
  LdrMarkup *root;
  GPtrArray *stages;
} MaturityTexts;

static MaturityTexts *
read_texts (void)
{
  MaturityTexts *self = g_new0 (MaturityTexts, 1);

  self->root = ldr_markup_read_resource ("maturity.xml");
  self->stages = ldr_house_text_list (self->root, "stage");
  g_assert (self->stages->len == LDR_MATURITY_TEXT_STAGES);
  return self;
}

/* Read once, on first use, from any thread. */
static const MaturityTexts *
get_texts (void)
{
  static MaturityTexts *texts = NULL;

  if (g_once_init_enter_pointer (&texts))
    g_once_init_leave_pointer (&texts, read_texts ());
  return texts;
}

/**
 * ldr_maturity_text_get_version:
 *
 * Returns: the version of the stages, kept with each choice of one; from 1
 */
int
ldr_maturity_text_get_version (void)
{
  return ldr_markup_get_number (get_texts ()->root, "version", 1, G_MAXINT, 1);
}

/**
 * ldr_maturity_text_dup_instruction:
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * Returns: (transfer full): how to choose a stage, in the user's language
 */
char *
ldr_maturity_text_dup_instruction (LdrRole role, const char *leader)
{
  return ldr_house_text_dup_wording (get_texts ()->root, "instruction", role, leader);
}

/**
 * ldr_maturity_text_get_id:
 * @stage: from 0, less than %LDR_MATURITY_TEXT_STAGES, in the order in which organisations run through them
 *
 * Returns: (transfer none): the stage's id, the same in every version
 */
const char *
ldr_maturity_text_get_id (guint stage)
{
  g_return_val_if_fail (stage < LDR_MATURITY_TEXT_STAGES, "");

  return ldr_house_text_get_id (get_texts ()->stages, stage);
}

/**
 * ldr_maturity_text_find:
 * @id: a stage's id, which may come from a file
 * @stage: (out): which stage it is; untouched if there is none
 *
 * Returns: whether there is a stage of that id
 */
gboolean
ldr_maturity_text_find (const char *id, guint *stage)
{
  return ldr_house_text_find (get_texts ()->stages, id, stage);
}

/**
 * ldr_maturity_text_get_name:
 * @stage: from 0, less than %LDR_MATURITY_TEXT_STAGES
 *
 * Returns: (transfer none): the stage's name in the user's language; no full stop
 */
const char *
ldr_maturity_text_get_name (guint stage)
{
  g_return_val_if_fail (stage < LDR_MATURITY_TEXT_STAGES, "");

  return ldr_house_text_get (g_ptr_array_index (get_texts ()->stages, stage), "name");
}

/**
 * ldr_maturity_text_get_sign:
 * @stage: from 0, less than %LDR_MATURITY_TEXT_STAGES
 *
 * Returns: (transfer none): what one sees in that stage, sentences in the user's language
 */
const char *
ldr_maturity_text_get_sign (guint stage)
{
  g_return_val_if_fail (stage < LDR_MATURITY_TEXT_STAGES, "");

  return ldr_house_text_get (g_ptr_array_index (get_texts ()->stages, stage), "sign");
}

/**
 * ldr_maturity_text_get_next:
 * @stage: from 0, less than %LDR_MATURITY_TEXT_STAGES
 *
 * Returns: (transfer none): what the next stage would need, or what the last one asks for, in the user's language
 */
const char *
ldr_maturity_text_get_next (guint stage)
{
  g_return_val_if_fail (stage < LDR_MATURITY_TEXT_STAGES, "");

  return ldr_house_text_get (g_ptr_array_index (get_texts ()->stages, stage), "next");
}

/**
 * ldr_maturity_text_dup_question:
 * @stage: from 0, less than %LDR_MATURITY_TEXT_STAGES
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * Returns: (transfer full): a question towards the next stage, in the user's language
 */
char *
ldr_maturity_text_dup_question (guint stage, LdrRole role, const char *leader)
{
  g_return_val_if_fail (stage < LDR_MATURITY_TEXT_STAGES, NULL);

  return ldr_house_text_dup_wording (g_ptr_array_index (get_texts ()->stages, stage), "question", role, leader);
}
