// Answers given beside the sender count for the limits too: also those of a replica that does not lead, which tells the one that does.
import type { Pool } from 'pg';
import type { App } from '../app.ts';
import { Together } from '../together.ts';
import { wakeChannel } from './leader.ts';
import type { Limits } from './limits.ts';

/** One answer, by Telegram's id of its chat. `refused`: for so many seconds Telegram takes none; else it was given. */
export type Answer = { chat: number; refused?: number };

/** PostgreSQL carries 8,000 bytes in one notice. */
const inOneNotice = 150;

export class AnswersBeside {
  readonly #app: App;
  readonly #limits: Limits;
  readonly #notices: Together<Answer, void> | undefined;

  constructor(app: App, limits: Limits, sql?: Pool) {
    this.#app = app;
    this.#limits = limits;
    this.#notices = sql && new Together((answers) => notify(sql, answers).then(() => []));
  }

  /** Notes an answer of this process; `leads`: nobody else needs to know. */
  note(answer: Answer, leads: boolean): void {
    const { chat, refused } = answer;
    const now = this.#app.now().getTime();
    if (refused === undefined) this.#limits.answered(chat, chat < 0, now);
    else this.#limits.refused(chat, refused, now);
    // A notice that is lost costs a refusal at most, which the sender obeys.
    if (!leads) this.#notices?.add(answer).catch(() => {});
  }

  /** Notes what another replica told; false when it only said that there is something to send. */
  heard(notice: string): boolean {
    if (!notice.startsWith('[')) return false;
    for (const answer of JSON.parse(notice) as Answer[]) this.note(answer, true);
    return true;
  }
}

async function notify(sql: Pool, answers: Answer[]): Promise<void> {
  for (let n = 0; n < answers.length; n += inOneNotice) {
    const notice = JSON.stringify(answers.slice(n, n + inOneNotice));
    await sql.query('SELECT pg_notify($1, $2)', [wakeChannel, notice]);
  }
}
