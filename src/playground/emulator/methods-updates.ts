// Methods about the bot itself and its updates.
import type { Update, User } from './api-types.ts';
import { flag, list, number, text } from './params.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import type { World } from './world.ts';

function getMe(world: World): User & Record<string, boolean | string | number> {
  return {
    ...world.bot,
    first_name: world.profile.get('name:') ?? world.bot.first_name,
    can_join_groups: true,
    can_read_all_group_messages: !world.privacy,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
  };
}

function getUpdates(world: World, params: Params, signal: AbortSignal): Promise<Update[]> {
  const allowed = list(params, 'allowed_updates') as string[] | undefined;
  const offset = number(params, 'offset');
  const limit = number(params, 'limit');
  const timeout = number(params, 'timeout');
  return world.queue.get(
    {
      ...(offset === undefined ? {} : { offset }),
      ...(limit === undefined ? {} : { limit }),
      ...(timeout === undefined ? {} : { timeout }),
      ...(allowed === undefined ? {} : { allowed }),
    },
    signal,
  );
}

function setWebhook(world: World, params: Params): true {
  const url = text(params, 'url');
  // A local Bot API server takes plain HTTP on its own machine.
  if (url !== '' && !/^(https:\/\/|http:\/\/127\.0\.0\.1[:/])/.test(url)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (flag(params, 'drop_pending_updates')) world.queue.drop();
  if (url !== '') world.queue.conflict('terminated by setWebhook request');
  const allowed = list(params, 'allowed_updates') as string[] | undefined;
  if (allowed !== undefined) world.queue.subscribe(allowed);
  const secret = params['secret_token'] === undefined ? undefined : text(params, 'secret_token');
  const maxConnections = number(params, 'max_connections') ?? 40;
  world.courier.set(url === '' ? undefined : { url, secret, maxConnections });
  return true;
}

function deleteWebhook(world: World, params: Params): true {
  if (flag(params, 'drop_pending_updates')) world.queue.drop();
  world.courier.set(undefined);
  return true;
}

function getWebhookInfo(world: World): Record<string, unknown> {
  const { settings, lastError } = world.courier;
  const { pending, subscribed } = world.queue;
  return {
    url: settings?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: pending,
    ...(lastError && {
      last_error_date: Math.floor(lastError.at.getTime() / 1000),
      last_error_message: lastError.message,
    }),
    ...(settings && { max_connections: settings.maxConnections }),
    ...(subscribed && { allowed_updates: subscribed }),
  };
}

export const updateMethods = { getMe, getUpdates, setWebhook, deleteWebhook, getWebhookInfo };
