/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-about.h"

#include <glib/gi18n.h>

/**
 * ldr_about_new:
 *
 * Returns: (transfer floating): the about dialog
 */
AdwDialog *
ldr_about_new (void)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);

  adw_about_dialog_set_application_name (about, _ ("Leidraad"));
  adw_about_dialog_set_application_icon (about, APPLICATION_ID);
  adw_about_dialog_set_version (about, VERSION);
  adw_about_dialog_set_developer_name (about, _ ("The Leidraad project"));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (
      about, _ ("A coaching workbook for team leaders and those who coach them. What you write stays in an "
                "encrypted file on this computer."));
  adw_about_dialog_set_website (about, "https://github.com/leidraad/leidraad");
  /* Translators: your name and the way you want to be reached, one a line */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));
  return dialog;
}
