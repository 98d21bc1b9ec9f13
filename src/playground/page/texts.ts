// Words of the page: Fluent files of the visitor's language, fetched once each.
import { FluentBundle, FluentResource } from '/vendor/index.js';
import type { Language } from '../protocol.ts';

const files = ['playground.ftl', 'playground-tour.ftl'];
const loaded = new Map<Language, FluentBundle>();
let current: FluentBundle | undefined;

/** Makes a language the one of the page; fetches its texts the first time. */
export async function useLanguage(language: Language): Promise<void> {
  let bundle = loaded.get(language);
  if (!bundle) {
    bundle = new FluentBundle(language, { useIsolating: false });
    for (const source of await Promise.all(files.map((file) => read(language, file)))) {
      bundle.addResource(new FluentResource(source));
    }
    loaded.set(language, bundle);
  }
  current = bundle;
  document.documentElement.lang = language;
}

async function read(language: Language, file: string): Promise<string> {
  const response = await fetch(`/texts/${language}/${file}`);
  return response.ok ? response.text() : '';
}

/** A text in the language of the page, as plain text; a key that nobody wrote shows as itself. */
export function t(key: string, args: Record<string, string | number> = {}): string {
  const pattern = current?.getMessage(key)?.value;
  return current && pattern ? current.formatPattern(pattern, args, []) : key;
}
