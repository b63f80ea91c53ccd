// `npm run prove [-- NAME ...] [--record]`: runs the long proofs of tests/reliability one after the other; with --record
// their figures go to RELIABILITY.md. Those whose file ends in `.root.ts` mount disks and need root.
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keepFigures } from './reliability/figures.mjs';
import { isRoot, root } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { runThrough } from './setup/run.mjs';
import { runMain, say } from './setup/say.mjs';
import { testGround } from './test/run-tests.mjs';

const isPlain = (word) => !word.startsWith('-');

/** The proofs of that name; where none has just that one, those whose names hold it. */
function named(word, names) {
  const exact = names.filter((name) => name.startsWith(`${word}.`));
  return exact.length > 0 ? exact : names.filter((name) => name.includes(word));
}

/** Runs one proof that mounts disks, as root and in this checkout. */
async function runAsRoot(file, results) {
  if (!isRoot) {
    say('left out: it mounts disks, which only root may do.');
    return 0;
  }
  const env = { ...process.env, STREAMWRIGHT_TEST_RESULTS: results };
  return await runThrough(process.execPath, ['scripts/test/run-module.mjs', file], { cwd: root, env });
}

await runMain(async () => {
  const wanted = process.argv.slice(2).filter(isPlain);
  const all = readdirSync(path.join(root, 'tests', 'reliability')).filter((name) =>
    /\.(proof|root)\.ts$/.test(name),
  );
  const names = wanted.length === 0 ? all : wanted.flatMap((word) => named(word, all));
  const ground = await testGround(await prepare({ programs: ['Xvfb', 'gcc'] }));
  const found = path.join(ground.results, 'figures.jsonl');
  // Root and the user of the tests both write to it.
  writeFileSync(found, '');
  chmodSync(found, 0o666);
  let worst = 0;
  try {
    for (const name of names) {
      say(`\n== ${name}`);
      const file = `tests/reliability/${name}`;
      const code = name.endsWith('.root.ts')
        ? await runAsRoot(file, ground.results)
        : await ground.start('scripts/test/run-module.mjs', [file]);
      worst = Math.max(worst, code);
    }
    if (process.argv.includes('--record'))
      keepFigures(readFileSync(found, 'utf8'), new Date().toISOString().slice(0, 10));
  } finally {
    ground.end();
  }
  return worst;
});
