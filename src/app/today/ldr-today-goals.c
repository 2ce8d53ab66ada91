/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-today-goals.h"

#include <glib/gi18n.h>

#include "app/widgets/ldr-toast.h"
#include "ldr-today-describe.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-goals.h"

struct _LdrTodayGoals
{
  AdwBin parent_instance;

  LdrJournal *journal;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LdrTodayGoals, ldr_today_goals, ADW_TYPE_BIN)

/* --- Going on with a goal --------------------------------------------------------------------------------------------
 */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrTodayGoals) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrGoal) saved = ldr_journal_save_goal_finish (LDR_JOURNAL (source), result, &error);

  if (saved == NULL)
    ldr_toast_say (GTK_WIDGET (self), error->message);
}

static void
undo_cb (AdwToast *toast, LdrTodayGoals *self)
{
  if (self->journal != NULL)
    ldr_journal_save_goal_async (self->journal, g_object_get_data (G_OBJECT (toast), "goal"), NULL, undone_cb,
                                 g_object_ref (self));
}

/* A goal on its way to the journal. */
typedef struct
{
  LdrTodayGoals *self;
  LdrGoal *before;
  GtkWidget *button;
} Errand;

static void
taken_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Errand *errand = user_data;
  g_autoptr (LdrTodayGoals) self = errand->self;
  g_autoptr (LdrGoal) before = errand->before;
  g_autoptr (GtkWidget) button = errand->button;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrGoal) saved = ldr_journal_save_goal_finish (LDR_JOURNAL (source), result, &error);
  AdwToast *toast;

  if (saved == NULL)
    {
      gtk_widget_set_sensitive (button, TRUE);
      ldr_toast_say (GTK_WIDGET (self), error->message);
      return;
    }
  toast = adw_toast_new (_ ("Taken up again"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "goal", g_steal_pointer (&before), (GDestroyNotify) ldr_goal_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_DEFAULT);
  ldr_toast_show (GTK_WIDGET (self), toast);
}

static void
take_up_cb (LdrTodayGoals *self, GtkButton *button)
{
  LdrGoal *goal = g_object_get_data (G_OBJECT (button), "goal");
  g_autoptr (LdrGoal) active = ldr_goal_copy (goal);
  Errand *errand;

  if (self->journal == NULL)
    return;
  errand = g_new0 (Errand, 1);
  errand->self = g_object_ref (self);
  errand->before = ldr_goal_ref (goal);
  errand->button = g_object_ref (GTK_WIDGET (button));
  ldr_goal_set_state (active, LDR_GOAL_ACTIVE, ldr_day_today ());
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  ldr_journal_save_goal_async (self->journal, active, NULL, taken_up_cb, errand);
}

/* --- The rows --------------------------------------------------------------------------------------------------------
 */

static void
add_take_up (LdrTodayGoals *self, GtkWidget *row, LdrGoal *goal)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Go On With It"));
  /* Translators: %s is what a goal says */
  g_autofree char *name = g_strdup_printf (_ ("Go on with “%s”"), ldr_goal_get_statement (goal));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "goal", ldr_goal_ref (goal), (GDestroyNotify) ldr_goal_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_up_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_goal (LdrTodayGoals *self, LdrGoal *goal, const LdrTodayRow *text, int day)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("leidraad-goals-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (ldr_goal_get_question (goal, day) == LDR_GOAL_QUESTION_RETURN)
    add_take_up (self, row, goal);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", goal->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "place.open-goal");
  gtk_list_box_append (self->list, row);
}

static void
ldr_today_goals_dispose (GObject *object)
{
  g_clear_object (&LDR_TODAY_GOALS (object)->journal);

  G_OBJECT_CLASS (ldr_today_goals_parent_class)->dispose (object);
}

static void
ldr_today_goals_class_init (LdrTodayGoalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_today_goals_dispose;
}

static void
ldr_today_goals_init (LdrTodayGoals *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Goals that ask something"), -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Goals that ask something"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * ldr_today_goals_set_courses:
 * @self: the goals
 * @journal: the journal of which @courses tell
 * @courses: (element-type LdrGoalCourse): the goals that are worked on
 * @day: the civil date for which they were read
 *
 * Shows those that ask something.
 */
void
ldr_today_goals_set_courses (LdrTodayGoals *self, LdrJournal *journal, GPtrArray *courses, int day)
{
  gboolean any = FALSE;

  g_return_if_fail (LDR_IS_TODAY_GOALS (self));

  g_set_object (&self->journal, journal);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < courses->len; i++)
    {
      const LdrGoalCourse *course = g_ptr_array_index (courses, i);
      g_autoptr (LdrTodayRow) text = ldr_goal_question_describe (course->goal, day);

      if (text == NULL)
        continue;
      add_goal (self, course->goal, text, day);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}
