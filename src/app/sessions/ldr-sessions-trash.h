/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/ldr-trash-list.h"

G_BEGIN_DECLS

GtkWidget *ldr_sessions_trash_new (LdrJournal *journal);

G_END_DECLS
