/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "app/widgets/ldr-toast.h"

static const char *
get_title (AdwToast *toast)
{
  return toast != NULL ? adw_toast_get_title (toast) : NULL;
}

/* Whoever asks from a page that has gone says nothing, and keeps nothing. */
static void
test_gone (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  AdwToast *toast = adw_toast_new ("Gone");

  g_object_add_weak_pointer (G_OBJECT (toast), (gpointer *) &toast);
  ldr_toast_show (label, toast);
  g_assert_null (toast);
}

static void
test_shown (void)
{
  GtkWidget *window = g_object_ref_sink (gtk_window_new ());
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  GtkWidget *label = gtk_label_new (NULL);
  AdwToast *own = adw_toast_new ("One & <b>two</b>");
  AdwToast *heard = adw_toast_new ("Heard");

  adw_toast_overlay_set_child (overlay, label);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (overlay));
  g_object_add_weak_pointer (G_OBJECT (own), (gpointer *) &own);
  g_object_add_weak_pointer (G_OBJECT (heard), (gpointer *) &heard);

  ldr_toast_show (label, own);
  g_assert_cmpstr (get_title (own), ==, "One & <b>two</b>");
  g_assert_false (adw_toast_get_use_markup (own));

  ldr_toast_pass_on (label, heard);
  g_object_unref (heard);
  g_assert_cmpstr (get_title (heard), ==, "Heard");

  adw_toast_overlay_dismiss_all (overlay);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (own);
  g_assert_null (heard);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/toast/gone", test_gone);
  g_test_add_func ("/toast/shown", test_shown);
  return g_test_run ();
}
