/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LdrOdtPackage:
 *
 * The zip archive of an OpenDocument text. Its content grows while pictures are put beside it; until it is ended it
 * waits in memory, packed, since nothing of a journal is ever in a file that is not the one that was asked for.
 */
typedef struct _LdrOdtPackage LdrOdtPackage;

LdrOdtPackage *ldr_odt_package_new (GOutputStream *stream, GCancellable *cancellable, GError **error);
void ldr_odt_package_free (LdrOdtPackage *self);
GOutputStream *ldr_odt_package_get_content (LdrOdtPackage *self);
char *ldr_odt_package_add_picture (LdrOdtPackage *self, GBytes *bytes, const char *media_type, GError **error);
gboolean ldr_odt_package_add (LdrOdtPackage *self, const char *name, const char *text, GError **error);
gboolean ldr_odt_package_end (LdrOdtPackage *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrOdtPackage, ldr_odt_package_free)

G_END_DECLS
