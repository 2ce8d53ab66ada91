/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

#include "ldr-help.h"
#include "ldr-window.h"
#include "preferences/ldr-about.h"
#include "preferences/ldr-accels.h"
#include "preferences/ldr-preferences.h"
#include "preferences/ldr-shortcuts-dialog.h"

struct _LdrApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  LdrReminders *reminders;
  GtkCssProvider *text_size;
  guint terminate;
};

G_DEFINE_FINAL_TYPE (LdrApplication, ldr_application, ADW_TYPE_APPLICATION)

static LdrWindow *
get_window (LdrApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (LDR_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static LdrWindow *
ensure_window (LdrApplication *self)
{
  LdrWindow *window = get_window (self);

  return window != NULL ? window : LDR_WINDOW (ldr_window_new (GTK_APPLICATION (self)));
}

static void
ldr_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (LDR_APPLICATION (application))));
}

static void
ldr_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  LdrWindow *window = ensure_window (LDR_APPLICATION (application));

  /* First the file, so that a new window begins with its page. */
  if (n_files > 0)
    ldr_window_open_file (window, files[0]);
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LdrWindow *window = get_window (user_data);

  if (window != NULL)
    adw_dialog_present (ldr_preferences_new (window), GTK_WIDGET (window));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LdrWindow *window = get_window (user_data);

  if (window != NULL)
    adw_dialog_present (ldr_shortcuts_dialog_new (), GTK_WIDGET (window));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LdrWindow *window = get_window (user_data);

  if (window != NULL)
    ldr_help_show (window);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LdrWindow *window = get_window (user_data);

  if (window != NULL)
    adw_dialog_present (ldr_about_new (), GTK_WIDGET (window));
}

/* What a reminder leads to. */
static void
show_today_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LdrApplication *self = user_data;
  LdrWindow *window = ensure_window (self);
  g_autofree char *path = ldr_reminders_get_due_path (self->reminders);

  ldr_window_show_today (window, path);
  gtk_window_present (GTK_WINDOW (window));
}

/* While reminders are on, closing the window leaves the application waiting for the next one; this does not. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LdrWindow *window = get_window (user_data);

  ldr_reminders_rest (LDR_APPLICATION (user_data)->reminders);
  if (window != NULL)
    ldr_window_quit (window);
  else
    g_application_quit (user_data);
}

/* The end of a session, or a plain kill: the last words are saved first. */
static gboolean
terminate_cb (gpointer user_data)
{
  quit_cb (NULL, NULL, user_data);
  return G_SOURCE_CONTINUE;
}

static void
color_scheme_cb (LdrApplication *self)
{
  static const AdwColorScheme schemes[]
      = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  int scheme = g_settings_get_enum (self->settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[CLAMP (scheme, 0, (int) G_N_ELEMENTS (schemes) - 1)]);
}

/* The factor is written with a point whatever the locale: CSS knows no other. */
static void
text_size_cb (LdrApplication *self)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_ascii_formatd (number, sizeof number, "%.2f", g_settings_get_double (self->settings, "text-size"));
  css = g_strdup_printf ("workspace editor textview { font-size: %sem; }", number);
  gtk_css_provider_load_from_string (self->text_size, css);
}

static void
ldr_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "preferences", .activate = preferences_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "help", .activate = help_cb },
    { .name = "about", .activate = about_cb },
    { .name = "show-today", .activate = show_today_cb },
    { .name = "quit", .activate = quit_cb },
  };
  LdrApplication *self = LDR_APPLICATION (application);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "leidraad", NULL);

  G_APPLICATION_CLASS (ldr_application_parent_class)->startup (application);

  self->settings = g_settings_new (APPLICATION_ID);
  self->reminders = ldr_reminders_new (application, self->settings, folder);
  self->text_size = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->text_size),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (color_scheme_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::text-size", G_CALLBACK (text_size_cb), self, G_CONNECT_SWAPPED);
  color_scheme_cb (self);
  text_size_cb (self);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  ldr_accels_add_to_application (GTK_APPLICATION (self));
  self->terminate = g_unix_signal_add (SIGTERM, terminate_cb, self);
}

static void
ldr_application_shutdown (GApplication *application)
{
  LdrApplication *self = LDR_APPLICATION (application);

  g_clear_handle_id (&self->terminate, g_source_remove);
  if (self->text_size != NULL)
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->text_size));
  g_clear_object (&self->text_size);
  g_clear_object (&self->reminders);
  g_clear_object (&self->settings);

  G_APPLICATION_CLASS (ldr_application_parent_class)->shutdown (application);
}

static void
journal_cb (LdrWindow *window, GParamSpec *pspec, LdrApplication *self)
{
  ldr_reminders_set_journal (self->reminders, ldr_window_get_journal (window));
}

static void
ldr_application_window_added (GtkApplication *application, GtkWindow *window)
{
  LdrApplication *self = LDR_APPLICATION (application);

  GTK_APPLICATION_CLASS (ldr_application_parent_class)->window_added (application, window);
  if (!LDR_IS_WINDOW (window))
    return;
  ldr_reminders_follow_shelf (self->reminders, G_LIST_MODEL (ldr_window_get_shelf (LDR_WINDOW (window))));
  g_signal_connect_object (window, "notify::journal", G_CALLBACK (journal_cb), self, G_CONNECT_DEFAULT);
}

static int
ldr_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("leidraad %s\n", VERSION);
      return 0;
    }
  return -1;
}

static void
ldr_application_class_init (LdrApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = ldr_application_activate;
  application_class->open = ldr_application_open;
  application_class->startup = ldr_application_startup;
  application_class->shutdown = ldr_application_shutdown;
  application_class->handle_local_options = ldr_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_added = ldr_application_window_added;
}

static void
ldr_application_init (LdrApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and leave"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE]"));
}

/**
 * ldr_application_new:
 *
 * The application: one instance, one window. A second start raises that window, with a file or without.
 *
 * Returns: (transfer full): it
 */
LdrApplication *
ldr_application_new (void)
{
  return g_object_new (LDR_TYPE_APPLICATION, "application-id", APPLICATION_ID, "resource-base-path",
                       "/io/github/leidraad/Leidraad", "flags", G_APPLICATION_HANDLES_OPEN, "register-session", TRUE,
                       NULL);
}

/**
 * ldr_application_get_reminders:
 * @self: the application, started
 *
 * Returns: (transfer none): its reminders
 */
LdrReminders *
ldr_application_get_reminders (LdrApplication *self)
{
  g_return_val_if_fail (LDR_IS_APPLICATION (self), NULL);

  return self->reminders;
}
