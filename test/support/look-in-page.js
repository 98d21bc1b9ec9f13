// Runs in the browser, as text: what a careful eye would object to on the page. Its value is a list of faults.
export default function look({ tap }) {
  const faults = [];
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return (
      box.width > 0 &&
      box.height > 0 &&
      style.visibility === 'visible' &&
      element.checkVisibility({ opacityProperty: true }) &&
      !element.closest('[inert]')
    );
  };
  const onScreen = (element) => {
    const { top, left, bottom, right } = element.getBoundingClientRect();
    if (bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth) return false;
    const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1);
    const above = document.elementFromPoint(x, y);
    return above !== null && (element.contains(above) || above.contains(element));
  };
  const nameOf = (element) => {
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ');
    return `${element.tagName.toLowerCase()}.${String(element.className).replace(/\s+/g, '.')} «${words.slice(0, 50)}»`;
  };
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);

  // Colours
  const parse = (text) => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return text.startsWith('color(srgb') ? { r: r * 255, g: g * 255, b: b * 255, a } : { r, g, b, a };
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a),
    g: top.g * top.a + below.g * (1 - top.a),
    b: top.b * top.a + below.b * (1 - top.a),
    a: 1,
  });
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  /** Every colour that may lie behind an element: of a gradient all its stops. */
  const grounds = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      const stops = backgroundImage.includes('gradient') ? (backgroundImage.match(/rgba?\([^)]*\)/g) ?? []) : [];
      const colours = stops.length > 0 ? stops.map(parse) : [parse(backgroundColor)];
      if (colours.some(({ a }) => a > 0)) layers.push(colours);
      if (colours.every(({ a }) => a === 1)) break;
    }
    let below = [{ r: 255, g: 255, b: 255, a: 1 }];
    for (const colours of layers.reverse()) below = colours.flatMap((top) => below.map((under) => over(top, under)));
    return below;
  };
  const opacityOf = (element) => {
    let opacity = 1;
    for (let at = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
    return opacity;
  };
  const writing = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const checked = new Set();
  while (writing.nextNode()) {
    const element = writing.currentNode.parentElement;
    if (!writing.currentNode.textContent.trim() || checked.has(element) || !seen(element) || !onScreen(element))
      continue;
    checked.add(element);
    if (element.closest(':disabled, progress, img, .toast')) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    if (parse(color).a === 0) continue;
    const large = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);
    const worst = Math.min(
      ...grounds(element).map((ground) => {
        const ink = parse(color);
        return contrast(over({ ...ink, a: ink.a * opacityOf(element) }, ground), ground);
      }),
    );
    if (worst < (large ? 3 : 4.5)) faults.push(`contrast ${worst.toFixed(2)}: ${nameOf(element)}`);
  }

  // Width
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
  for (const element of all('.scroller, .chat-items, .panel, .dialog, .foot, .messages, .top')) {
    if (element.scrollWidth > element.clientWidth + 1) faults.push(`scrolls sideways: ${nameOf(element)}`);
  }
  for (const element of all('.bubble, .key, .chat-head *, .composer *, .top *, .panel *, .dialog *')) {
    const { left, right } = element.getBoundingClientRect();
    if ((left < -1 || right > innerWidth + 1) && !element.closest('.people')) {
      faults.push(`out of the window: ${nameOf(element)}`);
    }
  }

  // Messages one under another
  const rows = all('.messages > *').map((element) => ({ element, box: element.getBoundingClientRect() }));
  rows.slice(1).forEach(({ element, box }, index) => {
    if (box.top < rows[index].box.bottom - 1) faults.push(`lies over the one above: ${nameOf(element)}`);
  });
  for (const { element } of rows) {
    const [bubble, keys] = [element.querySelector('.bubble'), element.querySelector('.keys')];
    if (!bubble) continue;
    if (bubble.scrollWidth > bubble.clientWidth + 1) faults.push(`wider than its bubble: ${nameOf(bubble)}`);
    if (keys && keys.getBoundingClientRect().top < bubble.getBoundingClientRect().bottom - 1) {
      faults.push(`buttons over the words: ${nameOf(bubble)}`);
    }
  }

  // What can be pressed
  for (const element of all('button, a[href], input, textarea, [role=option], [role=menuitem], summary')) {
    const name = [
      element.getAttribute('aria-label'),
      element.textContent,
      element.getAttribute('title'),
      element.labels?.[0]?.textContent,
    ].find((words) => words?.trim());
    if (!name) faults.push(`has no name: ${nameOf(element)} ${element.outerHTML.slice(0, 120)}`);
    if (!onScreen(element) || element.closest('.text, label') || element.matches('.quote')) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width < 24 || height < tap) {
      faults.push(`small to press, ${Math.round(width)} x ${Math.round(height)}: ${nameOf(element)}`);
    }
  }
  for (const image of document.querySelectorAll('img:not([alt])')) faults.push(`no alt: ${image.src}`);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of new Set(ids)) if (ids.filter((one) => one === id).length > 1) faults.push(`two elements are #${id}`);
  if (!/^(kk|ru|en)$/.test(document.documentElement.lang)) faults.push('the page has no language');
  if (document.querySelectorAll('h1').length !== 1) faults.push('the page has not one h1');
  for (const element of all('body *')) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === 3 && /^playground-[a-z-]+$/.test(node.data.trim()),
    );
    if (own) faults.push(`a text is missing: ${element.textContent}`);
  }
  return faults;
}
