// `npm run dev`: the app with hot reload of the page; the main process is rebuilt and started again when it changes.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build, createServer } from 'vite';
import { forgetBuild } from './build/build.mjs';
import { parts } from './build/parts.mjs';
import { runtimeEnvironment } from './runtime/resolve.mjs';
import { cacheFolder, root } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { ensureSandbox } from './setup/sandbox.mjs';
import { runMain, say } from './setup/say.mjs';
import { takeAlong, unprivileged } from './setup/unprivileged.mjs';

const dev = { server: null, app: null };

function partNamed(name) {
  return parts.find((part) => part.name === name);
}

function startApp(runtime, run) {
  const url = dev.server.resolvedUrls.local[0];
  const env = { ...runtimeEnvironment(runtime), ...run.env, ...takeAlong(run), STREAMWRIGHT_DEV_URL: url };
  const [command, ...args] = [...run.prefix, runtime.exe, run.folder, ...process.argv.slice(2)];
  const child = spawn(command, args, { cwd: run.folder, env, stdio: 'inherit' });
  child.on('exit', (code) => {
    if (dev.app !== child) return;
    process.exit(code ?? 0);
  });
  dev.app = child;
}

function restartApp(runtime, run) {
  if (!dev.app) return startApp(runtime, run);
  const old = dev.app;
  dev.app = null;
  old.once('exit', () => startApp(runtime, run));
  old.kill();
}

/** Rebuilds a part whenever one of its files changes; resolves after its first build. */
async function watchPart(part, onRebuilt) {
  const outDir = path.join(root, 'out', part.name);
  const config = await part.config(outDir);
  const settings = { ...config, build: { ...config.build, watch: {} } };
  const watcher = /** @type {import('vite').Rolldown.RolldownWatcher} */ (await build(settings));
  let isFirst = true;
  /** @type {Promise<void>} */
  const built = new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'BUNDLE_END') void event.result.close();
      if (event.code === 'ERROR') say(String(event.error.message ?? event.error));
      if (event.code !== 'END') return;
      if (!isFirst) onRebuilt(part.name);
      isFirst = false;
      resolve();
    });
  });
  await built;
}

await runMain(async () => {
  const runtime = await prepare();
  const run = await unprivileged({ keep: path.join(cacheFolder(), 'home'), isPrivate: false });
  await ensureSandbox(runtime, run.prefix);
  const renderer = await partNamed('renderer').config(path.join(root, 'out', 'renderer'));
  dev.server = await createServer({ ...renderer, base: '/', server: { host: '127.0.0.1', port: 5173 } });
  await dev.server.listen();
  const onRebuilt = (name) => {
    say(`${name} was rebuilt: starting the app again.`);
    restartApp(runtime, run);
  };
  for (const name of ['main', 'preload']) {
    forgetBuild(name);
    await watchPart(partNamed(name), onRebuilt);
  }
  startApp(runtime, run);
  await new Promise(() => {});
});
