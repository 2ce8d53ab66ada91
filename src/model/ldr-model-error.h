/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrModelError:
 * @LDR_MODEL_ERROR_INVALID: a value that the model does not allow; the message names it
 * @LDR_MODEL_ERROR_INCOMPLETE: an answer is missing, so that nothing can be scored
 */
typedef enum {
  LDR_MODEL_ERROR_INVALID,
  LDR_MODEL_ERROR_INCOMPLETE,
} LdrModelError;

#define LDR_MODEL_ERROR (ldr_model_error_quark ())
GQuark ldr_model_error_quark (void);

G_END_DECLS
