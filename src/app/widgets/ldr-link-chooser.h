/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"
#include "store/ldr-store-links.h"

G_BEGIN_DECLS

#define LDR_TYPE_LINK_CHOOSER (ldr_link_chooser_get_type ())
G_DECLARE_FINAL_TYPE (LdrLinkChooser, ldr_link_chooser, LDR, LINK_CHOOSER, AdwDialog)

/* Asks what something is to be linked with: found as one types, chosen by a click or by Enter, which closes the dialog.
 * Signal: `chosen (LdrLinked *linked)`. */

AdwDialog *ldr_link_chooser_new (LdrJournal *journal, LdrLinkKind kind, const char *id);

G_END_DECLS
