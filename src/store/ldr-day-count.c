/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-day-count.h"

#include "ldr-store-private.h"
#include "model/ldr-entry.h"

#define N_VALUES 4

static void
count_entry (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  LdrProgressDay *day = sqlite3_aggregate_context (context, sizeof *day);
  int styles, pitfalls, energy;

  if (day == NULL)
    {
      sqlite3_result_error_nomem (context);
      return;
    }
  day->day = sqlite3_value_int (values[0]);
  styles = sqlite3_value_int (values[1]);
  pitfalls = sqlite3_value_int (values[2]);
  energy = sqlite3_value_int (values[3]);
  day->n_entries++;
  for (int i = 0; i < LDR_N_STYLES; i++)
    {
      day->styles[i] += styles >> i & 1;
      day->pitfalls[i] += pitfalls >> i & 1;
    }
  day->n_energy += energy != LDR_ENERGY_UNKNOWN;
  day->energy += energy;
}

static void
finish_day (sqlite3_context *context)
{
  const LdrProgressDay *day = sqlite3_aggregate_context (context, 0);

  if (day != NULL)
    sqlite3_result_blob (context, day, sizeof *day, SQLITE_TRANSIENT);
}

/* Adds the aggregate to a connection, for statements of the program and not for those in a file. Returns SQLite's code.
 */
int
ldr_day_count_add_to (sqlite3 *db)
{
  return sqlite3_create_function_v2 (db, LDR_DAY_COUNT, N_VALUES,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, NULL, count_entry,
                                     finish_day, NULL);
}
