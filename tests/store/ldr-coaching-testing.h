/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store-testing.h"
#include "model/ldr-action.h"
#include "model/ldr-check-in.h"
#include "model/ldr-session.h"

/* Goals and sessions for tests of the store. */

#define TEST_MONDAY 739684 /* Monday, 9 March 2026 */

LdrGoal *test_goal (const char *statement);
LdrGoal *test_save_goal (Fixture *self, LdrGoal *goal, int today);
LdrGoal *test_get_goal (Fixture *self, const LdrGoal *goal);
LdrCheckIn *test_check_in_on (Fixture *self, const LdrGoal *goal, int day, double value);
void test_mark (Fixture *self, const LdrGoal *goal, int day, double value);
void test_assert_same_goal (const LdrGoal *a, const LdrGoal *b);
LdrGoal *test_full_goal (void);
LdrSession *test_session_on (int month, int day);
int test_day_of (int month, int day);
LdrSession *test_add_session (Fixture *self, int month, int day, LdrSessionState state);
LdrAction *test_add_action (Fixture *self, const LdrSession *session, const char *text);
gint64 test_count_rows (Fixture *self, const char *sql);
