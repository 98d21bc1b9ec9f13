// The matrix of the schools: one mark for each school, district by district, told apart by shape and lightness.
import type { Status } from './palette.ts';
import type { Pen, Title } from './pen.ts';
import { margin, smallest, width } from './scene.ts';
import { wrap, wrapNames } from './wrapping.ts';

export type SchoolMark = {
  /** '12', as it is written in a large mark and behind 'missing'. */
  number: string;
  status: Status;
};

export type SchoolsPicture = Title & {
  kind: 'schools';
  districts: {
    name: string;
    schools: SchoolMark[];
    /** 'Мерзімі өтті: 3, 17, 45'; empty when nobody is late. */
    missing: string;
  }[];
  /** Words of the marks, those that occur, in this order. */
  legend: { status: Status; label: string }[];
};

/** Up to so many schools every mark is large and has its number. */
const numbered = 100;

/** Draws the matrix. */
export function drawSchools(pen: Pen, picture: SchoolsPicture): void {
  const all = picture.districts.reduce((sum, { schools }) => sum + schools.length, 0);
  const large = all <= numbered;
  pen.title(picture);
  pen.legend(picture.legend.map(({ status, label }) => ({ label, mark: (x, y) => mark(pen, x, y, 15, status) })));
  const names = wrapNames(
    picture.districts.map(({ name }) => name),
    pen.hand(16, 600, 2, pen.inner - 86),
  );
  picture.districts.forEach(({ schools, missing }, index) => {
    const done = schools.filter(({ status }) => status === 'inTime' || status === 'late').length;
    const count = `${done} / ${schools.length}`;
    pen.words(width - margin, pen.y + 13, count, { size: 17, weight: 700, align: 'right' });
    pen.lines(names[index] ?? [], { size: 16, weight: 600 });
    pen.y += 4;
    grid(pen, schools, large);
    if (missing) {
      pen.lines(wrap(missing, pen.hand(smallest, 600, 2)), { weight: 600, fill: pen.palette.alarm });
    }
    pen.y += 10;
  });
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
