/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-weekdays-row.h"

#include "chart/ldr-chart-ticks.h"
#include "model/ldr-rhythm.h"

#define N_WEEKDAYS 7

struct _LdrWeekdaysRow
{
  AdwPreferencesRow parent_instance;

  GtkToggleButton *buttons[N_WEEKDAYS]; /* Monday first. */
  guint weekdays;
};

enum
{
  PROP_WEEKDAYS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LdrWeekdaysRow, ldr_weekdays_row, ADW_TYPE_PREFERENCES_ROW)

static void
set_weekdays (LdrWeekdaysRow *self, guint weekdays)
{
  if (self->weekdays == weekdays)
    return;
  self->weekdays = weekdays;
  for (guint i = 0; i < N_WEEKDAYS; i++)
    gtk_toggle_button_set_active (self->buttons[i], (weekdays & 1u << i) != 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEEKDAYS]);
}

static void
toggled_cb (LdrWeekdaysRow *self)
{
  guint weekdays = 0;

  for (guint i = 0; i < N_WEEKDAYS; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      weekdays |= 1u << i;
  if (weekdays == self->weekdays)
    return;
  self->weekdays = weekdays;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEEKDAYS]);
}

static void
ldr_weekdays_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WEEKDAYS:
      g_value_set_uint (value, LDR_WEEKDAYS_ROW (object)->weekdays);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
ldr_weekdays_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WEEKDAYS:
      set_weekdays (LDR_WEEKDAYS_ROW (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
ldr_weekdays_row_class_init (LdrWeekdaysRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ldr_weekdays_row_get_property;
  object_class->set_property = ldr_weekdays_row_set_property;
  properties[PROP_WEEKDAYS] = g_param_spec_uint ("weekdays", NULL, NULL, 0, LDR_WEEKDAYS_ALL, 0,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
create_button (LdrWeekdaysRow *self, int weekday)
{
  /* 1 January 2001 was a Monday. */
  g_autoptr (GDateTime) date = g_date_time_new_utc (2001, 1, 1 + weekday, 12, 0, 0);
  g_autofree char *short_name = g_date_time_format (date, "%a");
  g_autofree char *name = g_date_time_format (date, "%A");
  GtkWidget *button = gtk_toggle_button_new_with_label (short_name);

  self->buttons[weekday] = GTK_TOGGLE_BUTTON (button);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
ldr_weekdays_row_init (LdrWeekdaysRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *days = adw_wrap_box_new ();
  int first = ldr_chart_get_first_weekday ();

  g_object_bind_property (self, "title", title, "label", G_BINDING_SYNC_CREATE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (days), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (days), 6);
  for (int i = 0; i < N_WEEKDAYS; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (days), create_button (self, (first + i) % N_WEEKDAYS));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), days);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}
