/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrFoundKind:
 * @LDR_FOUND_KNOWN: a name that was given
 * @LDR_FOUND_WORD: a word with a capital that comes back within sentences
 * @LDR_FOUND_EMAIL: an e-mail address
 * @LDR_FOUND_PHONE: a phone number
 *
 * Why something is thought to identify a person.
 */
typedef enum
{
  LDR_FOUND_KNOWN,
  LDR_FOUND_WORD,
  LDR_FOUND_EMAIL,
  LDR_FOUND_PHONE,
} LdrFoundKind;

/**
 * LdrFoundPlace:
 * @text: which of the texts
 * @start: the first byte in it
 * @end: the byte behind it
 *
 * Where it stands.
 */
typedef struct
{
  guint text;
  gsize start;
  gsize end;
} LdrFoundPlace;

/**
 * LdrFoundName:
 * @kind: why it is thought to identify a person
 * @name: what it is, as it is written first, or as it was given
 * @places: (element-type LdrFoundPlace): where it stands, from the first text to the last
 *
 * Something in texts that may identify a person.
 */
typedef struct
{
  LdrFoundKind kind;
  char *name;
  GArray *places;
} LdrFoundName;

void ldr_found_name_free (LdrFoundName *self);
GPtrArray *ldr_names_find (const char *const *texts, const char *const *known);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrFoundName, ldr_found_name_free)

G_END_DECLS
