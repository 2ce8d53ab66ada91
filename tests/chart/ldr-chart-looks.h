/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void ldr_chart_looks_init (const char *look);
