// Which kinds of tasks an assignment can be made of. Pure.
import type { TaskKind } from '../generated/prisma/client.ts';

/** Kinds that an assignment can be made of (product rules: nothing of them binds, or the speaker said it, not the chair). */
export const convertible: TaskKind[] = ['proposal', 'appeal', 'commitment'];
