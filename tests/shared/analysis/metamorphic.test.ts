import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { analyse } from '../../../shared/analysis/analyse';
import { exampleMapId, exampleProject } from '../../../shared/analysis/example';
import type { Finding, Report } from '../../../shared/analysis/types';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { templates } from '../../../shared/catalogue/templates/templates';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { SampledLeadTime } from '../../../shared/figures/types';
import type { Project } from '../../../shared/model/project';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { randomFrom } from '../../../shared/simulation/random';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { countIds } from '../../helpers/count-ids';
import { today } from './judge-map';

interface Case {
  readonly name: string;
  readonly project: Project;
  readonly mapId: string;
  readonly sampled: SampledLeadTime | null;
}

/** The ten templates and every example of every rule. */
const cases: readonly Case[] = [
  ...templates.flatMap(({ id }): Case[] => {
    const made = newFromTemplate(id, { makeId: countIds() });
    return made ? [{ name: id, project: made.project, mapId: made.mapId, sampled: null }] : [];
  }),
  ...allRules.flatMap(({ id, examples: { flagged, clean } }) =>
    [...flagged, ...clean].map((example) => ({
      name: `${id}: ${example.title}`,
      project: exampleProject(example),
      mapId: exampleMapId,
      sampled: example.sampled ?? null,
    })),
  ),
];

function graphIn(project: Project, mapId: string): MapGraph {
  const graph = graphOf(project, mapId);
  if (graph === null) throw new Error('The map is gone.');
  return graph;
}

function reportOf({ project, mapId, sampled }: Case): Report {
  const options = { pack: itil4, profile: 'review', today, suppressForTemplates: false, sampled } as const;
  return analyse(graphIn(project, mapId), options);
}

/** What a finding claims, whatever stands before it in the list; its targets in their order where they are no sentence. */
const claim = ({ rule, severity, about, message, evidence, impact, supersededBy }: Finding): string =>
  JSON.stringify([rule, severity, [...about].sort(), message, evidence, impact, supersededBy]);

const claims = (report: Report): string[] => report.findings.map(claim).sort();

/** Rule, severity and targets alone; an endless loop is about the first of its steps in the lists, so all of them count. */
const verdicts = (report: Report): string[] =>
  report.findings
    .map(({ rule, severity, about, involves }) =>
      [
        rule,
        severity,
        ...(rule === 'dq-loop-without-exit' ? [...about, ...involves] : about).toSorted(),
      ].join(' '),
    )
    .sort();

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = randomFrom(seed);
  return list
    .map((each) => ({ each, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

const tables = [
  'streams',
  'maps',
  'nodes',
  'flows',
  'roles',
  'systems',
  'artefacts',
  'partners',
  'improvements',
] as const;

/** Fields that hold an id, and fields that are sets of ids. */
const references = new Set(['map', 'stream', 'from', 'to', 'role', 'partner', 'node', 'copiedFrom']);
const sets = new Set(['systems', 'inputs', 'outputs']);

/** The same project under other ids, whose alphabetical order is another one too. */
function renamed(project: Project): {
  readonly project: Project;
  readonly newId: ReadonlyMap<string, string>;
} {
  const ids = new Set(tables.flatMap((table) => Object.keys(project[table])));
  const newId = new Map(shuffled([...ids], 1).map((id, at) => [id, `x${String(at + 100)}`]));
  const other = (id: string): string => newId.get(id) ?? id;
  const field = (name: string, value: unknown): unknown => {
    if (references.has(name) && typeof value === 'string') return other(value);
    if (!sets.has(name) || typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([id, order]) => [other(id), order]));
  };
  const copy: Record<string, unknown> = { ...project };
  for (const table of tables)
    copy[table] = Object.fromEntries(
      Object.entries(project[table]).map(([id, row]) => [
        other(id),
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, field(name, value)])),
      ]),
    );
  return { project: copy as unknown as Project, newId };
}

/** Each table with its rows in another order. */
function withShuffledKeys(project: Project): Project {
  const copy: Record<string, unknown> = { ...project };
  for (const table of ['nodes', 'flows', 'roles', 'systems', 'artefacts', 'partners', 'maps'] as const)
    copy[table] = Object.fromEntries(shuffled(Object.entries(project[table]), 2));
  return copy as unknown as Project;
}

