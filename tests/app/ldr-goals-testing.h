/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/goals/ldr-goals-jobs.h"
#include "ldr-journal-testing.h"
#include "ldr-widget-testing.h"

G_BEGIN_DECLS

/* A window with a widget of the place Goals over a journal of its own, driven by what it shows. */

typedef struct
{
  LdrJournal *journal;
  GtkWidget *window;
  GtkWidget *toasts;
} LdrGoalsStage;

int ldr_goals_testing_main (int argc, char **argv, void (*add_tests) (void));
void ldr_goals_stage_open (LdrGoalsStage *self);
void ldr_goals_stage_show (LdrGoalsStage *self, GtkWidget *widget);
void ldr_goals_stage_close (LdrGoalsStage *self);

LdrGoal *ldr_goals_testing_make (LdrMeasureKind kind, int better, const char *unit, double target);
LdrGoal *ldr_goals_testing_save (LdrGoalsStage *stage, LdrGoal *goal);
void ldr_goals_testing_note (LdrGoalsStage *stage, LdrGoal *goal, int day, double value, const char *note);
LdrGoalNews *ldr_goals_testing_load (LdrGoalsStage *stage, const char *id);
GPtrArray *ldr_goals_testing_list (LdrGoalsStage *stage);

GtkWidget *ldr_goals_testing_find_control (GtkWidget *widget, const char *words);
GtkWidget *ldr_goals_testing_find_named (GtkWidget *widget, GType type, const char *name);
void ldr_goals_testing_activate (GtkWidget *control);
void ldr_goals_testing_click (LdrGoalsStage *stage, const char *words);
gboolean ldr_goals_testing_press (GtkWidget *widget, guint keyval);
gboolean ldr_goals_testing_press_shortcut (GtkWidget *widget, guint keyval, GdkModifierType modifiers);
void ldr_goals_testing_wait_for_words (LdrGoalsStage *stage, const char *words);
void ldr_goals_testing_wait_until_gone (LdrGoalsStage *stage, const char *words);
gboolean ldr_goals_testing_shows (LdrGoalsStage *stage, const char *words);

G_END_DECLS
