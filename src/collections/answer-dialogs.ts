// An answer field by field: what stands can be kept, what need not be said can be left out; noted at the end, as a whole.
import { askedWhat } from '../tasks/asked-messages.ts';
import { guardArgs, sensitiveKinds } from '../tasks/guard-rules.ts';
import type { DialogArgs } from '../telegram/dialog.ts';
import type { FileRef } from '../telegram/files.ts';
import type { Choice, Talk } from '../telegram/talk.ts';
import { escapeHtml, raw } from '../texts.ts';
import { answer } from './answer-actions.ts';
import { type Field, fitsFile, longestText, readValue, type Value } from './answer-rules.ts';
import { ground } from './ground-queries.ts';
import { faultLine, printValue, takenMessage } from './messages.ts';

type Asked = { at: number; of: number; number: string; what: string; was: string | null };
type Given = { value: Value } | { file: FileRef } | null;

/** Asks for every field of the share, then notes the answer. */
export async function answerDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const participationId = Number(args['participationId']);
  const found = await talk.act(async (app, actor) => {
    const { number, fields, current } = await ground(app, actor, participationId);
    return fields.map((field, at) => {
      const value = current.find(({ fieldId }) => fieldId === field.fieldId);
      const was = value ? printValue(app, actor.locale, field, value, 40) : null;
      const what = askedWhat({ app, locale: actor.locale }, field);
      return { field, asked: { at: at + 1, of: fields.length, number, what, was } };
    });
  });
  if (!found.ok) return;
  const values: Value[] = [];
  const files: { fieldId: number; file: FileRef }[] = [];
  for (const { field, asked } of found.value) {
    const given = await askFor(talk, field, asked);
    if (given && 'value' in given) values.push(given.value);
    if (given && 'file' in given) files.push({ fieldId: field.fieldId, file: given.file });
  }
  const done = await talk.act(async (app, actor) => {
    const requestKey = `dialog:${participationId}:${actor.personId}:${app.now().getTime()}`;
    const outcome = await answer(app, actor, { participationId, values, files, requestKey });
    const said = values.length + files.length > 0;
    return takenMessage(app, actor.locale, participationId, { ...outcome, said });
  });
  if (!done.ok) return;
  await talk.sayHtml(done.value.html, { keyboard: done.value.keyboard });
  const kinds = sensitiveKinds(...values.map(({ words }) => words));
  if (kinds.length > 0) await talk.say('guard-report-private', guardArgs(kinds));
}

/** Null: left as it is. */
async function askFor(talk: Talk, field: Field, asked: Asked): Promise<Given> {
  const shown = field.kind === 'photo' || field.kind === 'file';
  const html = question(talk, field, asked);
  const ways = waysOf(talk, field, asked);
  for (;;) {
    const said = await talk.ask(html, {
      choices: ways,
      text: field.kind !== 'choice' || field.choices.length > 0,
      files: shown,
      maxLength: longestText,
    });
    if (said.choice === 'keep' || said.choice === 'skip') return null;
    if (said.choice !== undefined) return chosen(field, said.choice);
    if (shown) {
      const [file] = said.files ?? [];
      if (file && fitsFile(field, file)) return { file };
      await talk.say(`collections-file-expected-${field.kind}`);
      continue;
    }
    const value = await read(talk, field, said.text);
    if (value) return { value };
  }
}

function question(talk: Talk, { label, required }: Field, { at, of, number, what, was }: Asked): string {
  const head =
    of === 1 ? talk.t('collections-answer-one', { number }) : talk.t('collections-answer-of', { number, at, of });
  return [
    head,
    `<b>${escapeHtml(label)}</b>`,
    talk.t('collections-asked', { what: raw(what) }),
    ...(required ? [] : [talk.t('collections-may-skip')]),
    ...(was === null ? [] : [talk.t('collections-now', { value: was })]),
  ].join('\n');
}

function waysOf(talk: Talk, field: Field, { was }: Asked): Choice[][] {
  const options = field.choices.map((choice, at) => [{ label: choice, value: `c${at}` }]);
  if (was !== null) return [...options, [{ label: talk.t('collections-button-keep'), value: 'keep' }]];
  return field.required ? options : [...options, [{ label: talk.t('collections-button-skip'), value: 'skip' }]];
}

function chosen({ fieldId, choices }: Field, choice: string): Given {
  return { value: { fieldId, number: null, words: choices[Number(choice.slice(1))] ?? '' } };
}

/** Words as a value; a number among others, or words in place of one, only after a press. */
async function read(talk: Talk, field: Field, said: string): Promise<Value | null> {
  const found = readValue(said, field);
  if (!('fault' in found)) return found.value;
  const fault = { ...found, fieldId: field.fieldId, said };
  const why = await talk.act(async (app, actor) => faultLine(app, actor.locale, [field], fault));
  if (!why.ok) return null;
  if (found.fault !== 'confirm' && found.fault !== 'words') {
    await talk.sayHtml(why.value);
    return null;
  }
  const yes =
    found.fault === 'confirm'
      ? talk.t('collections-button-sure', { value: found.value })
      : talk.t('collections-button-words');
  const choices = [[{ label: yes, value: 'yes' }], [{ label: talk.t('collections-button-again'), value: 'no' }]];
  const { choice } = await talk.ask(why.value, { choices, text: false });
  if (choice !== 'yes') return null;
  const left = readValue(said, field, { confirm: true, words: true });
  return 'fault' in left ? null : left.value;
}
