// `npm start [-- FILE ...]`: does the set-up that is missing and starts the app; without a display, a demonstration.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runtimeEnvironment } from './runtime/resolve.mjs';
import { hasDisplay } from './setup/display.mjs';
import { cacheFolder, startedIn } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { runThrough } from './setup/run.mjs';
import { ensureSandbox } from './setup/sandbox.mjs';
import { runMain, say } from './setup/say.mjs';
import { bringHome, nodeFor, openForResults, takeAlong, unprivileged } from './setup/unprivileged.mjs';

async function demonstrate(runtime) {
  const run = await unprivileged();
  try {
    await ensureSandbox(runtime, run.prefix);
    openForResults(run, 'out/demo');
    const env = { ...runtimeEnvironment(runtime), ...run.env, INIT_CWD: run.folder };
    const [command, ...args] = [...run.prefix, nodeFor(run), 'scripts/demo.mjs'];
    const code = await runThrough(command, args, { cwd: run.folder, env });
    bringHome(run, 'out/demo');
    return code;
  } finally {
    run.end();
  }
}

async function startApp(runtime) {
  const run = await unprivileged({ keep: path.join(cacheFolder(), 'home'), isPrivate: false });
  await ensureSandbox(runtime, run.prefix);
  if (run.uid !== null) {
    say(
      `Electron's sandbox does not run as root: the app runs as user id ${run.uid}, with its own settings,`,
    );
    say('and opens only files that everyone may read.');
  }
  const env = { ...runtimeEnvironment(runtime), ...run.env, ...takeAlong(run) };
  const files = process.argv.slice(2).map((argument) => {
    const file = path.resolve(startedIn, argument);
    return argument.startsWith('-') || !existsSync(file) ? argument : file;
  });
  const [command, ...args] = [...run.prefix, runtime.exe, run.folder, ...files];
  return runThrough(command, args, { cwd: run.folder, env });
}

await runMain(async () => {
  const isDemo = process.argv.includes('--demo') || !hasDisplay();
  const runtime = await prepare({ programs: isDemo ? ['Xvfb'] : [] });
  if (!isDemo) return startApp(runtime);
  if (!hasDisplay()) {
    say('There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be shown.');
    say('Instead a demonstration of the main job runs on a virtual display.\n');
  }
  return demonstrate(runtime);
});
