/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-known.h"

/**
 * ldr_export_known_new_kept:
 * @name: a name
 *
 * Returns: (transfer full): that this name stays as it is written
 */
LdrKnownName *
ldr_export_known_new_kept (const char *name)
{
  g_autoptr (LdrKnownName) clean = ldr_known_name_new (name, LDR_KNOWN_PERSON, "");

  return ldr_known_name_new (clean->name, LDR_KNOWN_PERSON, clean->name);
}

/**
 * ldr_export_known_is_kept:
 * @self: what is said of a name
 *
 * Returns: whether it stays as it is written
 */
gboolean
ldr_export_known_is_kept (const LdrKnownName *self)
{
  return self->kind == LDR_KNOWN_PERSON && g_str_equal (self->name, self->role);
}

static const LdrKnownName *
find_said (GPtrArray *known, const char *name)
{
  for (guint i = 0; i < known->len; i++)
    {
      const LdrKnownName *it = g_ptr_array_index (known, i);

      if (g_str_equal (it->name, name))
        return it;
    }
  return NULL;
}

/* Whoever stays under the whole name stays under the first. */
static gboolean
stays_by_whole_name (GPtrArray *known, const LdrExportName *name)
{
  for (guint i = 0; i < known->len; i++)
    {
      const LdrKnownName *it = g_ptr_array_index (known, i);

      if (ldr_export_known_is_kept (it) && ldr_export_name_begins (name, it->name))
        return TRUE;
    }
  return FALSE;
}

static void
apply (LdrExportName *name, GPtrArray *known)
{
  const LdrKnownName *said = find_said (known, name->name);

  if (said == NULL)
    name->replace = name->replace && !stays_by_whole_name (known, name);
  else
    {
      name->replace = !ldr_export_known_is_kept (said);
      g_set_str (&name->stand_in, name->replace ? said->role : "");
    }
}

static gboolean
is_word (GPtrArray *known, const LdrExportName *name)
{
  const LdrKnownName *said = find_said (known, name->name);

  return said != NULL && said->kind == LDR_KNOWN_WORD;
}

/**
 * ldr_export_known_apply:
 * @names: (element-type LdrExportName): what was found; what is nobody's name is taken out
 * @known: (element-type LdrKnownName): what the owner said of names
 *
 * Decides on what was found as its owner did before.
 */
void
ldr_export_known_apply (GPtrArray *names, GPtrArray *known)
{
  for (guint i = names->len; i > 0; i--)
    if (is_word (known, g_ptr_array_index (names, i - 1)))
      g_ptr_array_remove_index (names, i - 1);
  for (guint i = 0; i < names->len; i++)
    apply (g_ptr_array_index (names, i), known);
}

/* Addresses and numbers are found by what they look like, or they would be taken for people. */
static gboolean
looks_like_person (const LdrKnownName *self)
{
  return self->kind == LDR_KNOWN_PERSON && strchr (self->name, '@') == NULL
         && g_unichar_isalpha (g_utf8_get_char (self->name));
}

/**
 * ldr_export_known_find_names:
 * @store: a journal
 * @choice: what is to go out
 * @flags: whether private notes are
 * @today: on which day
 * @more: (nullable) (array zero-terminated=1): names of people beside those; these are to be replaced, whatever was
 *   said of them
 * @cancellable: (nullable): stops it
 * @error: what the journal says
 *
 * Looks for what may identify people in exactly what would go out, as ldr_export_names_find(), and decides on it as the
 * owner did before.
 *
 * Returns: (transfer full) (element-type LdrExportName) (nullable): what was found
 */
GPtrArray *
ldr_export_known_find_names (LdrStore *store,
                             const LdrExportChoice *choice,
                             LdrExportFlags flags,
                             int today,
                             const char *const *more,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GPtrArray) known = ldr_store_get_known_names (store, error);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  GPtrArray *names;

  if (known == NULL)
    return NULL;
  for (guint i = known->len; i > 0; i--)
    {
      LdrKnownName *it = g_ptr_array_index (known, i - 1);

      if (more != NULL && g_strv_contains (more, it->name))
        g_ptr_array_remove_index (known, i - 1);
      else if (looks_like_person (it))
        g_ptr_array_add (people, it->name);
    }
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    g_ptr_array_add (people, (gpointer) more[i]);
  g_ptr_array_add (people, NULL);
  names = ldr_export_names_find (store, choice, flags, today, (const char *const *) people->pdata, cancellable, error);
  if (names != NULL)
    ldr_export_known_apply (names, known);
  return names;
}
