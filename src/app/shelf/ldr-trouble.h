/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LdrOccasion:
 *
 * What was being done when something went wrong.
 */
typedef enum
{
  LDR_OCCASION_OPEN,
  LDR_OCCASION_CREATE,
  LDR_OCCASION_SAVE,
  LDR_OCCASION_BACK_UP,
  LDR_OCCASION_RESTORE,
  LDR_OCCASION_PASSPHRASE,
  LDR_OCCASION_MOVE,
  LDR_OCCASION_EXPORT,
} LdrOccasion;

#define LDR_N_OCCASIONS 8

/* Errors in the words of the reader: what happened, what is safe, what to do. */
const char *ldr_trouble_title (LdrOccasion occasion);
char *ldr_trouble_body (LdrOccasion occasion, const GError *error);
char *ldr_trouble_line (LdrOccasion occasion, const GError *error);
void ldr_trouble_present (GtkWidget *parent, LdrOccasion occasion, const GError *error);

G_END_DECLS
