/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrContentError:
 * @LDR_CONTENT_ERROR_SYNTAX: the file is not what it should be; the message names the line and what is wrong there
 *
 * What can be wrong with texts that come from outside.
 */
typedef enum
{
  LDR_CONTENT_ERROR_SYNTAX,
} LdrContentError;

#define LDR_CONTENT_ERROR (ldr_content_error_quark ())
GQuark ldr_content_error_quark (void);

G_END_DECLS
