// Invented people: names put together by a fixed rule, so that every build of the city has the same ones.
import type { Language } from '../protocol.ts';

export type Name = {
  surname: string;
  given: string;
  patronymic: string;
  gender: 'male' | 'female';
  language: Language;
};

const words = (text: string): string[] => text.trim().split(/\s+/);

// Kazakh surnames without their ending.
const kazakhSurnames = words(`
  Айдынбек Бегайдар Дәрменқұл Естаймас Жайықбай Жұмағазы Ілиясқали Кенжесары Қайрошақ Қуатбек Майлыбас Мәжитбек
  Нысанбек Орақбас Өтебай Рахметқали Сарытай Сүгірбек Тайбурыл Тілеубай Тұрсынқұл Үмбетқали Шайқысламбек Ырысбек`);
const kazakhMen = words('Ақжол Бауыржан Ғалым Дархан Ербол Жанат Қанат Марат Нұрлан Олжас Рүстем Серік Талғат Шыңғыс');
const kazakhWomen = words(`
  Айгүл Ботагөз Гауһар Динара Жанар Зәуре Қарлығаш Ләйлә Мөлдір Назгүл Перизат Сәуле Таңшолпан Ұлжан Шолпан Эльмира`);
const fathers = words('Асқар Болат Дәулет Ерлан Жұмабек Қайрат Мұрат Нұрғали Өмірзақ Сағат Темір Үсен');

const russianSurnames = words(`
  Берёзкин Вихрев Гранатов Дубравин Журавкин Зимородов Калинников Лазурин Малинников Облаков Перелесков
  Родников Снегирёв Тополев Узоров Фиалков Черёмухин Янтарёв`);
const russianMen = words('Алексей Борис Виктор Глеб Денис Игорь Константин Максим Олег Павел Роман Сергей');
const russianWomen = words(`
  Алла Вера Галина Дарья Елена Жанна Ирина Ксения Любовь Марина Наталья Оксана Полина Светлана Татьяна Юлия`);
const russianFathers: [male: string, female: string][] = [
  ['Алексеевич', 'Алексеевна'],
  ['Борисович', 'Борисовна'],
  ['Викторович', 'Викторовна'],
  ['Денисович', 'Денисовна'],
  ['Игоревич', 'Игоревна'],
  ['Олегович', 'Олеговна'],
  ['Павлович', 'Павловна'],
  ['Романович', 'Романовна'],
  ['Сергеевич', 'Сергеевна'],
];

/** The invented person of this number, the same for ever; three of four have Kazakh names, three of five are women. */
export function nameOf(number: number): Name {
  const gender = mix(number, 1) % 5 < 3 ? 'female' : 'male';
  return mix(number, 2) % 4 < 3 ? kazakh(number, gender) : russian(number, gender);
}

function kazakh(number: number, gender: Name['gender']): Name {
  const surname = pick(kazakhSurnames, number, 3);
  const given = pick(gender === 'female' ? kazakhWomen : kazakhMen, number, 4);
  const father = pick(fathers, number, 5);
  return {
    surname: `${withEnding(surname)}${gender === 'female' ? 'а' : ''}`,
    given,
    patronymic: `${father}${gender === 'female' ? 'қызы' : 'ұлы'}`,
    gender,
    language: mix(number, 6) % 4 === 0 ? 'ru' : 'kk',
  };
}

/** Айдынбек -> Айдынбеков, Сарытай -> Сарытаев, Рахметқали -> Рахметқалиев. */
function withEnding(name: string): string {
  if (name.endsWith('й')) return `${name.slice(0, -1)}ев`;
  return /[аәеоөуұүыіи]$/.test(name) ? `${name}ев` : `${name}ов`;
}

function russian(number: number, gender: Name['gender']): Name {
  const [his, her] = pick(russianFathers, number, 5);
  return {
    surname: `${pick(russianSurnames, number, 3)}${gender === 'female' ? 'а' : ''}`,
    given: pick(gender === 'female' ? russianWomen : russianMen, number, 4),
    patronymic: gender === 'female' ? her : his,
    gender,
    language: 'ru',
  };
}

function pick<Item>(list: Item[], number: number, salt: number): Item {
  return list[mix(number, salt) % list.length] as Item;
}

/** A number that looks random and is always the same: 32 bits of a multiplicative hash. */
export function mix(number: number, salt: number): number {
  let value = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return (value ^ (value >>> 15)) >>> 0;
}
