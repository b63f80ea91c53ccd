import { writeSync } from 'node:fs';
import { createHistory } from '../../main/files/history';

// Keeps two versions of one document in a process of its own, of which the limit leaves room for one, and says the number
// of each that was kept.

const [folder = ''] = process.argv.slice(2);
const history = createHistory({
  folder,
  now: () => Date.UTC(2026, 10, 22),
  isOn: () => true,
  onProblem: () => undefined,
  limit: 1500,
});
for (let state = 1; state <= 2; state += 1) {
  const outcome = await history.keep({ path: '/desk.vsmap', bytes: `${state}`.repeat(1000), why: 'saved' });
  if (outcome === 'kept') writeSync(1, `${state}\n`);
}
