import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './say.mjs';

const SILENT_TOO_LONG_MS = 120_000;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The owner's process id while the lock is held; null when it was left by a dead or silent owner. */
function ownerOf(lock) {
  let age = 0;
  let owner = 0;
  try {
    age = Date.now() - statSync(lock).mtimeMs;
    owner = Number(readFileSync(path.join(lock, 'pid'), 'utf8'));
  } catch {
    // It is being made, or has just gone.
  }
  return (owner && !isAlive(owner)) || age > SILENT_TOO_LONG_MS ? null : owner;
}

async function take(lock, what) {
  for (let said = false; ; ) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = ownerOf(lock);
    if (owner === null) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (!said) say(`Waiting for process ${owner || '?'}, which is ${what} ...`);
    said = true;
    await wait(100);
  }
}

/** Runs `work` while holding the folder `<target>.lock`, which its owner touches; a dead owner's lock is broken. */
export async function withLock(target, what, work) {
  const lock = `${target}.lock`;
  mkdirSync(path.dirname(lock), { recursive: true });
  await take(lock, what);
  writeFileSync(path.join(lock, 'pid'), String(process.pid));
  const beat = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(lock, now, now);
    } catch {
      // The lock was broken from outside; the work goes on.
    }
  }, 10_000);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(lock, { recursive: true, force: true });
  }
}
