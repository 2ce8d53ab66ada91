/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrPdfTail:
 *
 * What cairo 1.18 cannot say in a PDF file: in which language it is, that its title is to be shown in place of the
 * file's name, and what is to be seen on figures. The format provides for it: objects that replace earlier ones may
 * follow behind the end of a file (ISO 32000-1, 7.5.6). This looks on while cairo writes, and then writes those.
 */
typedef struct _LdrPdfTail LdrPdfTail;

LdrPdfTail *ldr_pdf_tail_new (void);
void ldr_pdf_tail_free (LdrPdfTail *self);
void ldr_pdf_tail_see (LdrPdfTail *self, const guint8 *bytes, gsize n_bytes);
GBytes *ldr_pdf_tail_make (LdrPdfTail *self, const char *language, GPtrArray *figures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPdfTail, ldr_pdf_tail_free)

G_END_DECLS
