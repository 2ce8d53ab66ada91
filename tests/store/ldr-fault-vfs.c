/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-fault-vfs.h"

#include <errno.h>
#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultFile;

const Fault faults[N_FAULTS] = {
  { "io-once", FAULT_IO, FALSE, LDR_STORE_ERROR_IO },
  { "io-lasting", FAULT_IO, TRUE, LDR_STORE_ERROR_IO },
  { "full-once", FAULT_FULL, FALSE, LDR_STORE_ERROR_FULL },
  { "full-lasting", FAULT_FULL, TRUE, LDR_STORE_ERROR_FULL },
  { "no-memory-once", FAULT_NO_MEMORY, FALSE, LDR_STORE_ERROR_NO_MEMORY },
  { "no-memory-lasting", FAULT_NO_MEMORY, TRUE, LDR_STORE_ERROR_NO_MEMORY },
  { "read-only", FAULT_READ_ONLY, TRUE, LDR_STORE_ERROR_READ_ONLY },
};

static sqlite3_vfs *real_vfs;
static sqlite3_vfs fault_vfs;

static struct
{
  FaultKind kind;
  guint nth;
  gboolean lasting;
  guint calls;
  gboolean failed;
} state;

typedef enum
{
  ON_OPEN,
  ON_READ,
  ON_WRITE,
  ON_OTHER
} Call;

static int
code_for (Call call)
{
  switch (state.kind)
    {
    case FAULT_FULL:
      errno = ENOSPC;
      return call == ON_OPEN ? SQLITE_CANTOPEN : SQLITE_FULL;
    case FAULT_NO_MEMORY:
      return call == ON_OPEN ? SQLITE_NOMEM : SQLITE_IOERR_NOMEM;
    case FAULT_READ_ONLY:
      errno = EACCES;
      return call == ON_OPEN ? SQLITE_CANTOPEN : SQLITE_READONLY;
    case FAULT_IO:
      break;
    }
  errno = EIO;
  if (call == ON_OPEN)
    return SQLITE_CANTOPEN;
  return call == ON_READ ? SQLITE_IOERR_READ : call == ON_WRITE ? SQLITE_IOERR_WRITE : SQLITE_IOERR_FSYNC;
}

/* SQLITE_OK, or what this call is to answer instead of doing anything. */
static int
answer (Call call)
{
  state.calls++;
  if (state.nth == 0 || (state.calls != state.nth && !(state.lasting && state.calls > state.nth)))
    return SQLITE_OK;
  if (state.kind == FAULT_FULL && call == ON_READ)
    return SQLITE_OK;
  state.failed = TRUE;
  return code_for (call);
}

static int
fault_close (sqlite3_file *file)
{
  FaultFile *self = (FaultFile *) file;
  int code = self->real->pMethods->xClose (self->real);

  sqlite3_free (self->real);
  return code;
}

static int
fault_read (sqlite3_file *file, void *buffer, int n, sqlite3_int64 offset)
{
  sqlite3_file *real = ((FaultFile *) file)->real;
  int code = answer (ON_READ);

  return code == SQLITE_OK ? real->pMethods->xRead (real, buffer, n, offset) : code;
}

static int
fault_write (sqlite3_file *file, const void *buffer, int n, sqlite3_int64 offset)
{
  sqlite3_file *real = ((FaultFile *) file)->real;
  int code = answer (ON_WRITE);

  if (code == SQLITE_OK)
    return real->pMethods->xWrite (real, buffer, n, offset);
  /* A disk that fails may have written a part. */
  real->pMethods->xWrite (real, buffer, n / 2, offset);
  return code;
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  sqlite3_file *real = ((FaultFile *) file)->real;
  int code = answer (ON_OTHER);

  return code == SQLITE_OK ? real->pMethods->xTruncate (real, size) : code;
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  sqlite3_file *real = ((FaultFile *) file)->real;
  int code = answer (ON_OTHER);

  return code == SQLITE_OK ? real->pMethods->xSync (real, flags) : code;
}

static int
fault_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  sqlite3_file *real = ((FaultFile *) file)->real;
  int code = answer (ON_READ);

  if (code == SQLITE_OK)
    return real->pMethods->xFileSize (real, size);
  /* SQLCipher's check of the seals goes by the size without asking whether there was an answer. */
  *size = 0;
  return code;
}

static int
fault_lock (sqlite3_file *file, int level)
{
  sqlite3_file *real = ((FaultFile *) file)->real;

  return real->pMethods->xLock (real, level);
}

static int
fault_unlock (sqlite3_file *file, int level)
{
  sqlite3_file *real = ((FaultFile *) file)->real;

  return real->pMethods->xUnlock (real, level);
}

static int
fault_check_lock (sqlite3_file *file, int *locked)
{
  sqlite3_file *real = ((FaultFile *) file)->real;

  return real->pMethods->xCheckReservedLock (real, locked);
}

static int
fault_control (sqlite3_file *file, int op, void *data)
{
  sqlite3_file *real = ((FaultFile *) file)->real;

  return real->pMethods->xFileControl (real, op, data);
}

static int
fault_sector_size (sqlite3_file *file)
{
  sqlite3_file *real = ((FaultFile *) file)->real;

  return real->pMethods->xSectorSize (real);
}

static int
fault_characteristics (sqlite3_file *file)
{
  sqlite3_file *real = ((FaultFile *) file)->real;

  return real->pMethods->xDeviceCharacteristics (real);
}

/* Version 1: without shared memory, which an exclusive lock does not need. */
static const sqlite3_io_methods fault_methods = {
  .iVersion = 1,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_lock,
  .xFileControl = fault_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_characteristics,
};

static int
fault_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int code = answer (ON_OPEN);

  file->pMethods = NULL;
  if (code != SQLITE_OK)
    return code;
  self->real = sqlite3_malloc (real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (code == SQLITE_OK)
    file->pMethods = &fault_methods;
  else
    sqlite3_free (self->real);
  return code;
}

static int
fault_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  int code = answer (ON_OTHER);

  return code == SQLITE_OK ? real_vfs->xDelete (real_vfs, name, sync) : code;
}

void
fault_vfs_register (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.zName = "fault";
  fault_vfs.szOsFile = sizeof (FaultFile);
  fault_vfs.pNext = NULL;
  fault_vfs.xOpen = fault_open;
  fault_vfs.xDelete = fault_delete;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}

void
fault_vfs_arm (FaultKind kind, guint nth, gboolean lasting)
{
  state.kind = kind;
  state.nth = nth;
  state.lasting = lasting;
  state.calls = 0;
  state.failed = FALSE;
}

guint
fault_vfs_disarm (gboolean *failed)
{
  state.nth = 0;
  if (failed != NULL)
    *failed = state.failed;
  return state.calls;
}

gboolean
fault_turns_next (FaultTurns *self)
{
  guint nth = self->turn / 2 + 1;

  g_assert_cmpuint (nth, <, 400);
  if (self->turn > 0 && self->n_calls < nth)
    {
      g_assert_cmpuint (self->n_failed, >=, 3);
      return FALSE;
    }
  fault_vfs_arm (self->turn++ % 2 == 0 ? FAULT_IO : FAULT_FULL, nth, FALSE);
  return TRUE;
}

void
fault_turns_end (FaultTurns *self, gboolean done)
{
  self->n_calls = fault_vfs_disarm (NULL);
  self->n_failed += done ? 0 : 1;
}
