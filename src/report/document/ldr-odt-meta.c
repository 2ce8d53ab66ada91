/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-odt-writer.h"

#include "ldr-document-output.h"

static void
append_element (GString *out, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "<%s>", name);
  ldr_document_append_xml (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

/**
 * ldr_odt_make_meta:
 * @meta: what the document is
 *
 * Returns: (transfer full): meta.xml
 */
char *
ldr_odt_make_meta (const LdrDocumentMeta *meta)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta" LDR_ODT_NAMESPACES
                               ">\n<office:meta>\n");
  g_autofree char *subtitle = ldr_document_meta_dup_subtitle (meta);

  append_element (out, "meta:generator", "Leidraad");
  append_element (out, "dc:title", meta->title);
  append_element (out, "dc:subject", subtitle);
  append_element (out, "meta:initial-creator", meta->author);
  append_element (out, "dc:creator", meta->author);
  append_element (out, "dc:language", meta->language);
  g_string_append (out, "</office:meta>\n</office:document-meta>\n");
  return g_string_free_and_steal (out);
}

/**
 * ldr_odt_append_column_style:
 * @out: what it goes to
 * @weight: how wide a column is, 1 to %LDR_ODT_MAX_WEIGHT
 *
 * Writes the name of the style of columns of a weight.
 */
void
ldr_odt_append_column_style (GString *out, guint weight)
{
  g_string_append_printf (out, "Column%u", CLAMP (weight, 1, LDR_ODT_MAX_WEIGHT));
}

/**
 * ldr_odt_append_head:
 * @out: what it goes to
 *
 * Writes what comes before the text in content.xml. It is written before the text is known, and so has styles for
 * columns of all weights.
 */
void
ldr_odt_append_head (GString *out)
{
  g_string_append (
      out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content" LDR_ODT_NAMESPACES
      ">\n<office:automatic-styles>\n"
      "<style:style style:name=\"Table\" style:family=\"table\"><style:table-properties style:rel-width=\"100%\" "
      "table:align=\"margins\" fo:margin-bottom=\"0.4cm\"/></style:style>\n"
      "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties "
      "fo:keep-together=\"always\"/></style:style>\n"
      "<style:style style:name=\"HeadCell\" style:family=\"table-cell\"><style:table-cell-properties "
      "fo:padding=\"0.1cm\" fo:padding-left=\"0cm\" fo:border-bottom=\"1pt solid #5e5c64\"/></style:style>\n"
      "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.1cm\" "
      "fo:padding-left=\"0cm\" fo:border-bottom=\"0.5pt solid #c0bfbc\"/></style:style>\n"
      "<style:style style:name=\"Private\" style:family=\"section\"><style:section-properties "
      "fo:background-color=\"#f6effa\" fo:margin-left=\"0cm\"/></style:style>\n"
      "<style:style style:name=\"Picture\" style:family=\"graphic\"><style:graphic-properties "
      "style:vertical-pos=\"top\" style:vertical-rel=\"baseline\"/></style:style>\n");
  for (guint weight = 1; weight <= LDR_ODT_MAX_WEIGHT; weight++)
    {
      g_string_append (out, "<style:style style:name=\"");
      ldr_odt_append_column_style (out, weight);
      g_string_append_printf (out,
                              "\" style:family=\"table-column\"><style:table-column-properties "
                              "style:rel-column-width=\"%u*\"/></style:style>\n",
                              weight * 1000);
    }
  g_string_append (out, "</office:automatic-styles>\n<office:body>\n<office:text>\n");
}
