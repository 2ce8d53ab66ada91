/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "reminders/ldr-reminders.h"

G_BEGIN_DECLS

#define LDR_TYPE_APPLICATION (ldr_application_get_type ())
G_DECLARE_FINAL_TYPE (LdrApplication, ldr_application, LDR, APPLICATION, AdwApplication)

LdrApplication *ldr_application_new (void);
LdrReminders *ldr_application_get_reminders (LdrApplication *self);

G_END_DECLS
