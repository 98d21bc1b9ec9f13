// Conversations about the dictionary: a new name, another name, another spelling, the end of one.
import { button } from '../telegram/buttons.ts';
import { confirmed } from '../telegram/confirm.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import type { Talk } from '../telegram/talk.ts';
import { addProgramme, addSpelling, closeProgramme, longestProgramme, renameProgramme } from './programme-actions.ts';

export const programmesDialogs: DialogDefinition[] = [
  { id: 'programmes.add', run: add },
  { id: 'programmes.rename', run: rename },
  { id: 'programmes.spelling', run: spelling },
  { id: 'programmes.close', run: close },
];

async function add(talk: Talk, args: DialogArgs): Promise<void> {
  const kind = args['kind'] === 'topic' ? 'topic' : 'programme';
  const { text: name = '' } = await talk.ask(talk.t('programmes-ask-name', { kind }), { maxLength: longestProgramme });
  const done = await talk.act((app, actor) => addProgramme(app, actor, { kind, name }));
  if (done.ok) await opened(talk, 'programmes-added', done.value);
}

async function rename(talk: Talk, args: DialogArgs): Promise<void> {
  const [programmeId, before] = [Number(args['programmeId']), String(args['name'])];
  const { text: name = '' } = await talk.ask(talk.t('programmes-ask-rename', { name: before }), {
    maxLength: longestProgramme,
  });
  if (!(await confirmed(talk, talk.t('programmes-confirm-rename', { before, after: name })))) return;
  const done = await talk.act((app, actor) => renameProgramme(app, actor, { programmeId, name }));
  if (done.ok) await opened(talk, 'programmes-renamed', programmeId);
}

async function spelling(talk: Talk, args: DialogArgs): Promise<void> {
  const programmeId = Number(args['programmeId']);
  const { text: words = '' } = await talk.ask(talk.t('programmes-ask-spelling', { name: String(args['name']) }), {
    maxLength: longestProgramme,
  });
  const done = await talk.act((app, actor) => addSpelling(app, actor, { programmeId, words }));
  if (done.ok) await opened(talk, 'programmes-spelling-added', programmeId);
}

async function close(talk: Talk, args: DialogArgs): Promise<void> {
  const programmeId = Number(args['programmeId']);
  if (!(await confirmed(talk, talk.t('programmes-confirm-close', { name: String(args['name']) })))) return;
  const done = await talk.act((app, actor) => closeProgramme(app, actor, { programmeId }));
  if (done.ok) await talk.say('programmes-closed-now');
}

async function opened(talk: Talk, key: string, programmeId: number): Promise<void> {
  await talk.say(key, {}, { keyboard: [[button(talk.t('programmes-button-open'), 'programmes.show', programmeId)]] });
}
