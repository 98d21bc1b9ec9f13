// The matrix of the schools: one mark for each school, district by district, told apart by shape and lightness.
import type { Status } from './palette.ts';
import type { Pen, Rest, Title } from './pen.ts';
import { margin, smallest, width } from './scene.ts';
import { wrap, wrapNames } from './wrapping.ts';

export type SchoolMark = {
  /** '12', as it is written in a large mark and behind 'missing'. */
  number: string;
  status: Status;
};

export type District = {
  name: string;
  schools: SchoolMark[];
  /** Which are late: 'Мерзімі өтті: № 3, 17, 45'; empty when nobody is. */
  missing: string;
};

export type SchoolsPicture = Title & {
  kind: 'schools';
  districts: District[];
  /** Words of the marks, those that occur, in this order. */
  legend: { status: Status; label: string }[];
  /** What stands beside the districts: 'done / all'. */
  beside: string;
  rest: Rest;
};

/** How closely a district is drawn: a mark for each school with or without its number, or one bar of shares; lines of a name; which are late. */
type Detail = { schools: 'numbers' | 'marks' | 'bar'; lines: 1 | 2; missing: boolean };
/** Up to so many schools every mark may be large and have its number. */
const numbered = 100;
const details: Detail[] = [
  { schools: 'numbers', lines: 2, missing: true },
  { schools: 'marks', lines: 2, missing: true },
  { schools: 'marks', lines: 2, missing: false },
  { schools: 'marks', lines: 1, missing: false },
  { schools: 'bar', lines: 2, missing: false },
];

/** Draws the matrix as closely as the schools find room; of too many districts those with most of the late. */
export function drawSchools(pen: Pen, picture: SchoolsPicture): void {
  const { districts, rest } = picture;
  const all = districts.reduce((sum, { schools }) => sum + schools.length, 0);
  pen.title(picture);
  const whole = details
    .filter(({ schools }) => schools !== 'numbers' || all <= numbered)
    .some((detail) =>
      pen.fits(() => {
        const draw = begin(pen, picture, detail);
        districts.forEach(draw);
        pen.rest(rest);
      }),
    );
  if (whole) return;
  const worst = worstFirst(districts);
  const draw = begin(pen, { ...picture, districts: worst }, { schools: 'bar', lines: 1, missing: false });
  const full = worst.findIndex((each, index) => !pen.fits(() => draw(each, index), 2 * smallest));
  pen.rest({ words: rest.words, n: rest.n + (full === -1 ? 0 : worst.length - full) });
}

const overdueOf = ({ schools }: District): number => schools.filter(({ status }) => status === 'overdue').length;

function worstFirst(districts: District[]): District[] {
  return districts.toSorted((a, b) => overdueOf(b) - overdueOf(a));
}

/** Draws what stands above the districts, and tells how to draw one of them. */
function begin(pen: Pen, picture: SchoolsPicture, detail: Detail): (district: District, index: number) => void {
  const { districts, legend, beside } = picture;
  const sign = (status: Status) => (x: number, y: number) =>
    detail.schools === 'bar' ? pen.rect(x, y, 15, 15, pen.palette[status], 3) : mark(pen, x, y, 15, status);
  pen.legend(legend.map(({ status, label }) => ({ label, mark: sign(status) })));
  pen.words(width - margin, pen.y + 8, beside, { fill: pen.palette.soft, align: 'right' });
  pen.y += 18;
  const counts = districts.map((each) => pen.overdueWidth(overdueOf(each)) + pen.measure(countOf(each), 17, 700));
  const names = wrapNames(
    districts.map(({ name }) => name),
    pen.hand(16, 600, detail.lines, pen.inner - Math.max(...counts) - 24),
  );
  return (district, index) => {
    head(pen, district, names[index] ?? []);
    if (detail.schools === 'bar') return bar(pen, district);
    grid(pen, district.schools, detail.schools === 'numbers');
    if (detail.missing) missing(pen, district);
    pen.y += 8;
  };
}

