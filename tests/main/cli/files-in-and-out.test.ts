import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { root, streamwright, temporaryFolder } from '../../helpers/run-command';

const file = temporaryFolder();
const example = path.join(root, 'examples/incident-restoration.vsmap');
const table = path.join(root, 'examples/it-incident-response.csv');

beforeAll(async () => {
  const { project } = buildMap((m) => {
    m.start();
    m.end();
    m.path('start', 'end');
  });
  await writeFile(file('approve.vsmap'), writeProject(project));
});

describe('import', () => {
  it('writes a project and says how much it holds', async () => {
    const result = await streamwright('import', table, '-o', file('imported.vsmap'));
    expect(result).toEqual({ code: 0, out: 'Wrote imported.vsmap: 6 steps, 7 flows.\n', err: '' });
    expect((await streamwright('validate', file('imported.vsmap'))).code).toBe(0);
  });

  it('names every unreadable cell and writes nothing', async () => {
    await writeFile(file('bad.csv'), 'name,PT,wait\nLog,4,1h\nFix,1h,soon\n');
    const { code, out, err } = await streamwright('import', file('bad.csv'), '-o', file('bad.vsmap'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')).toEqual([
      'Steps, row 2, column PT: “4” has no unit. Write 4m for minutes or 4h for hours.',
      expect.stringContaining('Steps, row 3, column wait: “soon” is not a time.'),
      'Nothing was imported: 2 cells could not be read.',
      '',
    ]);
    await expect(readFile(file('bad.vsmap'))).rejects.toThrow('ENOENT');
  });

  it.each([
    ['without a heading for names', 'foo,bar\n1,2\n', 'No column is called “name”'],
    ['without anything', '', 'The table is empty.'],
    ['without steps', 'name,wait\n', 'The table has no steps.'],
  ])('counts no cells of a table %s', async (_, content, why) => {
    await writeFile(file('none.csv'), content);
    const { code, err } = await streamwright('import', file('none.csv'), '-o', file('none.vsmap'));
    expect(code).toBe(2);
    expect(err).toContain(why);
    expect(err).toContain('Nothing was imported: this is not a step table that can be read.\n');
    expect(err).not.toContain('cell');
  });

  it('says of a file that never was that it does not exist', async () => {
    const nowhere = await streamwright('import', file('never.csv'), '-o', file('never.vsmap'));
    expect(nowhere).toEqual({ code: 2, out: '', err: '“never.csv” does not exist.\n' });
    const noFolder = await streamwright('validate', file('none/never.vsmap'));
    expect(noFolder.err).toMatch(/does not exist\.\n$/);
  });

  it('tells of headings that it left out', async () => {
    await writeFile(file('extra.csv'), 'name,Colour\nLog,red\n');
    const { code, err } = await streamwright('import', file('extra.csv'), '-o', file('extra.vsmap'));
    expect(code).toBe(0);
    expect(err).toContain('Colour');
  });
});

