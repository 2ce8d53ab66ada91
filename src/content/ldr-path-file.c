/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-path-file.h"

#include "model/ldr-id.h"
#include "model/ldr-text.h"

#include <glib/gi18n.h>

/* A file of paths is the same XML as data/content/paths.xml, without styles and with one wording a step, so that
 * whoever opens one in an editor can read and mend it. */

#define FILE_VERSION 1

static const char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<paths version=\"1\">\n";

/**
 * ldr_path_file_write:
 * @paths: (element-type LdrPath): paths
 *
 * Puts paths into a file that others can read. The paths that Leidraad brings along are written in the user's language,
 * as they are put to a leader.
 *
 * Returns: (transfer full): the file's bytes
 */
GBytes *
ldr_path_file_write (GPtrArray *paths)
{
  g_autoptr (GString) out = g_string_new (head);

  for (guint i = 0; i < paths->len; i++)
    {
      const LdrPath *path = g_ptr_array_index (paths, i);
      g_autofree char *facts = g_markup_printf_escaped ("  <path>\n    <title>%s</title>\n    <summary>%s</summary>\n",
                                                        ldr_path_get_title (path), ldr_path_get_summary (path));

      g_string_append (out, facts);
      for (guint s = 0; s < path->steps->len; s++)
        {
          const LdrPrompt *step = g_ptr_array_index (path->steps, s);
          g_autofree char *text = ldr_wording_get (&step->wording, LDR_ROLE_LEADER, "{name}");
          g_autofree char *line
              = g_markup_printf_escaped ("    <step minutes=\"%d\">%s</step>\n", step->facts.minutes, text);

          g_string_append (out, line);
        }
      g_string_append (out, "  </path>\n");
    }
  g_string_append (out, "</paths>\n");
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static gboolean
expect (const LdrMarkup *markup, const char *name, GError **error)
{
  if (g_str_equal (markup->name, name))
    return TRUE;
  ldr_markup_set_error (markup, error, _ ("here stands <%s> where <%s> belongs."), markup->name, name);
  return FALSE;
}

static LdrPrompt *
read_step (const LdrMarkup *markup, GError **error)
{
  const char *minutes = ldr_markup_get_attribute (markup, "minutes");
  int n_minutes = ldr_markup_get_number (markup, "minutes", 1, 10, 0);
  const LdrMarkup *to_leader = ldr_markup_get_child (markup, "to-leader");
  g_autofree char *text = ldr_text_clean (to_leader != NULL ? to_leader->text : markup->text, LDR_TEXT_LINE);
  g_autofree char *id = NULL;

  if (text[0] == '\0')
    {
      ldr_markup_set_error (markup, error, _ ("this step has no question."));
      return NULL;
    }
  if (minutes != NULL && n_minutes == 0)
    {
      ldr_markup_set_error (markup, error, _ ("“%s” is not a number of minutes from 1 to 10."), minutes);
      return NULL;
    }
  id = ldr_id_new ();
  return ldr_prompt_new_own (id, text, n_minutes > 0 ? n_minutes : 2);
}

static gboolean
read_steps (const LdrMarkup *markup, LdrPath *path, GError **error)
{
  for (guint i = 0; i < markup->children->len; i++)
    {
      const LdrMarkup *child = g_ptr_array_index (markup->children, i);
      LdrPrompt *step;

      if (g_str_equal (child->name, "title") || g_str_equal (child->name, "summary"))
        continue;
      if (!expect (child, "step", error))
        return FALSE;
      step = read_step (child, error);
      if (step == NULL)
        return FALSE;
      g_ptr_array_add (path->steps, step);
    }
  if (path->steps->len > 0 && path->steps->len <= LDR_PATH_MAX_STEPS)
    return TRUE;
  if (path->steps->len == 0)
    ldr_markup_set_error (markup, error, _ ("this path has no steps."));
  else
    ldr_markup_set_error (markup, error, _ ("this path has more than %d steps."), LDR_PATH_MAX_STEPS);
  return FALSE;
}

static LdrPath *
read_path (const LdrMarkup *markup, GError **error)
{
  const char *summary = ldr_markup_get_child_text (markup, "summary");
  g_autofree char *title = NULL;
  g_autofree char *clean_summary = NULL;
  g_autofree char *id = NULL;
  g_autoptr (LdrPath) path = NULL;

  if (!expect (markup, "path", error))
    return NULL;
  title = ldr_text_clean (ldr_markup_get_child_text (markup, "title") ?: "", LDR_TEXT_LINE);
  if (title[0] == '\0')
    {
      ldr_markup_set_error (markup, error, _ ("this path has no title."));
      return NULL;
    }
  clean_summary = ldr_text_clean (summary != NULL ? summary : "", LDR_TEXT_LINE);
  id = ldr_id_new ();
  path = ldr_path_new_own (id, title, clean_summary);
  return read_steps (markup, path, error) ? g_steal_pointer (&path) : NULL;
}

/**
 * ldr_path_file_read:
 * @bytes: a file's bytes
 *
 * Reads a file of paths: all of it, or nothing. Each path and step gets a new id, so that a file may be read twice.
 * Fails with %LDR_CONTENT_ERROR_SYNTAX; the message names the line.
 *
 * Returns: (transfer full) (nullable) (element-type LdrPath): paths of the user's own, at least one, or %NULL
 */
GPtrArray *
ldr_path_file_read (GBytes *bytes, GError **error)
{
  g_autoptr (LdrMarkup) root = ldr_markup_read (g_bytes_get_data (bytes, NULL) ?: "", g_bytes_get_size (bytes), error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_path_unref);

  if (root == NULL || !expect (root, "paths", error))
    return NULL;
  if (ldr_markup_get_number (root, "version", 1, G_MAXINT, FILE_VERSION) > FILE_VERSION)
    {
      ldr_markup_set_error (root, error, _ ("the file is for a newer Leidraad."));
      return NULL;
    }
  for (guint i = 0; i < root->children->len; i++)
    {
      LdrPath *path = read_path (g_ptr_array_index (root->children, i), error);

      if (path == NULL)
        return NULL;
      g_ptr_array_add (paths, path);
    }
  if (paths->len == 0)
    {
      ldr_markup_set_error (root, error, _ ("there is no path in this file."));
      return NULL;
    }
  return g_steal_pointer (&paths);
}
