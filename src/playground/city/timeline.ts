// Time in the demo city: days counted in working days from its today, jobs in the morning, messages sent on the way.
import type { App } from '../../app.ts';
import { type Calendar, loadCalendar } from '../../calendar.ts';
import { runJobs } from '../../jobs.ts';
import type { Service } from '../../service.ts';
import { type Clock as Time, type Day, dayIn, instantOf, weekOf, addDays } from '../../time.ts';

/** The playground's clock while a city is built: it stands still unless it is set. */
export type Clock = { now: () => Date; set: (at: Date) => void };

/** When the jobs of a day are looked after. */
export const morning: Time = '09:00';
/** The moment at which a visitor meets the city. */
export const opening: Time = '10:00';
/** Telegram's limits hold a message back for a minute at most, taking an issue back as long. */
const settleWindow = 90_000;

/** The Thursday of the week of this instant; the working day before it where it is a day off. */
export async function demoToday(app: App, instant: Date): Promise<Day> {
  const calendar = await loadCalendar(app);
  const thursday = addDays(weekOf(dayIn(app.zone, instant)).monday, 3);
  return calendar.isWorkingDay(thursday, 5) ? thursday : calendar.previousWorkingDay(thursday, 5);
}

/** The clock of the story, from its first day to the visitor's. */
export class Timeline {
  readonly today: Day;
  readonly #app: App;
  readonly #sender: Service['sender'];
  readonly #clock: Clock;
  readonly #calendar: Calendar;

  constructor(app: App, sender: Service['sender'], clock: Clock, options: { today: Day; calendar: Calendar }) {
    this.#app = app;
    this.#sender = sender;
    this.#clock = clock;
    this.#calendar = options.calendar;
    this.today = options.today;
  }

  /** The day so many working days from today; earlier ones are negative. */
  day(offset: number): Day {
    return offset === 0 ? this.today : this.#calendar.addWorkingDays(this.today, offset, 5);
  }

  /** Begins the story: nothing has happened before. */
  begin(offset: number, time: Time): void {
    this.#clock.set(instantOf(this.#app.zone, this.day(offset), time));
  }

  /** Lets time pass; every working morning on the way the jobs run and their messages leave. Never goes back. */
  async to(offset: number, time: Time): Promise<void> {
    const end = instantOf(this.#app.zone, this.day(offset), time);
    for (;;) {
      const next = this.#nextMorning();
      if (next > end) break;
      this.#clock.set(next);
      await this.tick();
    }
    if (end > this.#clock.now()) this.#clock.set(end);
  }

  /** So many minutes pass in which nothing else happens. */
  wait(minutes: number): void {
    this.#clock.set(new Date(this.#clock.now().getTime() + minutes * 60_000));
  }

  /** Runs the jobs of this moment and sends what they planned. */
  async tick(): Promise<void> {
    await runJobs(this.#app);
    await this.settle();
  }

  /** Sends what is due under Telegram's limits, moving the clock only as far as they ask. */
  async settle(): Promise<void> {
    for (;;) {
      const { nextAt } = await this.#sender.drain();
      if (!nextAt || nextAt.getTime() - this.#clock.now().getTime() > settleWindow) return;
      if (nextAt > this.#clock.now()) this.#clock.set(nextAt);
    }
  }

  #nextMorning(): Date {
    const now = this.#clock.now();
    const today = dayIn(this.#app.zone, now);
    const here = instantOf(this.#app.zone, today, morning);
    if (now < here && this.#calendar.isWorkingDay(today, 5)) return here;
    return instantOf(this.#app.zone, this.#calendar.nextWorkingDay(today, 5), morning);
  }
}
