/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "report/ldr-new-file.h"

/* The system's is taken over to be a file system on which each file has a name. */
static gboolean all_have_names;

int
open (const char *path, int flags, ...)
{
  static int (*system_open) (const char *, int, ...);
  mode_t mode = 0;
  va_list args;

  va_start (args, flags);
  if ((flags & (O_CREAT | O_TMPFILE)) != 0)
    mode = va_arg (args, mode_t);
  va_end (args);
  if (all_have_names && (flags & O_TMPFILE) == O_TMPFILE)
    {
      errno = EOPNOTSUPP;
      return -1;
    }
  if (system_open == NULL)
    system_open = (int (*) (const char *, int, ...)) dlsym (RTLD_NEXT, "open");
  return system_open (path, flags, mode);
}

typedef struct
{
  char *folder;
  char *path;
} Fixture;

/* With @data every file has a name. */
static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("leidraad-new-file-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "out.txt", NULL);
  all_have_names = GPOINTER_TO_INT (data);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  all_have_names = FALSE;
}

static LdrNewFile *
begin (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LdrNewFile *file = ldr_new_file_open (self->path, &error);

  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (ldr_new_file_get_stream (file), "vondeling", 9, NULL, NULL, &error));
  g_assert_true (g_output_stream_flush (ldr_new_file_get_stream (file), NULL, &error));
  g_assert_no_error (error);
  return file;
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_contents (Fixture *self, const char *wanted)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (self->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, wanted);
  g_assert_cmpuint (count_files (self), ==, 1);
}

/* What was there stays until the new one is whole, and then makes way for it. */
static void
test_replace (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrNewFile) given_up = NULL, file = NULL;
  struct stat info;

  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
  given_up = begin (self);
  g_clear_pointer (&given_up, ldr_new_file_free);
  assert_contents (self, "old");
  file = begin (self);
  g_assert_true (ldr_new_file_put_in_place (file, NULL, &error));
  g_assert_no_error (error);
  assert_contents (self, "vondeling");
  g_assert_cmpint (stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* Whether files can be without a name here. */
static gboolean
can_do_without_names (const char *folder)
{
  int fd = open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);
  return fd >= 0;
}

/* A program that is killed while it writes leaves none of it behind in plain words. */
static void
test_killed (Fixture *self, gconstpointer data)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    {
      begin (self);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpuint (count_files (self), ==, can_do_without_names (self->folder) ? 0 : 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/new-file/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/new-file/replace-with-names", Fixture, GINT_TO_POINTER (TRUE), set_up, test_replace, tear_down);
  g_test_add ("/new-file/killed", Fixture, NULL, set_up, test_killed, tear_down);
  g_test_add ("/new-file/killed-with-names", Fixture, GINT_TO_POINTER (TRUE), set_up, test_killed, tear_down);
  return g_test_run ();
}
