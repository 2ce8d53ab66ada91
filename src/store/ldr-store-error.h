/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrStoreError:
 * @LDR_STORE_ERROR_FAILED: anything else; the message says what
 * @LDR_STORE_ERROR_PASSPHRASE: the passphrase does not open this journal
 * @LDR_STORE_ERROR_NOT_A_JOURNAL: no file of ours: empty, plain SQLite, some other database
 * @LDR_STORE_ERROR_DAMAGED: a journal whose pages do not add up
 * @LDR_STORE_ERROR_NEWER: written by a newer version of the program
 * @LDR_STORE_ERROR_BUSY: open in another process
 * @LDR_STORE_ERROR_FULL: no room on the disk
 * @LDR_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @LDR_STORE_ERROR_GONE: the file was removed or replaced while it was open
 * @LDR_STORE_ERROR_IO: the disk failed
 * @LDR_STORE_ERROR_NO_MEMORY: out of memory
 * @LDR_STORE_ERROR_NOT_FOUND: no such file, entry, picture or version
 * @LDR_STORE_ERROR_EXISTS: there is a file of that name already
 * @LDR_STORE_ERROR_CONFLICT: the entry was saved by somebody else since it was read
 *
 * What can go wrong with a journal. SQLite's codes are mapped to these in one place.
 */
typedef enum {
  LDR_STORE_ERROR_FAILED,
  LDR_STORE_ERROR_PASSPHRASE,
  LDR_STORE_ERROR_NOT_A_JOURNAL,
  LDR_STORE_ERROR_DAMAGED,
  LDR_STORE_ERROR_NEWER,
  LDR_STORE_ERROR_BUSY,
  LDR_STORE_ERROR_FULL,
  LDR_STORE_ERROR_READ_ONLY,
  LDR_STORE_ERROR_GONE,
  LDR_STORE_ERROR_IO,
  LDR_STORE_ERROR_NO_MEMORY,
  LDR_STORE_ERROR_NOT_FOUND,
  LDR_STORE_ERROR_EXISTS,
  LDR_STORE_ERROR_CONFLICT,
} LdrStoreError;

#define LDR_STORE_ERROR (ldr_store_error_quark ())
GQuark ldr_store_error_quark (void);

G_END_DECLS
