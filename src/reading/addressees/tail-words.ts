// The words by which a Russian phrase goes on or ends: prepositions that close it, spheres, clauses, what a number counts.
import { vocabulary } from '../words.ts';

export const conjunction = vocabulary('и или');
export const walls = vocabulary('в во на до к ко с со из от за о об для через под без не ни чтобы срок раз');
export const spheres = vocabulary('сфере области');
export const temporal = vocabulary(`
  итогам результатам мере окончании окончанию завершении завершению состоянию согласованию договоренности необходимости факту фактам понедельникам вторникам
  средам четвергам пятницам субботам воскресеньям полугодиям кварталам месяцам рабочим будним выходным возможности причине поводу утвержденному
  установленной утвержденной предложению поручению решению протоколу представлению требованию графику плану каждому каждой всем вопросу`);
export const clauses = vocabulary(
  'где независимо ответственным ответственными ответственные курирующему курирующим включая кроме подведомственным',
);
export const inlineClauses = vocabulary('независимо включая кроме');
export const participle = /(?:вш|ущ|ющ|ащ|ящ|енн|ем|им)(?:ими?|их|ему|ей|ие|ий|ым|ыми)(?:ся)?$/;
export const afterNumber = vocabulary(
  'и до к ко в во не с со по на от за о об для из у через при без под тоже также еще срочно сегодня завтра пусть должна должен обязана отчет список акт план график реестр приказ протокол анализ ответ проект',
);
export const feminineCounted = /(?:анк|газ|конф|мон|рак|бес|план)ет$/;
export const schools = /^(?:школ|гимнази|лице|колледж|сад|детсад)/;
export const instrumentalHeads = /^(?:заведующ|управляющ|руководящ)/;
export const instrumental = /(?:ой|ей|ом|ем|ами|ями|ью)$/;
