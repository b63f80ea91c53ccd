import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '..', '..');

/** One complaint of the linter about one file. */
export interface Complaint {
  readonly file: string;
  readonly rule: string;
  readonly help: string;
}

interface Report {
  readonly diagnostics: readonly {
    readonly filename: string;
    readonly code?: string;
    readonly help?: string;
    readonly message: string;
  }[];
}

async function runOxlint(folder: string): Promise<string> {
  const oxlint = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const run = promisify(execFile);
  try {
    return (await run(process.execPath, [oxlint, '--format=json', '.'], { cwd: folder })).stdout;
  } catch (error) {
    // It ends with 1 when it complains, which is what samples are for.
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') return error.stdout;
    throw error;
  }
}

/** Lints files (path and text) with the project's own rules, in a folder of their own. */
export async function lintSamples(files: Readonly<Record<string, string>>): Promise<readonly Complaint[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'streamwright-lint-'));
  try {
    await cp(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
    await cp(path.join(root, 'scripts', 'lint'), path.join(folder, 'scripts', 'lint'), { recursive: true });
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    const report = JSON.parse(await runOxlint(folder)) as Report;
    return report.diagnostics.map(({ filename, code, help, message }) => ({
      file: filename,
      rule: code ?? '',
      help: `${message} ${help ?? ''}`,
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
