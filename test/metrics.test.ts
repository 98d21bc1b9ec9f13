// README's alerts ask for measures that there are.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createMetrics } from '../src/metrics.ts';

it('every alert in README names a measure and a label that the bot has', async () => {
  const [, alerts = ''] = readFileSync(new URL('../README.md', import.meta.url), 'utf8').split('### Alerts');
  const asked = [...(alerts.split('\n### ')[0] ?? '').matchAll(/(orynda_\w+)(?:\{(\w+)=)?/g)];
  expect(asked.length).toBeGreaterThanOrEqual(10);
  const { registry } = createMetrics();
  const known = registry.getMetricsAsArray() as unknown as { name: string; labelNames: string[] }[];
  for (const [, name = '', label] of asked) {
    const measure = known.find((one) => one.name === name.replace(/_(bucket|count|sum)$/, ''));
    expect(measure, name).toBeDefined();
    if (label) expect(measure?.labelNames, name).toContain(label);
  }
});
