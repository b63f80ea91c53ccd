import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const places = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'];
const program = places.find((place) => existsSync(place));

/** True where LibreOffice is installed; tests that have it compute are skipped elsewhere. */
export const hasOffice = program !== undefined;

if (!hasOffice) console.warn('LibreOffice is not installed: what it makes of the files is not looked at.');

/** A workbook whose formulas have no results any more, with `change` made to the XML of its sheets. */
export function withoutResults(
  bytes: Uint8Array,
  change: (xml: string) => string = (xml) => xml,
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    if (!name.startsWith('xl/worksheets/sheet')) return [name, part] as const;
    const bare = strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1');
    return [name, strToU8(change(bare))] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

/** Files as LibreOffice makes them in another format, by name without its end; `from` is their own. */
export function converted(
  files: Readonly<Record<string, Uint8Array>>,
  end: string,
  from = 'xlsx',
): Map<string, Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'recalculate-'));
  try {
    const names = Object.keys(files);
    const inputs = names.map((name) => `${name}.${from}`);
    for (const name of names) writeFileSync(path.join(folder, `${name}.${from}`), files[name] ?? '');
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const out = path.join(folder, 'out');
    execFileSync(program ?? '', [profile, '--headless', '--convert-to', end, '--outdir', out, ...inputs], {
      cwd: folder,
      stdio: 'ignore',
      timeout: 280_000,
    });
    return new Map(names.map((name) => [name, readFileSync(path.join(out, `${name}.${end}`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
