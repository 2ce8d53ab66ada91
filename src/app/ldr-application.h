/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LDR_TYPE_APPLICATION (ldr_application_get_type ())
G_DECLARE_FINAL_TYPE (LdrApplication, ldr_application, LDR, APPLICATION, AdwApplication)

LdrApplication *ldr_application_new (void);

G_END_DECLS
