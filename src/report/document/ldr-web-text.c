/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-web-writer.h"

#include <string.h>

#include "ldr-document-output.h"

static void
append_lines (GString *out, const char *text)
{
  const char *end;

  while ((end = strstr (text, LDR_LINE_BREAK)) != NULL)
    {
      g_autofree char *line = g_strndup (text, (gsize) (end - text));

      ldr_document_append_xml (out, line);
      g_string_append (out, "<br/>\n");
      text = end + strlen (LDR_LINE_BREAK);
    }
  ldr_document_append_xml (out, text);
}

static void
append_run (GString *out, const LdrRun *run)
{
  if (run->link != NULL)
    {
      g_string_append (out, "<a href=\"");
      ldr_document_append_xml (out, run->link);
      g_string_append (out, "\">");
    }
  if ((run->flags & LDR_RUN_BOLD) != 0)
    g_string_append (out, "<strong>");
  if ((run->flags & LDR_RUN_ITALIC) != 0)
    g_string_append (out, "<em>");
  if ((run->flags & LDR_RUN_CODE) != 0)
    g_string_append (out, "<code>");
  append_lines (out, run->text);
  if ((run->flags & LDR_RUN_CODE) != 0)
    g_string_append (out, "</code>");
  if ((run->flags & LDR_RUN_ITALIC) != 0)
    g_string_append (out, "</em>");
  if ((run->flags & LDR_RUN_BOLD) != 0)
    g_string_append (out, "</strong>");
  if (run->link != NULL)
    g_string_append (out, "</a>");
}

/**
 * ldr_web_append_runs:
 * @out: what it goes to
 * @runs: (element-type LdrRun): a text
 *
 * Writes a text with its formats and links.
 */
void
ldr_web_append_runs (GString *out, GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    append_run (out, g_ptr_array_index (runs, i));
}
