// Loaded into the bot before its own code: a clock that the torture moves, by so many milliseconds from the real one.
let offset = Number(process.env.CLOCK_OFFSET ?? 0);

const real = Date.now;
const now = () => real() + offset;

globalThis.Date = new Proxy(Date, {
  construct: (target, values, self) =>
    Reflect.construct(target, values.length === 0 ? [now()] : values, self === globalThis.Date ? target : self),
  apply: (target) => new target(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

if (process.channel) {
  process.on('message', (message) => {
    offset = message.offset;
  });
  // Nobody is left to end it.
  process.on('disconnect', () => process.exit(9));
  process.channel.unref();
}
