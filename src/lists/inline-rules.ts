// The link in a message of inline mode: it names a task and opens it in private for whoever may see it. Pure.

/** Opens the private chat for whoever was not known or found nothing. */
export const inlineStart = 'inline';

const taskStart = /^task-([1-9]\d{0,8})$/;

/** The link that opens a task in the private chat with the bot. */
export function taskLink(botUsername: string, taskId: number): string {
  return `https://t.me/${botUsername}?start=task-${taskId}`;
}

/** The task that a start parameter names; null for any other. */
export function linkedTask(payload: string): number | null {
  const id = taskStart.exec(payload)?.[1];
  return id === undefined ? null : Number(id);
}
