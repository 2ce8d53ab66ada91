/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-action-dialog.h"

#include <glib/gi18n.h>

#include "ldr-sessions-describe.h"
#include "model/ldr-moment.h"

struct _LdrActionDialog
{
  AdwDialog parent_instance;

  LdrAction *action; /* As it was. */
  int due;
  gboolean quiet;

  AdwBanner *problem_banner;
  GtkWidget *save_button;
  AdwEntryRow *text_row;
  AdwComboRow *owner_row;
  AdwEntryRow *name_row;
  GtkWidget *clear_button;
  GtkMenuButton *due_button;
  GtkPopover *due_popover;
  GtkCalendar *calendar;
  AdwComboRow *state_row;
};

enum
{
  SIGNAL_SAVED,
  SIGNAL_DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrActionDialog, ldr_action_dialog, ADW_TYPE_DIALOG)

static LdrActionOwner
get_owner (LdrActionDialog *self)
{
  return (LdrActionOwner) adw_combo_row_get_selected (self->owner_row);
}

static gboolean
is_blank (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return text[0] == '\0';
}

/* Somebody else has a name. */
static void
changed_cb (LdrActionDialog *self)
{
  gboolean other = get_owner (self) == LDR_ACTION_OTHER;

  if (self->quiet)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), other);
  gtk_widget_set_sensitive (self->save_button, !is_blank (self->text_row) && (!other || !is_blank (self->name_row)));
}

static void
show_due (LdrActionDialog *self)
{
  g_autofree char *label = self->due != 0 ? ldr_day_format (self->due, _ ("%a %-e %b %Y")) : g_strdup (_ ("No date"));

  gtk_menu_button_set_label (self->due_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->due_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->clear_button, self->due != 0);
}

static void
clear_cb (LdrActionDialog *self)
{
  self->due = 0;
  show_due (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->due_button));
}

static void
day_selected_cb (LdrActionDialog *self)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->quiet)
    return;
  date = gtk_calendar_get_date (self->calendar);
  self->due = ldr_day_from_date_time (date);
  show_due (self);
  gtk_popover_popdown (self->due_popover);
}

static void
cancel_cb (LdrActionDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (LdrActionDialog *self)
{
  g_autoptr (LdrAction) action = ldr_action_copy (self->action);

  gtk_widget_set_sensitive (self->save_button, FALSE);
  adw_banner_set_revealed (self->problem_banner, FALSE);
  ldr_action_set_text (action, gtk_editable_get_text (GTK_EDITABLE (self->text_row)));
  ldr_action_set_owner (action, get_owner (self), gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  ldr_action_set_state (action, (LdrActionState) adw_combo_row_get_selected (self->state_row), ldr_day_today ());
  action->due = self->due;
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, action);
}

static void
delete_cb (LdrActionDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_DELETED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ldr_action_dialog_dispose (GObject *object)
{
  LDR_ACTION_DIALOG (object)->quiet = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_ACTION_DIALOG);

  G_OBJECT_CLASS (ldr_action_dialog_parent_class)->dispose (object);
}

static void
ldr_action_dialog_finalize (GObject *object)
{
  g_clear_pointer (&LDR_ACTION_DIALOG (object)->action, ldr_action_unref);

  G_OBJECT_CLASS (ldr_action_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LdrActionDialog, problem_banner);
  gtk_widget_class_bind_template_child (widget_class, LdrActionDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, LdrActionDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, LdrActionDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, LdrActionDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, LdrActionDialog, clear_button);
  gtk_widget_class_bind_template_child (widget_class, LdrActionDialog, due_button);
  gtk_widget_class_bind_template_child (widget_class, LdrActionDialog, due_popover);
  gtk_widget_class_bind_template_child (widget_class, LdrActionDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, LdrActionDialog, state_row);
}

static void
ldr_action_dialog_class_init (LdrActionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_action_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_action_dialog_finalize;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", LDR_TYPE_ACTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, LDR_TYPE_ACTION);
  signals[SIGNAL_DELETED]
      = g_signal_new ("deleted", LDR_TYPE_ACTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/sessions/ldr-action-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
ldr_action_dialog_init (LdrActionDialog *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_choices (LdrActionDialog *self, const LdrJournalInfo *info)
{
  g_autoptr (GtkStringList) owners = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  for (int i = 0; i < LDR_N_ACTION_OWNERS; i++)
    gtk_string_list_take (owners, ldr_action_describe_owner ((LdrActionOwner) i, "", info));
  gtk_string_list_append (states, C_ ("state of an action", "Open"));
  gtk_string_list_append (states, C_ ("state of an action", "Done"));
  gtk_string_list_append (states, C_ ("state of an action", "Dropped"));
  adw_combo_row_set_model (self->owner_row, G_LIST_MODEL (owners));
  adw_combo_row_set_model (self->state_row, G_LIST_MODEL (states));
}

/**
 * ldr_action_dialog_new:
 * @action: what was agreed
 * @info: whose journal it is
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
ldr_action_dialog_new (LdrAction *action, const LdrJournalInfo *info)
{
  LdrActionDialog *self = g_object_new (LDR_TYPE_ACTION_DIALOG, NULL);

  self->action = ldr_action_ref (action);
  self->due = action->due;
  fill_choices (self, info);
  gtk_editable_set_text (GTK_EDITABLE (self->text_row), action->text);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), action->owner_name);
  adw_combo_row_set_selected (self->owner_row, action->owner);
  adw_combo_row_set_selected (self->state_row, action->state);
  if (action->due != 0)
    {
      g_autofree char *iso = ldr_day_to_iso8601 (action->due);
      g_autofree char *moment = g_strconcat (iso, "T12:00:00", NULL);
      g_autoptr (GTimeZone) here = g_time_zone_new_local ();
      g_autoptr (GDateTime) due = g_date_time_new_from_iso8601 (moment, here);

      gtk_calendar_select_day (self->calendar, due);
    }
  self->quiet = FALSE;
  show_due (self);
  changed_cb (self);
  return ADW_DIALOG (self);
}

/**
 * ldr_action_dialog_fail:
 * @self: a dialog
 * @problem: why the action could not be saved
 *
 * Says so. What was written stays on the screen.
 */
void
ldr_action_dialog_fail (LdrActionDialog *self, const char *problem)
{
  g_return_if_fail (LDR_IS_ACTION_DIALOG (self));

  adw_banner_set_title (self->problem_banner, problem);
  adw_banner_set_revealed (self->problem_banner, TRUE);
  gtk_widget_set_sensitive (self->save_button, TRUE);
}
