/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-export-record.h"

G_BEGIN_DECLS

/* What went out of a journal, what its owner chose to go out another time, and which names its owner told of, so that
 * all of it is remembered inside the encrypted file and nowhere else. */

/**
 * LdrKnownNameKind:
 * @LDR_KNOWN_PERSON: somebody's name
 * @LDR_KNOWN_WORD: a word that looks like a name and is nobody's
 *
 * What the owner said of a name.
 */
typedef enum
{
  LDR_KNOWN_PERSON,
  LDR_KNOWN_WORD,
} LdrKnownNameKind;

#define LDR_N_KNOWN_NAME_KINDS 2

/**
 * LdrKnownName:
 * @name: as it is written, one line
 * @kind: whether it is somebody's
 * @role: what is to stand for that person, one line; "" for what all names get, and for a word
 *
 * A name that the owner of a journal told about.
 */
typedef struct
{
  char *name;
  LdrKnownNameKind kind;
  char *role;
} LdrKnownName;

LdrKnownName *ldr_known_name_new (const char *name, LdrKnownNameKind kind, const char *role);
void ldr_known_name_free (LdrKnownName *self);
const char *ldr_known_name_kind_to_id (LdrKnownNameKind kind);
gboolean ldr_known_name_kind_from_id (const char *id, LdrKnownNameKind *kind);

gboolean ldr_store_add_export_record (LdrStore *self, const LdrExportRecord *record, GError **error);
GPtrArray *ldr_store_get_export_log (LdrStore *self, GError **error);

gboolean ldr_store_save_export_choice (LdrStore *self, const LdrExportChoice *choice, GError **error);
gboolean ldr_store_import_export_choice (LdrStore *self, const LdrExportChoice *choice, GError **error);
gboolean ldr_store_delete_export_choice (LdrStore *self, const char *id, GError **error);
GPtrArray *ldr_store_get_export_choices (LdrStore *self, GError **error);

gboolean ldr_store_set_known_name (LdrStore *self, const LdrKnownName *name, GError **error);
gboolean ldr_store_import_known_name (LdrStore *self, const LdrKnownName *name, GError **error);
gboolean ldr_store_forget_name (LdrStore *self, const char *name, GError **error);
GPtrArray *ldr_store_get_known_names (LdrStore *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrKnownName, ldr_known_name_free)

G_END_DECLS
