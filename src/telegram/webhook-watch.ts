// Does Telegram reach the webhook? A broken certificate or a wrong address is heard nowhere else: nothing comes, as on a quiet day.
import type { App } from '../app.ts';
import { ownApi } from './own-api.ts';

/** A delivery that failed longer ago, in milliseconds, was told of by the look before. */
const recent = 300_000;
/** So many updates may wait at any moment of a busy day. */
const usual = 10;

/**
 * Asks Telegram how it gets on with the webhook, notes the answer in the measures and warns of deliveries that fail, of updates that
 * become more and more, and of another address. Of several replicas the one that leads asks; without a webhook nobody does.
 */
export async function watchWebhook(app: App): Promise<void> {
  const { webhookPending, webhookErrorAt, webhookElsewhere } = app.metrics;
  const [before] = (await webhookPending.get()).values;
  // Nothing rather than what was true when this process led or Telegram answered.
  for (const gauge of [webhookPending, webhookErrorAt, webhookElsewhere]) gauge.remove();
  const { webhookUrl } = app.config;
  if (webhookUrl === undefined || !app.leads()) return;
  const info = await ownApi(app)
    .getWebhookInfo()
    .catch((error: Error) => app.log.warn({ reason: error.message }, 'telegram.unreachable'));
  if (!info) return;

  const {
    url = '',
    pending_update_count: pending = 0,
    last_error_date: errorAt = 0,
    last_error_message: reason,
  } = info;
  const elsewhere = addressOf(url)?.href !== addressOf(webhookUrl)?.href;
  webhookPending.set(pending);
  webhookErrorAt.set(errorAt);
  webhookElsewhere.set(elsewhere ? 1 : 0);
  // Not the whole address: its path may be somebody's secret.
  if (elsewhere) app.log.warn({ host: addressOf(url)?.host ?? null }, 'telegram.webhook-elsewhere');
  const failing = errorAt * 1000 > app.now().getTime() - recent;
  const growing = pending > usual && pending > (before?.value ?? 0);
  if (failing || growing) app.log.warn({ pending, ...(failing && { reason }) }, 'telegram.webhook-failing');
}

function addressOf(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
