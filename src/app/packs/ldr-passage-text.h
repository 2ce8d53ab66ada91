/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* CommonMark as labels, for a list that gives its rows one passage after another: a text view is too heavy for that. */

/* Where a picture of the text is to be shown: what answers sets its paintable. */
typedef void (*LdrPassagePictureFunc) (GtkPicture *picture, const char *id, gpointer data);

GtkWidget *ldr_passage_text_new (const char *commonmark, int level, LdrPassagePictureFunc func, gpointer data);

G_END_DECLS
