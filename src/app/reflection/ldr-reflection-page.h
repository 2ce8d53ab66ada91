/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_REFLECTION_PAGE (ldr_reflection_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrReflectionPage, ldr_reflection_page, LDR, REFLECTION_PAGE, AdwNavigationPage)

/* A reflection, one question at a time. Signal: `finished (LdrReflection *reflection)`, it is an entry of the same id
 * now. Whoever takes the page off the screen flushes it first. */

GtkWidget *ldr_reflection_page_new (LdrJournal *journal, LdrReflection *reflection);
void ldr_reflection_page_flush_async (LdrReflectionPage *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean ldr_reflection_page_flush_finish (LdrReflectionPage *self, GAsyncResult *result, GError **error);
void ldr_reflection_page_abandon (LdrReflectionPage *self);

G_END_DECLS
