/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_STYLE_PAGE (ldr_style_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrStylePage, ldr_style_page, LDR, STYLE_PAGE, AdwNavigationPage)

AdwNavigationPage *ldr_style_page_new (LdrJournal *journal, LdrStyle style);
LdrStyle ldr_style_page_get_style (LdrStylePage *self);

G_END_DECLS
