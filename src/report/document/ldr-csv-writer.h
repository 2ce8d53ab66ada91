/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-document-writer.h"

G_BEGIN_DECLS

LdrDocumentWriter *ldr_csv_writer_new (GOutputStream *stream);

G_END_DECLS
