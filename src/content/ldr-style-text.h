/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-style.h"

G_BEGIN_DECLS

/**
 * LdrStyleText:
 * @LDR_STYLE_TEXT_NAME: its name, such as "Team player"; one or two words, no full stop
 * @LDR_STYLE_TEXT_MOTTO: the spirit of its motto; a short phrase, no full stop
 * @LDR_STYLE_TEXT_BELIEF: what it believes in; sentences
 * @LDR_STYLE_TEXT_LEADS: how such a leader leads; sentences
 * @LDR_STYLE_TEXT_PITFALL_NAME: the name of its pitfall, such as "Lost in the details"; no full stop
 * @LDR_STYLE_TEXT_PITFALL: what it costs when overdone; sentences
 * @LDR_STYLE_TEXT_HELPS: when it helps a team
 * @LDR_STYLE_TEXT_HINDERS: when it does not
 * @LDR_STYLE_TEXT_HORIZON: whether it works for the short term or for good
 * @LDR_STYLE_TEXT_RARITY: how rare it is
 *
 * The single texts of a style.
 */
typedef enum
{
  LDR_STYLE_TEXT_NAME,
  LDR_STYLE_TEXT_MOTTO,
  LDR_STYLE_TEXT_BELIEF,
  LDR_STYLE_TEXT_LEADS,
  LDR_STYLE_TEXT_PITFALL_NAME,
  LDR_STYLE_TEXT_PITFALL,
  LDR_STYLE_TEXT_HELPS,
  LDR_STYLE_TEXT_HINDERS,
  LDR_STYLE_TEXT_HORIZON,
  LDR_STYLE_TEXT_RARITY,
} LdrStyleText;

#define LDR_N_STYLE_TEXTS 10

/**
 * LdrStyleList:
 * @LDR_STYLE_LIST_STRENGTHS: what it gives; at least six
 * @LDR_STYLE_LIST_SIGNS: by what one notices the pitfall; three
 * @LDR_STYLE_LIST_COUNTER_MOVES: small steps against the pitfall, each doable within a week; five
 *
 * The texts of which a style has several.
 */
typedef enum
{
  LDR_STYLE_LIST_STRENGTHS,
  LDR_STYLE_LIST_SIGNS,
  LDR_STYLE_LIST_COUNTER_MOVES,
} LdrStyleList;

#define LDR_N_STYLE_LISTS 3

const char *ldr_style_get_text (LdrStyle style, LdrStyleText which);
guint ldr_style_get_list_length (LdrStyle style, LdrStyleList which);
const char *ldr_style_get_list_text (LdrStyle style, LdrStyleList which, guint index);

const char *ldr_style_get_name (LdrStyle style);
const char *ldr_style_get_pitfall_name (LdrStyle style);
const char *ldr_style_get_icon_name (LdrStyle style);

G_END_DECLS
