/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "content/ldr-content-error.h"

G_BEGIN_DECLS

/**
 * LdrMarkup:
 * @name: the element's name
 * @line: the line on which it begins, from 1
 * @text: its text with white space made single blanks and none at the ends; "" if it holds elements only
 * @children: (element-type LdrMarkup): the elements in it, in their order
 *
 * One element of a small XML file, read whole.
 */
typedef struct
{
  char *name;
  int line;
  char *text;
  GPtrArray *children;
  /*< private >*/
  GHashTable *attributes;
} LdrMarkup;

LdrMarkup *ldr_markup_read (const char *text, gsize length, GError **error);
LdrMarkup *ldr_markup_read_resource (const char *name);
void ldr_markup_free (LdrMarkup *self);

const char *ldr_markup_get_attribute (const LdrMarkup *self, const char *name);
int ldr_markup_get_number (const LdrMarkup *self, const char *name, int least, int most, int otherwise);
const LdrMarkup *ldr_markup_get_child (const LdrMarkup *self, const char *name);
const char *ldr_markup_get_child_text (const LdrMarkup *self, const char *name);

void ldr_markup_set_error (const LdrMarkup *self, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrMarkup, ldr_markup_free)

G_END_DECLS
