/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "ldr-document-words.h"

#include <glib/gi18n.h>

/**
 * ldr_document_words_private:
 *
 * Returns: (transfer none): what stands above notes that are private
 */
const char *
ldr_document_words_private (void)
{
  return _ ("Private notes");
}

/**
 * ldr_document_words_private_end:
 *
 * Returns: (transfer none): what stands below them where nothing else shows where they end
 */
const char *
ldr_document_words_private_end (void)
{
  return _ ("End of the private notes");
}

/**
 * ldr_document_words_mark:
 * @mark: what stands before an item
 *
 * Returns: (transfer none) (nullable): a box in a word, %NULL for what is no box
 */
const char *
ldr_document_words_mark (LdrDocumentMark mark)
{
  switch (mark)
    {
    case LDR_DOCUMENT_OPEN:
      /* Translators: read aloud for an empty box before an item of a list. */
      return _ ("To do");
    case LDR_DOCUMENT_DONE:
      /* Translators: read aloud for a ticked box before an item of a list. */
      return _ ("Done");
    case LDR_DOCUMENT_BULLET:
    case LDR_DOCUMENT_NUMBER:
      return NULL;
    }
  g_return_val_if_reached (NULL);
}

/**
 * ldr_document_words_page:
 * @page: the number of a page, from 1
 * @n_pages: how many there are, or 0 where that is not known
 *
 * Returns: (transfer full): what stands at its foot
 */
char *
ldr_document_words_page (guint page, guint n_pages)
{
  if (n_pages == 0)
    return g_strdup_printf ("%u", page);
  /* Translators: at the foot of a page: its number, and how many pages there are. */
  return g_strdup_printf (_ ("%u of %u"), page, n_pages);
}
