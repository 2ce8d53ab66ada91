/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ldr-rich-text.h"

G_BEGIN_DECLS

GPtrArray *ldr_html_to_blocks (const char *html, gsize length);

G_END_DECLS
