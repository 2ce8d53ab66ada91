/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-path.h"
#include "model/ldr-reflection.h"

G_BEGIN_DECLS

/* How a reflection begins: its questions as they are put to the one who writes. */

LdrReflection *ldr_reflection_begin_prompt (const LdrPrompt *prompt, const LdrJournalInfo *info);
LdrReflection *ldr_reflection_begin_path (const LdrPath *path, const LdrJournalInfo *info);

G_END_DECLS
