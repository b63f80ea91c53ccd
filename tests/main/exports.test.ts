import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportHandlers } from '../../main/handlers/exports';
import type { Session } from '../../main/session';
import type { ExportFormat } from '../../shared/export/formats';
import { writeProject } from '../../shared/file-format/write';
import { appIn, type AppInTest } from '../helpers/app-in-test';
import { exportWish } from '../helpers/export-wish';
import { root, streamwright } from '../helpers/run-command';
import { mockProject } from '../shared/drawing/mock-map';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();
const example = path.join(root, 'examples/incident-restoration.vsmap');

/** The app that exports to `name`, as somebody chose it. */
function appTo(name: string): { app: AppInTest; session: Session } {
  mkdirSync(at('files'), { recursive: true });
  const app = appIn(at('profile'));
  app.answers.savePath = at(`files/${name}`);
  return { app, session: app.blankWindow() };
}

const mock = { work: 'export-1', text: writeProject(mockProject), suggestedName: 'x' };

describe('an export from a window', () => {
  it.each<ExportFormat>(['svg', 'md', 'drawio', 'csv'])(
    'gives the bytes that the command line gives: %s',
    async (format) => {
      const { app, session } = appTo(`app.${format}`);
      const text = readFileSync(example, 'utf8');
      const { maps } = JSON.parse(text) as { maps: Record<string, unknown> };
      const wish = exportWish(format, { scope: { kind: 'map', map: Object.keys(maps)[0] ?? '' } });
      const saved = await exportHandlers(app)['export:save'](session, { ...mock, text, wish });
      expect(saved).toMatchObject({ kind: 'saved', name: `app.${format}` });
      const map = ['--map', Object.keys(maps)[0] ?? '', '--today', wish.today];
      await streamwright('export', example, '--to', format, '-o', at(`files/cli.${format}`), ...map);
      expect(readFileSync(at(`files/app.${format}`))).toEqual(readFileSync(at(`files/cli.${format}`)));
    },
  );

  it('shows the file in its folder when it is asked to, and no other file', async () => {
    const { app, session } = appTo('map.mmd');
    const handlers = exportHandlers(app);
    const saved = await handlers['export:save'](session, { ...mock, wish: exportWish('mermaid') });
    if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
    await handlers['export:show'](session, { file: '0'.repeat(32) });
    await handlers['export:show'](session, { file: saved.file });
    expect(app.log.filter((line) => line.startsWith('show'))).toEqual([`show ${at('files/map.mmd')}`]);
  });

  it('is proposed beside the file of the map, and in the home folder where there is none', async () => {
    const { app, session } = appTo('map.md');
    const save = async (): Promise<void> => {
      await exportHandlers(app)['export:save'](session, { ...mock, wish: exportWish('md') });
    };
    await save();
    expect(app.answers.proposed).toBe(at('profile/x.md'));
    const shown = at('files/stream.vsmap');
    session.document = { token: 't', path: shown, stamp: null, isReadOnly: false };
    await save();
    expect(app.answers.proposed).toBe(at('files/x.md'));
  });

  it('writes nothing when it is stopped', async () => {
    const { app, session } = appTo('map.png');
    const handlers = exportHandlers(app);
    const saving = handlers['export:save'](session, { ...mock, wish: exportWish('png', { scale: 4 }) });
    await expect.poll(() => app.log).toContain('1 export:progress');
    await handlers['export:stop'](session, { work: mock.work });
    expect(await saving).toEqual({ kind: 'cancelled' });
    expect(readdirSync(at('files'))).toEqual([]);
  });

  it('writes nothing when it is refused, and says why', async () => {
    const { app, session } = appTo('map.svg');
    const wish = exportWish('svg', { scope: { kind: 'map', map: 'gone' } });
    expect(await exportHandlers(app)['export:save'](session, { ...mock, wish })).toEqual({
      kind: 'failed',
      sentence: 'There is no map to export: it was deleted, or the project has none yet.',
    });
    expect(readdirSync(at('files'))).toEqual([]);
  });

  it('leaves nothing half-written where the file cannot be written', async () => {
    const { app, session } = appTo('map.md');
    mkdirSync(at('files/map.md'));
    const result = await exportHandlers(app)['export:save'](session, { ...mock, wish: exportWish('md') });
    expect(result).toEqual({
      kind: 'failed',
      sentence:
        '“map.md” was not saved: it is a folder or a device, not a file. Choose another name. Your map is not touched.',
    });
    expect(readdirSync(at('files'))).toEqual(['map.md']);
  });

  it('is made for the clipboard without a file', async () => {
    const { app, session } = appTo('nothing');
    const made = await exportHandlers(app)['export:make'](session, {
      work: 'export-2',
      text: mock.text,
      wish: exportWish('mermaid'),
    });
    if (made.kind !== 'made') throw new Error(JSON.stringify(made));
    expect(new TextDecoder().decode(made.bytes)).toMatch(/^flowchart LR\n/);
    expect(readdirSync(at('files'))).toEqual([]);
  });
});
