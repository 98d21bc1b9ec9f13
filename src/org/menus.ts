// Command menus of Telegram: for everybody by language, and for one person by role.
import type { Api } from 'grammy';
import type { App } from '../app.ts';
import { plain } from '../telegram/buttons.ts';
import { locales, type Locale } from '../texts.ts';
import { commonCommands, menuCommands } from './command-rules.ts';
import type { Actor } from './rules.ts';

type MenuScope = 'default' | 'all_private_chats' | 'all_group_chats';

/** Sets the menus that everybody sees, in every language; called at start. Throws what Telegram answers. */
export async function syncCommandMenus(app: App, api: Api): Promise<void> {
  const scopes: MenuScope[] = ['default', 'all_private_chats', 'all_group_chats'];
  for (const type of scopes) {
    const names = commonCommands(type === 'all_group_chats' ? 'group' : 'private');
    await api.setMyCommands(menu(app, app.config.defaultLanguage, names), { scope: { type } });
    for (const locale of locales)
      await api.setMyCommands(menu(app, locale, names), { scope: { type }, language_code: locale });
  }
}

/** Sets the menu of one person's private chat by role and language. A menu is a comfort: failing is logged, nothing more. */
export async function setPersonalMenu(app: App, api: Api, actor: Actor): Promise<void> {
  const names = menuCommands(actor);
  const scope = { type: 'chat' as const, chat_id: actor.telegramId };
  try {
    await api.setMyCommands(menu(app, actor.locale, names), { scope });
  } catch (error) {
    app.log.warn({ err: error, personId: actor.personId }, 'org.menu-not-set');
  }
}

function menu(app: App, locale: Locale, names: string[]) {
  return names.map((command) => ({ command, description: plain(app.t(locale, `org-command-${command}`)) }));
}
