import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { root, streamwright, temporaryFolder } from '../../helpers/run-command';

const file = temporaryFolder();
const example = path.join(root, 'examples/incident-restoration.vsmap');

const { project } = buildMap((m) => {
  m.stream({ name: 'Approve', demandPerMonth: 20, targetLeadTime: 60 });
  m.start();
  m.step('ask', { processTime: 10, wait: 5, completeAccurate: 0.9, value: 'VA', touchesConsumer: true });
  m.step('approve', { processTime: 5, wait: 4800, completeAccurate: 1, value: 'NVA', kind: 'approval' });
  m.end();
  m.path('start', 'ask', 'approve', 'end');
});

beforeAll(async () => {
  await writeFile(file('approve.vsmap'), writeProject(project));
});

const parsed = async (...args: readonly string[]): Promise<unknown> => {
  const { out, err } = await streamwright(...args);
  expect(err).toBe('');
  return JSON.parse(out);
};

describe('usage', () => {
  it('prints help and version', async () => {
    const help = await streamwright('--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const name of ['check', 'figures', 'export', 'import', 'validate', 'salvage', 'new', 'rules'])
      expect(help.out).toContain(`\n  ${name} `);
    expect(await streamwright('--version')).toEqual({ code: 0, out: '0.0.0\n', err: '' });
    expect((await streamwright('check', '--help')).out).toMatch(/^Usage: streamwright check FILE/);
  });

  it.each<[string, readonly string[], string]>([
    ['nothing', [], 'No command was given.'],
    ['an unknown command', ['frob'], 'There is no command “frob”.'],
    ['a name of Object.prototype', ['constructor'], 'There is no command “constructor”.'],
    ['no file', ['check'], 'FILE is missing.'],
    ['two files', ['check', 'a', 'b'], '“b” is one argument too many.'],
    ['an unknown option', ['check', 'a', '--fast'], 'There is no option “--fast”.'],
    ['an option of Object.prototype', ['check', 'a', '--constructor'], 'There is no option “--constructor”.'],
    ['an option without a value', ['check', 'a', '--map'], 'The option “--map” needs a value.'],
    ['an option twice', ['check', 'a', '--map', 'x', '--map=y'], 'The option “--map” is given twice.'],
    [
      'an unknown format',
      ['check', 'a', '--format', 'xml'],
      '“xml” is not a value of --format. The values are text, json, sarif, markdown.',
    ],
    ['an impossible date', ['check', 'a', '--today', '2026-02-30'], '“2026-02-30” is not a date.'],
    ['no output', ['import', 'a.csv'], 'The option -o is missing.'],
    ['no target format', ['export', 'a', '-o', 'b'], 'The option --to is missing.'],
    [
      'a section of nobody',
      ['export', 'a', '--to', 'md', '-o', 'b', '--sections', 'cover,foo'],
      '“foo” is not a value of --sections.',
    ],
    ['a format of nobody', ['export', 'a', '--to', 'gif', '-o', 'b'], '“gif” is not a value of --to.'],
    ['a missing workbook', ['import', 'a.xlsx', '-o', 'b'], '“a.xlsx” does not exist.'],
    ['a missing file', ['figures', 'no-such.vsmap'], '“no-such.vsmap” does not exist'],
    ['a folder', ['figures', '.'], 'is a folder or a device, not a file'],
    ['an unknown template', ['new', 'nothing', '-o', 'b'], 'There is no template “nothing”.'],
  ])('answers %s with one sentence and exit code 2', async (_what, args, sentence) => {
    const { code, out, err } = await streamwright(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('check', () => {
  const checkSchema = z.object({
    schema: z.literal(1),
    map: z.object({ id: z.string(), name: z.string(), state: z.string() }),
    findings: z.array(
      z.object({
        rule: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        about: z.array(z.string()),
        message: z.string(),
        evidence: z.record(z.string(), z.unknown()),
        threshold: z.record(z.string(), z.number()),
        impact: z.object({
          leadTimeHours: z.number().nullable(),
          effortHoursPerMonth: z.number().nullable(),
        }),
        confidence: z.number(),
        waived: z.boolean(),
        supersededBy: z.string().nullable(),
      }),
    ),
    gaps: z.array(z.object({ rule: z.string(), about: z.array(z.string()), missing: z.array(z.string()) })),
    failed: z.array(z.string()),
  });

  it('fails with exit code 1 where a finding is bad enough, and prints the sentences of the app', async () => {
    const { code, out } = await streamwright('check', file('approve.vsmap'));
    expect(code).toBe(1);
    expect(out).toContain('Whole map: Takes 80h 20m, 7933\u00a0% over the target of 1h');
    expect(out).toContain('flow-lead-time-over-target · Focus on value');
  });

  it('prints raw findings and gaps as JSON', async () => {
    const { code, out } = await streamwright('check', file('approve.vsmap'), '--format', 'json');
    const printed = checkSchema.parse(JSON.parse(out));
    expect(code).toBe(1);
    expect(printed.map).toEqual({ id: 'map', name: 'Current state', state: 'current' });
    expect(printed.failed).toEqual([]);
    expect(printed.findings).toContainEqual(
      expect.objectContaining({ rule: 'flow-dominant-wait', about: ['approve'], severity: 'error' }),
    );
  });

  it('prints SARIF 2.1.0 with the rules and where the document is', async () => {
    const { out } = await streamwright('check', file('approve.vsmap'), '--format', 'sarif');
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'Streamwright', version: '0.0.0' } }, results: expect.any(Array) }],
    });
    expect(out).toContain('approve.vsmap');
  });

  it('prints Markdown', async () => {
    const { out } = await streamwright('check', file('approve.vsmap'), '--format', 'markdown');
    expect(out).toMatch(/^# .*Approve/);
  });

  it('sets the bar where --fail-on says, and takes the date of --today', async () => {
    await writeFile(
      file('observed.vsmap'),
      writeProject({ ...project, maps: { map: { ...project.maps.map!, observedOn: '2026-11-01' } } }),
    );
    const rules = async (today: string): Promise<string> =>
      (await streamwright('check', file('observed.vsmap'), '--today', today)).out;
    expect(await rules('2026-11-21')).not.toContain('principle-unobserved-current-state');
    expect(await rules('2029-11-21')).toContain('principle-unobserved-current-state');
    const { project: quiet } = buildMap((m) => {
      m.start();
      m.step('fix', { processTime: 60, wait: 1, completeAccurate: 1, value: 'VA', touchesConsumer: true });
      m.end();
      m.path('start', 'fix', 'end');
    });
    await writeFile(file('quiet.vsmap'), writeProject(quiet));
    expect((await streamwright('check', file('quiet.vsmap'))).code).toBe(0);
    expect((await streamwright('check', file('quiet.vsmap'), '--fail-on', 'warning')).code).toBe(1);
  });
});

describe('figures', () => {
  it('prints one object, hours as numbers and null where unknown', async () => {
    const printed = await parsed('figures', file('approve.vsmap'), '--format', 'json');
    expect(printed).toMatchObject({
      schema: 1,
      map: { id: 'map', name: 'Current state', state: 'current' },
      basis: { calendar: '8x5', hoursPerDay: 8, daysPerWeek: 5 },
      figures: {
        leadTimeExpected: 4820 / 60,
        leadTimeSinglePass: 4820 / 60,
        afterValueTail: 0,
        processTimeOnPath: 0.25,
        effortPersonHours: 0.25,
        activityRatio: 15 / 4820,
        processCycleEfficiency: 10 / 4820,
        rolledCompleteAccurate: 0.9,
        firstPassYield: 1,
        takt: expect.closeTo((40 * 52) / 12 / 20, 9),
        leadTimeP50: expect.closeTo(4820 / 60, 3),
        shareWithinTarget: 0,
      },
      bottleneck: { step: 'approve' },
      waitOnPath: 4805 / 60,
      visits: { ask: 1, approve: 1 },
      utilisation: {},
    });
  });

  it('gives bounds and coverage where an input is missing', async () => {
    const { project: gappy } = buildMap((m) => {
      m.start();
      m.step('a', { processTime: 30, wait: 90 });
      m.step('b', { processTime: 30 });
      m.end();
      m.path('start', 'a', 'b', 'end');
    });
    await writeFile(file('gappy.vsmap'), writeProject(gappy));
    const printed = await parsed('figures', file('gappy.vsmap'), '--format', 'json');
    expect(printed).toMatchObject({
      figures: { leadTimeExpected: null, leadTimeP50: null },
      bounds: { leadTimeExpected: { lower: 2.5, upper: null } },
      coverage: { leadTimeExpected: 0.75 },
    });
    expect((await streamwright('figures', file('gappy.vsmap'))).out).toMatch(/at least 2h 30m/);
  });

  it('prints every figure in words with its definition', async () => {
    const { out, code } = await streamwright('figures', example);
    expect(code).toBe(0);
    expect(out).toMatch(/Lead time, expected +13h 36m/);
    expect(out).toMatch(/Activity ratio +12.2/);
    expect(out).toMatch(/Bottleneck +Second-line specialist/);
    expect(out).toMatch(/Sampled lead time/);
  });

  it('chooses a map by id or name', async () => {
    const future = { ...project.maps.map!, name: 'Future', state: 'future' as const, order: 0 };
    const two = { ...project, maps: { ...project.maps, later: future } };
    await writeFile(file('two.vsmap'), writeProject(two));
    const idOf = async (...args: readonly string[]): Promise<unknown> =>
      ((await parsed('figures', file('two.vsmap'), '--format', 'json', ...args)) as { map: { id: string } })
        .map.id;
    expect(await idOf()).toBe('map');
    expect(await idOf('--map', 'later')).toBe('later');
    expect(await idOf('--map=Future')).toBe('later');
    const missing = await streamwright('figures', file('two.vsmap'), '--map', 'constructor');
    expect(missing).toMatchObject({
      code: 2,
      err: expect.stringContaining('later (Future), map (Current state)'),
    });
  });
});

describe('validate', () => {
  it('says what a sound project holds', async () => {
    expect(await streamwright('validate', file('approve.vsmap'))).toEqual({
      code: 0,
      out: '“Test” is a project with 1 stream, 1 map and 2 steps.\n',
      err: '',
    });
  });

  it('names a wrong checksum, and fails', async () => {
    const text = await readFile(file('approve.vsmap'), 'utf8');
    await writeFile(file('edited.vsmap'), text.replace('4800', '48'));
    const { code, out } = await streamwright('validate', file('edited.vsmap'));
    expect(code).toBe(1);
    expect(out).toContain('differ from the checksum');
  });

  it('names where an invalid project is wrong', async () => {
    const text = await readFile(file('approve.vsmap'), 'utf8');
    await writeFile(file('invalid.vsmap'), text.replace('"likely": 4800', '"likely": "4800"'));
    const { code, err } = await streamwright('validate', file('invalid.vsmap'));
    expect(code).toBe(2);
    expect(err).toContain('at “nodes.approve.wait.likely” a number was expected');
  });
});

describe('new, templates and rules', () => {
  it('lists the templates and makes a project of each', async () => {
    const { templates } = z
      .object({ templates: z.array(z.object({ id: z.string(), name: z.string() })) })
      .parse(await parsed('templates', '--format', 'json'));
    expect(templates).toHaveLength(10);
    for (const { id } of templates) {
      expect((await streamwright('new', id, '-o', file('made.vsmap'))).code).toBe(0);
      expect((await streamwright('validate', file('made.vsmap'))).code).toBe(0);
    }
    expect((await streamwright('templates')).out).toContain('normal-change');
  });

  it('lists the rules as text, JSON and Markdown', async () => {
    const { rules } = z
      .object({ rules: z.array(z.object({ id: z.string() })) })
      .parse(await parsed('rules', '--format', 'json'));
    for (const format of ['text', 'markdown']) {
      const { out, code } = await streamwright('rules', '--format', format);
      expect(code).toBe(0);
      for (const { id } of rules) expect(out).toContain(id);
    }
  });
});
