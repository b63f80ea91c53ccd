// `npm run bench [-- NAME ...]`: runs tests/bench/*.ts and *.mjs one after the other and prints what they print.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { runMain, say } from './setup/say.mjs';
import { testGround } from './test/run-tests.mjs';

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const files = readdirSync(path.join(root, 'tests', 'bench'))
    .filter((name) => /\.bench\.(ts|mjs)$/.test(name))
    .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
  const ground = await testGround(await prepare({ programs: ['Xvfb'] }));
  let worst = 0;
  try {
    for (const name of files) {
      say(`\n== ${name}`);
      worst = Math.max(worst, await ground.start('scripts/test/run-module.mjs', [`tests/bench/${name}`]));
    }
  } finally {
    ground.end();
  }
  return worst;
});
