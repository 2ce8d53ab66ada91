/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-demo.h"
#include "ldr-store.h"

G_BEGIN_DECLS

gboolean ldr_store_fill_with_demo (LdrStore *self, const LdrDemo *demo, GError **error);

G_END_DECLS
