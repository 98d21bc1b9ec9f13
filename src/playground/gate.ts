// Who may ask: only pages of this very address. Other sites cannot read, post or frame; a foreign name for 127.0.0.1 gets nothing.
import type { IncomingMessage } from 'node:http';

const names = ['127.0.0.1', 'localhost', '[::1]'];

/** Headers of every answer: no script, style, picture or call from elsewhere, no inline code, no frame around it. */
export const safeHeaders: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * Why a request is refused, null when it may pass. The Host must be this computer's own (against DNS rebinding);
 * under /api browsers must say that a page of the same address asks, and what changes anything must prove it.
 */
export function refusalOf(
  { headers, method = 'GET' }: Pick<IncomingMessage, 'headers' | 'method'>,
  path: string,
  port: number,
): string | null {
  const { host, origin } = headers;
  // Browsers leave out the port of plain HTTP.
  const own = names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  if (!host || !own.includes(host)) return 'unknown host';
  if (!path.startsWith('/api/')) return null;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined && origin !== `http://${host}`) return 'another origin';
  const reads = method === 'GET';
  if (site !== undefined && site !== 'same-origin' && !(reads && site === 'none')) return 'another site';
  if (!reads && origin === undefined && site !== 'same-origin')
    return 'a request that does not say where it comes from';
  return null;
}
