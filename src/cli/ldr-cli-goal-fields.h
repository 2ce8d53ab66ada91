/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-goal.h"

G_BEGIN_DECLS

/* What is said of a new goal by options. */

extern const GOptionEntry ldr_cli_goal_options[];

LdrGoal *ldr_cli_make_goal (GError **error);

G_END_DECLS
