/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "ldr-reminder-plan.h"

G_BEGIN_DECLS

void ldr_reminder_rules_read (LdrReminderRules *self, GSettings *settings);

G_END_DECLS
