/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LdrBeside:
 *
 * Pictures in a folder beside a document: `NAME-pictures`, where NAME is the document's name without its suffix. Their
 * names tell them apart for good, so that none replaces another one.
 */
typedef struct _LdrBeside LdrBeside;

LdrBeside *ldr_beside_new (const char *path);
char *ldr_beside_add (LdrBeside *self, GBytes *bytes, const char *media_type, GError **error);
char *ldr_beside_add_named (LdrBeside *self, GBytes *bytes, const char *name, GError **error);
void ldr_beside_stay (LdrBeside *self);
void ldr_beside_free (LdrBeside *self);
const char *ldr_beside_suffix (const char *media_type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrBeside, ldr_beside_free)

G_END_DECLS
