// Links of a chat: what may be followed, and what opens inside the page.
import { describe, expect, it } from 'vitest';
import { linkTarget } from '../../../src/playground/page/links.ts';

const target = (link: string) => linkTarget(link, 'orynda_demo_bot');

describe('a link of a chat', () => {
  it.each([
    ['https://adilet.zan.kz/kaz', 'https://adilet.zan.kz/kaz'],
    ['adilet.zan.kz', 'https://adilet.zan.kz/'],
    ['example.kz:8080/a', 'https://example.kz:8080/a'],
    ['https://t.me/somebody_else', 'https://t.me/somebody_else'],
  ])('leads to the web: %s', (written, href) => {
    expect(target(written)).toEqual({ kind: 'web', href });
  });

  it.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,<b>', 'file:///etc', 'blob:x', 'http://', ''])(
    'leads nowhere: %s',
    (written) => {
      expect(target(written)).toEqual({ kind: 'none' });
    },
  );

  it('opens the bot inside, in both spellings', () => {
    expect(target('t.me/Orynda_demo_bot?start=abc')).toEqual({
      kind: 'bot',
      link: 'https://t.me/Orynda_demo_bot?start=abc',
    });
    expect(target('tg://resolve?domain=orynda_demo_bot&start=a-b')).toEqual({
      kind: 'bot',
      link: 'https://t.me/orynda_demo_bot?start=a-b',
    });
  });

  it('opens a chat of the page by its number and no person', () => {
    expect(target('https://t.me/c/2100000001/15')).toEqual({ kind: 'chat', chat: -1_002_100_000_001 });
    expect(target('tg://user?id=7100000001')).toEqual({ kind: 'none' });
  });
});
