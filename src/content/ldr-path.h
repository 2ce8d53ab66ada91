/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-prompt.h"

G_BEGIN_DECLS

/**
 * LdrPath:
 * @id: its id; of a path of the user's own a UUIDv7
 * @side: what of a style it looks at, %LDR_PROMPT_SIDE_NONE for most
 * @style: the style, if @side says so
 * @own: whether a user made it
 * @steps: (element-type LdrPrompt): its questions in their order, at least one
 *
 * A path along which one reflects: questions in an order. Refcounted, never changed once shared.
 */
typedef struct
{
  char *id;
  LdrPromptSide side;
  LdrStyle style;
  gboolean own;
  GPtrArray *steps;
  /*< private >*/
  char *title;
  char *summary;
} LdrPath;

LdrPath *ldr_path_new_own (const char *id, const char *title, const char *summary);
LdrPath *ldr_path_ref (LdrPath *self);
void ldr_path_unref (LdrPath *self);

const char *ldr_path_get_title (const LdrPath *self);
const char *ldr_path_get_summary (const LdrPath *self);
int ldr_path_get_minutes (const LdrPath *self);
LdrStyleSet ldr_path_get_styles (const LdrPath *self);
LdrStyleSet ldr_path_get_pitfalls (const LdrPath *self);

GPtrArray *ldr_path_get_all (void);
LdrPath *ldr_path_find (const char *id);
LdrPrompt *ldr_path_find_step (const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPath, ldr_path_unref)

G_END_DECLS
