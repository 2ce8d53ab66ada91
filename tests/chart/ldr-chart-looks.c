/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-looks.h"

#include <adwaita.h>

static void
load_style (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("LDR_TEST_DATA"), "..", "data", name, NULL);
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_path (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
}

/* Begins with a look: "light", "dark", "high-contrast", "dark-high-contrast" or "right-to-left"; with the style sheets
 * that the application has, and as libadwaita loads them. */
void
ldr_chart_looks_init (const char *look)
{
  gboolean is_dark = g_str_has_prefix (look, "dark");
  gboolean is_high = g_str_has_suffix (look, "high-contrast");
  AdwStyleManager *manager;

  if (is_high)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  adw_init ();
  manager = adw_style_manager_get_default ();
  adw_style_manager_set_color_scheme (manager, is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_cmpint (adw_style_manager_get_dark (manager), ==, is_dark);
  g_assert_cmpint (adw_style_manager_get_high_contrast (manager), ==, is_high);
  load_style ("style.css");
  if (is_dark)
    load_style ("style-dark.css");
  if (g_str_equal (look, "right-to-left"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}
