// `npm test`: all set-up, then every check and every test; ends with one line `N passed, N failed`.
import { prepare } from './setup/prepare.mjs';
import { runMain, say } from './setup/say.mjs';
import { runEndToEnd, runTool, runUnit, testGround } from './test/run-tests.mjs';

const counts = { passed: 0, failed: 0, skipped: 0 };
const broken = [];

async function stage(name, work) {
  const started = performance.now();
  console.log(`\n== ${name}`);
  const code = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`== ${name}: ${code === 0 ? 'fine' : 'FAILED'} (${seconds} s)`);
  if (code !== 0) broken.push(name);
}

async function countedStage(name, work) {
  await stage(name, async () => {
    const done = await work();
    for (const key of Object.keys(counts)) counts[key] += done.counts?.[key] ?? 0;
    if (done.counts === null) say(`${name} gave no report`);
    return done.counts === null ? 1 : done.code;
  });
}

async function firstFailure(steps) {
  for (const [script, ...args] of steps) {
    const code = await runTool(script, args);
    if (code !== 0) return code;
  }
  return 0;
}

async function checkSources() {
  await stage('types', () =>
    firstFailure([
      ['typescript/bin/tsc', '-b'],
      ['typescript/bin/tsc', '-p', 'tsconfig.oldest.json'],
    ]),
  );
  await stage('lint', () => runTool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']));
  await stage('format', () => runTool('@biomejs/biome/bin/biome', ['format', '.']));
  await stage('unused code', () => runTool('knip/bin/knip.js', []));
}

await runMain(async () => {
  let runtime;
  await stage('set-up', async () => {
    runtime = await prepare({ programs: ['Xvfb', 'gcc'] });
    return 0;
  });
  await checkSources();
  const ground = await testGround(runtime);
  try {
    await countedStage('unit tests', () => runUnit(ground));
    await countedStage('end-to-end tests', () => runEndToEnd(ground, [], { STREAMWRIGHT_SECOND_TRIES: '1' }));
  } finally {
    ground.end();
  }
  if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
  return broken.length > 0 || counts.failed > 0 || counts.passed === 0 ? 1 : 0;
});
