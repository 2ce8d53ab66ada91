/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrModelError:
 * @LDR_MODEL_ERROR_INVALID: a value that the model does not allow; the message names it
 */
typedef enum {
  LDR_MODEL_ERROR_INVALID,
} LdrModelError;

#define LDR_MODEL_ERROR (ldr_model_error_quark ())
GQuark ldr_model_error_quark (void);

G_END_DECLS
