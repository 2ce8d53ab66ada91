/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void ldr_testing_remove_folder (const char *path);
