/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-rich-text.h"

G_BEGIN_DECLS

/* A stretch of the source that is given back to the letter while its blocks stay as they were read: a paragraph, a heading,
 * a whole list. What lies after it (blank lines) belongs to it. */
typedef struct {
  char *source;
  char *gap;
  guint first;
  guint n_blocks;
} LdrOrigin;

struct _LdrRichText {
  char *head;
  GPtrArray *blocks;
  GArray *origins;
};

G_END_DECLS
