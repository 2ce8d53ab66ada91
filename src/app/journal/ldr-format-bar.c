/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-format-bar.h"

#include "app/widgets/ldr-lazy-menu.h"

struct _LdrFormatBar
{
  GtkBox parent_instance;

  GtkMenuButton *more_button;
  GMenuModel *format_menu;
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
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), LdrFormatBar, more_button);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), LdrFormatBar, format_menu);
}

static void
ldr_format_bar_init (LdrFormatBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ldr_lazy_menu_attach (self->more_button, self->format_menu);
}
