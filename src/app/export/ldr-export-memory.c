/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-memory.h"

/**
 * ldr_export_get_choices_func:
 * @store: the journal
 * @unused: nothing
 * @cancellable: (nullable): not looked at
 * @error: what the journal says
 *
 * Returns: (transfer full) (element-type LdrExportChoice) (nullable): the choices that were saved
 */
gpointer
ldr_export_get_choices_func (LdrStore *store, gpointer unused, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_export_choices (store, error);
}

/**
 * ldr_export_save_choice_func:
 * @store: the journal
 * @choice: an #LdrExportChoice with an id of its own
 * @cancellable: (nullable): not looked at
 * @error: what the journal says
 *
 * Returns: (transfer full) (element-type LdrExportChoice) (nullable): all choices, now that this one is saved
 */
gpointer
ldr_export_save_choice_func (LdrStore *store, gpointer choice, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_export_choice (store, choice, error) ? ldr_store_get_export_choices (store, error) : NULL;
}

/**
 * ldr_export_delete_choice_func:
 * @store: the journal
 * @choice: an #LdrExportChoice that was saved
 * @cancellable: (nullable): not looked at
 * @error: what the journal says
 *
 * Returns: (transfer full) (element-type LdrExportChoice) (nullable): all choices, now that this one is gone
 */
gpointer
ldr_export_delete_choice_func (LdrStore *store, gpointer choice, GCancellable *cancellable, GError **error)
{
  return ldr_store_delete_export_choice (store, ((const LdrExportChoice *) choice)->id, error)
             ? ldr_store_get_export_choices (store, error)
             : NULL;
}

/**
 * ldr_export_know_name_func:
 * @store: the journal
 * @name: an #LdrKnownName
 * @cancellable: (nullable): not looked at
 * @error: what the journal says
 *
 * Returns: anything but %NULL when the name is remembered
 */
gpointer
ldr_export_know_name_func (LdrStore *store, gpointer name, GCancellable *cancellable, GError **error)
{
  return ldr_store_set_known_name (store, name, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

/**
 * ldr_export_forget_name_func:
 * @store: the journal
 * @name: an #LdrKnownName
 * @cancellable: (nullable): not looked at
 * @error: what the journal says
 *
 * Returns: anything but %NULL when nothing is remembered of the name any more
 */
gpointer
ldr_export_forget_name_func (LdrStore *store, gpointer name, GCancellable *cancellable, GError **error)
{
  return ldr_store_forget_name (store, ((const LdrKnownName *) name)->name, error) ? GINT_TO_POINTER (TRUE) : NULL;
}
