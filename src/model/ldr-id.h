/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* UUID version 7 (RFC 9562, section 5.7), in its 36-character lower-case form: sorts by the time it was made, and two
 * journals can be merged without a clash. */

#define LDR_ID_LENGTH 36

char *ldr_id_new (void);
gboolean ldr_id_is_valid (const char *id);

G_END_DECLS
