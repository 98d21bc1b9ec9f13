// Answers given beside the sender count for the limits too: also those of a replica that does not lead, which tells the one that does,
// and in groups those of a process that has ended.
import type { Pool } from 'pg';
import type { App } from '../app.ts';
import { Together } from '../together.ts';
import { wakeChannel } from './leader.ts';
import { type Limits, memory } from './limits.ts';
import type { Post } from './post.ts';

/** One answer, by Telegram's id of its chat. `at`: given then; `refused`: for so many seconds Telegram takes none. */
type Answer = { chat: number; at?: number; refused?: number };

/** PostgreSQL carries 8,000 bytes in one notice. */
const inOneNotice = 150;
/** Where the answers of the last minute stand that groups were given. */
const key = 'outbox.group-answers';
/** At least so many milliseconds between two writes of them: what was answered since the last one before a kill is not known. */
const keepEvery = 2_000;

export class AnswersBeside {
  readonly #app: App;
  readonly #limits: Limits;
  readonly #notices: Together<Answer, void> | undefined;
  #toKeep = false;
  #keptAt = -Infinity;

  constructor(app: App, limits: Limits, sql?: Pool) {
    this.#app = app;
    this.#limits = limits;
    this.#notices = sql && new Together((answers) => notify(sql, answers).then(() => []));
  }

  /** An answer was given by this process; `leads`: nobody else needs to know. */
  given(chat: number, leads: boolean): void {
    this.#note({ chat, at: this.#app.now().getTime() }, leads);
  }

  /** An answer of this process was refused for so many seconds. */
  refused(chat: number, seconds: number, leads: boolean): void {
    this.#note({ chat, refused: seconds }, leads);
  }

  /** Notes what another replica told; false when it only said that there is something to send. */
  heard(notice: string): boolean {
    if (!notice.startsWith('[')) return false;
    for (const answer of JSON.parse(notice) as Answer[]) this.#note(answer, true);
    return true;
  }

  /** Of the sender that leads: writes down what groups were answered, if there is something new and not too often; `last`: now. */
  async keep(last = false): Promise<void> {
    const now = this.#app.now().getTime();
    // Both ways: a clock that was set back is heeded at once.
    if (!this.#toKeep || (!last && Math.abs(now - this.#keptAt) < keepEvery)) return;
    [this.#toKeep, this.#keptAt] = [false, now];
    const value = JSON.stringify(this.#limits.groupAnswers(now - memory));
    await this.#app.db.setting
      .upsert({ where: { key }, create: { key, value }, update: { value } })
      .catch((error: unknown) => this.#app.log.warn({ err: error }, 'outbox.answers-not-kept'));
  }

  #note(answer: Answer, leads: boolean): void {
    const { chat, at, refused } = answer;
    const now = this.#app.now().getTime();
    if (refused === undefined) this.#limits.answered(chat, chat < 0, Math.min(at ?? now, now));
    else this.#limits.refused(chat, refused, now);
    if (leads) this.#toKeep ||= chat < 0;
    // A notice that is lost costs a refusal at most, which the sender obeys.
    else this.#notices?.add(answer).catch(() => {});
  }
}

/** Takes over what groups were answered while somebody else led; what this process knows already counts once. */
export async function recallGroupAnswers({ app, limits }: Pick<Post, 'app' | 'limits'>): Promise<void> {
  const row = await app.db.setting.findUnique({ where: { key } });
  const before = JSON.parse(row?.value ?? '{}') as Record<string, number[]>;
  const now = app.now().getTime();
  const known = limits.groupAnswers(now - memory);
  for (const [chat, times] of Object.entries(before))
    for (const at of times)
      // What lies ahead was given under a clock that has been set back since: perhaps just now.
      if (at > now - memory && !known[chat]?.includes(at)) limits.answered(Number(chat), true, Math.min(at, now));
}

async function notify(sql: Pool, answers: Answer[]): Promise<void> {
  for (let n = 0; n < answers.length; n += inOneNotice) {
    const notice = JSON.stringify(answers.slice(n, n + inOneNotice));
    await sql.query('SELECT pg_notify($1, $2)', [wakeChannel, notice]);
  }
}
