// What the guided tour is to the playground: its steps, and the hands that do one for the visitor.
import type { Language, TourStep, Travel } from './protocol.ts';
import type { RunningCity } from './running-city.ts';

/** The guided tour of the demo city. */
export type Tour = {
  tourSteps: (city: Pick<RunningCity, 'app' | 'world'>, language: Language) => Promise<TourStep[]>;
  doStep: (hands: TourHands, key: string, language: Language) => Promise<void>;
};

export type TourHands = Pick<RunningCity, 'app' | 'world'> & {
  /** The bot has handled everything. */
  idle: () => Promise<void>;
  /** What is due is sent; here the sender does it by itself. */
  settle: () => Promise<void>;
  /** Resolves on arrival. */
  travel: (to: Travel['to']) => Promise<void>;
};
