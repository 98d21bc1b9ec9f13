// `/public`: the tasks that may be told to the press, as a workbook; in private, for who reads a part of the tree.
import { Composer, InputFile } from 'grammy';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { dayIn } from '../time.ts';
import { writePublic } from './public-files.ts';
import { publicTasks } from './public-queries.ts';

/** The command of the press export. */
export function publicHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('public', async (ctx) => {
    const actor = requireActor(ctx);
    if (ctx.chat.type !== 'private') throw new UserError('history-privately');
    const reads = actor.posts.some(({ orgPath }) => may(actor, 'digests.read', { orgPath }));
    if (!reads) throw new UserError('telegram-not-allowed');
    const { tasks, leftOut } = await publicTasks(ctx.app, actor);
    const more = leftOut > 0 ? [ctx.t('marks-public-left-out', { n: leftOut })] : [];
    if (tasks.length === 0) return void (await ctx.sayHtml([ctx.t('marks-public-none'), ...more].join('\n')));
    const bytes = await writePublic(ctx.app, ctx.locale, tasks);
    const name = `public-${dayIn(ctx.app.zone, ctx.app.now())}.xlsx`;
    await ctx.replyWithDocument(new InputFile(bytes, name), {
      caption: [ctx.t('marks-public-caption', { n: tasks.length }), ...more].join('\n'),
      parse_mode: 'HTML',
    });
  });
  return composer;
}
