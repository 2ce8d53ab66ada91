/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-house-text.h"

G_BEGIN_DECLS

#define LDR_EXERCISE_TEXT_CUSTOMER_MINUTE "customer-minute"
#define LDR_EXERCISE_TEXT_Q_SORT "q-sort"
#define LDR_EXERCISE_TEXT_MIRROR "mirror"
#define LDR_EXERCISE_TEXT_SERVANT_LEADERSHIP "servant-leadership"
#define LDR_EXERCISE_TEXT_SEVEN_ELEMENTS "seven-elements"
#define LDR_EXERCISE_TEXT_INTENT "intent"
#define LDR_EXERCISE_TEXT_KEY_FIGURES "key-figures"
#define LDR_EXERCISE_TEXT_MATURITY "maturity"
#define LDR_EXERCISE_TEXT_BALANCE_MAP "balance-map"

#define LDR_EXERCISE_TEXT_EXERCISES 9

/**
 * LdrExerciseCompany:
 * @LDR_EXERCISE_COMPANY_ALONE: the leader alone
 * @LDR_EXERCISE_COMPANY_COACH: leader and coach
 * @LDR_EXERCISE_COMPANY_TEAM: the leader with the team
 *
 * With whom an exercise can be done: a set of bits.
 */
typedef enum
{
  LDR_EXERCISE_COMPANY_ALONE = 1 << 0,
  LDR_EXERCISE_COMPANY_COACH = 1 << 1,
  LDR_EXERCISE_COMPANY_TEAM = 1 << 2,
} LdrExerciseCompany;

const char *ldr_exercise_text_get_id (guint exercise);
gboolean ldr_exercise_text_find (const char *id, guint *exercise);
int ldr_exercise_text_get_minutes (guint exercise);
int ldr_exercise_text_get_again (guint exercise);
LdrExerciseCompany ldr_exercise_text_get_company (guint exercise);
const char *ldr_exercise_text_get_title (guint exercise);
char *ldr_exercise_text_dup_purpose (guint exercise, LdrRole role, const char *leader);
guint ldr_exercise_text_get_n_facts (guint exercise);
const char *ldr_exercise_text_get_fact (guint exercise, guint fact);

G_END_DECLS
