// LibreOffice as an official's program: it opens our files and writes them out again in a format that can be read.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where it is; null on a machine without it. */
export const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path)) ?? null;
export const withoutOffice =
  'LibreOffice is not installed (apt-get install libreoffice-writer libreoffice-calc): its opening was not tested';

/** Writes these files of a folder out again as `to` ('pdf', or a filter with its options) into another folder of it. Throws on any fault that it tells. */
export async function converted(folder: string, names: string[], to: string, into: string): Promise<void> {
  const out = join(folder, into);
  await mkdir(out, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const files = names.map((name) => join(folder, name));
  const args = [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', out, ...files];
  const { stderr } = await run(soffice ?? '', args, { timeout: 200_000 });
  if (/error|repair|corrupt/i.test(stderr)) throw new Error(stderr);
}
