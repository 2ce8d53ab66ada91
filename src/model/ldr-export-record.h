/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-export-choice.h"

G_BEGIN_DECLS

/**
 * LdrExportWay:
 * @LDR_EXPORT_WAY_SAVED: as a file
 * @LDR_EXPORT_WAY_PRINTED: on paper
 * @LDR_EXPORT_WAY_SHARED: to another program
 * @LDR_EXPORT_WAY_PACK: as a session pack, to be commented on; the id of the line is that of the pack
 *
 * How something went out.
 */
typedef enum
{
  LDR_EXPORT_WAY_SAVED,
  LDR_EXPORT_WAY_PRINTED,
  LDR_EXPORT_WAY_SHARED,
  LDR_EXPORT_WAY_PACK,
} LdrExportWay;

#define LDR_N_EXPORT_WAYS 4

#define LDR_TYPE_EXPORT_RECORD (ldr_export_record_get_type ())

/**
 * LdrExportRecord:
 * @id: UUIDv7
 * @moment: when it went out
 * @day: the civil date of that
 * @title: the document's title as it went out, one line
 * @parts: what was in it
 * @first_day: the first day of its period
 * @last_day: the last
 * @format: as what
 * @names: how people are named in it
 * @with_private: whether private notes were in it
 * @for_whom: for whom, may be empty
 * @way: how it went out
 * @n_pages: how many pages it has, 0 in a format without pages
 * @n_bytes: how large the file is, 0 on paper
 * @sha256: of the file, in hexadecimal digits; "" on paper
 *
 * A line of the log of exports. Refcounted; never changed once shared, and never once it is in the log.
 */
typedef struct
{
  char *id;
  gint64 moment;
  int day;
  char *title;
  LdrExportParts parts;
  int first_day;
  int last_day;
  LdrExportFormat format;
  LdrExportNames names;
  gboolean with_private;
  char *for_whom;
  LdrExportWay way;
  int n_pages;
  gint64 n_bytes;
  char *sha256;
} LdrExportRecord;

GType ldr_export_record_get_type (void) G_GNUC_CONST;
LdrExportRecord *ldr_export_record_new (const char *title, const char *for_whom, const char *sha256);
LdrExportRecord *ldr_export_record_copy (const LdrExportRecord *self);
LdrExportRecord *ldr_export_record_new_again (const LdrExportRecord *self, LdrExportWay way);
LdrExportRecord *ldr_export_record_ref (LdrExportRecord *self);
void ldr_export_record_unref (LdrExportRecord *self);
gboolean ldr_export_record_equal (const LdrExportRecord *a, const LdrExportRecord *b);
gboolean ldr_export_record_validate (const LdrExportRecord *self, GError **error);

const char *ldr_export_way_to_id (LdrExportWay way);
gboolean ldr_export_way_from_id (const char *id, LdrExportWay *way);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrExportRecord, ldr_export_record_unref)

G_END_DECLS
