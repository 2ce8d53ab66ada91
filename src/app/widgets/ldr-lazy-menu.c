/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-lazy-menu.h"

/* Runs each time the menu is about to be shown. */
static void
create_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (data));
}

/**
 * ldr_lazy_menu_attach:
 * @button: a button without a menu
 * @model: its menu
 *
 * Gives a button a menu whose widgets are made when it is first opened. A button with the property `menu-model` makes
 * all of them at once, and most menus of a window are never opened.
 */
void
ldr_lazy_menu_attach (GtkMenuButton *button, GMenuModel *model)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (model));

  gtk_menu_button_set_create_popup_func (button, create_cb, g_object_ref (model), g_object_unref);
}
