// The date that a task shows: its shares', the task's own only where no share has one.
import { describe, expect, it } from 'vitest';
import type { ParticipationState } from '../../src/generated/prisma/client.ts';
import { datesShown } from '../../src/tasks/date-rules.ts';

const share = (due: string | null, state: ParticipationState = 'assigned', role = 'responsible') => ({
  due,
  state,
  role,
});
const [early, late, later] = ['2026-12-01', '2026-12-15', '2027-01-20'];

describe('of a task for many', () => {
  const task = { fanOut: true, due: early };
  it('are those from the first to the last that is owed', () => {
    expect(datesShown(task, [share(late), share(early), share(early)])).toEqual({ from: early, to: late });
    expect(datesShown(task, [share(late), share(early, 'accepted'), share(later, 'withdrawn')])).toEqual({
      from: late,
      to: late,
    });
  });

  it('are those that were owed once all is accepted, and the task’s own without any share', () => {
    expect(datesShown(task, [share(early, 'accepted'), share(late, 'accepted')])).toEqual({ from: early, to: late });
    expect(datesShown(task, [share(late, 'withdrawn')])).toEqual({ from: early, to: early });
    expect(datesShown({ ...task, due: null }, [])).toEqual({ from: null, to: null });
  });
});

describe('of a task with one who collates', () => {
  const task = { fanOut: false, due: early };
  it('are the responsible executor’s, not the internal ones of parts', () => {
    expect(datesShown(task, [share(late), share(early, 'assigned', 'co_executor')])).toEqual({ from: late, to: late });
    expect(datesShown(task, [share(late, 'accepted'), share(early, 'assigned', 'co_executor')])).toEqual({
      from: late,
      to: late,
    });
  });

  it('are those of the part where nothing else is seen', () => {
    expect(datesShown(task, [share(late, 'assigned', 'co_executor')])).toEqual({ from: late, to: late });
  });
});
