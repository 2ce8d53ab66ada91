/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-save-banner.h"

struct _LdrSaveBanner
{
  AdwBin parent_instance;

  LdrDraft *draft;

  GtkRevealer *revealer;
  GtkLabel *problem_label;
  GtkWidget *retry_button;
  GtkWidget *keep_mine_button;
  GtkWidget *take_theirs_button;
};

enum
{
  SIGNAL_TAKE_THEIRS,
  SIGNAL_SAVE_COPY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrSaveBanner, ldr_save_banner, ADW_TYPE_BIN)

static void
update (LdrSaveBanner *self)
{
  g_autoptr (LdrSaveDescription) save = NULL;

  if (self->draft == NULL)
    {
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      return;
    }
  save = ldr_save_describe (ldr_draft_get_state (self->draft), ldr_draft_get_error (self->draft));
  if (save->problem != NULL)
    {
      gtk_label_set_label (self->problem_label, save->problem);
      gtk_widget_set_visible (self->retry_button, !save->conflict);
      gtk_widget_set_visible (self->keep_mine_button, save->conflict);
      gtk_widget_set_visible (self->take_theirs_button, save->conflict);
    }
  gtk_revealer_set_reveal_child (self->revealer, save->problem != NULL);
}

static void
retry_cb (LdrSaveBanner *self)
{
  if (self->draft != NULL)
    ldr_draft_save_now (self->draft);
}

static void
keep_mine_cb (LdrSaveBanner *self)
{
  if (self->draft != NULL)
    ldr_draft_keep_mine (self->draft);
}

static void
take_theirs_cb (LdrSaveBanner *self)
{
  g_signal_emit (self, signals[SIGNAL_TAKE_THEIRS], 0);
}

static void
save_copy_cb (LdrSaveBanner *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE_COPY], 0);
}

static void
ldr_save_banner_dispose (GObject *object)
{
  LdrSaveBanner *self = LDR_SAVE_BANNER (object);

  g_clear_object (&self->draft);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_SAVE_BANNER);

  G_OBJECT_CLASS (ldr_save_banner_parent_class)->dispose (object);
}

static void
ldr_save_banner_class_init (LdrSaveBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_save_banner_dispose;
  signals[SIGNAL_TAKE_THEIRS]
      = g_signal_new ("take-theirs", LDR_TYPE_SAVE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVE_COPY]
      = g_signal_new ("save-copy", LDR_TYPE_SAVE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/journal/ldr-save-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrSaveBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, LdrSaveBanner, problem_label);
  gtk_widget_class_bind_template_child (widget_class, LdrSaveBanner, retry_button);
  gtk_widget_class_bind_template_child (widget_class, LdrSaveBanner, keep_mine_button);
  gtk_widget_class_bind_template_child (widget_class, LdrSaveBanner, take_theirs_button);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_copy_cb);
}

static void
ldr_save_banner_init (LdrSaveBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_save_banner_set_draft:
 * @self: a banner
 * @draft: (nullable): the entry whose saving is watched
 *
 * Watches another entry.
 */
void
ldr_save_banner_set_draft (LdrSaveBanner *self, LdrDraft *draft)
{
  g_return_if_fail (LDR_IS_SAVE_BANNER (self));

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  if (draft != NULL)
    g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