/** The cases that a change of the project makes look otherwise, each with what differs. */
function differences(
  compare: (each: Case) => { readonly before: readonly string[]; readonly after: readonly string[] },
): string[] {
  return cases.flatMap((each) => {
    const { before, after } = compare(each);
    const lost = before.filter((one) => !after.includes(one));
    const gained = after.filter((one) => !before.includes(one));
    return lost.length + gained.length === 0
      ? []
      : [`${each.name}: lost ${lost.join(' and ')}; gained ${gained.join(' and ')}`];
  });
}

const reports = new Map(cases.map((each) => [each, reportOf(each)]));
const first = (each: Case): Report => reports.get(each) ?? reportOf(each);

describe('the ten templates and every example of every rule are judged alike', { timeout: 180_000 }, () => {
  it('wherever their boxes stand', () => {
    const random = randomFrom(3);
    const found = differences((each) => {
      const project = structuredClone(each.project);
      for (const node of Object.values(project.nodes))
        node.position = { x: 2000 * random.next(), y: 2000 * random.next() };
      return { before: claims(first(each)), after: claims(reportOf({ ...each, project })) };
    });
    expect(found).toEqual([]);
  });

  it('under other ids', () => {
    const found = differences((each) => {
      const { project, newId } = renamed(each.project);
      const after = reportOf({ ...each, project, mapId: newId.get(each.mapId) ?? '' });
      const inNewWords = first(each).findings.map((finding) => ({
        ...finding,
        about: finding.about.map((id) => newId.get(id) ?? id),
      }));
      return { before: inNewWords.map(claim), after: claims(after) };
    });
    expect(found).toEqual([]);
  });

  it('in whatever order their rows are stored', () => {
    const found = differences((each) => {
      const project = withShuffledKeys(each.project);
      return { before: claims(first(each)), after: claims(reportOf({ ...each, project })) };
    });
    expect(found).toEqual([]);
  });

  it('when their steps change places in the lists', () => {
    const found = differences((each) => {
      const project = structuredClone(each.project);
      for (const row of [...Object.values(project.nodes), ...Object.values(project.flows)])
        row.order = 1000 - row.order;
      return { before: verdicts(first(each)), after: verdicts(reportOf({ ...each, project })) };
    });
    expect(found).toEqual([]);
  });
});

describe('muting a rule', { timeout: 60_000 }, () => {
  it('changes no figure and no finding of another', () => {
    const some = cases.slice(0, 10);
    for (const each of some) {
      const graph = graphIn(each.project, each.mapId);
      const figures = structuredClone(computeFigures(graph).figure);
      const whole = reportOf(each);
      const muted = new Set(whole.findings.map(({ rule }) => rule).slice(0, 5));
      const settings = {
        application: [...muted].map((rule) => ({ rule, severity: 'off' as const })),
        project: {},
      };
      const report = analyse(graph, {
        pack: itil4,
        profile: 'review',
        today,
        suppressForTemplates: false,
        settings,
      });
      const unfolded = ({ findings }: Report): string[] =>
        findings
          .filter(({ rule }) => !muted.has(rule))
          .map((finding) => claim({ ...finding, supersededBy: null }))
          .sort();
      expect(unfolded(report)).toEqual(unfolded(whole));
      expect(computeFigures(graphIn({ ...each.project }, each.mapId)).figure).toEqual(figures);
    }
  });
});

describe('more demand', { timeout: 60_000 }, () => {
  it('changes no finding about the time of one item', () => {
    const ofOneItem = new Set(
      allRules
        .filter(({ needs, category }) => category === 'flow' && !needs.includes('demand_per_month'))
        .map(({ id }) => id),
    );
    expect(ofOneItem.has('flow-dominant-wait')).toBe(true);
    const aboutTime = (report: Report): string[] =>
      report.findings
        .filter(({ rule }) => ofOneItem.has(rule))
        .map(({ rule, severity, about }) => [rule, severity, ...about].join(' '));
    const found = differences((each) => {
      const project = structuredClone(each.project);
      for (const stream of Object.values(project.streams))
        if (stream.demandPerMonth !== undefined) stream.demandPerMonth *= 1.5;
      return { before: aboutTime(first(each)), after: aboutTime(reportOf({ ...each, project })) };
    });
    expect(found).toEqual([]);
  });
});
