/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-check-in-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/widgets/ldr-day-button.h"
#include "ldr-check-in-describe.h"
#include "ldr-text-row.h"
#include "model/ldr-moment.h"

/**
 * LdrCheckInDialog:
 *
 * Value, day and note of a check-in. On another day it is a mark on the wording that held then, so that its value has
 * to be one of that measure.
 */
struct _LdrCheckInDialog
{
  AdwDialog parent_instance;

  LdrGoal *goal;
  LdrCheckIn *check_in;
  AdwEntryRow *value;
  AdwActionRow *day_row;
  LdrDayButton *day;
  LdrTextRow *note;
  GtkLabel *problem;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrCheckInDialog, ldr_check_in_dialog, ADW_TYPE_DIALOG)

static void
show_problem (LdrCheckInDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
clear_problem_cb (LdrCheckInDialog *self)
{
  if (self->problem == NULL)
    return;
  show_problem (self, NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->value), "error");
}

/* An empty value is a skipped day. */
static LdrCheckIn *
collect (LdrCheckInDialog *self, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value));
  int day = ldr_day_button_get_day (self->day);
  g_autofree char *note = ldr_text_row_dup_text (self->note);
  const LdrGoalVersion *version = day == self->check_in->day
                                      ? ldr_goal_find_version (self->goal, self->check_in->version)
                                      : ldr_goal_get_version_on (self->goal, day);
  double value = NAN;
  LdrCheckIn *check_in;

  if (day != self->check_in->day && !ldr_check_in_check_day (self->goal, day, ldr_day_today (), error))
    return NULL;
  if (text[0] != '\0' && !ldr_measure_parse_value (version->measure, text, &value, error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->value), "error");
      return NULL;
    }
  check_in = ldr_check_in_copy (self->check_in);
  check_in->version = version->number;
  check_in->day = day;
  check_in->value = value;
  ldr_check_in_set_note (check_in, note);
  return check_in;
}

static void
save_cb (LdrCheckInDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrCheckIn) check_in = collect (self, &error);

  if (check_in == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, check_in);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
remove_cb (LdrCheckInDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_cb (LdrCheckInDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ldr_check_in_dialog_dispose (GObject *object)
{
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_CHECK_IN_DIALOG);

  G_OBJECT_CLASS (ldr_check_in_dialog_parent_class)->dispose (object);
}

static void
ldr_check_in_dialog_finalize (GObject *object)
{
  LdrCheckInDialog *self = LDR_CHECK_IN_DIALOG (object);

  g_clear_pointer (&self->goal, ldr_goal_unref);
  g_clear_pointer (&self->check_in, ldr_check_in_unref);

  G_OBJECT_CLASS (ldr_check_in_dialog_parent_class)->finalize (object);
}

static void
ldr_check_in_dialog_class_init (LdrCheckInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_check_in_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_check_in_dialog_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", LDR_TYPE_CHECK_IN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, LDR_TYPE_CHECK_IN);
  signals[SIGNAL_REMOVED]
      = g_signal_new ("removed", LDR_TYPE_CHECK_IN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (LDR_TYPE_TEXT_ROW);
  g_type_ensure (LDR_TYPE_DAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/goals/ldr-check-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInDialog, value);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInDialog, note);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInDialog, day_row);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_problem_cb);
}

static void
ldr_check_in_dialog_init (LdrCheckInDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->day = LDR_DAY_BUTTON (ldr_day_button_new (_ ("Day of the check-in"), NULL));
  g_signal_connect_object (self->day, "changed", G_CALLBACK (clear_problem_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->day_row, GTK_WIDGET (self->day));
}

/**
 * ldr_check_in_dialog_new:
 * @goal: a goal
 * @check_in: one of its check-ins
 *
 * Returns: (transfer floating): a dialog that shows it
 */
AdwDialog *
ldr_check_in_dialog_new (LdrGoal *goal, LdrCheckIn *check_in)
{
  LdrCheckInDialog *self = g_object_new (LDR_TYPE_CHECK_IN_DIALOG, NULL);
  g_autofree char *value
      = ldr_check_in_is_skipped (check_in) ? g_strdup ("") : ldr_measure_format_number (check_in->value);

  self->goal = ldr_goal_ref (goal);
  self->check_in = ldr_check_in_ref (check_in);
  ldr_day_button_set_day (self->day, check_in->day);
  ldr_text_row_set_text (self->note, check_in->note);
  gtk_editable_set_text (GTK_EDITABLE (self->value), value);
  clear_problem_cb (self);
  return ADW_DIALOG (self);
}
