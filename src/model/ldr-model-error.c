/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-model-error.h"

/* clang-format off */
G_DEFINE_QUARK (ldr-model-error-quark, ldr_model_error)
/* clang-format on */
