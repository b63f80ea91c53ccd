import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../../../main/export/docx/to-docx';
import { buildReport } from '../../../../shared/report/build-report';
import { sectionNames } from '../../../../shared/report/types';
import { fullProject } from '../../../helpers/full-project';

const run = promisify(execFile);

async function missing(program: string): Promise<string | null> {
  try {
    await run(program, ['--version']);
    return null;
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code !== 'ENOENT';
    return isThere ? null : `${program} is not installed`;
  }
}

const reason = (await missing('soffice')) ?? (await missing('pdftotext'));
if (reason !== null) console.warn(`Word documents are not paged: ${reason}`);

const today = '2026-11-22';

/** The text of each page of a Word document, as LibreOffice pages it. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'docx-pages-'));
  try {
    await writeFile(path.join(folder, 'report.docx'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    await run('soffice', [
      '--headless',
      profile,
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      `${folder}/report.docx`,
    ]);
    const { stdout } = await run('pdftotext', ['-layout', path.join(folder, 'report.pdf'), '-']);
    return stdout.split('\f');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe.skipIf(reason !== null)('a Word document in another office program', () => {
  it('has its headings on the pages that the contents name', async () => {
    const wish = {
      scope: { kind: 'project' },
      sections: sectionNames,
      lanes: null,
      ladder: true,
      today,
    } as const;
    const report = buildReport(fullProject, wish);
    const bytes = await toDocx(report, { theme: 'light', paper: 'a4', orientation: 'portrait', today });
    const pages = await pagesOf(bytes);
    const entries = (pages[1] ?? '')
      .split('\n')
      .flatMap((line) => /^ *(\S.*?) {2,}(\d+)$/.exec(line)?.slice(1) ?? [])
      .flatMap((part, at, all) => (at % 2 === 0 ? [{ title: part, page: Number(all[at + 1]) }] : []));
    expect(entries.length).toBeGreaterThan(15);
    const wrong = entries.filter(
      ({ title, page }) => !(pages[page - 1] ?? '').split('\n').some((line) => line.trim() === title),
    );
    expect(wrong).toEqual([]);
  });
});
