/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-window.h"

G_BEGIN_DECLS

#define LDR_TYPE_PREFERENCES (ldr_preferences_get_type ())
G_DECLARE_FINAL_TYPE (LdrPreferences, ldr_preferences, LDR, PREFERENCES, AdwPreferencesDialog)

AdwDialog *ldr_preferences_new (LdrWindow *window);
guint ldr_minutes_to_choice (guint minutes);
guint ldr_minutes_from_choice (guint choice);

G_END_DECLS
