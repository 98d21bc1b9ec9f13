// buildDemoCity: the invented city of Zhuldyztau with three weeks of history, made by people in the emulator and by the bot's own actions.
import type { App } from '../../app.ts';
import { loadCalendar } from '../../calendar.ts';
import type { Service } from '../../service.ts';
import type { Day } from '../../time.ts';
import { City } from './founding.ts';
import { chapters, type Story } from './history.ts';
import { People, type Telegram } from './people.ts';
import { type Clock, demoToday, opening, Timeline } from './timeline.ts';

/** A third of the heads have joined: enough to fill the lists, few enough to be built within a minute. */
const usual = 110;

export type CityParts = {
  app: App;
  /** Started with `clockwork: false`: nothing else may send or run jobs while a city is built. */
  service: Pick<Service, 'sender'>;
  /** Its world has the personas and the groups, without the bot in them. */
  emulator: Telegram;
  clock: Clock;
  /** The Thursday at whose 10:00 the city is met; default: that of the clock's week. */
  today?: Day;
  /** About so many of the 353 school heads have started the bot; fewer are built quicker. */
  joined?: number;
  progress?: (done: number, total: number) => void;
};

/** Builds the city on an empty database and an empty emulator and leaves the clock at its today, 10:00. Throws when the bot does not act as the story expects. */
export async function buildDemoCity(parts: CityParts): Promise<{ today: Day }> {
  const { app, service, emulator, clock, joined = usual, progress = () => {} } = parts;
  const today = parts.today ?? (await demoToday(app, clock.now()));
  const timeline = new Timeline(app, service.sender, clock, { today, calendar: await loadCalendar(app) });
  const city = new City({ app, emulator, people: new People(emulator), timeline, joined });
  const story: Story = { city, tasks: new Map(), schools: [] };
  const total = chapters.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let done = 0;
  for (const { at, tell, weight = 1 } of chapters) {
    progress(done, total);
    const [offset, time] = at;
    if (done === 0) timeline.begin(offset, time);
    else await timeline.to(offset, time);
    await tell(story).catch((error: unknown) => {
      throw new Error(`the story broke off on day ${offset} at ${time}`, { cause: error });
    });
    await timeline.settle();
    done += weight;
  }
  await timeline.to(0, opening);
  progress(total, total);
  return { today };
}
