// The numbers of the districts that the department keeps: schools built, rooms altered, specialists by a norm (seed rows S13-S15, S20).
import { createIndicator, type NewIndicator, setValues } from '../../indicators/actions.ts';
import type { ValueKind } from '../../indicators/rules.ts';
import { partsOf } from '../../time.ts';
import { department } from './acts.ts';
import type { Chapter } from './history.ts';
import type { City } from './founding.ts';

type Named = Pick<NewIndicator, 'nameKk' | 'nameRu' | 'unitKk' | 'unitRu'>;
/** One number or words for each of the eight districts, in their order. */
type Column = { years: number; kind: ValueKind; of: (number | string)[] };

const schools: Named = {
  nameKk: 'Пайдалануға берілген мектептер',
  nameRu: 'Введено школ',
  unitKk: 'мектеп',
  unitRu: 'школа',
};
const rooms: Named = {
  nameKk: 'Жаңартылған пән кабинеттері',
  nameRu: 'Обновлено предметных кабинетов',
  unitKk: 'кабинет',
  unitRu: 'кабинет',
};
const children: Named = { nameKk: 'Балалар саны', nameRu: 'Численность детей', unitKk: 'бала', unitRu: 'ребёнок' };
const specialists: Named = {
  nameKk: 'Қорғаншылық органдарының мамандары',
  nameRu: 'Специалисты органов опеки',
  unitKk: 'маман',
  unitRu: 'специалист',
};
const norm: Named = {
  nameKk: 'Қорғаншылық мамандары: 5 000 балаға 1 маман',
  nameRu: 'Специалисты опеки по норме: 1 на 5 000 детей',
  unitKk: 'маман',
  unitRu: 'специалист',
};

/** Thursday's visitor finds them in /indicators. */
export const daysOfFigures: Chapter[] = [{ at: [-5, '15:00'], tell: ({ city }) => figures(city) }];

async function figures(city: City): Promise<void> {
  await keeps(city, schools, [
    { years: -1, kind: 'fact', of: [6, 5, 4, 5, 4, 4, 3, 3] },
    { years: 0, kind: 'plan', of: [5, 4, 4, 5, 4, 4, 4, 3] },
    { years: 0, kind: 'fact', of: [4, 3, 3, 3, 3, 2, 2, 'Осындай жұмыс жүргізілуде'] },
  ]);
  await keeps(city, rooms, [
    { years: 0, kind: 'plan', of: [18, 15, 15, 14, 13, 12, 12, 11] },
    { years: 0, kind: 'fact', of: [18, 15, 14, 13, 12, 12, 11, 10] },
  ]);
  await keeps(city, specialists, [
    { years: 0, kind: 'baseline', of: [52, 44, 40, 38, 35, 34, 32, 28] },
    { years: 0, kind: 'fact', of: [150, 140, 130, 128, 120, 116, 112, 110] },
    { years: 0, kind: 'plan', of: [220, 195, 180, 176, 165, 160, 150, 137] },
  ]);
  const thousands = [62, 57, 53, 50, 48, 45, 43, 39];
  const ofId = await keeps(city, children, [{ years: 0, kind: 'fact', of: thousands.map((each) => each * 1_000) }]);
  await keeps(city, norm, [{ years: 0, kind: 'fact', of: [12, 12, 10, 9, 10, 8, 8, 6] }], { per: 5_000, ofId });
}

async function keeps(city: City, named: Named, columns: Column[], norm: NewIndicator['norm'] = null): Promise<number> {
  const { app, timeline } = city.site;
  const actor = await city.actor(...department);
  const orgIdOf = new Map((await app.db.organisation.findMany()).map(({ code, id }) => [code, id]));
  const kind = norm ? 'ratio' : 'count';
  const orgId = orgIdOf.get(department[0]) ?? 0;
  const indicatorId = await createIndicator(app, actor, { ...named, orgId, kind, periodKind: 'year', norm });
  for (const { years, kind, of } of columns) {
    const entries = of.map((answer, index) => ({
      orgId: orgIdOf.get(`u${index + 1}`) ?? 0,
      kind,
      value: typeof answer === 'number' ? answer : null,
      words: typeof answer === 'number' ? null : answer,
    }));
    const period = String(partsOf(timeline.today).year + years);
    await setValues(app, actor, { indicatorId, period, entries, source: null });
  }
  return indicatorId;
}
