/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LDR_TYPE_COMMENT_DIALOG (ldr_comment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LdrCommentDialog, ldr_comment_dialog, LDR, COMMENT_DIALOG, AdwDialog)

/* Where a comment on a passage is written. What is written is kept however the dialog is closed, also by a lock.
 * Signal: `written (const char *text)`, once it is closed and something changed; "" when nothing is left. */

AdwDialog *ldr_comment_dialog_new (const char *quote, const char *text);

G_END_DECLS
