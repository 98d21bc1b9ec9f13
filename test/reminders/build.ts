// Builds a small city straight in the database: organisations, posts with people, groups, tasks.
import { pino } from 'pino';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { NamingPolicy, OrgType, Ownership, Prisma, Role, TaskKind } from '../../src/generated/prisma/client.ts';
import type { Actor } from '../../src/org/rules.ts';
import { findActor } from '../../src/org/queries.ts';
import { dayToDb, instantOf, type Day } from '../../src/time.ts';
import type { TestDatabase } from '../support/database.ts';

export const zone = 'Asia/Almaty';

export type PostBuilt = { postId: number; personId: number; orgId: number; chatId: number | null; telegramId: number };

export class City {
  readonly db: TestDatabase['db'];
  readonly app: App;
  #now = '2026-11-23T09:00';
  #serial = 0;

  constructor(database: TestDatabase) {
    this.db = database.db;
    const config = readConfig({ BOT_TOKEN: '1:test', TIME_ZONE: zone, REPORT_UNDO_SECONDS: '0' });
    const now = (): Date => this.instant(this.#now);
    this.app = createApp({ db: database.db, config, log: pino({ level: 'silent' }), now });
    this.app.botUsername = 'orynda_test_bot';
  }

  instant(local: string): Date {
    return instantOf(zone, local.slice(0, 10), local.slice(11));
  }
  at(local: string): void {
    this.#now = local;
  }

  async org(
    nameRu: string,
    parent: { id: number; path: string } | null,
    over: Partial<{ type: OrgType; week: number; ownership: Ownership }> = {},
  ): Promise<{ id: number; path: string }> {
    const base = { code: `o${++this.#serial}`, nameRu, nameKk: `${nameRu} kk`, type: 'school' as OrgType, path: '' };
    const data = { ...base, parentId: parent?.id ?? null, createdAt: this.app.now(), ...over };
    const { id } = await this.db.organisation.create({ data });
    const path = `${parent?.path ?? '/'}${id}/`;
    await this.db.organisation.update({ where: { id }, data: { path, rootId: Number(path.split('/')[1]) } });
    return { id, path };
  }

  /** A post with its holder; `reached: false` for somebody who never started the bot. */
  async post(
    org: { id: number },
    role: Role,
    { reached = true, locale = 'ru', systemAdmin = false } = {},
  ): Promise<PostBuilt> {
    const n = ++this.#serial;
    const createdAt = this.app.now();
    const post = await this.db.post.create({
      data: { orgId: org.id, role, nameRu: `Должность ${n}`, nameKk: `Лауазым ${n}`, createdAt },
    });
    const chat = reached
      ? await this.db.chat.create({ data: { telegramId: BigInt(1000 + n), type: 'private', createdAt } })
      : null;
    const person = await this.db.person.create({
      data: {
        surname: `Примеров${n}`,
        given: 'Пример',
        patronymic: 'Примерович',
        gender: 'male',
        locale,
        systemAdmin,
        telegramId: reached ? BigInt(1000 + n) : null,
        chatId: chat?.id ?? null,
        createdAt,
      },
    });
    await this.db.appointment.create({
      data: { personId: person.id, postId: post.id, fromDay: dayToDb('2026-01-01') },
    });
    return { postId: post.id, personId: person.id, orgId: org.id, chatId: chat?.id ?? null, telegramId: 1000 + n };
  }

  async actor({ telegramId }: { telegramId: number }): Promise<Actor> {
    const actor = await findActor(this.app, telegramId);
    if (!actor) throw new Error('nobody');
    return actor;
  }

  async place(
    org: { id: number },
    boundBy: PostBuilt,
    over: Partial<{ naming: NamingPolicy; policy: 'full' | 'notice'; languages: string[] }> = {},
  ): Promise<number> {
    const telegramId = BigInt(-1000 - ++this.#serial);
    const chat = await this.db.chat.create({
      data: { telegramId, type: 'supergroup', title: 'Group', createdAt: this.app.now() },
    });
    const data = { chatId: chat.id, orgId: org.id, languages: ['ru'], boundById: boundBy.personId };
    const place = await this.db.place.create({ data: { ...data, boundAt: this.app.now(), ...over } });
    return place.id;
  }

  /** An issued task with one share for each executor. */
  async task(
    issuer: PostBuilt,
    executors: PostBuilt[],
    due: Day | null,
    over: Partial<Prisma.TaskUncheckedCreateInput> & {
      issued?: string;
      force?: TaskKind;
      share?: Partial<Prisma.ParticipationUncheckedCreateInput>;
    } = {},
  ): Promise<{ taskId: number; number: string; shareIds: number[] }> {
    const { issued = '2026-11-23T10:00', force = 'assignment', share = {}, ...rest } = over;
    const number = `Т-${++this.#serial}`;
    const org = await this.db.organisation.findUniqueOrThrow({ where: { id: issuer.orgId } });
    const task = await this.db.task.create({
      data: {
        number,
        state: 'issued',
        headline: `Поручение ${number}`,
        textRu: 'Текст',
        issuerPostId: issuer.postId,
        rootOrgId: org.rootId ?? org.id,
        due: due && dayToDb(due),
        fanOut: true,
        createdAt: this.instant(issued),
        issuedAt: this.instant(issued),
        ...rest,
      },
    });
    const shareIds: number[] = [];
    for (const [position, { postId }] of executors.entries()) {
      const data = { taskId: task.id, postId, position, force, state: 'acknowledged' as const };
      const dates = { due: due && dayToDb(due), firstDue: due && dayToDb(due) };
      const { id } = await this.db.participation.create({ data: { ...data, ...dates, ...share } });
      shareIds.push(id);
    }
    return { taskId: task.id, number, shareIds };
  }
}
