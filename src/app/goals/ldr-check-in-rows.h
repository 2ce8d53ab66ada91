/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-check-in-row.h"

G_BEGIN_DECLS

/* Several rows in which check-ins are made, saved together. */

void ldr_check_in_rows_flush (GPtrArray *rows, GTask *task);

G_END_DECLS
