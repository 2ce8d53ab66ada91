/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Stand-ins on the session bus for what shows notifications and for the portal that lets programs wait in the
 * background. They answer from the main context of the test. */

/**
 * LdrPortalDouble:
 * @LDR_PORTAL_NONE: there is none
 * @LDR_PORTAL_YES: it allows everything
 * @LDR_PORTAL_NO: it allows nothing
 * @LDR_PORTAL_DISMISSED: its user puts its question away
 * @LDR_PORTAL_FAILS: it answers that something went wrong
 * @LDR_PORTAL_SILENT: it asks its user, who does not answer
 */
typedef enum
{
  LDR_PORTAL_NONE,
  LDR_PORTAL_YES,
  LDR_PORTAL_NO,
  LDR_PORTAL_DISMISSED,
  LDR_PORTAL_FAILS,
  LDR_PORTAL_SILENT,
} LdrPortalDouble;

typedef struct _LdrDesktopDouble LdrDesktopDouble;

LdrDesktopDouble *ldr_desktop_double_new (LdrPortalDouble portal, gboolean notifications);
void ldr_desktop_double_free (LdrDesktopDouble *self);
guint ldr_desktop_double_count (LdrDesktopDouble *self, const char *call);
const char *ldr_desktop_double_get_last (LdrDesktopDouble *self, const char *call);
void ldr_desktop_double_activate (LdrDesktopDouble *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDesktopDouble, ldr_desktop_double_free)

G_END_DECLS
