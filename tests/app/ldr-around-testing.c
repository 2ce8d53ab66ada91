/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-around-testing.h"

struct _LdrAround
{
  AdwBin parent_instance;

  char *way;
};

G_DEFINE_FINAL_TYPE (LdrAround, ldr_around, ADW_TYPE_BIN)

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrAround *self = LDR_AROUND (widget);
  g_autofree char *target = g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING)
                                ? g_variant_dup_string (parameter, NULL)
                                : g_variant_print (parameter, FALSE);

  g_free (self->way);
  self->way = g_strdup_printf ("%s %s", name, target);
}

static void
ldr_around_finalize (GObject *object)
{
  g_free (LDR_AROUND (object)->way);

  G_OBJECT_CLASS (ldr_around_parent_class)->finalize (object);
}

static void
ldr_around_class_init (LdrAroundClass *klass)
{
  static const char *const names[] = { "place.open-entry", "place.open-goal", "place.open-session", "place.reflect",
                                       "place.ask",        "place.search",    "win.show-place" };

  G_OBJECT_CLASS (klass)->finalize = ldr_around_finalize;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), names[i], "s", go_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "place.new-goal", "(ib)", go_action);
}

static void
ldr_around_init (LdrAround *self)
{
}

const char *
ldr_around_get_way (LdrAround *self)
{
  return self->way != NULL ? self->way : "";
}
