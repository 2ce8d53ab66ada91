/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-preparation.h"

#include "ldr-store-actions.h"
#include "ldr-store-list.h"
#include "ldr-store-private.h"
#include "ldr-store-sessions.h"

G_DEFINE_BOXED_TYPE (LdrPreparation, ldr_preparation, ldr_preparation_ref, ldr_preparation_unref)

LdrPreparation *
ldr_preparation_ref (LdrPreparation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
preparation_clear (gpointer data)
{
  LdrPreparation *self = data;

  g_clear_pointer (&self->session, ldr_session_unref);
  g_clear_pointer (&self->previous, ldr_session_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->to_discuss, g_ptr_array_unref);
}

void
ldr_preparation_unref (LdrPreparation *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, preparation_clear);
}

/* A key is at most a day after its moment. The light index has no energy, and would only be a way round. */
#define NOTICED                                                                                                        \
  "SELECT count(*), sum (pitfalls & 1), sum (pitfalls >> 1 & 1), sum (pitfalls >> 2 & 1), sum (pitfalls >> 3 & 1), "   \
  "sum (pitfalls >> 4 & 1), sum (styles & 1), sum (styles >> 1 & 1), sum (styles >> 2 & 1), sum (styles >> 3 & 1), "   \
  "sum (styles >> 4 & 1), count(*) FILTER (WHERE energy > 0), sum (energy) FROM entry NOT INDEXED "                    \
  "WHERE deleted = 0 AND key >= ?1 AND key < ?2 AND happened >= ?3 AND happened < ?4"

/**
 * ldr_store_get_noticed:
 * @self: a journal
 * @since: a moment
 * @until: a later moment
 * @noticed: (out): what was noticed from @since up to @until
 * @error: return location for an #LdrStoreError
 *
 * Counts what the entries outside the trash tell about styles, pitfalls and energy. What it costs grows with the
 * entries of that time, not with the journal.
 *
 * Returns: whether it could be counted
 */
gboolean
ldr_store_get_noticed (LdrStore *self, gint64 since, gint64 until, LdrNoticed *noticed, GError **error)
{
  g_autoptr (LdrStatement) row = NULL;

  g_return_val_if_fail (self != NULL && noticed != NULL, FALSE);
  *noticed = (LdrNoticed) { .since = since, .until = until };
  if (!ldr_store_is_ready (self, error) || (row = ldr_database_prepare (self->db, NOTICED, error)) == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, ldr_row_get_first_key (since));
  ldr_statement_bind_int (row, 2, ldr_row_get_first_key (until) + LDR_KEYS_A_DAY);
  ldr_statement_bind_int (row, 3, since);
  ldr_statement_bind_int (row, 4, until);
  if (ldr_statement_step (row, error) != LDR_STEP_ROW)
    return FALSE;
  noticed->n_entries = (int) ldr_statement_get_int (row, 0);
  for (int i = 0; i < LDR_N_STYLES; i++)
    {
      noticed->pitfalls[i] = (int) ldr_statement_get_int (row, 1 + i);
      noticed->styles[i] = (int) ldr_statement_get_int (row, 1 + LDR_N_STYLES + i);
    }
  noticed->n_energy = (int) ldr_statement_get_int (row, 1 + 2 * LDR_N_STYLES);
  if (noticed->n_energy > 0)
    noticed->energy = (double) ldr_statement_get_int (row, 2 + 2 * LDR_N_STYLES) / noticed->n_energy;
  return TRUE;
}

static gboolean
read_to_discuss (LdrStore *self, LdrPreparation *preparation, GError **error)
{
  g_autoptr (LdrQuery) query = ldr_query_new ();

  query->to_discuss = TRUE;
  preparation->to_discuss = ldr_store_list_page (self, query, 0, LDR_PREPARATION_MAX_ENTRIES, error);
  if (preparation->to_discuss == NULL)
    return FALSE;
  preparation->n_to_discuss = ldr_store_count (self, query, error);
  return preparation->n_to_discuss >= 0;
}

/**
 * ldr_store_prepare_session:
 * @self: a journal
 * @id: the session's id
 * @error: return location for an #LdrStoreError
 *
 * Gathers what leader and coach look at before a session. %LDR_STORE_ERROR_NOT_FOUND when there is none of that id.
 *
 * Returns: (transfer full): the preparation, or %NULL
 */
LdrPreparation *
ldr_store_prepare_session (LdrStore *self, const char *id, GError **error)
{
  g_autoptr (LdrPreparation) preparation = g_atomic_rc_box_new0 (LdrPreparation);
  gint64 since = 0;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  if ((preparation->session = ldr_store_get_session (self, id, error)) == NULL
      || !ldr_store_find_last_session (self, preparation->session->starts, &preparation->previous, error)
      || (preparation->actions = ldr_store_list_carried_over_actions (self, preparation->session, error)) == NULL
      || !read_to_discuss (self, preparation, error))
    return NULL;
  if (preparation->previous != NULL)
    since = preparation->previous->starts;
  if (!ldr_store_get_noticed (self, since, preparation->session->starts, &preparation->noticed, error))
    return NULL;
  return g_steal_pointer (&preparation);
}
