/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-store-exports.h"

G_BEGIN_DECLS

/* What the journal remembers of exports, asked for on its thread. Each function is one for ldr_journal_run_async(). */

gpointer ldr_export_get_choices_func (LdrStore *store, gpointer unused, GCancellable *cancellable, GError **error);
gpointer ldr_export_save_choice_func (LdrStore *store, gpointer choice, GCancellable *cancellable, GError **error);
gpointer ldr_export_delete_choice_func (LdrStore *store, gpointer choice, GCancellable *cancellable, GError **error);
gpointer ldr_export_know_name_func (LdrStore *store, gpointer name, GCancellable *cancellable, GError **error);
gpointer ldr_export_forget_name_func (LdrStore *store, gpointer name, GCancellable *cancellable, GError **error);

G_END_DECLS
