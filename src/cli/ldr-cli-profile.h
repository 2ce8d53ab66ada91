/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-store-overview.h"

G_BEGIN_DECLS

void ldr_cli_print_profile (const LdrStyleOverview *overview);
void ldr_cli_print_profile_json (const LdrStyleOverview *overview);

G_END_DECLS