function countOf({ schools }: District): string {
  return `${schools.filter(({ status }) => status === 'inTime' || status === 'late').length} / ${schools.length}`;
}

function head(pen: Pen, district: District, name: string[]): void {
  const count = countOf(district);
  pen.words(width - margin, pen.y + 13, count, { size: 17, weight: 700, align: 'right' });
  pen.overdueCount(width - margin - pen.measure(count, 17, 700) - 14, pen.y + 13, overdueOf(district));
  pen.lines(name, { size: 16, weight: 600 });
  pen.y += 4;
}

/** The numbers of the late; said only whole: a list that ends somewhere would look like all of them. */
function missing(pen: Pen, { missing: text }: District): void {
  const lines = text ? wrap(text, pen.hand(smallest, 600, 3)) : [];
  if (lines.length <= 2) pen.lines(lines, { weight: 600, fill: pen.palette.alarm });
}

const inBar = ['inTime', 'late', 'review', 'work', 'overdue'] as const;

/** The schools of a district as shares of its bar. */
function bar(pen: Pen, { schools }: District): void {
  let x = margin;
  for (const part of inBar) {
    const n = schools.filter(({ status }) => status === part).length;
    if (n === 0) continue;
    const w = (n / schools.length) * pen.inner;
    pen.rect(x, pen.y, w - 1.5, 9, pen.palette[part], 2);
    x += w;
  }
  pen.y += 9 + 8;
}

function grid(pen: Pen, schools: SchoolMark[], large: boolean): void {
  const [w, h, gap] = large ? [41, 28, 4.25] : [13, 13, 2];
  const columns = Math.floor((pen.inner + gap) / (w + gap));
  schools.forEach(({ number, status }, index) => {
    const x = margin + (index % columns) * (w + gap);
    const y = pen.y + Math.floor(index / columns) * (h + gap);
    if (large) numberMark(pen, x, y, [w, h], { number, status });
    else mark(pen, x, y, w, status);
  });
  pen.y += Math.ceil(schools.length / columns) * (h + gap) + 3;
}

/** Done is full, done late has a notch, waiting is pale with a rim, going on is a frame, past its date is a triangle. */
function mark(pen: Pen, x: number, y: number, size: number, status: Status): void {
  const { palette } = pen;
  if (status === 'overdue') return pen.triangle(x - 0.5, y + 0.5, size + 1, palette.overdue);
  if (status === 'work') return pen.rect(x + 1, y + 1, size - 2, size - 2, palette.paper, 3, palette.work);
  if (status === 'review') {
    pen.rect(x + 1, y + 1, size - 2, size - 2, palette.paper, 3, palette.inTime);
    return pen.rect(x + 4, y + size / 2 - 1.5, size - 8, 3, palette.inTime, 1.5);
  }
  pen.rect(x, y, size, size, palette[status], 3);
}

function numberMark(pen: Pen, x: number, y: number, [w, h]: [number, number], school: SchoolMark): void {
  const { palette } = pen;
  const { status, number } = school;
  const framed = status === 'work' || status === 'review';
  const ground = framed ? palette.paper : palette[status];
  const rim = status === 'work' ? palette.work : palette.inTime;
  if (framed) pen.rect(x + 1, y + 1, w - 2, h - 2, ground, 4, rim);
  else pen.rect(x, y, w, h, ground, 4);
  if (status === 'review') pen.rect(x + 6, y + h - 6, w - 12, 2.5, rim, 1.25);
  if (status === 'overdue') pen.polygon(corner(x, y, w), palette.paper);
  pen.within(x, y - (status === 'review' ? 1 : 0), w, h, number, ground, 15);
}

function corner(x: number, y: number, w: number): [number, number][] {
  return [
    [x + w - 10, y - 1],
    [x + w + 1, y - 1],
    [x + w + 1, y + 10],
  ];
}
