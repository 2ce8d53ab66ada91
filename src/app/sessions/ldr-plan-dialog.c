/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-plan-dialog.h"

#include <glib/gi18n.h>

#include "app/journal/ldr-date-popover.h"
#include "model/ldr-moment.h"

/* Conversations with a coach are this far apart (days). */
#define USUAL_DAYS 14
#define USUAL_HOUR 10

/**
 * LdrPlanDialog:
 *
 * When, how long and where. The same for a new session and for one whose plan changes.
 */
struct _LdrPlanDialog
{
  AdwDialog parent_instance;

  AdwBanner *problem_banner;
  GtkButton *save_button;
  AdwActionRow *when_row;
  GtkMenuButton *when_button;
  LdrDatePopover *when_popover;
  AdwSpinRow *minutes_row;
  AdwEntryRow *location_row;
  GtkLabel *hint_label;
};

enum
{
  SIGNAL_PLANNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrPlanDialog, ldr_plan_dialog, ADW_TYPE_DIALOG)

/**
 * ldr_session_suggest_start:
 * @latest: when the latest session starts or started, as a moment, or 0 for none
 * @now: this moment
 *
 * Suggests when the next session could be: two weeks after the latest at the same time of the day, or as many weeks as
 * it takes to be in the future; in a week, at ten, and not at the weekend, when there is none.
 *
 * Returns: (transfer full): the suggestion, on the local clock
 */
GDateTime *
ldr_session_suggest_start (gint64 latest, gint64 now)
{
  g_autoptr (GDateTime) here = ldr_moment_to_local (now);
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) suggestion = NULL;
  int days = USUAL_DAYS;
  int past;

  if (latest == 0)
    {
      int to_monday = (8 - g_date_time_get_day_of_week (here)) % 7;
      g_autoptr (GDateTime) week = g_date_time_add_days (here, to_monday <= 2 ? 7 + to_monday : 7);

      return g_date_time_new_local (g_date_time_get_year (week), g_date_time_get_month (week),
                                    g_date_time_get_day_of_month (week), USUAL_HOUR, 0, 0);
    }
  start = ldr_moment_to_local (latest);
  past = ldr_day_from_date_time (here) - ldr_day_from_date_time (start);
  if (past > days)
    days += (past - days) / 7 * 7;
  suggestion = g_date_time_add_days (start, days);
  if (g_date_time_compare (suggestion, here) <= 0)
    {
      g_clear_pointer (&suggestion, g_date_time_unref);
      suggestion = g_date_time_add_days (start, days + 7);
    }
  return g_steal_pointer (&suggestion);
}

static void
show_when (LdrPlanDialog *self)
{
  g_autoptr (GDateTime) when = ldr_date_popover_get_date_time (self->when_popover);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: when a session is to be, as g_date_time_format() writes it */
  g_autofree char *label = g_date_time_format (when, _ ("%a %-e %b %Y, %H:%M"));
  gboolean is_past = g_date_time_compare (when, now) < 0;

  gtk_menu_button_set_label (self->when_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->when_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_label_set_label (self->hint_label,
                       is_past ? _ ("That is in the past. You can still write down how it was.") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), is_past);
}

static void
when_changed_cb (LdrPlanDialog *self)
{
  show_when (self);
}

static void
cancel_cb (LdrPlanDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (LdrPlanDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  adw_banner_set_revealed (self->problem_banner, FALSE);
  g_signal_emit (self, signals[SIGNAL_PLANNED], 0);
}

static void
ldr_plan_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_PLAN_DIALOG);

  G_OBJECT_CLASS (ldr_plan_dialog_parent_class)->dispose (object);
}

static void
ldr_plan_dialog_class_init (LdrPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_plan_dialog_dispose;
  signals[SIGNAL_PLANNED]
      = g_signal_new ("planned", LDR_TYPE_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LDR_TYPE_DATE_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/sessions/ldr-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrPlanDialog, problem_banner);
  gtk_widget_class_bind_template_child (widget_class, LdrPlanDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, LdrPlanDialog, when_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPlanDialog, when_button);
  gtk_widget_class_bind_template_child (widget_class, LdrPlanDialog, when_popover);
  gtk_widget_class_bind_template_child (widget_class, LdrPlanDialog, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPlanDialog, location_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPlanDialog, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_changed_cb);
}

static void
ldr_plan_dialog_init (LdrPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_plan_dialog_new:
 * @session: the plan to begin with; one that was never saved is planned anew
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
ldr_plan_dialog_new (const LdrSession *session)
{
  LdrPlanDialog *self = g_object_new (LDR_TYPE_PLAN_DIALOG, NULL);
  g_autoptr (GDateTime) starts = ldr_moment_to_local (session->starts);
  gboolean is_new = session->changed == 0;

  adw_dialog_set_title (ADW_DIALOG (self), is_new ? _ ("Plan a Session") : _ ("Change the Plan"));
  gtk_button_set_label (self->save_button, is_new ? C_ ("session", "_Plan") : _ ("_Save"));
  ldr_date_popover_set_date_time (self->when_popover, starts);
  adw_spin_row_set_value (self->minutes_row, session->minutes);
  gtk_editable_set_text (GTK_EDITABLE (self->location_row), session->location);
  show_when (self);
  return ADW_DIALOG (self);
}

/**
 * ldr_plan_dialog_apply:
 * @self: a dialog
 * @session: a session that is not shared yet
 *
 * Gives a session the plan as it stands in the dialog.
 */
void
ldr_plan_dialog_apply (LdrPlanDialog *self, LdrSession *session)
{
  g_autoptr (GDateTime) when = NULL;

  g_return_if_fail (LDR_IS_PLAN_DIALOG (self));

  when = ldr_date_popover_get_date_time (self->when_popover);
  ldr_session_set_starts (session, when);
  session->minutes = (int) adw_spin_row_get_value (self->minutes_row);
  ldr_session_set_location (session, gtk_editable_get_text (GTK_EDITABLE (self->location_row)));
}

/**
 * ldr_plan_dialog_fail:
 * @self: a dialog
 * @problem: why the plan could not be saved
 *
 * Says so. The plan stays on the screen.
 */
void
ldr_plan_dialog_fail (LdrPlanDialog *self, const char *problem)
{
  g_return_if_fail (LDR_IS_PLAN_DIALOG (self));

  adw_banner_set_title (self->problem_banner, problem);
  adw_banner_set_revealed (self->problem_banner, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
}
