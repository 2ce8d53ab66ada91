/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-error.h"

/* clang-format off */
G_DEFINE_QUARK (ldr-store-error-quark, ldr_store_error)
/* clang-format on */
