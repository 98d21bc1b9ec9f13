// Files that the page has uploaded and not sent yet; the oldest are forgotten.
import type { OutgoingFile } from './emulator/people.ts';
import { Refused } from './refused.ts';

export type Upload = Required<OutgoingFile>;

/** An album has ten; more would only take memory. */
const kept = 12;

/** Waiting files by their ids. */
export class Uploads {
  readonly #files = new Map<string, Upload>();
  #next = 1;

  /** Keeps a file until it is sent. Returns its id. */
  keep(file: Upload): string {
    const id = `upload-${this.#next++}`;
    this.#files.set(id, file);
    const [oldest] = this.#files.keys();
    if (this.#files.size > kept && oldest !== undefined) this.#files.delete(oldest);
    return id;
  }

  /** The files of these ids, to be sent now: they are kept no longer. Throws Refused when one is not there. */
  take(ids: string[]): Upload[] {
    const files = ids.map((id) => {
      const file = this.#files.get(id);
      if (!file) throw new Refused(404, 'the uploaded file is gone');
      return file;
    });
    for (const id of ids) this.#files.delete(id);
    return files;
  }
}
