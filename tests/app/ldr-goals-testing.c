/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-goals-testing.h"

#include <locale.h>
#include <math.h>

#include "model/ldr-moment.h"

/* --- The journal --- */

LdrGoal *
ldr_goals_testing_make (LdrMeasureKind kind, int better, const char *unit, double target)
{
  LdrGoal *goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_DATA_STRATEGIST);
  g_autoptr (LdrMeasure) measure = ldr_measure_new (kind, better, unit, NAN, target);

  ldr_goal_set_statement (goal, "One weekly decision based on figures");
  ldr_goal_set_measure (goal, measure);
  goal->first_day -= 60;
  ((LdrGoalVersion *) g_ptr_array_index (goal->versions, 0))->since -= 60;
  return goal;
}

LdrGoal *
ldr_goals_testing_save (LdrGoalsStage *stage, LdrGoal *goal)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  LdrGoal *saved;

  ldr_goals_save_async (stage->journal, goal, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  saved = ldr_goals_save_finish (stage->journal, result, &error);
  g_assert_no_error (error);
  return saved;
}

void
ldr_goals_testing_note (LdrGoalsStage *stage, LdrGoal *goal, int day, double value, const char *note)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_check_in_unref);
  g_autoptr (LdrCheckInChange) change = NULL;
  LdrCheckIn *check_in = ldr_check_in_new (goal, day, value);
  GError *error = NULL;

  ldr_check_in_set_note (check_in, note);
  g_ptr_array_add (list, check_in);
  ldr_goals_check_in_async (stage->journal, list, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  change = ldr_goals_check_in_finish (stage->journal, result, &error);
  g_assert_no_error (error);
}

LdrGoalNews *
ldr_goals_testing_load (LdrGoalsStage *stage, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  LdrGoalNews *news;

  ldr_goals_load_async (stage->journal, id, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  news = ldr_goals_load_finish (stage->journal, result, &error);
  g_assert_no_error (error);
  return news;
}

GPtrArray *
ldr_goals_testing_list (LdrGoalsStage *stage)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  GPtrArray *list;

  ldr_goals_list_async (stage->journal, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  list = ldr_goals_list_finish (stage->journal, result, &error);
  g_assert_no_error (error);
  return list;
}

/* --- The window --- */

int
ldr_goals_testing_main (int argc, char **argv, void (*add_tests) (void))
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  add_tests ();
  return g_test_run ();
}

void
ldr_goals_stage_open (LdrGoalsStage *self)
{
  self->journal = ldr_testing_create_journal (0);
  self->window = adw_window_new ();
  self->toasts = adw_toast_overlay_new ();
  adw_window_set_content (ADW_WINDOW (self->window), self->toasts);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
}

void
ldr_goals_stage_show (LdrGoalsStage *self, GtkWidget *widget)
{
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), widget);
  gtk_window_present (GTK_WINDOW (self->window));
  ldr_testing_run_for (50);
}

/* Asserts that nobody holds on to the widget or the journal. */
void
ldr_goals_stage_close (LdrGoalsStage *self)
{
  GtkWidget *child = adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (self->toasts));

  if (child != NULL)
    g_object_add_weak_pointer (G_OBJECT (child), (gpointer *) &child);
  gtk_window_destroy (GTK_WINDOW (self->window));
  ldr_testing_run_for (400);
  g_assert_null (child);
  ldr_testing_close_journal (self->journal);
}

/* --- Looking --- */

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_MENU_BUTTON (widget);
}

/* The innermost button or row with these words somewhere in it. */
GtkWidget *
ldr_goals_testing_find_control (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_mapped (widget) || !ldr_testing_says (widget, words))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ldr_goals_testing_find_control (child, words);

      if (found != NULL)
        return found;
    }
  return is_control (widget) ? widget : NULL;
}

static gboolean
has_name (GtkWidget *widget, const char *name)
{
  g_autofree char *problem = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return problem == NULL;
}

/* The first mapped widget of a type with this accessible name. */
GtkWidget *
ldr_goals_testing_find_named (GtkWidget *widget, GType type, const char *name)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && has_name (widget, name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ldr_goals_testing_find_named (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
ldr_goals_testing_shows (LdrGoalsStage *stage, const char *words)
{
  return ldr_testing_says (stage->window, words);
}

void
ldr_goals_testing_wait_for_words (LdrGoalsStage *stage, const char *words)
{
  ldr_testing_wait_for_words (stage->window, words);
}

void
ldr_goals_testing_wait_until_gone (LdrGoalsStage *stage, const char *words)
{
  ldr_testing_wait_until_gone (stage->window, words);
}

/* --- Acting --- */

/* A button clicks at once, where its activation would wait to show itself pressed. */
void
ldr_goals_testing_activate (GtkWidget *control)
{
  g_assert_true (gtk_widget_is_sensitive (control));
  if (GTK_IS_BUTTON (control))
    g_signal_emit_by_name (control, "clicked");
  else
    g_assert_true (gtk_widget_activate (control));
}

typedef struct
{
  LdrGoalsStage *stage;
  const char *words;
} Wanted;

static gboolean
has_control_cb (gpointer data)
{
  const Wanted *wanted = data;

  return ldr_goals_testing_find_control (wanted->stage->window, wanted->words) != NULL;
}

/* Waits for what is to be clicked, as somebody would. */
void
ldr_goals_testing_click (LdrGoalsStage *stage, const char *words)
{
  Wanted wanted = { stage, words };

  g_test_message ("clicking “%s”", words);
  ldr_testing_wait_for (has_control_cb, &wanted);
  ldr_goals_testing_activate (ldr_goals_testing_find_control (stage->window, words));
}

/* A key as a widget's own key controller gets it. */
gboolean
ldr_goals_testing_press (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, (GdkModifierType) 0, &handled);
    }
  return handled;
}

gboolean
ldr_goals_testing_press_shortcut (GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}
