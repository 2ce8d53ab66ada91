/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-journal-info.h"
#include "model/ldr-prompt-choice.h"

G_BEGIN_DECLS

char *ldr_prompt_reason_describe (LdrPromptReason reason, LdrStyle style, const LdrJournalInfo *info);

G_END_DECLS
