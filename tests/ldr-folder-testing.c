/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-folder-testing.h"

#include <glib/gstdio.h>

/* Removes a folder with all that a test left in it, also where the test took the right to write away; of what a link
 * points to nothing is touched. */
void
ldr_testing_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_chmod (path, 0700);
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        ldr_testing_remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}
