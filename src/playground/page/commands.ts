// The bot's commands above the input field: all of them, or those that fit what is written.
import type { ChatSummary, ChatView } from '../protocol.ts';
import { fill, h } from './h.ts';
import { commandText, matchingCommands } from './lists.ts';
import { t } from './texts.ts';

type Command = ChatView['commands'][number];
export type CommandList = {
  element: HTMLElement;
  offer: (commands: Command[], type: ChatSummary['type'], bot: string) => void;
  filter: (written: string) => void;
  toggle: () => void;
  /** True when the key was the list's own. */
  key: (event: KeyboardEvent) => boolean;
};

/** Makes the list for a field; `send` gets the command that was chosen. */
export function commandList(field: HTMLTextAreaElement, send: (text: string) => void): CommandList {
  const element = h('div', { class: 'commands', attrs: { role: 'listbox', id: 'commands', hidden: true } });
  let all: Command[] = [];
  let shown: Command[] = [];
  let chosen = 0;
  let written = (command: string): string => `/${command}`;

  const show = (list: Command[]): void => {
    shown = list;
    chosen = 0;
    element.hidden = list.length === 0;
    element.setAttribute('aria-label', t('playground-commands'));
    field.setAttribute('aria-controls', 'commands');
    fill(element, ...list.map(option));
    mark();
  };
  const option = ({ command, description }: Command, index: number): HTMLElement => {
    const attrs = { role: 'option', id: `command-${index}` };
    const row = h('div', { class: 'command-row', attrs }, h('b', {}, `/${command}`), h('span', {}, description));
    row.addEventListener('pointerdown', (event) => event.preventDefault());
    row.addEventListener('click', () => take(index));
    return row;
  };
  const mark = (): void => {
    [...element.children].forEach((row, index) => row.setAttribute('aria-selected', String(index === chosen)));
    if (shown.length > 0) field.setAttribute('aria-activedescendant', `command-${chosen}`);
    else field.removeAttribute('aria-activedescendant');
    element.children[chosen]?.scrollIntoView({ block: 'nearest' });
  };
  const take = (index: number): void => {
    const command = shown[index]?.command;
    show([]);
    if (command !== undefined) send(written(command));
  };
  const complete = (): void => {
    const command = shown[chosen]?.command;
    if (command === undefined) return;
    field.value = `${written(command)} `;
    show([]);
    field.dispatchEvent(new Event('input'));
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => ((chosen = (chosen + 1) % shown.length), mark()),
    ArrowUp: () => ((chosen = (chosen - 1 + shown.length) % shown.length), mark()),
    Enter: () => take(chosen),
    Tab: complete,
    Escape: () => show([]),
  };

  return {
    element,
    offer: (commands, type, bot) => {
      all = commands;
      written = (command) => commandText(command, type, bot);
    },
    filter: (text) => show(matchingCommands(all, text)),
    toggle: () => {
      show(element.hidden ? all : []);
      field.focus();
    },
    key: (event) => {
      const act = element.hidden || event.shiftKey ? undefined : keys[event.key];
      if (!act) return false;
      event.preventDefault();
      event.stopPropagation();
      act();
      return true;
    },
  };
}
