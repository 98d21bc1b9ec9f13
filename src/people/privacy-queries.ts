// What is stored about a person: counted for the screen, in full for the export.
import type { App } from '../app.ts';
import { dayFromDb } from '../time.ts';

/** How much of each kind is stored, and the consent. */
export type Stored = {
  name: string;
  consentAt: Date | null;
  consentVersion: number | null;
  posts: number;
  reports: number;
  files: number;
  actions: number;
  /** A request for erasure waits for an administrator. */
  asked: boolean;
};

/** Key of the setting that holds an open request of this person. */
export const erasureKey = (personId: number): string => `people.erasure:${personId}`;

/** What /privacy shows. */
export async function storedOf(app: App, personId: number): Promise<Stored> {
  const person = await app.db.person.findUniqueOrThrow({ where: { id: personId } });
  const { consentAt, consentVersion } = person;
  return {
    name: [person.surname, person.given, person.patronymic].filter(Boolean).join(' '),
    consentAt,
    consentVersion,
    posts: await app.db.appointment.count({ where: { personId } }),
    reports: await app.db.report.count({ where: { byPersonId: personId } }),
    files: await app.db.attachment.count({ where: { report: { byPersonId: personId } } }),
    actions: await app.db.journalEvent.count({ where: { actorPersonId: personId } }),
    asked: (await openErasure(app, personId)) !== null,
  };
}

/** When the person asked to be erased, while nobody has decided; null otherwise. */
export async function openErasure(app: App, personId: number): Promise<Date | null> {
  const setting = await app.db.setting.findUnique({ where: { key: erasureKey(personId) } });
  return setting ? new Date(setting.value) : null;
}

/** Facts of a request for the administrator's message; null when the person is unknown. */
export async function erasureFacts(app: App, personId: number) {
  const person = await app.db.person.findUnique({ where: { id: personId } });
  if (!person) return null;
  const name = [person.surname, person.given, person.patronymic].filter(Boolean).join(' ');
  return { personId, name, asked: await openErasure(app, personId), erased: person.pseudonymisedAt };
}

/** Everything stored about the person, as it is handed out (JSON). */
export async function exportOf(app: App, personId: number): Promise<Record<string, unknown>> {
  const person = await app.db.person.findUniqueOrThrow({ where: { id: personId } });
  const { id, surname, given, patronymic, gender, locale, systemAdmin } = person;
  return {
    exportedAt: app.now(),
    person: { id, surname, given, patronymic, gender, language: locale, telegramId: person.telegramId, systemAdmin },
    consent: { at: person.consentAt, version: person.consentVersion },
    createdAt: person.createdAt,
    blockedAt: person.blockedAt,
    ...(await placeInOrganisation(app, personId, person.telegramId)),
    ...(await work(app, personId)),
  };
}

const postNames = { select: { nameKk: true, nameRu: true, org: { select: { nameKk: true, nameRu: true } } } };

async function placeInOrganisation(app: App, personId: number, telegramId: bigint | null) {
  const appointments = await app.db.appointment.findMany({
    where: { personId },
    include: { post: postNames },
    orderBy: { id: 'asc' },
  });
  return {
    appointments: appointments.map(({ kind, fromDay, toDay, post }) => {
      return { kind, from: dayFromDb(fromDay), to: toDay && dayFromDb(toDay), post };
    }),
    invitations: await app.db.invite.findMany({
      where: { personId },
      select: { createdAt: true, expiresAt: true, usedAt: true, revokedAt: true, usedTelegramId: true },
      orderBy: { id: 'asc' },
    }),
    claims: await app.db.claim.findMany({
      where: { telegramId: telegramId ?? -1n },
      select: { displayName: true, state: true, createdAt: true, decidedAt: true, post: postNames },
      orderBy: { id: 'asc' },
    }),
    subscriptions: await app.db.subscription.findMany({
      where: { personId },
      select: {
        orgId: true,
        resolutionId: true,
        topic: true,
        weekday: true,
        hour: true,
        createdAt: true,
        endedAt: true,
      },
      orderBy: { id: 'asc' },
    }),
  };
}

async function work(app: App, personId: number) {
  const file = { select: { kind: true, name: true, mime: true, size: true, sha256: true, createdAt: true } };
  return {
    reports: await app.db.report.findMany({
      where: { byPersonId: personId },
      select: {
        version: true,
        state: true,
        final: true,
        text: true,
        progress: true,
        submittedAt: true,
        participation: { select: { task: { select: { number: true, headline: true } } } },
        attachments: file,
      },
      orderBy: { id: 'asc' },
    }),
    namesTaught: await app.db.alias.findMany({
      where: { learnedById: personId },
      select: { words: true, learnedAt: true, forgottenAt: true },
      orderBy: { id: 'asc' },
    }),
    messagesReceived: await app.db.outgoingMessage.count({ where: { personId, state: 'sent' } }),
    actions: await app.db.journalEvent.findMany({
      where: { actorPersonId: personId },
      select: { at: true, verb: true, entity: true, entityId: true },
      orderBy: { id: 'asc' },
    }),
  };
}

/** The export as text. */
export function exportText(data: Record<string, unknown>): string {
  return JSON.stringify(data, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2);
}
