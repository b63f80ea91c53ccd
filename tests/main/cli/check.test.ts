import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { waiveFinding } from '../../../shared/commands/analysis';
import { writeProject } from '../../../shared/file-format/write';
import type { Project } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo } from '../../helpers/do-undo-redo';
import { streamwright, temporaryFolder } from '../../helpers/run-command';

const file = temporaryFolder();

/** One wait that dominates, and a target that half of the items miss. */
const { project } = buildMap((m) => {
  m.stream({ name: 'Repair', demandPerMonth: 100, targetLeadTime: 600, owner: 'Ana' });
  m.map({ observedOn: '2026-11-01' });
  m.start();
  m.step('log', { processTime: 10, wait: 0, value: 'VA', kind: 'work' });
  m.step('fix', { processTime: [60, 60, 300], wait: [60, 480, 960], value: 'VA', kind: 'work' });
  m.end();
  m.path('start', 'log', 'fix', 'end');
});

const waived = (fields: { expires?: string } = {}): Project =>
  doUndoRedo(
    project,
    waiveFinding(
      {
        map: 'map',
        rule: 'flow-dominant-wait',
        about: ['fix'],
        reason: 'The part comes from abroad',
        author: 'Ana',
        on: '2026-11-01',
        evidence: {},
        ...fields,
      },
      countedIds(),
    ),
  );

async function check(of: Project, ...args: readonly string[]): Promise<{ code: number; out: string }> {
  const name = file(`map-${String(Math.abs(JSON.stringify([of, args]).length))}.vsmap`);
  await writeFile(name, writeProject(of));
  return await streamwright('check', name, ...args);
}

interface Printed {
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly waived: boolean;
    readonly returned: string | null;
    readonly threshold: Readonly<Record<string, number>>;
  }[];
  readonly gaps: readonly { readonly missing: readonly string[] }[];
  readonly coverage: { readonly rules: readonly { readonly rule: string; readonly state: string }[] };
}

const printed = async (of: Project, ...args: readonly string[]): Promise<Printed> =>
  JSON.parse((await check(of, '--format', 'json', ...args)).out) as Printed;

const findingIn = ({ findings }: Printed, rule: string): Printed['findings'][number] | undefined =>
  findings.find((each) => each.rule === rule);

describe('check', () => {
  let plain: Printed;
  beforeAll(async () => {
    plain = await printed(project);
  });

  it('samples lead times itself, so that the chance of the target is judged', () => {
    expect(plain.coverage.rules.find(({ rule }) => rule === 'flow-target-hit-rate')?.state).toBe('judged');
    expect(findingIn(plain, 'flow-target-hit-rate')).toBeDefined();
    expect(plain.gaps.flatMap(({ missing }) => missing)).not.toContain('samples');
  });

  it('says the same a second time, to the last letter', async () => {
    expect(await printed(project)).toEqual(plain);
  });

  it('lists an accepted finding in every format and does not fail for it', async () => {
    expect(findingIn(await printed(waived()), 'flow-dominant-wait')).toMatchObject({
      waived: true,
      returned: null,
    });
    const text = (await check(waived())).out;
    expect(text).toContain('1 accepted finding');
    expect(text).toContain('Accepted by Ana on 2026-11-01: The part comes from abroad');
    const markdown = (await check(waived(), '--format', 'markdown')).out;
    expect(markdown).toMatch(/~~Error~~ \| ~~Fix~~ \| ~~Waits /);
    const sarif = (await check(waived(), '--format', 'sarif')).out;
    expect(sarif).toContain('"justification": "Accepted by Ana on 2026-11-01: The part comes from abroad"');
  });

  it('lets an acceptance end on its day', async () => {
    const until = waived({ expires: '2026-11-20' });
    expect(findingIn(await printed(until), 'flow-dominant-wait')).toMatchObject({
      waived: false,
      returned: 'expired',
    });
    expect((await check(until)).out).toContain('Back since its acceptance ended on 2026-11-20.');
    expect(findingIn(await printed(until, '--today', '2026-11-20'), 'flow-dominant-wait')?.waived).toBe(true);
  });

  it('judges by the profile and by the settings in the file', async () => {
    const strict = await printed(project, '--profile', 'audit');
    expect(findingIn(strict, 'flow-dominant-wait')?.threshold.share).toBe(0.15);
    const set = (setting: Project['ruleSettings'][string]): Project => ({
      ...project,
      ruleSettings: { one: setting },
    });
    const mild = await printed(set({ rule: 'flow-dominant-wait', severity: 'low', options: { share: 0.5 } }));
    expect(findingIn(mild, 'flow-dominant-wait')).toMatchObject({
      severity: 'info',
      threshold: { share: 0.5 },
    });
    const off = await printed(set({ rule: 'flow-dominant-wait', severity: 'off' }));
    expect(findingIn(off, 'flow-dominant-wait')).toBeUndefined();
    expect(off.coverage.rules.find(({ rule }) => rule === 'flow-dominant-wait')?.state).toBe('off');
  });

  it('says at the end what was judged', async () => {
    expect((await check(project)).out).toMatch(/\n\d+ of \d+ rules judged this map, .*\.\n$/);
    expect((await check(project, '--format', 'markdown')).out).toContain('## What was judged');
  });
});
