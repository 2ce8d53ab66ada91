/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-pack.h"
#include "report/document/ldr-document-writer.h"

G_BEGIN_DECLS

LdrDocumentWriter *ldr_pack_writer_new (LdrPack *pack);

G_END_DECLS
