/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ldr-rich-text.h"

G_BEGIN_DECLS

/* Formatted texts of documents: arrays of LdrRun that are shared and not changed. */

GPtrArray *ldr_document_runs_new (const char *text, LdrRunFlags flags);
GPtrArray *ldr_document_runs_clean (GPtrArray *runs);
char *ldr_document_runs_dup_text (GPtrArray *runs);
char *ldr_document_clean_text (const char *text);
char *ldr_document_clean_line (const char *text);
int ldr_document_text_direction (const char *text);
gboolean ldr_document_link_is_safe (const char *link);

G_END_DECLS
