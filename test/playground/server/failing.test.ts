// What a visitor is told, and can do, when a city cannot be built or a journey in time breaks off.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundEmptyCity, type Founder } from '../../../src/playground/cities.ts';
import { newHouse, type House } from './house.ts';

let house: House;
let failures = 2;

/** Cannot be built twice; then it can, and its clockwork breaks down at the second stop of the first journey. */
const demo: Founder = {
  version: null,
  async found(city) {
    if (failures-- > 0) throw new Error('no room');
    await foundEmptyCity(city);
    const { tick } = city;
    let stops = 0;
    city.tick = () => (++stops === 2 ? Promise.reject(new Error('broken clockwork')) : tick.call(city));
  },
};

beforeAll(async () => {
  house = await newHouse();
});

afterAll(async () => {
  await house.close();
  await house.remove();
});

describe('a city that cannot be built', () => {
  it('is told to the page, which has no chats then', async () => {
    expect(await house.open('demo', demo)).toBe(false);
    const { busy, failed, city } = await house.state();
    expect([busy, failed, city]).toEqual([null, { what: 'building' }, 'demo']);
    await expect((await house.person('deputy')).chats()).rejects.toThrow('409');
    await house.delete('failed');
    expect((await house.state()).failed).toEqual({ what: 'building' });
  });

  it('can be tried again, and left for the empty one', async () => {
    await house.post('city', { city: 'demo' });
    expect((await house.rested()).failed).toEqual({ what: 'building' });
    await house.post('city', { city: 'empty' });
    const { failed, city } = await house.rested();
    expect([failed, city]).toEqual([null, 'empty']);
    expect(await (await house.person('deputy')).chats()).not.toEqual([]);
    await house.post('city', { city: 'demo' });
    expect((await house.rested()).failed).toBeNull();
  });
});

describe('a journey that breaks off', () => {
  it('is told, and the city goes on from where the clock stopped', async () => {
    const start = new Date((await house.state()).now).getTime();
    await house.post('clock', { to: 'morning' });
    const { failed, now } = await house.rested();
    expect(failed).toEqual({ what: 'travelling' });
    expect(new Date(now).getTime()).toBeGreaterThan(start);
    const stranger = await house.person('stranger');
    await stranger.says('/start');
    await stranger.sees(({ messages }) => messages.length >= 2);
    await house.delete('failed');
    expect((await house.state()).failed).toBeNull();
  });

  it('can be begun again', async () => {
    await house.post('clock', { to: 'hour' });
    expect((await house.rested()).failed).toBeNull();
  });
});
