/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-date-popover.h"

/**
 * LdrDatePopover:
 *
 * A calendar and a clock for when an entry happened.
 */
struct _LdrDatePopover
{
  GtkPopover parent_instance;

  GtkCalendar *calendar;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  gboolean quiet;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrDatePopover, ldr_date_popover, GTK_TYPE_POPOVER)

static void
changed_cb (LdrDatePopover *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
two_digits_cb (LdrDatePopover *self, GtkSpinButton *spin)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

static void
now_cb (LdrDatePopover *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  ldr_date_popover_set_date_time (self, now);
  changed_cb (self);
}

static void
ldr_date_popover_dispose (GObject *object)
{
  LDR_DATE_POPOVER (object)->quiet = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_DATE_POPOVER);

  G_OBJECT_CLASS (ldr_date_popover_parent_class)->dispose (object);
}

static void
ldr_date_popover_class_init (LdrDatePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_date_popover_dispose;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_DATE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/journal/ldr-date-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrDatePopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, LdrDatePopover, hour);
  gtk_widget_class_bind_template_child (widget_class, LdrDatePopover, minute);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, two_digits_cb);
  gtk_widget_class_bind_template_callback (widget_class, now_cb);
}

static void
ldr_date_popover_init (LdrDatePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_date_popover_new:
 *
 * Makes a popover for a date and a time.
 *
 * Returns: (transfer floating): a new popover
 */
GtkWidget *
ldr_date_popover_new (void)
{
  return g_object_new (LDR_TYPE_DATE_POPOVER, NULL);
}

/**
 * ldr_date_popover_set_date_time:
 * @self: a popover
 * @date_time: what to show
 *
 * Shows a date and a time, without the signal `changed`.
 */
void
ldr_date_popover_set_date_time (LdrDatePopover *self, GDateTime *date_time)
{
  g_return_if_fail (LDR_IS_DATE_POPOVER (self));
  g_return_if_fail (date_time != NULL);

  self->quiet = TRUE;
  gtk_calendar_select_day (self->calendar, date_time);
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (date_time));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (date_time));
  self->quiet = FALSE;
}

/**
 * ldr_date_popover_get_date_time:
 * @self: a popover
 *
 * Returns: (transfer full): what is chosen, in the local time zone
 */
GDateTime *
ldr_date_popover_get_date_time (LdrDatePopover *self)
{
  g_autoptr (GDateTime) date = NULL;

  g_return_val_if_fail (LDR_IS_DATE_POPOVER (self), NULL);

  date = gtk_calendar_get_date (self->calendar);

  return g_date_time_new_local (g_date_time_get_year (date), g_date_time_get_month (date),
                                g_date_time_get_day_of_month (date), gtk_spin_button_get_value_as_int (self->hour),
                                gtk_spin_button_get_value_as_int (self->minute), 0);
}
