/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-document-writer.h"

G_BEGIN_DECLS

/**
 * LdrDocumentPictureFunc:
 * @id: the id of a picture, as a text names it
 * @media_type: (out) (transfer full): what its file is
 * @data: what was given with the function
 *
 * Returns: (transfer full) (nullable): the picture's file, or %NULL where there is none
 */
typedef GBytes *(*LdrDocumentPictureFunc) (const char *id, char **media_type, gpointer data);

gboolean ldr_document_push_commonmark (LdrDocumentWriter *writer,
                                       const char *text,
                                       int heading_shift,
                                       LdrDocumentPictureFunc get_picture,
                                       gpointer data,
                                       GError **error);

G_END_DECLS
