// What the administrator reads about a roster file: counts, faults by row, the result.
import { raw, type Locale, type T, type TextArgs } from '../texts.ts';
import { clip } from './messages.ts';
import { diffBlock } from './roster-diff-messages.ts';
import type { RosterColumn } from './roster-files.ts';
import { changesNothing, type RosterPlan } from './roster-rules.ts';

/** How many faulty rows are listed; the others are counted. */
const shownErrors = 20;

/** The dry run: counts, then faults or the offer to import. HTML. */
export function previewMessage(t: T, locale: Locale, file: { name: string; rows: number }, plan: RosterPlan): string {
  const head = t(locale, 'org-roster-preview', { name: clip(file.name, 80), rows: file.rows });
  if (plan.errors.length > 0) return [head, ...errorLines(t, locale, plan)].join('\n');
  const next = t(locale, changesNothing(plan) ? 'org-roster-nothing' : 'org-roster-ready');
  return [head, countLines(t, locale, plan), ...diffBlock(t, locale, plan), '', next].join('\n');
}

/** What was imported. HTML. */
export function importedMessage(t: T, locale: Locale, plan: RosterPlan): string {
  const { length } = plan.missing;
  const missing = length > 0 ? ['', t(locale, 'org-roster-missing-ask', { missing: length })] : [];
  return [t(locale, 'org-roster-imported'), countLines(t, locale, plan), ...missing].join('\n');
}

function countLines(t: T, locale: Locale, plan: RosterPlan): string {
  return t(locale, 'org-roster-counts', {
    orgsAdded: plan.orgsAdded.length,
    orgsChanged: plan.orgsChanged.length,
    orgsSame: plan.orgsSame,
    postsAdded: plan.postsAdded.length,
    postsChanged: plan.postsChanged.length,
    postsSame: plan.postsSame,
    peopleAdded: plan.holdersAdded.length,
    peopleReplaced: plan.holdersAdded.filter(({ replaces }) => replaces.length > 0).length,
    peopleChanged: plan.peopleChanged.length,
    peopleSame: plan.peopleSame,
  });
}

function errorLines(t: T, locale: Locale, { errors }: RosterPlan): string[] {
  const lines = errors.slice(0, shownErrors).map(({ row, key, args }) => {
    const short: TextArgs = Object.fromEntries(
      Object.entries(args).map(([name, value]) => [
        name,
        typeof value === 'string' && name !== 'allowed' ? clip(value, 50) : value,
      ]),
    );
    return t(locale, 'org-roster-error', { row, text: raw(t(locale, key, short)) });
  });
  const rest = errors.length - shownErrors;
  if (rest > 0) lines.push(t(locale, 'org-roster-more-errors', { count: rest }));
  return ['', t(locale, 'org-roster-errors', { count: errors.length }), ...lines];
}

/** Rows of the template: a fictitious city, its department and a school, people in the reader's language. */
export function exampleRows(locale: Locale): Partial<Record<RosterColumn, string>>[] {
  const people = {
    kk: [
      ['Үлгіұлы', 'Нұрлан', 'Мысалұлы'],
      ['Үлгіқызы', 'Гүлнар', 'Мысалқызы'],
      ['Мысалқызы', 'Айгүл', 'Үлгіқызы'],
    ],
    ru: [
      ['Образцов', 'Нурлан', 'Примерович'],
      ['Образцова', 'Гульнар', 'Примеровна'],
      ['Примерова', 'Айгуль', 'Образцовна'],
    ],
    en: [
      ['Sample', 'Nurlan', ''],
      ['Sample', 'Gulnar', ''],
      ['Example', 'Aigul', ''],
    ],
  }[locale];
  const genders = ['male', 'female', 'female'];
  const posts: Partial<Record<RosterColumn, string>>[] = [
    {
      code: 'city',
      org_kk: 'Үлгі қаласының әкімдігі',
      org_ru: 'Акимат города Образцова',
      type: 'akimat',
      post_kk: 'Қала әкімінің орынбасары',
      post_ru: 'Заместитель акима города',
      role: 'deputy',
    },
    {
      code: 'edu',
      org_kk: 'Білім басқармасы',
      org_ru: 'Управление образования',
      parent: 'city',
      type: 'department',
      post_kk: 'Басқарма басшысы',
      post_ru: 'Руководитель управления',
      role: 'dept_head',
    },
    {
      code: 'school-12',
      org_kk: '№ 12 мектеп',
      org_ru: 'Школа № 12',
      parent: 'edu',
      type: 'school',
      ownership: 'state',
      subordination: 'local',
      week: '6',
      post_kk: 'Директор',
      post_ru: 'Директор',
      role: 'school_head',
      aliases: 'он екінші мектеп; двенадцатая школа',
    },
  ];
  return posts.map((post, index) => {
    const [surname = '', given = '', patronymic = ''] = people[index] ?? [];
    return { ...post, surname, given, patronymic, gender: genders[index], language: locale };
  });
}
