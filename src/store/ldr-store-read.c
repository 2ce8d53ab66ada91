/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-private.h"

/* Small reads that the tables share. */

/* A statement with @id, if there is one, bound to ?1. @id must outlive its first step. */
static LdrStatement *
select_rows (LdrStore *self, const char *sql, const char *id, GError **error)
{
  LdrStatement *row = ldr_store_is_ready (self, error) ? ldr_database_prepare (self->db, sql, error) : NULL;

  if (row != NULL && id != NULL)
    ldr_statement_bind_text (row, 1, id);
  return row;
}

/* Whether there is a row; @id, if there is one, is bound to ?1. */
gboolean
ldr_read_exists (LdrStore *self, const char *sql, const char *id, gboolean *found, GError **error)
{
  g_autoptr (LdrStatement) row = select_rows (self, sql, id, error);
  LdrStep step = row != NULL ? ldr_statement_step (row, error) : LDR_STEP_ERROR;

  *found = step == LDR_STEP_ROW;
  return step != LDR_STEP_ERROR;
}

/* What @read makes of the row for @id, which is bound to ?1; %LDR_STORE_ERROR_NOT_FOUND saying @missing when there is
 * none. */
gpointer
ldr_read_one (LdrStore *self, const char *sql, const char *id, LdrReadFunc read, const char *missing, GError **error)
{
  g_autoptr (LdrStatement) row = select_rows (self, sql, id, error);
  LdrStep step = row != NULL ? ldr_statement_step (row, error) : LDR_STEP_ERROR;

  if (step == LDR_STEP_ROW)
    return read (self, row, error);
  if (step == LDR_STEP_DONE)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND, missing);
  return NULL;
}

/* What @read makes of each row, in their order; @id, if there is one, is bound to ?1. */
GPtrArray *
ldr_read_all (
    LdrStore *self, const char *sql, const char *id, LdrReadFunc read, GDestroyNotify free_value, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (free_value);
  g_autoptr (LdrStatement) row = select_rows (self, sql, id, error);
  LdrStep step;

  if (row == NULL)
    return NULL;
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      gpointer value = read (self, row, error);

      if (value == NULL)
        return NULL;
      g_ptr_array_add (values, value);
    }
  return step == LDR_STEP_DONE ? g_steal_pointer (&values) : NULL;
}
