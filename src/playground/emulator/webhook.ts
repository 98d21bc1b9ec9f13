// Brings updates to the bot's webhook as Telegram does: those of one chat in their order, again after anything but a 2xx.
import type { Update } from './api-types.ts';
import type { UpdateQueue } from './updates.ts';

/** Milliseconds before an update that was not taken is brought again. */
const again = 150;
/** Milliseconds that the bot has for its answer. */
const patience = 10_000;

/** What setWebhook asked for. */
export interface WebhookSettings {
  url: string;
  secret: string | undefined;
  maxConnections: number;
}

/** Carries updates from the queue to the address. */
export class WebhookCourier {
  private readonly queue: UpdateQueue;
  private readonly now: () => Date;
  private readonly busy = new Set<number>();
  settings: WebhookSettings | undefined;
  /** The last delivery that failed, as getWebhookInfo tells it; one that goes well does not take it away. */
  lastError: { at: Date; message: string } | undefined;

  constructor(queue: UpdateQueue, now: () => Date) {
    this.queue = queue;
    this.now = now;
    queue.onWebhook = () => this.bring();
  }

  /** Begins to bring updates there; undefined stops. */
  set(settings: WebhookSettings | undefined): void {
    if (settings?.url !== this.settings?.url) this.lastError = undefined;
    this.settings = settings;
    this.queue.webhook = settings?.url ?? '';
    this.bring();
  }

  private bring(): void {
    const { settings } = this;
    if (!settings) return;
    for (const update of this.queue.heads(laneOf, this.busy)) {
      if (this.busy.size >= settings.maxConnections) return;
      void this.deliver(settings, update);
    }
  }

  private async deliver(settings: WebhookSettings, update: Update): Promise<void> {
    const lane = laneOf(update);
    this.busy.add(lane);
    const fault = await post(settings, update);
    if (fault === null) this.queue.brought(update.update_id);
    else {
      if (settings.url === this.settings?.url) this.lastError = { at: this.now(), message: fault };
      await new Promise((resolve) => setTimeout(resolve, again));
    }
    this.busy.delete(lane);
    this.bring();
  }
}

/** Null when the update was taken, else why not, in Telegram's words. */
async function post({ url, secret }: WebhookSettings, update: Update): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(patience),
    });
    await response.arrayBuffer();
    return response.ok ? null : `Wrong response from the webhook: ${response.status} ${response.statusText}`;
  } catch (error) {
    const { name, cause } = error as Error;
    if (name === 'TimeoutError') return 'Read timeout expired';
    return (cause as { code?: string } | undefined)?.code === 'ECONNREFUSED'
      ? 'Connection refused'
      : 'Connection closed';
  }
}

function laneOf(update: Update): number {
  const inner = Object.values(update).find((value) => typeof value === 'object' && value !== null) as
    { chat?: { id: number }; message?: { chat?: { id: number } }; from?: { id: number } } | undefined;
  return inner?.chat?.id ?? inner?.message?.chat?.id ?? inner?.from?.id ?? 0;
}
