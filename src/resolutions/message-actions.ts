// Which messages a change of a resolution causes: the question to the chair, and what its drafter hears.
import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { type Holder, holdersOf } from '../org/queries.ts';
import { enqueue } from '../outbox/actions.ts';
import type { JsonObject } from '../outbox/rules.ts';
import { drafterChat, resolutionView, type ResolutionView } from './queries.ts';

/** Puts the question before everybody who holds the chair's post; false when nobody there can be written to yet. Repeating it changes nothing. */
export async function askChair(app: App, view: ResolutionView): Promise<boolean> {
  const holders = await chairHolders(app, view);
  await enqueue(
    app,
    holders.map((holder) => questionTo(view, holder, 'asked')),
  );
  return holders.length > 0;
}

/** The question that stands with the chair shows the present state. `view` is the one before the change: it knows when it was sent. */
export async function refreshChair(app: App, view: ResolutionView): Promise<void> {
  if (view.sentAt === null) return;
  const holders = await chairHolders(app, view);
  await enqueue(
    app,
    holders.map((holder) => questionTo(view, holder, randomUUID())),
  );
}

/** Tells the drafter, in private; a drafter who cannot be written to sees it in /resolution. */
export async function tellDrafter(app: App, view: ResolutionView, kind: string, data: JsonObject = {}): Promise<void> {
  const drafter = await drafterChat(app, view.draftedById);
  if (drafter === null) return;
  await enqueue(app, [
    {
      kind,
      chatId: drafter,
      personId: view.draftedById,
      lane: 0,
      subjectId: view.resolutionId,
      data,
      dedupeKey: `${kind}:${view.resolutionId}:${randomUUID()}`,
    },
  ]);
}

/** Tells everybody who holds the chair's post, in one message a person that is edited when it changes. */
export async function tellChair(app: App, view: ResolutionView, kind: string): Promise<void> {
  const holders = await chairHolders(app, view);
  await enqueue(
    app,
    holders.map(({ chatId, personId }) => ({
      kind,
      chatId,
      personId,
      lane: 0 as const,
      subjectId: view.resolutionId,
      livingKey: `${kind}:${view.resolutionId}:${personId}`,
      dedupeKey: `${kind}:${view.resolutionId}:${personId}:${randomUUID()}`,
    })),
  );
}

/** An item of an adopted resolution lacks nothing any more: the chair is asked to issue it. */
export async function tellItemReady(app: App, resolutionId: number, taskId: number): Promise<void> {
  const view = await resolutionView(app, resolutionId);
  const item = view?.items.find((known) => known.taskId === taskId);
  if (!view || !item || item.state !== 'draft' || item.missing.length > 0) return;
  const holders = await chairHolders(app, view);
  await enqueue(
    app,
    holders.map((holder) => ({
      kind: 'resolutions.item-ready',
      chatId: holder.chatId,
      personId: holder.personId,
      subjectId: taskId,
      data: { resolutionId },
      livingKey: `resolutions.item:${taskId}:${holder.personId}`,
      dedupeKey: `resolutions.item-ready:${taskId}:${holder.personId}:${randomUUID()}`,
    })),
  );
}

function questionTo(view: ResolutionView, holder: Reached, cause: string) {
  const sentAt = view.sentAt?.getTime() ?? 0;
  // A question asked anew is a new message: the edit of an old one would go unnoticed.
  const key = `resolutions.for-adoption:${view.resolutionId}:${sentAt}:${holder.personId}`;
  return {
    kind: 'resolutions.for-adoption',
    chatId: holder.chatId,
    personId: holder.personId,
    lane: 0 as const,
    subjectId: view.resolutionId,
    data: { sentAt },
    livingKey: key,
    dedupeKey: `${key}:${cause}`,
  };
}

type Reached = Holder & { chatId: number };

async function chairHolders(app: App, view: ResolutionView): Promise<Reached[]> {
  const holders = (await holdersOf(app, [view.chair.postId])).get(view.chair.postId) ?? [];
  return holders.filter((holder): holder is Reached => holder.chatId !== null && !holder.blocked);
}
