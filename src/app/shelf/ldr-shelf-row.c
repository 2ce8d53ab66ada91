/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-shelf-row.h"

#include <glib/gi18n.h>

#include "ldr-shelf-sitting.h"

struct _LdrShelfRow
{
  AdwActionRow parent_instance;

  AdwAvatar *avatar;
  GtkImage *lock_image;
  GtkWidget *menu_button;

  LdrShelfItem *item;
  char *outline; /* NULL unless it may be seen. */
};

static guint asked_signal;

G_DEFINE_FINAL_TYPE (LdrShelfRow, ldr_shelf_row, ADW_TYPE_ACTION_ROW)

static void
asked_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, asked_signal, 0, action + strlen ("row."));
}

static void
update (LdrShelfRow *self)
{
  g_autofree char *subtitle = ldr_shelf_item_describe (self->item, g_get_real_time () / 1000);
  const char *name = ldr_shelf_item_get_name (self->item);
  /* Translators: the menu at a journal on the shelf; %s is the journal’s name */
  g_autofree char *menu_label = g_strdup_printf (_ ("More for %s"), name);

  if (!g_file_test (ldr_shelf_item_get_path (self->item), G_FILE_TEST_EXISTS))
    g_set_str (&subtitle, _ ("The file is not in its place"));
  else if (self->outline != NULL)
    {
      g_autofree char *whose = g_steal_pointer (&subtitle);

      subtitle = g_strconcat (whose, "\n", self->outline, NULL);
    }
  adw_avatar_set_text (self->avatar, name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_label, -1);
}

static void
ldr_shelf_row_dispose (GObject *object)
{
  g_clear_object (&LDR_SHELF_ROW (object)->item);
  g_clear_pointer (&LDR_SHELF_ROW (object)->outline, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_SHELF_ROW);

  G_OBJECT_CLASS (ldr_shelf_row_parent_class)->dispose (object);
}

static void
ldr_shelf_row_class_init (LdrShelfRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_shelf_row_dispose;
  asked_signal = g_signal_new ("asked", LDR_TYPE_SHELF_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/shelf/ldr-shelf-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrShelfRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, LdrShelfRow, lock_image);
  gtk_widget_class_bind_template_child (widget_class, LdrShelfRow, menu_button);
  gtk_widget_class_install_action (widget_class, "row.back-up", NULL, asked_cb);
  gtk_widget_class_install_action (widget_class, "row.rename", NULL, asked_cb);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, asked_cb);
  gtk_widget_class_install_action (widget_class, "row.trash", NULL, asked_cb);
}

static void
ldr_shelf_row_init (LdrShelfRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_shelf_row_new:
 * @item: a journal
 *
 * Returns: (transfer floating): its row, locked
 */
GtkWidget *
ldr_shelf_row_new (LdrShelfItem *item)
{
  LdrShelfRow *self = g_object_new (LDR_TYPE_SHELF_ROW, NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  ldr_shelf_row_set_open (self, FALSE);
  return GTK_WIDGET (self);
}

/**
 * ldr_shelf_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): its journal
 */
LdrShelfItem *
ldr_shelf_row_get_item (LdrShelfRow *self)
{
  g_return_val_if_fail (LDR_IS_SHELF_ROW (self), NULL);

  return self->item;
}

/**
 * ldr_shelf_row_set_outline:
 * @self: a row
 * @outline: (nullable): what may be told of the journal, or %NULL for nothing
 *
 * Shows when its next session is, what is open and when something was written.
 */
void
ldr_shelf_row_set_outline (LdrShelfRow *self, const LdrOutline *outline)
{
  g_return_if_fail (LDR_IS_SHELF_ROW (self));

  g_clear_pointer (&self->outline, g_free);
  if (outline != NULL)
    self->outline = ldr_outline_describe (outline, g_get_real_time () / 1000);
  update (self);
}

/**
 * ldr_shelf_row_set_open:
 * @self: a row
 * @open: whether the journal is open here
 *
 * Shows it as open or as locked. An open one cannot be renamed or moved.
 */
void
ldr_shelf_row_set_open (LdrShelfRow *self, gboolean open)
{
  const char *state = open ? _ ("Open") : _ ("Locked");

  g_return_if_fail (LDR_IS_SHELF_ROW (self));

  gtk_image_set_from_icon_name (self->lock_image, open ? "changes-allow-symbolic" : "changes-prevent-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->lock_image), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lock_image), GTK_ACCESSIBLE_PROPERTY_LABEL, state, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.rename", !open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.remove", !open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.trash", !open);
}
