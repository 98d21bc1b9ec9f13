// Messages of meetings that nobody asked for: the agenda for a member, the brief before a sitting, an item put before the chair.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import type { Panel } from '../resolutions/panel-messages.ts';
import type { CardContext } from '../tasks/messages.ts';
import { personForAddress } from '../tasks/person-queries.ts';
import { button } from '../telegram/buttons.ts';
import type { Locale } from '../texts.ts';
import { agendaPanel, questionPanel } from './agenda-messages.ts';
import { outstandingLines, sittingHead } from './messages.ts';
import { entryFor, sittingFor } from './read-queries.ts';

export const meetingsRenderers: Renderers = {
  'meetings.agenda': forReader(async (context, actor, row) => {
    const sitting = await sittingFor(context.app, actor, row.subjectId ?? 0);
    const { html } = agendaPanel(context, { ...sitting, keeps: false });
    const { meetingId } = sitting.view;
    const open = button(context.app.t(context.locale, 'meetings-button-agenda'), 'meetings.agenda', meetingId, 0);
    return { html: `${context.app.t(context.locale, 'meetings-invited')}\n\n${html}`, keyboard: [[open]] };
  }),
  'meetings.brief': forReader(async (context, actor, row) => {
    const sitting = await sittingFor(context.app, actor, row.subjectId ?? 0);
    // Chair or secretary changed since: the brief is for who holds the post now.
    if (!sitting.keeps || sitting.view.heldAt !== null) return null;
    const { day, time } = sitting.view;
    if (![day, `${day}T${time ?? ''}`].includes(String(row.data['cause'] ?? day))) return null;
    const { app, locale } = context;
    const head = [app.t(locale, 'meetings-brief'), '', ...sittingHead(context, sitting.view), ''];
    const open = button(app.t(locale, 'resolutions-button-open'), 'meetings.sitting', sitting.view.meetingId);
    return { html: [...head, ...outstandingLines(context, sitting)].join('\n'), keyboard: [[open]] };
  }),
  'meetings.item': forReader(async (context, actor, row) => {
    const entry = await entryFor(context.app, actor, row.subjectId ?? 0);
    const { html, keyboard } = questionPanel(context, entry);
    return { html: `${context.app.t(context.locale, 'meetings-before-you')}\n\n${html}`, keyboard };
  }),
};

type Writer = (context: CardContext, actor: Actor, row: MessageRow) => Promise<Panel | null>;

/** Written for the person it goes to, as that person may see it at this moment; nothing when they may not any more. */
function forReader(write: Writer) {
  return async (app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> => {
    const person = row.personId === null ? null : await personForAddress(app, row.personId);
    if (!person?.actor) return null;
    const context = { app, calendar: await loadCalendar(app), locale };
    const panel = await write(context, person.actor, row).catch((error: unknown) => {
      if (error instanceof UserError) return null;
      throw error;
    });
    return panel && { text: panel.html, keyboard: panel.keyboard };
  };
}
