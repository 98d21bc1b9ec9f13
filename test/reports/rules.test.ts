// The rules of reports: what may be reported on, what a report must hold.
import { describe, expect, it } from 'vitest';
import type { ParticipationState } from '../../src/generated/prisma/client.ts';
import {
  contentFault,
  distinctFiles,
  isCorrectable,
  isProgram,
  isQuickReason,
  maxFiles,
  maxReportText,
  namedAmong,
  quickReasons,
  refusalToReport,
  stateAfterReport,
  stateAfterUndo,
  undoUntil,
} from '../../src/reports/rules.ts';
import { canMove, openStates } from '../../src/tasks/rules.ts';

describe('a share', () => {
  it('can be reported on until it is accepted or withdrawn', () => {
    expect(openStates.map(refusalToReport)).toEqual(openStates.map(() => null));
    expect(refusalToReport('accepted')).toBe('reports-accepted-already');
    expect(refusalToReport('withdrawn')).toBe('tasks-withdrawn');
  });

  it('is handed in by a final report, while an interim one only shows that it was read', () => {
    const states: ParticipationState[] = ['assigned', 'acknowledged', 'submitted', 'returned'];
    expect(states.map((state) => stateAfterReport(state, true))).toEqual(states.map(() => 'submitted'));
    expect(states.map((state) => stateAfterReport(state, false))).toEqual([
      'acknowledged',
      'acknowledged',
      'submitted',
      'returned',
    ]);
  });

  it('moves only where its machine allows', () => {
    for (const state of ['assigned', 'acknowledged', 'returned'] as const)
      expect(canMove(state, stateAfterReport(state, true))).toBe(true);
  });
});

describe('a report taken back', () => {
  it('can be for as long as the settings say, or not at all', () => {
    const now = new Date('2026-11-23T04:00:00Z');
    expect(undoUntil(now, 600)).toEqual(new Date('2026-11-23T04:10:00Z'));
    expect(undoUntil(now, 0)).toBeNull();
  });

  it('leaves the share as the report before it had left it', () => {
    expect([stateAfterUndo(null), stateAfterUndo('returned'), stateAfterUndo('superseded')]).toEqual([
      'acknowledged',
      'returned',
      'submitted',
    ]);
    expect(canMove('submitted', stateAfterUndo(null))).toBe(true);
    expect(canMove('submitted', stateAfterUndo('returned'))).toBe(true);
  });
});

describe('a file', () => {
  it('that is a program is told by its name or its type', () => {
    expect(['setup.exe', 'Отчёт.PDF.bat', 'app.apk'].map((name) => isProgram({ name }))).toEqual([true, true, true]);
    expect(isProgram({ name: 'x', mime: 'application/x-msdownload' })).toBe(true);
    expect(['act.pdf', 'sh.docx', 'photo.jpg', undefined].map((name) => isProgram({ name }))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('sent twice is kept once, also when it is known already', () => {
    const files = ['a', 'b', 'a', 'c'].map((uniqueId) => ({ uniqueId }));
    expect(distinctFiles(files, ['c']).map(({ uniqueId }) => uniqueId)).toEqual(['a', 'b']);
  });
});

describe('a report', () => {
  it('holds words or files, neither too many', () => {
    expect(contentFault('', 0)).toBe('reports-empty');
    expect(contentFault(' \n ', 0)).toBe('reports-empty');
    expect(contentFault('', 1)).toBeNull();
    expect(contentFault('я'.repeat(maxReportText), 0)).toBeNull();
    expect(contentFault('я'.repeat(maxReportText + 1), 0)).toBe('reports-text-long');
    expect(contentFault('Сделано', maxFiles + 1)).toBe('reports-too-many-files');
  });

  it('is corrected only while nobody has judged it', () => {
    expect((['submitted', 'returned', 'accepted', 'superseded', 'undone'] as const).filter(isCorrectable)).toEqual([
      'submitted',
    ]);
  });

  it('is returned for one of the offered reasons, forged ones are none', () => {
    expect(quickReasons.every(isQuickReason)).toBe(true);
    expect(['constructor', '', undefined].some(isQuickReason)).toBe(false);
  });
});

describe('the task that a report names', () => {
  const shares = ['Т-1', 'Т-16', '2'].map((number) => ({ number }));
  const named = (words: string) => namedAmong(words, shares).map(({ number }) => number);
  it.each(['Т-16 фонд обновлён', '№ T-16: готово', 'выполнено по т16.', 'Т–16 орындалды'])('%s', (words) => {
    expect(named(words)).toEqual(['Т-16']);
  });
  it.each(['Готово', 'Т-160 готово', 'счёт-16', 'школа № 16'])('is none of them in: %s', (words) => {
    expect(named(words).length).toBe(3);
  });
});
