// /reminders: how an organisation is reminded, and the buttons of the issuer about one task.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { type BindableOrg, bindableOrganisations } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import { orgName } from '../org/messages.ts';
import { may } from '../org/rights.ts';
import { type Actor, scopeOf } from '../org/rules.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { taskView } from '../tasks/queries.ts';
import { isSeries } from '../tasks/recurrence-messages.ts';
import { button, idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { type Day, dayIn, isDay, printDay } from '../time.ts';
import { type PolicyChange, pauseTask, setOrgPolicy, setTaskPolicy } from './policy-actions.ts';
import {
  choicePanel,
  type Field,
  fields,
  namings,
  policyPanel,
  type Screen,
  taskChoice,
  taskPanel,
} from './policy-messages.ts';
import { organisationPolicy, ownPolicyOfTask } from './policy-queries.ts';
import { dayChoices, hourChoices, repeatings } from './policy-rules.ts';

/** So many organisations are offered to choose from. */
const mostOrgs = 10;
/** Working days for which a pause is offered. */
const pauses = [3, 5, 10];

export function policyHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('reminders', async (ctx) => {
    const { html, keyboard } = await firstScreen(ctx, privately(ctx), ctx.match.trim());
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'reminders.policy', async (ctx, id) => show(ctx, await panelOf(ctx, privately(ctx), idArg(id))));
  onButton(composer, 'reminders.choose', async (ctx, id, name) => {
    const { org, policy, own } = await organisation(ctx, privately(ctx), idArg(id));
    const field = fieldOf(name);
    const set = { days: own.daysBefore, repeats: own.repeats, hours: own.from, naming: own.naming };
    const isOwn = field === 'quiet' ? Boolean(own.quietUntil ?? own.quietDays) : set[field] !== undefined;
    await show(
      ctx,
      choicePanel(ctx.app, ctx.locale, org, { field, policy, own: isOwn, ahead: await daysAhead(ctx.app) }),
    );
  });
  onButton(composer, 'reminders.set', async (ctx, id, name, value) => {
    const actor = privately(ctx);
    for (const change of changesOf(fieldOf(name), value))
      await setOrgPolicy(ctx.app, actor, { orgId: idArg(id), change });
    await toast(ctx, ctx.t('reminders-set'));
    await show(ctx, await panelOf(ctx, actor, idArg(id)));
  });
  onButton(composer, 'reminders.quiet', async (ctx, id) => {
    await organisation(ctx, privately(ctx), idArg(id));
    await enterDialog(ctx, 'reminders.quiet', { orgId: idArg(id) });
  });
  taskButtons(composer);
  return composer;
}

/** Buttons on the card of a task, for the level that issued it. */
function taskButtons(composer: Composer<Ctx>): void {
  onButton(composer, 'reminders.task', async (ctx, id) => {
    const { html, keyboard } = taskPanel(ctx.app, ctx.locale, await taskOf(ctx, privately(ctx), idArg(id)));
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'reminders.task-choose', async (ctx, id, name) => {
    const field = fieldOf(name);
    if (field === 'hours' || field === 'quiet') throw new UserError('telegram-stale-button');
    await show(ctx, taskChoice(ctx.app, ctx.locale, await taskOf(ctx, privately(ctx), idArg(id)), field));
  });
  onButton(composer, 'reminders.task-set', async (ctx, id, name, value) => {
    const actor = privately(ctx);
    const [change] = changesOf(fieldOf(name), value);
    if (!change) throw new UserError('telegram-stale-button');
    await setTaskPolicy(ctx.app, actor, { taskId: idArg(id), change });
    await toast(ctx, ctx.t('reminders-set'));
    await show(ctx, taskPanel(ctx.app, ctx.locale, await taskOf(ctx, actor, idArg(id))));
  });
  onButton(composer, 'reminders.pause', async (ctx, id, day) => pause(ctx, idArg(id), dayArg(day)));
  onButton(composer, 'reminders.resume', async (ctx, id) => pause(ctx, idArg(id), null));
  onButton(composer, 'reminders.pause-other', async (ctx, id) => {
    await taskOf(ctx, privately(ctx), idArg(id));
    await enterDialog(ctx, 'reminders.pause', { taskId: idArg(id) });
  });
}

async function pause(ctx: Ctx, taskId: number, until: Day | null): Promise<void> {
  const actor = privately(ctx);
  await pauseTask(ctx.app, actor, { taskId, until });
  const said = until ? ctx.t('tasks-paused', { day: printDay(ctx.locale, until) }) : ctx.t('reminders-not-paused');
  await toast(ctx, said);
  await show(ctx, taskPanel(ctx.app, ctx.locale, await taskOf(ctx, actor, taskId)));
}

/** The panel where there is one organisation to set, else a choice. */
async function firstScreen(ctx: Ctx, actor: Actor, words: string): Promise<Screen> {
  const orgs = await settable(ctx, actor, words);
  const [only] = orgs;
  if (!only) throw new UserError(words ? 'chats-not-found' : 'reminders-may-not-set', { search: words });
  if (orgs.length === 1) return panelOf(ctx, actor, only.orgId);
  const keyboard = orgs
    .slice(0, mostOrgs)
    .map((org) => [button(orgName(org, ctx.locale), 'reminders.policy', org.orgId)]);
  return { html: ctx.t('reminders-which'), keyboard };
}

/** The bodies of the actor's own posts; with words whatever fits them below. */
async function settable(ctx: Ctx, actor: Actor, words: string): Promise<BindableOrg[]> {
  const below = await bindableOrganisations(ctx.app, actor, words);
  const mine = new Set(actor.posts.map(scopeOf));
  return below
    .filter(({ path }) => words !== '' || mine.has(path))
    .filter(({ path }) => may(actor, 'reminders.set-policy', { orgPath: path }) !== null);
}

async function panelOf(ctx: Ctx, actor: Actor, orgId: number): Promise<Screen> {
  const { org, policy, origins } = await organisation(ctx, actor, orgId);
  return policyPanel(ctx.app, ctx.locale, org, policy, origins);
}

async function organisation(ctx: Ctx, actor: Actor, orgId: number) {
  const found = await organisationPolicy(ctx.app, orgId);
  if (!found || !may(actor, 'reminders.set-policy', { orgPath: found.org.path }))
    throw new UserError('reminders-may-not-set');
  return found;
}

async function taskOf(ctx: Ctx, actor: Actor, taskId: number) {
  const task = await taskView(ctx.app, taskId);
  if (!task || task.state === 'draft') throw new UserError('telegram-stale-button');
  if (!may(actor, 'tasks.set-reminders', controlledTask(task))) throw new UserError('reminders-only-issuer');
  if (isSeries(task)) throw new UserError('reminders-series');
  const { number, pausedUntil = null } = task;
  const today = dayIn(ctx.app.zone, ctx.app.now());
  const paused = pausedUntil !== null && pausedUntil > today ? pausedUntil : null;
  const own = await ownPolicyOfTask(ctx.app, taskId);
  return { taskId, number: number ?? '', own, pausedUntil: paused, ahead: await daysAhead(ctx.app) };
}

async function daysAhead(app: App): Promise<Day[]> {
  const calendar = await loadCalendar(app);
  const today = dayIn(app.zone, app.now());
  return pauses.map((n) => calendar.addWorkingDays(today, n, 5));
}

/** What a press on a choice sets; '-' takes it back. */
function changesOf(field: Field, value: string | undefined): PolicyChange[] {
  const none = value === '-';
  const at = Number(value);
  if (field === 'days') return [{ daysBefore: none ? null : [...known(dayChoices[at])] }];
  if (field === 'hours') return [{ hours: none ? null : known(hourChoices[at]) }];
  if (field === 'repeats') return [{ repeats: none ? null : known(repeatings.find((name) => name === value)) }];
  if (field === 'naming') return [{ naming: none ? null : known(namings.find((name) => name === value)) }];
  return none ? [{ quietUntil: null }, { quietDays: null }] : [{ quietUntil: dayArg(value) }];
}

function known<V>(value: V | undefined): V {
  if (value === undefined) throw new UserError('telegram-stale-button');
  return value;
}

function fieldOf(name: string | undefined): Field {
  return known(fields.find((field) => field === name));
}

function dayArg(value: string | undefined): Day {
  if (value === undefined || !isDay(value)) throw new UserError('telegram-stale-button');
  return value;
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
