/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-session.h"

G_BEGIN_DECLS

/* A copy of what is written in a session, for when the journal cannot take it. Private notes are in it only if the user
 * says so for this one copy. */

char *ldr_session_to_file_text (const LdrSession *session, gboolean with_private);
void ldr_session_copy_ask_async (const LdrSession *session,
                                 GtkWidget *parent,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ldr_session_copy_ask_finish (GAsyncResult *result, gboolean *with_private);

G_END_DECLS
