/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-house-text.h"
#include "model/ldr-style.h"

G_BEGIN_DECLS

/* The map reaches from −2 to 2 along both axes: it is rough on purpose. */
#define LDR_BALANCE_TEXT_LIMIT 2

/**
 * LdrBalanceAxis:
 * @LDR_BALANCE_AXIS_TIME: across: the result of now is low, what lasts is high
 * @LDR_BALANCE_AXIS_ATTENTION: upwards: systems are low, people are high
 *
 * The two axes of the balance map.
 */
typedef enum
{
  LDR_BALANCE_AXIS_TIME,
  LDR_BALANCE_AXIS_ATTENTION,
} LdrBalanceAxis;

#define LDR_N_BALANCE_AXES 2

int ldr_balance_text_get_version (void);
const char *ldr_balance_text_get_note (void);
const char *ldr_balance_text_get_how (void);
const char *ldr_balance_text_get_few (void);

const char *ldr_balance_text_get_low (LdrBalanceAxis axis);
const char *ldr_balance_text_get_high (LdrBalanceAxis axis);
const char *ldr_balance_text_get_explanation (LdrBalanceAxis axis);

int ldr_balance_text_get_place (LdrStyle style, LdrBalanceAxis axis);
const char *ldr_balance_text_get_why (LdrStyle style);

G_END_DECLS
