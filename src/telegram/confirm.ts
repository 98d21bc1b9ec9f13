// A last question before something is done, with yes and no.
import type { Talk } from './talk.ts';

/** Asks with two buttons; true for "yes". A "no" is left to the caller. */
export async function agreed(talk: Talk, html: string): Promise<boolean> {
  const choices = [
    [
      { label: talk.t('telegram-button-yes'), value: 'yes' },
      { label: talk.t('telegram-button-no'), value: 'no' },
    ],
  ];
  return (await talk.ask(html, { choices, text: false })).choice === 'yes';
}

/** One press more before anything happens; true when it was "yes", else the person hears that nothing was done. */
export async function confirmed(talk: Talk, html: string): Promise<boolean> {
  const yes = await agreed(talk, html);
  if (!yes) await talk.say('telegram-cancelled');
  return yes;
}
