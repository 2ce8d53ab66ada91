/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-exercise-text.h"

/* The elements of workbook.xml; those in the lists belong to the root. */
typedef struct
{
  LdrMarkup *root;
  GPtrArray *exercises;
  GPtrArray *facts[LDR_EXERCISE_TEXT_EXERCISES];
} ExerciseTexts;

static const struct
{
  const char *id;
  LdrExerciseCompany company;
} companies[] = {
  { "alone", LDR_EXERCISE_COMPANY_ALONE },
  { "coach", LDR_EXERCISE_COMPANY_COACH },
  { "team", LDR_EXERCISE_COMPANY_TEAM },
};

static ExerciseTexts *
read_texts (void)
{
  ExerciseTexts *self = g_new0 (ExerciseTexts, 1);

  self->root = ldr_markup_read_resource ("workbook.xml");
  self->exercises = ldr_house_text_list (self->root, "exercise");
  g_assert (self->exercises->len == LDR_EXERCISE_TEXT_EXERCISES);
  for (guint i = 0; i < LDR_EXERCISE_TEXT_EXERCISES; i++)
    self->facts[i] = ldr_house_text_list (g_ptr_array_index (self->exercises, i), "fact");
  return self;
}

/* Read once, on first use, from any thread. */
static const ExerciseTexts *
get_texts (void)
{
  static ExerciseTexts *texts = NULL;

  if (g_once_init_enter_pointer (&texts))
    g_once_init_leave_pointer (&texts, read_texts ());
  return texts;
}

static const LdrMarkup *
get_exercise (guint exercise)
{
  return g_ptr_array_index (get_texts ()->exercises, exercise);
}

/**
 * ldr_exercise_text_get_id:
 * @exercise: from 0, less than %LDR_EXERCISE_TEXT_EXERCISES, in the order of the workbook's cards
 *
 * Returns: (transfer none): the exercise's id, such as %LDR_EXERCISE_TEXT_Q_SORT
 */
const char *
ldr_exercise_text_get_id (guint exercise)
{
  g_return_val_if_fail (exercise < LDR_EXERCISE_TEXT_EXERCISES, "");

  return ldr_house_text_get_id (get_texts ()->exercises, exercise);
}

/**
 * ldr_exercise_text_find:
 * @id: an exercise's id, which may come from a file or a command line
 * @exercise: (out): which exercise it is; untouched if there is none
 *
 * Returns: whether there is an exercise of that id
 */
gboolean
ldr_exercise_text_find (const char *id, guint *exercise)
{
  return ldr_house_text_find (get_texts ()->exercises, id, exercise);
}

/**
 * ldr_exercise_text_get_minutes:
 * @exercise: from 0, less than %LDR_EXERCISE_TEXT_EXERCISES
 *
 * Returns: about how many minutes it takes
 */
int
ldr_exercise_text_get_minutes (guint exercise)
{
  g_return_val_if_fail (exercise < LDR_EXERCISE_TEXT_EXERCISES, 1);

  return ldr_markup_get_number (get_exercise (exercise), "minutes", 1, 60, 1);
}

/**
 * ldr_exercise_text_get_again:
 * @exercise: from 0, less than %LDR_EXERCISE_TEXT_EXERCISES
 *
 * Returns: after about how many days it is worth doing again
 */
int
ldr_exercise_text_get_again (guint exercise)
{
  g_return_val_if_fail (exercise < LDR_EXERCISE_TEXT_EXERCISES, 1);

  return ldr_markup_get_number (get_exercise (exercise), "again", 1, 366, 1);
}

/**
 * ldr_exercise_text_get_company:
 * @exercise: from 0, less than %LDR_EXERCISE_TEXT_EXERCISES
 *
 * Returns: with whom it can be done, at least one of the bits
 */
LdrExerciseCompany
ldr_exercise_text_get_company (guint exercise)
{
  g_auto (GStrv) ids = NULL;
  LdrExerciseCompany company = 0;

  g_return_val_if_fail (exercise < LDR_EXERCISE_TEXT_EXERCISES, LDR_EXERCISE_COMPANY_ALONE);

  ids = g_strsplit (ldr_markup_get_attribute (get_exercise (exercise), "with"), " ", -1);
  for (gsize i = 0; i < G_N_ELEMENTS (companies); i++)
    if (g_strv_contains ((const char *const *) ids, companies[i].id))
      company |= companies[i].company;
  return company;
}

/**
 * ldr_exercise_text_get_title:
 * @exercise: from 0, less than %LDR_EXERCISE_TEXT_EXERCISES
 *
 * Returns: (transfer none): its title in the user's language; no full stop
 */
const char *
ldr_exercise_text_get_title (guint exercise)
{
  g_return_val_if_fail (exercise < LDR_EXERCISE_TEXT_EXERCISES, "");

  return ldr_house_text_get (get_exercise (exercise), "title");
}

/**
 * ldr_exercise_text_dup_purpose:
 * @exercise: from 0, less than %LDR_EXERCISE_TEXT_EXERCISES
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * Returns: (transfer full): what it is for, a sentence or two in the user's language
 */
char *
ldr_exercise_text_dup_purpose (guint exercise, LdrRole role, const char *leader)
{
  g_return_val_if_fail (exercise < LDR_EXERCISE_TEXT_EXERCISES, NULL);

  return ldr_house_text_dup_wording (get_exercise (exercise), "purpose", role, leader);
}

/**
 * ldr_exercise_text_get_n_facts:
 * @exercise: from 0, less than %LDR_EXERCISE_TEXT_EXERCISES
 *
 * Returns: how many paragraphs of background it has, at least two
 */
guint
ldr_exercise_text_get_n_facts (guint exercise)
{
  g_return_val_if_fail (exercise < LDR_EXERCISE_TEXT_EXERCISES, 0);

  return get_texts ()->facts[exercise]->len;
}

/**
 * ldr_exercise_text_get_fact:
 * @exercise: from 0, less than %LDR_EXERCISE_TEXT_EXERCISES
 * @fact: from 0, less than the number of its paragraphs
 *
 * Returns: (transfer none): a paragraph on where the exercise comes from, in the user's language
 */
const char *
ldr_exercise_text_get_fact (guint exercise, guint fact)
{
  g_return_val_if_fail (fact < ldr_exercise_text_get_n_facts (exercise), "");

  return ldr_house_text_get (g_ptr_array_index (get_texts ()->facts[exercise], fact), NULL);
}
