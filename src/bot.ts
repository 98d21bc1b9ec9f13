// createBot(app, options): the order of middleware, then one line a slice.
import { Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { App } from './app.ts';
import { chatsHandlers } from './chats/handlers.ts';
import { deliveryHandlers } from './delivery/handlers.ts';
import { executionHandlers } from './documents/execution-handlers.ts';
import { handOverHandlers } from './documents/hand-over-handlers.ts';
import { printHandlers } from './documents/print-handlers.ts';
import { publicHandlers } from './documents/public-handlers.ts';
import { findingsDialogs } from './findings/dialogs.ts';
import { findingsHandlers } from './findings/handlers.ts';
import { collectionsDialogs } from './collections/dialogs.ts';
import { collectionsHandlers } from './collections/handlers.ts';
import { groupsDialogs } from './groups/dialogs.ts';
import { programmesDialogs } from './groups/programme-dialogs.ts';
import { programmesHandlers } from './groups/programme-handlers.ts';
import { groupsHandlers } from './groups/handlers.ts';
import { indicatorsDialogs } from './indicators/dialogs.ts';
import { indicatorsHandlers } from './indicators/handlers.ts';
import { listsDialogs } from './lists/dialogs.ts';
import { listsHandlers } from './lists/handlers.ts';
import { inlineHandlers, taskLinkHandlers, withoutInlinePosts } from './lists/inline-handlers.ts';
import { problemsDialogs } from './problems/dialogs.ts';
import { problemsHandlers } from './problems/handlers.ts';
import { roadmapsDialogs } from './roadmaps/dialogs.ts';
import { roadmapsHandlers } from './roadmaps/handlers.ts';
import { disciplineDialogs } from './discipline/dialogs.ts';
import { disciplineHandlers } from './discipline/handlers.ts';
import { digestsDialogs } from './digests/dialogs.ts';
import { digestsHandlers } from './digests/handlers.ts';
import { historyDialogs } from './history/dialogs.ts';
import { historyHandlers } from './history/handlers.ts';
import { intakeDialogs } from './intake/dialogs.ts';
import { intakeHandlers } from './intake/handlers.ts';
import { orgHandlers } from './org/handlers.ts';
import { setPersonalMenu } from './org/menus.ts';
import { extensionsDialogs } from './extensions/dialogs.ts';
import { extensionsHandlers } from './extensions/handlers.ts';
import { findActor, findActorTogether } from './org/queries.ts';
import type { Actor } from './org/rules.ts';
import { remindersDialogs } from './reminders/dialogs.ts';
import { remindersHandlers } from './reminders/handlers.ts';
import { claimHandlers } from './people/claim-handlers.ts';
import { periodsDialogs } from './periods/dialogs.ts';
import { periodsHandlers } from './periods/handlers.ts';
import { peopleDialogs } from './people/dialogs.ts';
import { peopleHandlers } from './people/handlers.ts';
import { privacyHandlers } from './people/privacy-handlers.ts';
import { meetingsDialogs } from './meetings/dialogs.ts';
import { meetingsHandlers } from './meetings/handlers.ts';
import { resolutionsDialogs } from './resolutions/dialogs.ts';
import { answersItem } from './resolutions/review-queries.ts';
import { resolutionsHandlers } from './resolutions/handlers.ts';
import { answersCard } from './reports/card-queries.ts';
import { reportsDialogs } from './reports/dialogs.ts';
import { guardHandlers } from './reports/guard-handlers.ts';
import { reportsHandlers } from './reports/handlers.ts';
import { sharesDialogs } from './shares/dialogs.ts';
import { sharesHandlers } from './shares/handlers.ts';
import { statsHandlers, statsLinkHandlers } from './stats/handlers.ts';
import { tasksDialogs } from './tasks/dialogs.ts';
import { plainTaskHandlers } from './tasks/draft-handlers.ts';
import { tasksHandlers } from './tasks/handlers.ts';
import { convertHandlers } from './tasks/convert-handlers.ts';
import { markDialogs } from './tasks/mark-dialogs.ts';
import { markHandlers } from './tasks/mark-handlers.ts';
import { tellOpenTasks } from './tasks/message-actions.ts';
import { room, rooms } from './telegram/buttons.ts';
import { type Ctx, identify, installContext } from './telegram/context.ts';
import { dialogs } from './telegram/dialog.ts';
import { failureBoundary, repeatWithoutDatabase } from './telegram/failure.ts';
import { floodGate, floodLimits, FloodMemory } from './telegram/flood.ts';
import { timeoutSeconds } from './telegram/own-api.ts';
import { measureUpdates } from './telegram/measure.ts';
import { seenUpdates } from './telegram/seen-updates.ts';
import { wellFormedUpdates } from './telegram/well-formed.ts';

export type BotOptions = {
  token: string;
  apiRoot: string;
  me?: UserFromGetMe;
  /** Where the updates of each sender are counted; left out: for this bot alone. */
  flood?: FloodMemory;
};

/** Builds the bot with every handler of every slice; it does not start it. */
export function createBot(app: App, { token, apiRoot, me, flood }: BotOptions): Bot<Ctx> {
  const bot = new Bot<Ctx>(token, { client: { apiRoot, timeoutSeconds }, ...(me ? { botInfo: me } : {}) });
  repeatWithoutDatabase(bot);
  bot.use(measureUpdates(app.metrics));
  bot.use(wellFormedUpdates());
  bot.use(installContext(app));
  bot.use(floodGate(flood ?? new FloodMemory(floodLimits(app.config)), findActor));
  bot.use(failureBoundary());
  bot.use(seenUpdates());
  bot.use(identify(findActorTogether));
  bot.use(withoutInlinePosts());
  bot.use(guardHandlers());
  const onJoined = async (app: App, actor: Actor): Promise<void> => {
    await setPersonalMenu(app, bot.api, actor);
    await tellOpenTasks(app, actor);
  };
  bot.use(
    dialogs(
      app,
      [
        ...peopleDialogs(onJoined),
        ...tasksDialogs,
        ...markDialogs,
        ...reportsDialogs,
        ...sharesDialogs,
        ...extensionsDialogs,
        ...resolutionsDialogs,
        ...meetingsDialogs,
        ...intakeDialogs,
        ...historyDialogs,
        ...periodsDialogs,
        ...remindersDialogs,
        ...digestsDialogs,
        ...listsDialogs,
        ...disciplineDialogs,
        ...indicatorsDialogs,
        ...roadmapsDialogs,
        ...collectionsDialogs,
        ...findingsDialogs,
        ...problemsDialogs,
        ...groupsDialogs,
        ...programmesDialogs,
      ],
      [answersCard, answersItem],
    ),
  );
  // Strangers may say "this is me"; org answers them everything else.
  bot.use(claimHandlers(onJoined));
  bot.use(
    rooms(
      room(() => taskLinkHandlers()),
      room(() => statsLinkHandlers()),
    ),
  );
  bot.use(orgHandlers(app, tellOpenTasks));
  bot.use(
    rooms(
      room(() => peopleHandlers(app)),
      room(() => privacyHandlers(app)),
      room(() => deliveryHandlers()),
      room(() => chatsHandlers(app)),
      // Answers to a question for many are numbers and lines: before everything that takes words for tasks or reports.
      room(() => collectionsHandlers(), 'reports.start'),
      // `/task 148` and `/task` as an answer to one's own card, before new tasks.
      room(() => sharesHandlers(app)),
      // Several tasks at once and documents, before one task and reports.
      room(() => intakeHandlers(app)),
      room(() => tasksHandlers(app)),
      room(() => markHandlers()),
      room(() => convertHandlers()),
      room(() => periodsHandlers()),
      room(() => remindersHandlers(app)),
      room(() => digestsHandlers(app)),
      room(() => listsHandlers()),
      room(() => inlineHandlers()),
      room(() => statsHandlers()),
      room(() => resolutionsHandlers(app)),
      room(() => meetingsHandlers(app)),
      room(() => indicatorsHandlers()),
      room(() => roadmapsHandlers()),
      room(() => findingsHandlers()),
      room(() => problemsHandlers()),
      room(() => groupsHandlers()),
      room(() => programmesHandlers()),
      room(() => disciplineHandlers()),
      room(() => executionHandlers()),
      room(() => handOverHandlers()),
      room(() => publicHandlers()),
      room(() => printHandlers()),
      room(() => extensionsHandlers(app)),
      room(() => historyHandlers(app)),
      // Plain words come last: first as a task, then as a report.
      room(() => plainTaskHandlers(app)),
      room(() => reportsHandlers(app)),
    ),
  );
  bot.chatType('private').hears(/^\/\w/, (ctx) => ctx.say('telegram-unknown-command'));
  bot.on('callback_query:data', (ctx) =>
    ctx.answerCallbackQuery({ text: ctx.t('telegram-stale-button'), show_alert: true }),
  );
  return bot;
}
