/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Larger files, and lines of more cells, are none that a person made for this. */
#define LDR_CSV_MAX_BYTES (4 * 1024 * 1024)
#define LDR_CSV_MAX_CELLS 1000

/**
 * LdrCsvRow:
 * @line: the line of the file where it begins, from 1
 * @cells: (element-type utf8): its cells, blanks at both ends taken off
 *
 * One row of a table.
 */
typedef struct
{
  guint line;
  GPtrArray *cells;
} LdrCsvRow;

/**
 * LdrCsvTable:
 * @separator: what stood between the cells: a comma, a semicolon or a tab
 * @rows: (element-type LdrCsvRow): its rows that are not empty, the heading among them
 *
 * Comma-separated values as they were read.
 */
typedef struct
{
  char separator;
  GPtrArray *rows;
} LdrCsvTable;

char *ldr_exchange_to_utf8 (const char *bytes, gsize length, GError **error);

LdrCsvTable *ldr_csv_table_read (const char *bytes, gsize length, GError **error);
void ldr_csv_table_free (LdrCsvTable *self);
const char *ldr_csv_row_get (const LdrCsvRow *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrCsvTable, ldr_csv_table_free)

G_END_DECLS
