/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-house-text.h"
#include "model/ldr-style.h"

G_BEGIN_DECLS

#define LDR_MIRROR_TEXT_STATEMENTS 15

/**
 * LdrMirrorText:
 * @LDR_MIRROR_TEXT_TEAM_INSTRUCTION: how the team answers; sentences to a respondent
 * @LDR_MIRROR_TEXT_PROMISE: what becomes of an answer; sentences to a respondent
 * @LDR_MIRROR_TEXT_COMMENT: the open question at the end
 * @LDR_MIRROR_TEXT_COMMENT_HINT: how to answer it without being recognised
 * @LDR_MIRROR_TEXT_LOWEST: what 1 stands for; no full stop
 * @LDR_MIRROR_TEXT_HIGHEST: what 5 stands for; no full stop
 * @LDR_MIRROR_TEXT_CANNOT_SAY: the answer beside the numbers; no full stop
 * @LDR_MIRROR_TEXT_GAP: how to take a gap between leader and team
 * @LDR_MIRROR_TEXT_FEW: how much a few answers can bear
 * @LDR_MIRROR_TEXT_HIDDEN: why nothing of the team is shown
 *
 * The single texts of the mirror.
 */
typedef enum
{
  LDR_MIRROR_TEXT_TEAM_INSTRUCTION,
  LDR_MIRROR_TEXT_PROMISE,
  LDR_MIRROR_TEXT_COMMENT,
  LDR_MIRROR_TEXT_COMMENT_HINT,
  LDR_MIRROR_TEXT_LOWEST,
  LDR_MIRROR_TEXT_HIGHEST,
  LDR_MIRROR_TEXT_CANNOT_SAY,
  LDR_MIRROR_TEXT_GAP,
  LDR_MIRROR_TEXT_FEW,
  LDR_MIRROR_TEXT_HIDDEN,
} LdrMirrorText;

#define LDR_N_MIRROR_TEXTS 10

int ldr_mirror_text_get_version (void);

const char *ldr_mirror_text_get_id (guint statement);
gboolean ldr_mirror_text_find (const char *id, guint *statement);
gboolean ldr_mirror_text_get_style (guint statement, LdrStyle *style);
char *ldr_mirror_text_dup_statement (guint statement, LdrRole role, const char *leader);
const char *ldr_mirror_text_get_team (guint statement);

char *ldr_mirror_text_dup_instruction (LdrRole role, const char *leader);
char *ldr_mirror_text_dup_prediction (LdrRole role, const char *leader);
const char *ldr_mirror_text_get (LdrMirrorText which);

G_END_DECLS
