/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-draft.h"

G_BEGIN_DECLS

#define LDR_TYPE_SAVE_BANNER (ldr_save_banner_get_type ())
G_DECLARE_FINAL_TYPE (LdrSaveBanner, ldr_save_banner, LDR, SAVE_BANNER, AdwBin)

/* Says above the text that it could not be saved, why, and what can be done. It tries again and settles a conflict by
 * itself. Signals, for what needs the page: `take-theirs ()`, the text that somebody else saved is to be shown;
 * `save-copy ()`. */

void ldr_save_banner_set_draft (LdrSaveBanner *self, LdrDraft *draft);

G_END_DECLS