describe('export', () => {
  it.each<[string, RegExp]>([
    ['svg', /^<\?xml|^<svg/],
    ['png', /^.PNG/],
    ['pdf', /^%PDF-/],
    ['csv', /^id,name/],
    ['json', /^\{\n {2}"stream"/],
  ])('writes %s', async (format, start) => {
    const output = file(`out.${format}`);
    const { code, err } = await streamwright('export', example, '--to', format, '-o', output);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect((await readFile(output)).toString('latin1')).toMatch(start);
  });

  it('draws the lanes that the map was given, unless others are asked for', async () => {
    const { project } = buildMap((m) => {
      m.map({ lanes: 'team' });
      m.step('log', { role: 'agent', team: 'Blue' });
    });
    await writeFile(file('teams.vsmap'), writeProject(project));
    const lanesOf = async (...more: string[]): Promise<string> => {
      const args = ['--to', 'svg', '-o', file('teams.svg'), ...more];
      expect((await streamwright('export', file('teams.vsmap'), ...args)).code).toBe(0);
      return await readFile(file('teams.svg'), 'utf8');
    };
    expect(await lanesOf()).toContain('aria-label="Lane Blue"');
    expect(await lanesOf('--lanes', 'role')).not.toContain('aria-label="Lane Blue"');
  });

  it('tells which characters stand as boxes in a file that carries its fonts, and only there', async () => {
    const { project } = buildMap((m) => m.step('log', { name: 'Log ᚠ and ᚢ, ᚠ' }));
    await writeFile(file('runes.vsmap'), writeProject(project));
    const ran = (format: string): ReturnType<typeof streamwright> =>
      streamwright('export', file('runes.vsmap'), '--to', format, '-o', file('runes.out'));
    const told = 'Note: No font of the app has these characters: ᚠ ᚢ. Boxes stand in their places.\n';
    for (const format of ['svg', 'report-pdf'])
      expect(await ran(format)).toEqual({ code: 0, out: 'Wrote runes.out.\n', err: told });
    for (const format of ['csv', 'mermaid']) expect((await ran(format)).err).toBe('');
  });

  it('never leaves maps out in silence: a format of one map refuses a whole project of several', async () => {
    const { project } = buildMap((m) => m.step('log'));
    const [map] = Object.values(project.maps);
    const two = { ...project, maps: { ...project.maps, other: { ...map!, name: 'Second' } } };
    await writeFile(file('two.vsmap'), writeProject(two));
    const ran = (source: string, format: string): ReturnType<typeof streamwright> =>
      streamwright('export', source, '--to', format, '--scope', 'project', '-o', file(`whole.${format}`));
    for (const format of ['csv', 'json', 'svg', 'bpmn', 'mermaid']) {
      expect(await ran(file('two.vsmap'), format)).toEqual({
        code: 2,
        out: '',
        err: `A file of ${format} holds one map, and the project has several. Leave --scope out, and name the map by --map ID.\n`,
      });
      await expect(readFile(file(`whole.${format}`))).rejects.toThrow('ENOENT');
    }
    expect((await ran(file('two.vsmap'), 'drawio')).code).toBe(0);
    expect((await ran(file('approve.vsmap'), 'csv')).code).toBe(0);
  });

  it('writes tables that it reads again', async () => {
    await streamwright('export', example, '--to', 'json', '-o', file('again.json'));
    expect((await streamwright('import', file('again.json'), '-o', file('again.vsmap'))).code).toBe(0);
    const before = await streamwright('figures', example, '--format', 'json');
    const after = await streamwright('figures', file('again.vsmap'), '--format', 'json');
    const figures = ({ out }: { out: string }): unknown => (JSON.parse(out) as { figures: unknown }).figures;
    expect(figures(after)).toEqual(figures(before));
  });

  it('replaces an older output, but never its own input', async () => {
    await writeFile(file('old.svg'), 'old');
    expect((await streamwright('export', example, '--to', 'svg', '-o', file('old.svg'))).code).toBe(0);
    const before = await readFile(file('approve.vsmap'), 'utf8');
    const { code, err } = await streamwright(
      'export',
      file('approve.vsmap'),
      '--to',
      'svg',
      '-o',
      file('approve.vsmap'),
    );
    expect({ code, err }).toEqual({
      code: 2,
      err: 'The output would replace the input. Choose another name.\n',
    });
    expect(await readFile(file('approve.vsmap'), 'utf8')).toBe(before);
  });

  it('leaves nothing behind where it cannot write', async () => {
    await mkdir(file('place'));
    await mkdir(file('place/out.svg'));
    const { code, err } = await streamwright('export', example, '--to', 'svg', '-o', file('place/out.svg'));
    expect(code).toBe(2);
    expect(err).toContain('was not saved');
    expect(await readdir(file('place'))).toEqual(['out.svg']);
    const nowhere = await streamwright('export', example, '--to', 'svg', '-o', file('none/out.svg'));
    expect(nowhere.code).toBe(2);
  });
});
