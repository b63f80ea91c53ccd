import { spawn } from 'node:child_process';
import { SetupError } from './say.mjs';

/** True when windows can be shown to a person. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts a virtual display of its own; gives its name (`:7`) and how to stop it. What it shows stands in `folder` too, where one is named. */
export async function startDisplay({ width = 1600, height = 1000, folder = '' } = {}) {
  const args = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'];
  if (folder !== '') args.push('-fbdir', folder);
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let words = '';
  server.stderr.on('data', (chunk) => {
    words += chunk;
  });
  const number = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new SetupError(`The virtual display did not start: ${why} ${words}`.trim()));
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`Xvfb ended with ${code}.`));
    server.stdio[3].once('data', (chunk) => resolve(String(chunk).trim()));
  });
  const stop = () => {
    server.kill();
  };
  process.once('exit', stop);
  return { name: `:${number}`, stop };
}
