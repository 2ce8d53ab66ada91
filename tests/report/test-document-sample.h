/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document/ldr-document-writer.h"

G_BEGIN_DECLS

/* A document with everything in it, for the tests of its writers. */

/* What stands in the sample, in the order in which it is read. */
extern const char *const sample_sentences[];

LdrDocumentMeta *sample_meta_new (void);
LdrChart *sample_chart_new (const char *name);
GBytes *sample_picture_new (void);
void sample_write (LdrDocumentWriter *writer);
void sample_push_text (LdrDocumentWriter *writer, const char *text);
GBytes *sample_finish (LdrDocumentWriter *writer, GOutputStream *stream);
void sample_keep (GBytes *bytes, const char *name);
char *sample_run (GBytes *input, const char *const *arguments);

/* A file of a package, as OpenDocument is one. */
typedef struct
{
  char *name;
  GBytes *bytes;
} SamplePart;

GPtrArray *sample_unzip (GBytes *package);
char *sample_read_part (GBytes *package, const char *name);
char *sample_to_text (GBytes *bytes);
char *sample_repeat (const char *text, guint n);
guint sample_count_files (const char *folder);

G_END_DECLS
