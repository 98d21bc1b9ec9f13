// Clockwork of resolutions: what is finished is closed, and a chair who could not be reached is asked as soon as possible.
import type { App } from '../app.ts';
import { askWaitingChairs, closeFinishedResolutions } from './adopt-actions.ts';

/** Idempotent; run at every tick. */
export async function tendResolutions(app: App): Promise<void> {
  await closeFinishedResolutions(app);
  await askWaitingChairs(app);
}
