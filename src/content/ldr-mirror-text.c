/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-mirror-text.h"

/* The elements of mirror.xml; those in the list belong to the root. */
typedef struct
{
  LdrMarkup *root;
  GPtrArray *statements;
} MirrorTexts;

static const char *const elements[LDR_N_MIRROR_TEXTS] = {
  [LDR_MIRROR_TEXT_TEAM_INSTRUCTION] = "team-instruction",
  [LDR_MIRROR_TEXT_PROMISE] = "promise",
  [LDR_MIRROR_TEXT_COMMENT] = "comment",
  [LDR_MIRROR_TEXT_COMMENT_HINT] = "comment-hint",
  [LDR_MIRROR_TEXT_LOWEST] = "lowest",
  [LDR_MIRROR_TEXT_HIGHEST] = "highest",
  [LDR_MIRROR_TEXT_CANNOT_SAY] = "cannot-say",
  [LDR_MIRROR_TEXT_GAP] = "gap",
  [LDR_MIRROR_TEXT_FEW] = "few",
  [LDR_MIRROR_TEXT_HIDDEN] = "hidden",
};

static MirrorTexts *
read_texts (void)
{
  MirrorTexts *self = g_new0 (MirrorTexts, 1);

  self->root = ldr_markup_read_resource ("mirror.xml");
  self->statements = ldr_house_text_list (self->root, "statement");
  g_assert (self->statements->len == LDR_MIRROR_TEXT_STATEMENTS);
  return self;
}

/* Read once, on first use, from any thread. */
static const MirrorTexts *
get_texts (void)
{
  static MirrorTexts *texts = NULL;

  if (g_once_init_enter_pointer (&texts))
    g_once_init_leave_pointer (&texts, read_texts ());
  return texts;
}

/**
 * ldr_mirror_text_get_version:
 *
 * Returns: the version of the statements, kept with each round; from 1
 */
int
ldr_mirror_text_get_version (void)
{
  return ldr_markup_get_number (get_texts ()->root, "version", 1, G_MAXINT, 1);
}

/**
 * ldr_mirror_text_get_id:
 * @statement: from 0, less than %LDR_MIRROR_TEXT_STATEMENTS, in the order in which they are put
 *
 * Returns: (transfer none): the statement's id, the same in every version
 */
const char *
ldr_mirror_text_get_id (guint statement)
{
  g_return_val_if_fail (statement < LDR_MIRROR_TEXT_STATEMENTS, "");

  return ldr_house_text_get_id (get_texts ()->statements, statement);
}

/**
 * ldr_mirror_text_find:
 * @id: a statement's id, which may come from a file
 * @statement: (out): which statement it is; untouched if there is none
 *
 * Returns: whether there is a statement of that id
 */
gboolean
ldr_mirror_text_find (const char *id, guint *statement)
{
  return ldr_house_text_find (get_texts ()->statements, id, statement);
}

/**
 * ldr_mirror_text_get_style:
 * @statement: from 0, less than %LDR_MIRROR_TEXT_STATEMENTS
 * @style: (out): the style it describes; untouched if it describes none
 *
 * Returns: %TRUE for a statement on the behaviour of a style, %FALSE for one on the example that is set
 */
gboolean
ldr_mirror_text_get_style (guint statement, LdrStyle *style)
{
  g_return_val_if_fail (statement < LDR_MIRROR_TEXT_STATEMENTS, FALSE);

  return ldr_style_from_id (ldr_markup_get_attribute (g_ptr_array_index (get_texts ()->statements, statement), "area"),
                            style);
}

/**
 * ldr_mirror_text_dup_statement:
 * @statement: from 0, less than %LDR_MIRROR_TEXT_STATEMENTS
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * As the leader says it when rating and when predicting the team's answer, or as it reads in a coach's journal.
 *
 * Returns: (transfer full): a sentence in the user's language, such as "What I ask of the team, I do myself as well."
 */
char *
ldr_mirror_text_dup_statement (guint statement, LdrRole role, const char *leader)
{
  g_return_val_if_fail (statement < LDR_MIRROR_TEXT_STATEMENTS, NULL);

  return ldr_house_text_dup_wording (g_ptr_array_index (get_texts ()->statements, statement), NULL, role, leader);
}

/**
 * ldr_mirror_text_get_team:
 * @statement: from 0, less than %LDR_MIRROR_TEXT_STATEMENTS
 *
 * Returns: (transfer none): the same as the team says it, a sentence in the user's language
 */
const char *
ldr_mirror_text_get_team (guint statement)
{
  g_return_val_if_fail (statement < LDR_MIRROR_TEXT_STATEMENTS, "");

  return ldr_house_text_get (g_ptr_array_index (get_texts ()->statements, statement), "team");
}

/**
 * ldr_mirror_text_dup_instruction:
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * Returns: (transfer full): how the leader rates themself, in the user's language
 */
char *
ldr_mirror_text_dup_instruction (LdrRole role, const char *leader)
{
  return ldr_house_text_dup_wording (get_texts ()->root, "instruction", role, leader);
}

/**
 * ldr_mirror_text_dup_prediction:
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * Returns: (transfer full): how the leader predicts the team's answer, in the user's language
 */
char *
ldr_mirror_text_dup_prediction (LdrRole role, const char *leader)
{
  return ldr_house_text_dup_wording (get_texts ()->root, "prediction", role, leader);
}

/**
 * ldr_mirror_text_get:
 * @which: which of the mirror's single texts
 *
 * Returns: (transfer none): the text in the user's language
 */
const char *
ldr_mirror_text_get (LdrMirrorText which)
{
  g_return_val_if_fail ((guint) which < LDR_N_MIRROR_TEXTS, "");

  return ldr_house_text_get (get_texts ()->root, elements[which]);
}
