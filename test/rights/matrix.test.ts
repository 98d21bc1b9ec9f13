// The permission table against the matrix typed by hand; four eyes, substitutes, several posts, states.
import { describe, expect, it } from 'vitest';
import { type Action, may, type Subject, whyNot } from '../../src/org/rights.ts';
import { actions } from '../../src/org/rights-table.ts';
import { matrix, states } from './matrix.ts';
import { everybody, names, person, post } from './people.ts';

const words = (text: string): string[] => text.split(' ').filter(Boolean);
const cells = matrix.flatMap(({ actions: several, on, subject, who }) =>
  words(several).map((action) => ({ action: action as Action, on, subject, who })),
);
/** Somebody who may do the action in the matrix, and to what. */
function witness(action: string): { subject: Subject; name: string } {
  const cell = cells.find((each) => each.action === action && each.who !== '');
  if (!cell) throw new Error(`nobody may ${action}`);
  return { subject: cell.subject, name: words(cell.who)[0] as string };
}

describe('the matrix', () => {
  it('mentions every action of the module, and no other', () => {
    expect([...new Set(cells.map(({ action }) => action))].sort()).toEqual(actions.toSorted());
  });

  it('has somebody of every role, on every level of the tree', () => {
    expect([...new Set(names.map((name) => post[name].role))]).toHaveLength(12);
  });

  it.each(cells)('$action: $on', ({ action, subject, who }) => {
    const allowed = Object.keys(everybody).filter((name) => may(everybody[name] as never, action, subject) !== null);
    expect(allowed.sort()).toEqual(words(who).sort());
  });

  it('says with which post it is done', () => {
    for (const { action, subject, who } of cells) {
      for (const name of words(who).filter((each) => each in post))
        expect(may(everybody[name] as never, action, subject)).toBe(post[name as keyof typeof post]);
    }
  });
});

describe('states', () => {
  const keys = {
    task: 'taskState',
    share: 'shareState',
    extension: 'extensionState',
    resolution: 'resolutionState',
  } as const;
  const rows = Object.entries(states).flatMap(([machine, { all, possible }]) =>
    possible.flatMap(([several, allowed]) =>
      words(several).map((action) => ({ machine: machine as keyof typeof keys, action, all, allowed })),
    ),
  );
  it.each(rows)('$action by the state of the $machine', ({ machine, action, all, allowed }) => {
    const { subject, name } = witness(action);
    const possible = words(all).filter(
      (state) => may(everybody[name] as never, action as Action, { ...subject, [keys[machine]]: state }) !== null,
    );
    expect(possible).toEqual(words(all).filter((state) => words(allowed).includes(state)));
  });
});

describe('four eyes', () => {
  const report: Subject = {
    issuerPostId: post.deputy.postId,
    issuerOrgPath: '/1/2/4/',
    controllerPostId: post.controller.postId,
    specialControl: false,
    executorPostId: post.head7.postId,
    executorOrgPaths: ['/1/2/5/6/7/'],
  };
  const judging: Action[] = [
    'reports.accept',
    'reports.return',
    'reports.ask',
    'reports.reopen',
    'shares.waive',
    'shares.decide-misaddressed',
    'extensions.decide',
    'extensions.opine',
    'tasks.close',
  ];
  const judges = [post.deputy, post.controller, post.akim];

  it.each(judging)('%s: nobody for a share of their own, whichever post they hold besides', (action) => {
    for (const judge of judges) {
      expect(may(person(judge, post.head7), action, report)).toBeNull();
      expect(may(person({ ...post.head7, acting: true }, judge), action, report)).toBeNull();
      expect(may(person(post.head7, { ...judge, acting: true }), action, report)).toBeNull();
    }
  });

  it.each(judging)('%s: nobody for what they wrote themselves, also when the post is no longer theirs', (action) => {
    for (const judge of judges) expect(may(person(judge), action, { ...report, executorPersonIds: [1] })).toBeNull();
  });

  it('says that it is one’s own', () => {
    expect(whyNot(person(post.deputy, post.head7), 'reports.accept', report)).toBe('own');
    expect(whyNot(person(post.head8), 'reports.accept', report)).toBe('no-right');
    expect(whyNot(person(post.deputy), 'reports.accept', { ...report, specialControl: true })).toBe('special-control');
    expect(whyNot(person(post.deputy), 'reports.accept', { ...report, shareState: 'accepted' })).toBe('state');
    expect(whyNot(person(post.deputy), 'reports.accept', report)).toBeNull();
  });

  it('whoever gave a task to themselves by another post may still take it back', () => {
    expect(may(person(post.deputy, post.head7), 'tasks.cancel', report)).toBe(post.deputy);
  });
});

describe('several posts', () => {
  const deputyToo = { ...post.otherDeputy, acting: true };
  const both = person(post.unitHead, deputyToo);
  const toSchool: Subject = { executors: [post.head7] };

  it('an own post comes before one held for somebody else', () => {
    expect(may(both, 'tasks.issue', toSchool)).toBe(post.unitHead);
  });

  it('the post chosen comes first wherever it may', () => {
    expect(may({ ...both, actsAs: deputyToo.postId }, 'tasks.issue', toSchool)).toBe(deputyToo);
    expect(may({ ...both, actsAs: post.unitHead.postId }, 'tasks.issue', toSchool)).toBe(post.unitHead);
  });

  it('where the chosen one may not, another does, and is named', () => {
    expect(may({ ...both, actsAs: post.unitHead.postId }, 'tasks.issue', { executors: [post.deptHead] })).toBe(
      deputyToo,
    );
  });

  it('a choice among two relations of one task is respected too', () => {
    const judged: Subject = { issuerPostId: post.deputy.postId, controllerPostId: post.controller.postId };
    const two = person(post.deputy, post.controller);
    expect(may(two, 'tasks.close', judged)).toBe(post.deputy);
    expect(may({ ...two, actsAs: post.controller.postId }, 'tasks.close', judged)).toBe(post.controller);
  });

  it('a substitute has the rights of the post, its chair included', () => {
    const acting = { ...post.akim, acting: true };
    const special: Subject = { issuerPostId: post.deputy.postId, issuerOrgPath: '/1/2/4/', specialControl: true };
    expect(may(person(acting), 'tasks.close', special)).toBe(acting);
    expect(may(person(acting), 'resolutions.adopt', { chairPostId: acting.postId })).toBe(acting);
    expect(may(person(acting), 'resolutions.delegate')).toBeNull();
  });
});
