// Files: the page, its texts, Fluent for the browser, and what stands in chats, which never runs as a page.
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { StoredFile } from './emulator/world.ts';
import { safeHeaders } from './gate.ts';

const root = new URL('../../', import.meta.url);
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
  ftl: 'text/plain; charset=utf-8',
};

/** Where a path of the page lies; undefined for what there is not. Names have no slash and no dot but one. */
function locate(path: string): URL | undefined {
  if (path === '/') return new URL('src/playground/page/index.html', root);
  const vendor = /^\/vendor\/([\w-]+\.js)$/.exec(path)?.[1];
  if (vendor) return new URL(`node_modules/@fluent/bundle/esm/${vendor}`, root);
  const [, locale, texts] = /^\/texts\/(kk|ru|en)\/([\w-]+\.ftl)$/.exec(path) ?? [];
  if (texts) return new URL(`src/texts/${locale}/${texts}`, root);
  const name = /^\/([\w-]+\.(?:js|css|svg|woff2|png))$/.exec(path)?.[1];
  if (!name) return undefined;
  return new URL(`${name.endsWith('.js') ? 'dist' : 'src'}/playground/page/${name}`, root);
}

/** Answers with a file of the page, or 404. */
export async function sendPage(response: ServerResponse, path: string): Promise<void> {
  const file = locate(path);
  const content = file && (await readFile(fileURLToPath(file)).catch(() => undefined));
  if (!content) {
    response.writeHead(404, { ...safeHeaders, 'content-type': 'text/plain' });
    response.end('not found\n');
    return;
  }
  const type = types[file.pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  // Asked for again each time: after an update of the program nobody may see the old page.
  response.writeHead(200, { ...safeHeaders, 'content-type': type, 'cache-control': 'no-cache' });
  response.end(content);
}

const pictures: [type: string, start: RegExp][] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
];

/** Answers with a file of a chat: pictures by their first bytes, whatever they say they are; everything else only as a download. */
export function sendFile(response: ServerResponse, file: StoredFile | undefined): void {
  const start = file?.content.subarray(0, 16).toString('latin1') ?? '';
  const picture = pictures.find(([, pattern]) => pattern.test(start))?.[0];
  const headers = {
    ...safeHeaders,
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': picture ?? 'application/octet-stream',
    'content-disposition': picture ? 'inline' : `attachment; filename*=UTF-8''${encodeName(file?.name ?? '')}`,
    'cache-control': 'private, max-age=3600',
  };
  if (!file) {
    response.writeHead(404, { ...safeHeaders, 'content-type': 'application/json' });
    response.end('{"error":"no such file"}');
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': file.content.length });
  response.end(file.content);
}

function encodeName(name: string): string {
  return encodeURIComponent(name || 'file').replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
