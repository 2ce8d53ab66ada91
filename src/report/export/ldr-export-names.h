/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-export-document.h"
#include "report/document/ldr-names-find.h"

G_BEGIN_DECLS

/**
 * LdrExportPlace:
 * @part: the part of the document in which it is; 0 for what stands above all of them
 * @day: the day of what it is in, or 0
 * @excerpt: some words around it, one line
 * @start: the first byte of it in @excerpt
 * @end: the byte behind it
 *
 * Where something stands in a document.
 */
typedef struct
{
  LdrExportParts part;
  int day;
  char *excerpt;
  gsize start;
  gsize end;
} LdrExportPlace;

#define LDR_TYPE_EXPORT_NAME (ldr_export_name_get_type ())

/**
 * LdrExportName:
 * @kind: why it is thought to identify a person
 * @name: what it is
 * @is_leader: whether it is the leader's name
 * @replace: whether something is to stand for it; whoever asks the owner sets it
 * @stand_in: what is to stand for it, "" for what all names get; likewise
 * @n_places: how often it occurs
 * @places: (element-type LdrExportPlace): where, %LDR_EXPORT_MAX_PLACES at most
 *
 * Something that may identify a person, and what its owner wants. Refcounted.
 */
typedef struct
{
  LdrFoundKind kind;
  char *name;
  gboolean is_leader;
  gboolean replace;
  char *stand_in;
  guint n_places;
  GPtrArray *places;
} LdrExportName;

/* Nobody reads through more places of a name than these. */
#define LDR_EXPORT_MAX_PLACES 50

GType ldr_export_name_get_type (void) G_GNUC_CONST;
LdrExportName *ldr_export_name_ref (LdrExportName *self);
void ldr_export_name_unref (LdrExportName *self);
gboolean ldr_export_name_begins (const LdrExportName *self, const char *whole);

GPtrArray *ldr_export_names_find (LdrStore *store,
                                  const LdrExportChoice *choice,
                                  LdrExportFlags flags,
                                  int today,
                                  const char *const *known,
                                  GCancellable *cancellable,
                                  GError **error);
LdrPseudonyms *ldr_export_names_make (GPtrArray *names, LdrExportNames mode);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrExportName, ldr_export_name_unref)

G_END_DECLS
