/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-store-links.h"

G_BEGIN_DECLS

/**
 * LdrLinkDescription:
 * @icon: the name of an icon for what kind of thing it is
 * @title: one line, never empty
 * @subtitle: what it is, how it stands and when it is
 * @accessible: all of it in one line, for where the icon tells the kind
 * @action: the widget action that goes there, with its id
 *
 * What is shown of a thing that another is linked with.
 */
typedef struct
{
  const char *icon;
  char *title;
  char *subtitle;
  char *accessible;
  const char *action;
} LdrLinkDescription;

LdrLinkDescription *ldr_link_describe (const LdrLinked *linked, gint64 now);
void ldr_link_description_free (LdrLinkDescription *self);
const char *ldr_link_kind_describe_many (LdrLinkKind kind);
gboolean ldr_link_matches (const LdrLinked *linked, const char *words, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrLinkDescription, ldr_link_description_free)

G_END_DECLS
