/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-format-bar.h"

struct _LdrFormatBar
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (LdrFormatBar, ldr_format_bar, GTK_TYPE_BOX)

static void
ldr_format_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_FORMAT_BAR);

  G_OBJECT_CLASS (ldr_format_bar_parent_class)->dispose (object);
}

static void
ldr_format_bar_class_init (LdrFormatBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_format_bar_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/leidraad/Leidraad/journal/ldr-format-bar.ui");
}

static void
ldr_format_bar_init (LdrFormatBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
