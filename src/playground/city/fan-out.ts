// The schools at work on a task for all of them: who reads, reports and is judged on which day follows from fixed numbers.
import type { City, Citizen } from './founding.ts';
import { control, decides, files, head, notes, type Who } from './acts.ts';
import { mix } from './names.ts';
import { type Motif, picture } from './picture.ts';

/** In working days from today; `accepts`: so many of a hundred reports are accepted, of the others some are returned. */
type Plan = {
  /** Upper limits out of a hundred: what a school does, and on which days. */
  steps: { upTo: number; does: 'final' | 'interim' | 'read'; from: number; days: number }[];
  accepts: number;
  returns: number;
  photos: Motif;
  salt: number;
};

const plans: Record<string, Plan> = {
  safety: {
    steps: [
      { upTo: 62, does: 'final', from: -13, days: 2 },
      { upTo: 86, does: 'final', from: -11, days: 5 },
      { upTo: 90, does: 'interim', from: -9, days: 3 },
      { upTo: 93, does: 'read', from: -14, days: 1 },
    ],
    accepts: 72,
    returns: 7,
    photos: 'camera',
    salt: 21,
  },
  clean: {
    steps: [
      { upTo: 32, does: 'final', from: -9, days: 9 },
      { upTo: 46, does: 'interim', from: -5, days: 5 },
      { upTo: 72, does: 'read', from: -14, days: 1 },
    ],
    accepts: 60,
    returns: 4,
    photos: 'yard',
    salt: 31,
  },
  boarding: {
    steps: [
      { upTo: 60, does: 'final', from: -5, days: 4 },
      { upTo: 80, does: 'read', from: -13, days: 1 },
    ],
    accepts: 30,
    returns: 30,
    photos: 'camera',
    salt: 41,
  },
  private: {
    steps: [
      { upTo: 35, does: 'final', from: -6, days: 5 },
      { upTo: 70, does: 'read', from: -13, days: 3 },
    ],
    accepts: 50,
    returns: 0,
    photos: 'menu',
    salt: 51,
  },
};

type Worker = { number: number; citizen: Citizen; who: Who; share: number };

const finals = {
  kk: [
    'Орындалды, акт пен фотосуреттер қоса берілді.',
    'Тапсырма толық орындалды. Кемшілік жойылды.',
    'Орындадық, есеп дайын.',
  ],
  ru: [
    'Выполнено, акт и фото прилагаем.',
    'Исполнено в полном объёме, замечания устранены.',
    'Сделано, подтверждающие фото приложены.',
  ],
};
const interims = {
  kk: 'Жұмыс жүргізілуде, шамамен 60% дайын.',
  ru: 'Работа ведётся, готовность около 60 %.',
};
const reasons = [
  'Не приложен акт проверки.',
  'Фотосуреттер қоса берілмеген.',
  'Не указано, какие замечания устранены.',
];

/** What the schools do, day by day. Heads who act by hand elsewhere are left out. */
export class FanOut {
  readonly #city: City;
  readonly #task: string;
  readonly #plan: Plan;
  readonly #workers: Worker[];

  private constructor(city: City, task: string, shares: Map<number, number>, except: number[]) {
    this.#city = city;
    this.#task = task;
    this.#plan = plans[task] as Plan;
    const left = new Set(except.map((number) => `s${number}`));
    this.#workers = city.schoolHeads.flatMap((citizen) => {
      const share = shares.get(city.post(citizen.code, citizen.role));
      if (!citizen.user || share === undefined || left.has(citizen.code)) return [];
      const number = Number(citizen.code.slice(1));
      return [{ number, citizen, share, who: head(number) }];
    });
  }

  static async of(city: City, task: string, taskId: number, except: number[]): Promise<FanOut> {
    const rows = await city.site.app.db.participation.findMany({
      where: { taskId },
      select: { id: true, postId: true },
    });
    return new FanOut(city, task, new Map(rows.map(({ id, postId }) => [postId, id])), except);
  }

  /** Everything that happens with this task on a day, a minute between one thing and the next. */
  async pass(day: number): Promise<void> {
    const { timeline } = this.#city.site;
    for (const worker of this.#workers) {
      const step = this.#stepOf(worker);
      if (!step) continue;
      const done = step.from + (this.#luck(worker, 1) % step.days);
      const judged = done + 1 + (this.#luck(worker, 2) % 2);
      if (done === day) await this.#act(worker, step.does);
      if (step.does === 'final' && judged === day) await this.#judge(worker);
      if (done === day || judged === day) timeline.wait(1);
    }
  }

  /** A number that belongs to this school, this task and this question. */
  #luck({ number }: Worker, question: number): number {
    return mix(number, this.#plan.salt + question);
  }

  #stepOf(worker: Worker): Plan['steps'][number] | undefined {
    const luck = this.#luck(worker, 0) % 100;
    return this.#plan.steps.find(({ upTo }) => luck < upTo);
  }

  async #act(worker: Worker, does: 'final' | 'interim' | 'read'): Promise<void> {
    const { citizen, who, share } = worker;
    const locale = citizen.language === 'kk' ? 'kk' : 'ru';
    if (does === 'read') return notes(this.#city, share, who);
    if (does === 'interim')
      return files(this.#city, share, who, { text: interims[locale], final: false, progress: 60 });
    const text = finals[locale][this.#luck(worker, 5) % finals[locale].length] ?? '';
    const photo = this.#luck(worker, 6) % 3 === 0 ? { photo: this.#photo(this.#luck(worker, 7) % 4) } : {};
    return files(this.#city, share, who, { text, final: true, ...photo });
  }

  /** The controller of the task looks at the report, or lets it wait. */
  async #judge(worker: Worker): Promise<void> {
    const luck = this.#luck(worker, 3) % 100;
    const { accepts, returns } = this.#plan;
    if (luck >= accepts + returns) return;
    const reason = luck < accepts ? undefined : reasons[this.#luck(worker, 8) % reasons.length];
    await decides(this.#city, worker.share, control, reason);
  }

  /** A photo as Telegram keeps it; four of a motif are enough for a city. */
  #photo(shade: number): { fileId: string; uniqueId: string } {
    const { world } = this.#city.site.emulator;
    const name = `${this.#task}-${shade}.png`;
    const known = [...world.files.values()].find((file) => file.name === name);
    const { id, uniqueId } = known ?? world.keepFile(name, 'image/png', picture(this.#plan.photos, shade));
    return { fileId: id, uniqueId };
  }
}
