/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-document-writer.h"

G_BEGIN_DECLS

#define LDR_TYPE_PSEUDONYMS (ldr_pseudonyms_get_type ())

/**
 * LdrPseudonyms:
 *
 * What stands for names in a document that others read.
 *
 * A name is found where it is a whole word: with any accents or none, in any hyphens, apostrophes and spaces, as it is
 * written, with a capital at the beginning of each of its words, and in capitals; of several words in any case. A
 * single word in lower case ("roos", "will") is a word of the language, unless it was asked for. A possessive stays
 * one: "Sanne's", "Sannes". Of names that begin at one place the longest is meant. Refcounted.
 */
typedef struct _LdrPseudonyms LdrPseudonyms;

/**
 * LdrNameMatch:
 * @start: the first byte of a name in a text
 * @end: the byte behind it, with a glued "s" of possession
 * @name: which of the names, in the order in which they were added
 * @has_s: whether it ends with that "s"
 *
 * Where a name is in a text.
 */
typedef struct
{
  gsize start;
  gsize end;
  guint name;
  gboolean has_s;
} LdrNameMatch;

GType ldr_pseudonyms_get_type (void) G_GNUC_CONST;
LdrPseudonyms *ldr_pseudonyms_new (void);
LdrPseudonyms *ldr_pseudonyms_ref (LdrPseudonyms *self);
void ldr_pseudonyms_unref (LdrPseudonyms *self);
void ldr_pseudonyms_add (LdrPseudonyms *self, const char *name, const char *stand_in, gboolean any_case);
void ldr_pseudonyms_add_person (LdrPseudonyms *self, const char *name, const char *stand_in);
gboolean ldr_pseudonyms_is_empty (const LdrPseudonyms *self);
GArray *ldr_pseudonyms_find (const LdrPseudonyms *self, const char *text);
const char *ldr_pseudonyms_get_stand_in (const LdrPseudonyms *self, guint name);
char *ldr_pseudonyms_dup_words (const LdrPseudonyms *self, const char *text, const LdrNameMatch *match);
gboolean ldr_pseudonyms_occur (const LdrPseudonyms *self, const char *text);
char *ldr_pseudonyms_apply (const LdrPseudonyms *self, const char *text);
char *ldr_pseudonyms_initials (const char *name);

LdrDocumentWriter *ldr_pseudonym_writer_new (LdrDocumentWriter *inner, LdrPseudonyms *pseudonyms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPseudonyms, ldr_pseudonyms_unref)

G_END_DECLS
