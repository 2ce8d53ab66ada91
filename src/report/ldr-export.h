/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrExportFlags:
 * @LDR_EXPORT_DEFAULT: what leader and coach share
 * @LDR_EXPORT_PRIVATE_NOTES: the private notes of sessions too; asked for anew for each single export
 *
 * What an export of a journal has in it.
 */
typedef enum
{
  LDR_EXPORT_DEFAULT = 0,
  LDR_EXPORT_PRIVATE_NOTES = 1 << 0,
} LdrExportFlags;

G_END_DECLS
