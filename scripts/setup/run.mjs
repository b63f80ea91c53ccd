import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './say.mjs';

/**
 * Runs a command with the terminal's own streams and gives its exit code; a signal ends it with 128 + its number.
 * Ctrl+C reaches the child first, which may end in good order.
 */
export function runThrough(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
    const done = (settle, value) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, pass);
      settle(value);
    };
    child.on('error', (error) => done(reject, new SetupError(`${command} cannot be run: ${error.message}`)));
    child.on('close', (code, signal) => done(resolve, code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/**
 * Runs a command quietly; gives its code and what it printed. Never rejects: a missing command has code 127.
 * @returns {Promise<{ code: number, out: string, err: string }>}
 */
export function runQuiet(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', (error) => resolve({ code: 127, out, err: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, out, err }));
  });
}

/** The command and first arguments that run npm, also where it is a script that no shell finds. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return [process.execPath, script];
  const beside = path.join(
    path.dirname(process.execPath),
    '..',
    'lib',
    'node_modules',
    'npm',
    'bin',
    'npm-cli.js',
  );
  return existsSync(beside) ? [process.execPath, beside] : ['npm'];
}

/** True when a program of this name is on the PATH. */
export function hasProgram(name) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
}
