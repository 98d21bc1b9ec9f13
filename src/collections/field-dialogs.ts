// One field of a question, asked for step by step.
import { type AskedField, type FieldKind, fieldKinds } from '../tasks/asked-rules.ts';
import type { Talk } from '../telegram/talk.ts';
import { areChoices, longestLabel, readChoices } from './field-rules.ts';
import { readNumberSpec } from './number-rules.ts';

/** What kind of answer, and what belongs to it; `named`: the label of the only field there is so far, else it is asked for. */
export async function askField(talk: Talk, named: string | null): Promise<AskedField> {
  const label =
    named ??
    (await talk.ask(talk.t('collections-ask-label'), { maxLength: longestLabel })).text?.replaceAll('\n', ' ') ??
    '';
  const kind = await askKind(talk, named !== null);
  const field = {
    label: label.slice(0, longestLabel),
    kind,
    unit: null,
    min: null,
    max: null,
    whole: false,
    choices: [],
  };
  const spec = kind === 'number' ? await askSpec(talk) : {};
  const choices = kind === 'choice' ? await askChoices(talk) : [];
  const required = named !== null || (await askRequired(talk));
  return { ...field, ...spec, choices, required };
}

async function askKind(talk: Talk, first: boolean): Promise<FieldKind> {
  const of = (kind: FieldKind) => ({ label: talk.t(`collections-kind-${kind}`), value: kind });
  const choices = [fieldKinds.slice(0, 3).map(of), fieldKinds.slice(3).map(of)];
  const question = talk.t(first ? 'collections-ask-kind' : 'collections-ask-kind-more');
  const { choice } = await talk.ask(question, { choices, text: false });
  return choice as FieldKind;
}

async function askSpec(talk: Talk): Promise<Partial<AskedField>> {
  const choices = [[{ label: talk.t('collections-any-whole'), value: 'any' }]];
  for (;;) {
    const answer = await talk.ask(talk.t('collections-ask-spec'), { choices, maxLength: 100 });
    if (answer.choice !== undefined) return { whole: true };
    const spec = readNumberSpec(answer.text);
    if (spec) return spec;
    await talk.say('collections-spec-unclear');
  }
}

async function askChoices(talk: Talk): Promise<string[]> {
  for (;;) {
    const { text = '' } = await talk.ask(talk.t('collections-ask-choices'), { maxLength: 1000 });
    const choices = readChoices(text);
    if (areChoices(choices)) return choices;
    await talk.say('collections-choices-unfit');
  }
}

async function askRequired(talk: Talk): Promise<boolean> {
  const choices = [
    [
      { label: talk.t('collections-required'), value: 'yes' },
      { label: talk.t('collections-not-required'), value: 'optional' },
    ],
  ];
  const { choice } = await talk.ask(talk.t('collections-ask-required'), { choices, text: false });
  return choice === 'yes';
}
