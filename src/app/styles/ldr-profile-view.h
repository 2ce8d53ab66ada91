/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "chart/ldr-radar-data.h"

G_BEGIN_DECLS

#define LDR_TYPE_PROFILE_VIEW (ldr_profile_view_get_type ())
G_DECLARE_FINAL_TYPE (LdrProfileView, ldr_profile_view, LDR, PROFILE_VIEW, AdwBin)

GtkWidget *ldr_profile_view_new (void);
void ldr_profile_view_set_data (LdrProfileView *self, LdrRadarData *data);

G_END_DECLS
