import { chmodSync, chownSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { isRoot } from './paths.mjs';
import { runQuiet } from './run.mjs';
import { say, SetupError } from './say.mjs';

const SET_USER_ID = 0o4755;

async function hasUserNamespaces(prefix) {
  const [command, ...args] = [...prefix, 'unshare', '--user', '--map-root-user', '--net', 'true'];
  return (await runQuiet(command, args)).code === 0;
}

/**
 * Makes sure that Chromium's sandbox can work for the one who will run it: by user namespaces,
 * else by its helper program, which must belong to root and be set-user-id. It is never switched off.
 */
export async function ensureSandbox(runtime, prefix = []) {
  if (process.platform !== 'linux' || (await hasUserNamespaces(prefix))) return;
  const helper = path.join(runtime.dist, 'chrome-sandbox');
  if (!existsSync(helper)) throw new SetupError(`No user namespaces here, and ${helper} is missing.`);
  const { mode, uid } = statSync(helper);
  if (uid === 0 && (mode & SET_USER_ID) === SET_USER_ID) return;
  if (!isRoot) {
    const command = `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`;
    const words = "This machine gives no user namespaces, so Chromium's sandbox needs its helper program.";
    throw new SetupError(`${words} Run this once, then start again:\n\n  ${command}\n`);
  }
  say(`No user namespaces here: $ chown root:root ${helper} && chmod 4755 ${helper}`);
  chownSync(helper, 0, 0);
  chmodSync(helper, SET_USER_ID);
}
