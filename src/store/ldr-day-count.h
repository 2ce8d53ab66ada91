/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-sqlite.h"

G_BEGIN_DECLS

/* count_day (day, styles, pitfalls, energy): an aggregate whose value is the entries of one day as the bytes of an
 * #LdrProgressDay. As many sums of single bits take three to four times as long, which is what the charts wait for. */

int ldr_day_count_add_to (sqlite3 *db);

G_END_DECLS
