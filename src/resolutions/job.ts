// Clockwork of resolutions: what is finished is closed, a chair who could not be reached is asked as soon as possible, a term for agreeing passes, after a reminder.
import type { App } from '../app.ts';
import { passAgreeTerms } from './agreement-actions.ts';
import { remindToAgree } from './agreement-end-actions.ts';
import { askWaitingChairs, closeFinishedResolutions } from './adopt-actions.ts';

/** Idempotent; run at every tick. */
export async function tendResolutions(app: App): Promise<void> {
  await closeFinishedResolutions(app);
  await askWaitingChairs(app);
  await passAgreeTerms(app);
  await remindToAgree(app);
}
