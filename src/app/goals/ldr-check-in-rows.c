/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-check-in-rows.h"

/* The rows that are left, and why the first that could not be saved was not. */
typedef struct
{
  GPtrArray *rows;
  GTask *task;
  GError *error;
} Flush;

static void flush_next (Flush *self);

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Flush *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_check_in_row_flush_finish (LDR_CHECK_IN_ROW (source), result, &error) && self->error == NULL)
    self->error = g_steal_pointer (&error);
  flush_next (self);
}

static void
flush_next (Flush *self)
{
  g_autoptr (LdrCheckInRow) row = NULL;

  if (self->rows->len > 0)
    {
      row = g_ptr_array_steal_index (self->rows, 0);
      ldr_check_in_row_flush_async (row, g_task_get_cancellable (self->task), flushed_cb, self);
      return;
    }
  if (self->error != NULL)
    g_task_return_error (self->task, self->error);
  else
    g_task_return_boolean (self->task, TRUE);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->task);
  g_free (self);
}

/**
 * ldr_check_in_rows_flush:
 * @rows: (transfer full) (element-type LdrCheckInRow): rows
 * @task: (transfer full): returns %TRUE once all that was written in them is safe, or the error for which the first of
 *   them is not
 *
 * Saves at once what is not saved yet. A row that cannot be saved keeps none of the others from being saved.
 */
void
ldr_check_in_rows_flush (GPtrArray *rows, GTask *task)
{
  Flush *self = g_new0 (Flush, 1);

  self->rows = rows;
  self->task = task;
  flush_next (self);
}
