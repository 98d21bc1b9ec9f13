// Which links of a chat may be followed, and how: on the web, or inside as links of the bot and of chats.
export type LinkTarget =
  { kind: 'web'; href: string } | { kind: 'bot'; link: string } | { kind: 'chat'; chat: number } | { kind: 'none' };

const none: LinkTarget = { kind: 'none' };

/** Judges a link as written by a chat; `bot` is the bot's username. Only http, https and Telegram's own links pass. */
export function linkTarget(written: string, bot: string): LinkTarget {
  const link = /^[a-z][a-z0-9+.-]*:/i.test(written) && !/^[\w.-]+:\d/.test(written) ? written : `https://${written}`;
  let url: URL;
  try {
    url = new URL(link);
  } catch {
    return none;
  }
  if (url.protocol === 'tg:') return telegramLink(url, bot);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return none;
  if (!/^(www\.)?(t\.me|telegram\.me)$/.test(url.hostname)) return { kind: 'web', href: url.href };
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean);
  if (first.toLowerCase() === bot.toLowerCase()) return { kind: 'bot', link: url.href };
  if (first === 'c' && /^\d+$/.test(second)) return { kind: 'chat', chat: Number(`-100${second}`) };
  return { kind: 'web', href: url.href };
}

function telegramLink(url: URL, bot: string): LinkTarget {
  const domain = url.searchParams.get('domain') ?? '';
  if (url.host !== 'resolve' || domain.toLowerCase() !== bot.toLowerCase()) return none;
  const start = url.searchParams.get('start');
  const query = start === null ? '' : `?start=${encodeURIComponent(start)}`;
  return { kind: 'bot', link: `https://t.me/${bot}${query}` };
}
