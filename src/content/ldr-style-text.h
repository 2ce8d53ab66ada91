/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-style.h"

G_BEGIN_DECLS

const char *ldr_style_get_name (LdrStyle style);
const char *ldr_style_get_pitfall_name (LdrStyle style);
const char *ldr_style_get_belief (LdrStyle style);
const char *ldr_style_get_icon_name (LdrStyle style);

G_END_DECLS
