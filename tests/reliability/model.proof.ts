import fc from 'fast-check';
import { anyDeeds, walkBesidePaper } from '../shared/commands/walk-beside-paper';
import { record } from './record';

/*
 * A document beside a simple model of it, compared after every command, undo and redo. PROVE_COMMANDS (200,000) over at
 * least PROVE_RUNS walks (5,000), PROVE_SEED replays.
 */

const commands = Number(process.env['PROVE_COMMANDS'] ?? 200_000);
const runs = Number(process.env['PROVE_RUNS'] ?? 5_000);
const seed = Number(process.env['PROVE_SEED'] ?? Date.now() % 1_000_000);
console.log(`seed ${seed}`);

const total = { walks: 0, done: 0, refused: 0 };
for (let round = 0; total.done < commands || total.walks < runs; round += 1)
  fc.assert(
    fc.property(anyDeeds(60), (deeds) => {
      const { done, refused } = walkBesidePaper(deeds);
      total.walks += 1;
      total.done += done;
      total.refused += refused;
    }),
    { seed: seed + round, numRuns: Math.min(1000, runs) },
  );

const said = (count: number): string => count.toLocaleString('en-GB');
record('model', {
  promises: ['R10'],
  figures: `${said(total.walks)} walks, ${said(total.done)} commands done and ${said(total.refused)} refused: 0 differences from the model, undo and redo exact, files the same byte by byte`,
});
