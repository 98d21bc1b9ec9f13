// Line icons as SVG elements; paths on a 24 x 24 grid.
const paths = {
  back: 'M15 5l-7 7 7 7',
  send: 'M4 12l16-8-5 16-4-6-7-2z M11 14l9-10',
  attach: 'M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 5 5l-8.600 8.500a1.800 1.800 0 0 1-2.500-2.500L14 8',
  menu: 'M5 7h14M5 12h14M5 17h9',
  keyboard: 'M3 6h18v12H3z M7 10h.01M11 10h.01M15 10h.01M18 10h.01M8 14h8',
  close: 'M6 6l12 12M18 6L6 18',
  reply: 'M10 5l-6 6 6 6v-4c5 0 8 1.500 10 5 0-6-3-10-10-10V5z',
  edit: 'M4 20l1-4L16 5l3 3L8 19l-4 1z M14 7l3 3',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  copy: 'M9 9h11v11H9z M5 15H4V4h11v1',
  pin: 'M9 4h6l-1 6 3 3H7l3-3-1-6z M12 13v7',
  file: 'M7 3h7l4 4v14H7z M14 3v4h4',
  link: 'M8 16L17 7M10 7h7v7',
  down: 'M6 10l6 6 6-6',
  next: 'M9 5l7 7-7 7',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2',
  moon: 'M19 15A8 8 0 0 1 9 5a7.500 7.500 0 1 0 10 10z',
  code: 'M9 7l-5 5 5 5M15 7l5 5-5 5',
  map: 'M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2z M9 4v14M15 6v14',
  more: 'M12 4a1 1 0 1 0 0 2 1 1 0 0 0 0-2z M12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z M12 18a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z M12 8v4l3 2',
  globe: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z M4 12h16M12 4c-5 5-5 11 0 16M12 4c5 5 5 11 0 16',
  none: '',
  city: 'M4 20V9l6-4v15M10 20V8h10v12M3 20h18M14 12h2M14 16h2',
  topic: 'M5 5h14v10H9l-4 4z',
  alert: 'M12 4l9 16H3z M12 10v4M12 17h.01',
  check: 'M5 12l5 5 9-10',
  smile: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z M9 10h.01M15 10h.01M8.500 14c1.500 2.500 5.500 2.500 7 0',
  block: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z M6.500 6.500l11 11',
} as const;

export type IconName = keyof typeof paths;

/** An icon for beside or instead of words; readers of the screen do not hear it. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
