// answerInlineQuery: the results of inline mode, checked as the official server checks them. Articles only: others are not emulated.
import type { Entity } from './api-types.ts';
import { formatted } from './entities.ts';
import { type InlineResult, inlineLifetime } from './inline.ts';
import { readMarkup } from './markup.ts';
import { flag, list, number, object, text } from './params.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import type { World } from './world.ts';

const mostResults = 50;
const longestId = 64;
const defaultCache = 300;
/** People wait no longer than so many seconds for results. */
const patience = 10;

function answerInlineQuery(world: World, params: Params): true {
  const query = world.inlineQueries.get(text(params, 'inline_query_id'));
  const age = query ? (world.now().getTime() - query.at.getTime()) / 1000 : Infinity;
  if (query) query.attempts += 1;
  if (!query || age > inlineLifetime) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const results = readResults(world, params);
  const nextOffset = text(params, 'next_offset');
  if (Buffer.byteLength(nextOffset) > 64) throw badRequest('NEXT_OFFSET_INVALID');
  const button = readButton(params);
  const cacheTime = number(params, 'cache_time') ?? defaultCache;
  const personal = flag(params, 'is_personal');
  if (age > patience) world.complain(`inline query answered after ${age} s`);
  if (query.answer) world.complain('inline query answered twice');
  query.answer = { results, nextOffset, personal, cacheTime, button };
  return true;
}

function readResults(world: World, params: Params): InlineResult[] {
  const given = list(params, 'results');
  if (!given) throw badRequest("can't parse inline query results JSON array");
  if (given.length > mostResults) throw badRequest('RESULTS_TOO_MUCH');
  const results = given.map((each) => readResult(world, each as Params));
  if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest('RESULT_ID_DUPLICATE');
  return results;
}

function readResult(world: World, result: Params): InlineResult {
  const id = text(result, 'id');
  const length = Buffer.byteLength(id);
  if (length === 0 || length > longestId) throw badRequest('RESULT_ID_INVALID');
  if (result['type'] !== 'article') world.complain(`answerInlineQuery: ${text(result, 'type')} is not emulated`);
  const title = text(result, 'title');
  if (title.trim() === '') throw badRequest('ARTICLE_TITLE_EMPTY');
  const message = object(result, 'input_message_content');
  if (!message) throw badRequest("can't parse InlineQueryResult: inline query result must have input message content");
  const mode = text(message, 'parse_mode');
  const explicit = list(message, 'entities') as Entity[] | undefined;
  const said = formatted(text(message, 'message_text'), mode, explicit, (userId) => world.users.get(userId));
  if (said.text === '') throw badRequest('message text is empty');
  if ([...said.text].length > 4096) throw badRequest('message is too long');
  const markup = readMarkup(result['reply_markup'], (fault) => world.complain(`answerInlineQuery: ${fault}`));
  if (result['reply_markup'] !== undefined && !markup?.inline) throw badRequest('inline keyboard expected');
  return {
    id,
    title,
    description: text(result, 'description'),
    content: { text: said.text, ...(said.entities.length > 0 ? { entities: said.entities } : {}) },
    markup: markup?.inline,
  };
}

function readButton(params: Params): { text: string; startParameter: string } | undefined {
  const button = object(params, 'button');
  if (!button) return undefined;
  const startParameter = text(button, 'start_parameter');
  if (text(button, 'text') === '') throw badRequest('button text must be non-empty');
  if (object(button, 'web_app')) return { text: text(button, 'text'), startParameter: '' };
  if (startParameter === '') throw badRequest('START_PARAM_EMPTY');
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(startParameter)) throw badRequest('START_PARAM_INVALID');
  return { text: text(button, 'text'), startParameter };
}

export const inlineMethods = { answerInlineQuery };
