// Personal data on screen: what is stored, the question before a request, the request before an administrator.
import type { Rendered } from '../outbox/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Locale, T } from '../texts.ts';
import { printInstant } from '../time.ts';
import type { Screen } from './claim-messages.ts';
import type { Stored } from './privacy-queries.ts';

/** What is stored about the person who asks, and what they can do about it. */
export function privacyMessage(t: T, locale: Locale, zone: string, stored: Stored): Screen {
  const { consentAt, consentVersion, asked, name, ...counts } = stored;
  const consent = consentAt
    ? t(locale, 'people-privacy-consent', { at: printInstant(zone, consentAt), version: consentVersion ?? 0 })
    : t(locale, 'people-privacy-no-consent');
  const html = [t(locale, 'people-privacy', { name, ...counts }), consent, '', t(locale, 'people-privacy-what')];
  const erase = asked
    ? button(t(locale, 'people-button-withdraw-erasure'), 'people.erasure-withdraw', 'yes')
    : button(t(locale, 'people-button-erase-me'), 'people.erasure-ask', 'yes');
  return {
    html: [...html, ...(asked ? [t(locale, 'people-erasure-waits')] : [])].join('\n'),
    keyboard: [[button(t(locale, 'people-button-export'), 'people.export', 'yes')], [erase]],
  };
}

/** The question before a request for erasure. */
export function erasureQuestion(t: T, locale: Locale): Screen {
  return {
    html: t(locale, 'people-erasure-question'),
    keyboard: [
      [button(t(locale, 'people-button-erase-yes'), 'people.erasure-send', 'yes')],
      [button(t(locale, 'telegram-button-no'), 'people.privacy', 'yes')],
    ],
  };
}

export type ErasureFacts = { personId: number; name: string; asked: Date | null; erased: Date | null };

/** The request before an administrator; once decided it says so, without buttons. `sure` asks once more. */
export function erasureMessage(t: T, locale: Locale, zone: string, facts: ErasureFacts, sure = false): Rendered {
  const { personId, name, asked, erased } = facts;
  const head = t(locale, 'people-erasure-asked', { name });
  if (erased) return { text: [head, t(locale, 'people-erasure-done', { at: printInstant(zone, erased) })].join('\n') };
  if (!asked) return { text: [head, t(locale, 'people-erasure-dropped')].join('\n') };
  const lines = [head, t(locale, 'people-erasure-since', { at: printInstant(zone, asked) })];
  if (sure) {
    const yes = button(t(locale, 'people-button-erase-now'), 'people.erasure-now', personId);
    return {
      text: [...lines, '', t(locale, 'people-erasure-sure')].join('\n'),
      keyboard: [[yes], [button(t(locale, 'telegram-button-no'), 'people.erasure', personId)]],
    };
  }
  return {
    text: lines.join('\n'),
    keyboard: [
      [
        button(t(locale, 'people-button-erase'), 'people.erasure-sure', personId),
        button(t(locale, 'people-button-refuse'), 'people.erasure-refuse', personId),
      ],
    ],
  };
}
