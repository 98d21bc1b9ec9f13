// How long work takes, in milliseconds of CPU: what else the machine is at does not count.

/** The least of three runs: garbage of others is collected in one of them at most. */
export function cpuTime(work: () => unknown): number {
  const runs = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}
