/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-day-button.h"

#include <glib/gi18n.h>

#include "app/today/ldr-today-describe.h"
#include "model/ldr-moment.h"

/**
 * LdrDayButton:
 *
 * A day, in the words that are nearest, and a calendar to choose another one in.
 */
struct _LdrDayButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkCalendar *calendar; /* Made when it is first opened. */
  char *name;
  char *none;
  int day;
  gboolean quiet;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (LdrDayButton, ldr_day_button, ADW_TYPE_BIN)

static void
choose (LdrDayButton *self, int day)
{
  if (day == self->day)
    return;
  ldr_day_button_set_day (self, day);
  g_signal_emit (self, changed_signal, 0);
}

static void
selected_cb (LdrDayButton *self)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->quiet)
    return;
  date = gtk_calendar_get_date (self->calendar);
  choose (self, ldr_day_from_date_time (date));
}

/* A press chooses, a second one is done choosing: turning to another month chooses a day as well, and leaves it open.
 */
static void
clicked_day_cb (LdrDayButton *self, int n_press)
{
  if (n_press > 1)
    gtk_menu_button_popdown (self->button);
}

static void
none_cb (LdrDayButton *self)
{
  gtk_menu_button_popdown (self->button);
  choose (self, 0);
}

static void
show_in_calendar (LdrDayButton *self)
{
  int day = self->day != 0 ? self->day : ldr_day_today ();
  g_autoptr (GDateTime) noon = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  noon = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  self->quiet = TRUE;
  gtk_calendar_select_day (self->calendar, noon);
  self->quiet = FALSE;
}

static void
create_popup_cb (GtkMenuButton *button, gpointer data)
{
  LdrDayButton *self = data;
  GtkWidget *box;
  GtkWidget *popover;
  GtkGesture *click;

  if (self->calendar != NULL)
    {
      show_in_calendar (self);
      return;
    }
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  show_in_calendar (self);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  click = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (clicked_day_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  if (self->none != NULL)
    {
      GtkWidget *none = gtk_button_new_with_label (self->none);

      g_signal_connect_object (none, "clicked", G_CALLBACK (none_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), none);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
ldr_day_button_finalize (GObject *object)
{
  LdrDayButton *self = LDR_DAY_BUTTON (object);

  g_free (self->name);
  g_free (self->none);

  G_OBJECT_CLASS (ldr_day_button_parent_class)->finalize (object);
}

static void
ldr_day_button_class_init (LdrDayButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_day_button_finalize;
  changed_signal
      = g_signal_new ("changed", LDR_TYPE_DAY_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_day_button_init (LdrDayButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * ldr_day_button_new:
 * @name: what day it is, for a screen reader
 * @none: (nullable): what it says without a day; %NULL if there always is one
 *
 * Returns: (transfer floating): a button; without @none it shows today
 */
GtkWidget *
ldr_day_button_new (const char *name, const char *none)
{
  LdrDayButton *self = g_object_new (LDR_TYPE_DAY_BUTTON, NULL);

  self->name = g_strdup (name);
  self->none = g_strdup (none);
  ldr_day_button_set_day (self, none != NULL ? 0 : ldr_day_today ());
  return GTK_WIDGET (self);
}

/**
 * ldr_day_button_get_day:
 * @self: a button
 *
 * Returns: the civil day, or 0 for none
 */
int
ldr_day_button_get_day (LdrDayButton *self)
{
  g_return_val_if_fail (LDR_IS_DAY_BUTTON (self), 0);

  return self->day;
}

/**
 * ldr_day_button_set_day:
 * @self: a button
 * @day: a civil day, or 0 for none
 *
 * Shows a day, without the signal `changed`.
 */
void
ldr_day_button_set_day (LdrDayButton *self, int day)
{
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (LDR_IS_DAY_BUTTON (self));

  self->day = day;
  text = day != 0 ? ldr_day_describe_near (day, ldr_day_today ()) : g_strdup (self->none);
  /* Translators: for a screen reader: what a day is of, and the day, such as "Last day: 31 January" */
  label = g_strdup_printf (_ ("%s: %s"), self->name, text);
  gtk_menu_button_set_label (self->button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
