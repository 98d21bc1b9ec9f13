// A data directory for the benchmark: one executor with many open tasks, each to be acknowledged once.
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { openDb } from '../../src/db.ts';
import { token } from './processes.ts';

/** Fills a new embedded database and closes it. Returns the participations of the person with Telegram id 42. */
export async function seed(dataDir: string, tasks: number): Promise<number[]> {
  const config = readConfig({ BOT_TOKEN: token, DATA_DIR: dataDir });
  const { db, close } = await openDb({ config, log: pino({ level: 'error' }) });
  const createdAt = new Date();
  const org = await db.organisation.create({
    data: { code: 's1', nameKk: '№ 1 мектеп', nameRu: 'Школа № 1', type: 'school', path: '/1/', createdAt },
  });
  await db.organisation.update({ where: { id: org.id }, data: { rootId: org.id, path: `/${org.id}/` } });
  const post = await db.post.create({
    data: { orgId: org.id, nameKk: 'Директор', nameRu: 'Директор', role: 'school_head', createdAt },
  });
  const issuer = await db.post.create({
    data: { orgId: org.id, nameKk: 'Орынбасар', nameRu: 'Заместитель', role: 'deputy', createdAt },
  });
  const chat = await db.chat.create({ data: { telegramId: 42n, type: 'private', createdAt } });
  const person = await db.person.create({
    data: {
      surname: 'Сынақов',
      given: 'Сынақ',
      locale: 'ru',
      telegramId: 42n,
      chatId: chat.id,
      consentAt: createdAt,
      consentVersion: 1,
      createdAt,
    },
  });
  await db.appointment.create({ data: { personId: person.id, postId: post.id, fromDay: new Date('2020-01-01') } });
  const due = new Date('2030-01-01');
  const ids: number[] = [];
  for (let number = 1; number <= tasks; number++) {
    const task = await db.task.create({
      data: {
        number: `Т-${number}`,
        state: 'issued',
        headline: 'Отремонтировать пандус',
        textRu: 'Отремонтировать пандус',
        issuerPostId: issuer.id,
        controllerPostId: issuer.id,
        rootOrgId: org.id,
        due,
        createdAt,
        issuedAt: createdAt,
        participations: { create: { postId: post.id, force: 'assignment', firstDue: due, due } },
      },
      include: { participations: true },
    });
    ids.push(...task.participations.map(({ id }) => id));
  }
  await close();
  return ids;
}
