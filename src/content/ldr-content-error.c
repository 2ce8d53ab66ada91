/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/ldr-content-error.h"

/* clang-format off */
G_DEFINE_QUARK (ldr-content-error-quark, ldr_content_error)
/* clang-format on */
