/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-trouble.h"

#include <glib/gi18n.h>

#include "store/ldr-store-error.h"

static const char *titles[LDR_N_OCCASIONS] = {
  [LDR_OCCASION_OPEN] = N_ ("Not opened"),
  [LDR_OCCASION_CREATE] = N_ ("Not created"),
  [LDR_OCCASION_SAVE] = N_ ("Not saved"),
  [LDR_OCCASION_BACK_UP] = N_ ("No backup made"),
  [LDR_OCCASION_RESTORE] = N_ ("Not restored"),
  [LDR_OCCASION_PASSPHRASE] = N_ ("Passphrase not changed"),
  [LDR_OCCASION_MOVE] = N_ ("The file stays as is"),
  [LDR_OCCASION_EXPORT] = N_ ("Not exported"),
};

/* What is still safe, for those occasions where the reader would wonder. */
static const char *safeties[LDR_N_OCCASIONS] = {
  [LDR_OCCASION_OPEN] = N_ ("Nothing in it was changed."),
  [LDR_OCCASION_CREATE] = N_ ("No file was left behind."),
  [LDR_OCCASION_SAVE] = N_ ("Your text is still here."),
  [LDR_OCCASION_BACK_UP] = N_ ("Your journal itself is in order."),
  [LDR_OCCASION_RESTORE] = N_ ("Your journal is as it was before."),
  [LDR_OCCASION_PASSPHRASE] = N_ ("The passphrase you had still works."),
  [LDR_OCCASION_MOVE] = N_ ("Your journal is still in its place."),
  [LDR_OCCASION_EXPORT] = N_ ("Your journal itself is in order."),
};

static const char *
what_happened (int code)
{
  switch ((LdrStoreError) code)
    {
    case LDR_STORE_ERROR_PASSPHRASE:
      return _ ("That passphrase does not fit this journal.");
    case LDR_STORE_ERROR_NOT_A_JOURNAL:
      return _ ("This file is not a Leidraad journal.");
    case LDR_STORE_ERROR_DAMAGED:
      return _ ("Part of this journal can no longer be read.");
    case LDR_STORE_ERROR_NEWER:
      return _ ("A newer version of Leidraad wrote this journal.");
    case LDR_STORE_ERROR_BUSY:
      return _ ("This journal is open in another program.");
    case LDR_STORE_ERROR_FULL:
      return _ ("The disk is full.");
    case LDR_STORE_ERROR_READ_ONLY:
      return _ ("The file, or the folder it is in, cannot be written to.");
    case LDR_STORE_ERROR_GONE:
      return _ ("The journal’s file was moved, removed or replaced while it was open.");
    case LDR_STORE_ERROR_IO:
      return _ ("The disk did not do what it was asked.");
    case LDR_STORE_ERROR_NO_MEMORY:
      return _ ("There was not enough memory.");
    case LDR_STORE_ERROR_NOT_FOUND:
      return _ ("It is no longer where it was.");
    case LDR_STORE_ERROR_EXISTS:
      return _ ("There is a file of that name already.");
    case LDR_STORE_ERROR_CONFLICT:
      return _ ("It was changed somewhere else in the meantime.");
    case LDR_STORE_ERROR_FAILED:
      return _ ("Something went wrong that should not.");
    }
  return _ ("Something went wrong that should not.");
}

