/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-odt-text.h"

#include "ldr-document-output.h"
#include "ldr-document-runs.h"
#include "ldr-odt-writer.h"

/* So many rows tell how wide columns are. */
#define SAMPLE 60

/* Line breaks, tabs and all spaces but the first are elements. */
static void
append_characters (GString *out, const char *text)
{
  const char *start = text;
  gboolean after_space = TRUE;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_extra = c == ' ' && after_space;

      after_space = c == ' ';
      if (c != '\0' && c != '\t' && c != 0x2028 && !is_extra)
        continue;
      if (p > start)
        {
          g_autofree char *part = g_strndup (start, (gsize) (p - start));

          ldr_document_append_xml (out, part);
        }
      if (c == '\0')
        return;
      g_string_append (out, is_extra ? "<text:s/>" : c == '\t' ? "<text:tab/>" : "<text:line-break/>");
      after_space = after_space || c == 0x2028;
      start = g_utf8_next_char (p);
    }
}

static const char *
find_text_style (LdrRunFlags flags)
{
  if ((flags & LDR_RUN_CODE) != 0)
    return "Source_20_Text";
  if ((flags & LDR_RUN_BOLD) != 0)
    return (flags & LDR_RUN_ITALIC) != 0 ? "Strong_20_Italic" : "Strong_20_Emphasis";
  return (flags & LDR_RUN_ITALIC) != 0 ? "Emphasis" : NULL;
}

/**
 * ldr_odt_append_runs:
 * @out: what it goes to
 * @runs: (element-type LdrRun): a text
 *
 * Writes a text with its formats and links, as it stands in a paragraph.
 */
void
ldr_odt_append_runs (GString *out, GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (runs, i);
      const char *style = find_text_style (run->flags);

      if (run->link != NULL)
        {
          g_string_append (out, "<text:a xlink:type=\"simple\" text:style-name=\"Internet_20_Link\" xlink:href=\"");
          ldr_document_append_xml (out, run->link);
          g_string_append (out, "\">");
        }
      if (style != NULL)
        g_string_append_printf (out, "<text:span text:style-name=\"%s\">", style);
      append_characters (out, run->text);
      g_string_append (out, style != NULL ? "</text:span>" : "");
      g_string_append (out, run->link != NULL ? "</text:a>" : "");
    }
}

/**
 * ldr_odt_find_direction:
 * @from_right: whether the document is read from the right
 * @runs: (element-type LdrRun): a text
 *
 * Returns: (transfer none): what is put behind the name of its style where it is read the other way
 */
const char *
ldr_odt_find_direction (gboolean from_right, GPtrArray *runs)
{
  g_autofree char *text = ldr_document_runs_dup_text (runs);
  int direction = ldr_document_text_direction (text);

  if (direction < 0 && !from_right)
    return "_20_RTL";
  return direction > 0 && from_right ? "_20_LTR" : "";
}

static glong
count_characters (GPtrArray *runs)
{
  g_autofree char *text = ldr_document_runs_dup_text (runs);

  return g_utf8_strlen (text, -1);
}

/**
 * ldr_odt_append_columns:
 * @out: what it goes to
 * @table: a table
 *
 * Writes its columns, as wide as their texts are long.
 */
void
ldr_odt_append_columns (GString *out, const LdrDocumentTable *table)
{
  for (guint i = 0; i < table->heads->len; i++)
    {
      glong longest = count_characters (g_ptr_array_index (table->heads, i));

      for (guint k = 0; k < MIN (table->rows->len, SAMPLE); k++)
        longest
            = MAX (longest, count_characters (g_ptr_array_index ((GPtrArray *) g_ptr_array_index (table->rows, k), i)));
      g_string_append (out, "<table:table-column table:style-name=\"");
      ldr_odt_append_column_style (out, (guint) CLAMP (longest, 6, LDR_ODT_MAX_WEIGHT));
      g_string_append (out, "\"/>\n");
    }
}
