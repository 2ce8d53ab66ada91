/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-id.h"

#include <errno.h>
#include <sys/random.h>

/* The 12 bits of rand_a count the ids of one millisecond (RFC 9562, section 6.2, method 1). The count starts in the
 * lower half, so that at least 2048 ids fit before the clock has to be run ahead. */
#define COUNTER_MAX 0xfff
#define COUNTER_START_MASK 0x7ff

static GMutex mutex;
static gint64 last_milliseconds;
static guint counter;

static void
fill_random (guint8 *bytes, gsize length)
{
  gsize filled = 0;

  while (filled < length)
    {
      gssize n = getrandom (bytes + filled, length - filled, 0);

      if (n > 0)
        filled += (gsize) n;
      else if (errno != EINTR)
        g_error ("The kernel gives no random numbers: %s", g_strerror (errno));
    }
}

/* Returns the time to write, never smaller than the last one, with the count in that millisecond. */
static gint64
next_tick (guint random_start, guint *count)
{
  gint64 now = g_get_real_time () / 1000;

  g_mutex_lock (&mutex);
  if (now > last_milliseconds)
    {
      last_milliseconds = now;
      counter = random_start & COUNTER_START_MASK;
    }
  else if (counter < COUNTER_MAX)
    counter++;
  else
    {
      last_milliseconds++;
      counter = random_start & COUNTER_START_MASK;
    }
  now = last_milliseconds;
  *count = counter;
  g_mutex_unlock (&mutex);
  return now;
}

/**
 * ldr_id_new:
 *
 * Makes a UUID of version 7. Ids made by one process sort in the order in which they were made, also within a
 * millisecond and when the clock is set back; any thread may call. The random part comes from the kernel.
 *
 * Returns: (transfer full): 36 characters, lower case
 */
char *
ldr_id_new (void)
{
  guint8 bytes[16];
  guint count;
  gint64 milliseconds;

  fill_random (bytes + 6, sizeof bytes - 6);
  milliseconds = next_tick ((guint) (bytes[6] << 8 | bytes[7]), &count);
  for (int i = 0; i < 6; i++)
    bytes[i] = (guint8) (milliseconds >> (8 * (5 - i)));
  bytes[6] = (guint8) (0x70 | count >> 8);
  bytes[7] = (guint8) count;
  bytes[8] = (guint8) (0x80 | (bytes[8] & 0x3f));

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", bytes[0], bytes[1],
                          bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8], bytes[9], bytes[10],
                          bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]);
}

/**
 * ldr_id_is_valid:
 * @id: (nullable): a text
 *
 * Returns: whether @id is a UUID of version 7 in its 36-character lower-case form
 */
gboolean
ldr_id_is_valid (const char *id)
{
  if (id == NULL || strlen (id) != LDR_ID_LENGTH)
    return FALSE;
  for (int i = 0; i < LDR_ID_LENGTH; i++)
    {
      if (i == 8 || i == 13 || i == 18 || i == 23)
        {
          if (id[i] != '-')
            return FALSE;
        }
      else if (!g_ascii_isxdigit (id[i]) || g_ascii_isupper (id[i]))
        return FALSE;
    }
  return id[14] == '7' && strchr ("89ab", id[19]) != NULL;
}