static const char *
what_to_do (int code)
{
  switch ((LdrStoreError) code)
    {
    case LDR_STORE_ERROR_PASSPHRASE:
      return _ ("Try again, or use the recovery sheet.");
    case LDR_STORE_ERROR_NOT_A_JOURNAL:
      return _ ("Choose another file.");
    case LDR_STORE_ERROR_DAMAGED:
      return _ ("Go on with a backup: choose one under Backups.");
    case LDR_STORE_ERROR_NEWER:
      return _ ("Update Leidraad to go on.");
    case LDR_STORE_ERROR_BUSY:
      return _ ("Close it there, then try again.");
    case LDR_STORE_ERROR_FULL:
      return _ ("Free some space, or choose another disk.");
    case LDR_STORE_ERROR_READ_ONLY:
      return _ ("Make it writable, or choose another folder.");
    case LDR_STORE_ERROR_GONE:
      return _ ("Put the file back, or save a copy elsewhere.");
    case LDR_STORE_ERROR_IO:
      return _ ("Check the disk, and save a copy elsewhere.");
    case LDR_STORE_ERROR_NO_MEMORY:
      return _ ("Close other programs, then try again.");
    case LDR_STORE_ERROR_NOT_FOUND:
      return _ ("Look where it went, or choose a backup.");
    case LDR_STORE_ERROR_EXISTS:
      return _ ("Choose another name.");
    case LDR_STORE_ERROR_CONFLICT:
      return _ ("Look at what is there now, then try again.");
    case LDR_STORE_ERROR_FAILED:
      return _ ("Try again.");
    }
  return _ ("Try again.");
}

/* The few codes of GIO that happen when files are copied or moved, in the store's terms. */
static int
code_of (const GError *error)
{
  if (error->domain == LDR_STORE_ERROR)
    return error->code;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return LDR_STORE_ERROR_FULL;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return LDR_STORE_ERROR_READ_ONLY;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return LDR_STORE_ERROR_NOT_FOUND;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return LDR_STORE_ERROR_EXISTS;
  return LDR_STORE_ERROR_FAILED;
}

/**
 * ldr_trouble_title:
 * @occasion: what was being done
 *
 * Returns: (transfer none): two or three words that say what did not come about
 */
const char *
ldr_trouble_title (LdrOccasion occasion)
{
  g_return_val_if_fail ((guint) occasion < LDR_N_OCCASIONS, "");

  return _ (titles[occasion]);
}

/**
 * ldr_trouble_body:
 * @occasion: what was being done
 * @error: what went wrong
 *
 * What happened, what is safe, and what to do; an error of which nothing better is known adds its own message.
 *
 * Returns: (transfer full): whole sentences
 */
char *
ldr_trouble_body (LdrOccasion occasion, const GError *error)
{
  int code;

  g_return_val_if_fail ((guint) occasion < LDR_N_OCCASIONS, NULL);
  g_return_val_if_fail (error != NULL, NULL);

  code = code_of (error);
  if (code == LDR_STORE_ERROR_PASSPHRASE)
    return g_strdup_printf ("%s %s", what_happened (code), what_to_do (code));
  if (code == LDR_STORE_ERROR_FAILED)
    return g_strdup_printf ("%s %s %s (%s)", what_happened (code), _ (safeties[occasion]), what_to_do (code),
                            error->message);
  return g_strdup_printf ("%s %s %s", what_happened (code), _ (safeties[occasion]), what_to_do (code));
}

/**
 * ldr_trouble_line:
 * @occasion: what was being done
 * @error: what went wrong
 *
 * Title and body in one, for a toast.
 *
 * Returns: (transfer full): one line
 */
char *
ldr_trouble_line (LdrOccasion occasion, const GError *error)
{
  g_autofree char *body = ldr_trouble_body (occasion, error);

  /* Translators: what did not come about, such as “No backup made”; then why, in a sentence */
  return g_strdup_printf (_ ("%s. %s"), ldr_trouble_title (occasion), body);
}

/**
 * ldr_trouble_present:
 * @parent: a widget in the window
 * @occasion: what was being done
 * @error: what went wrong
 *
 * Says it in a dialog that only needs to be closed.
 */
void
ldr_trouble_present (GtkWidget *parent, LdrOccasion occasion, const GError *error)
{
  g_autofree char *body = ldr_trouble_body (occasion, error);
  AdwDialog *dialog = adw_alert_dialog_new (ldr_trouble_title (occasion), body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}
