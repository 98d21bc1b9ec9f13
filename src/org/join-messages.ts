// The invitation as it is shown: who, which post, what is stored, in which language.
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { locales, type Locale, type T } from '../texts.ts';
import { languageNames } from './help-messages.ts';
import type { InviteWithPost } from './invite-queries.ts';
import { orgName, nameIn, personName } from './messages.ts';

/** Text (HTML) and buttons of an opened invitation. The token goes along in the buttons: it alone proves the invitation. */
export function invitationMessage(
  t: T,
  locale: Locale,
  { person, post }: Pick<InviteWithPost, 'person' | 'post'>,
  token: string,
): { text: string; keyboard: Keyboard } {
  const who =
    person && post
      ? t(locale, 'org-join-post', {
          name: personName(person, true),
          post: nameIn(post, locale),
          org: orgName(post.org, locale),
        })
      : t(locale, 'org-join-admin');
  const others = locales.filter((other) => other !== locale);
  return {
    text: [who, '', t(locale, 'org-join-consent'), '', t(locale, 'org-join-question')].join('\n'),
    keyboard: [
      [button(t(locale, 'org-join-agree'), 'org.agree', locale, token)],
      others.map((other) => button(languageNames[other], 'org.join-language', other, token)),
      [button(t(locale, 'org-join-decline'), 'org.decline')],
    ],
  };
}
