import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { type Example, exampleFlowId, exampleMapId, exampleProject } from '../../../shared/analysis/example';
import { type Facts, factsOf } from '../../../shared/analysis/facts';
import { fieldNames } from '../../../shared/analysis/fields';
import type { AnalysisRule, Answers } from '../../../shared/analysis/rule';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { projectSchema, type Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';

const folder = fileURLToPath(new URL('../../../shared/analysis/rules/', import.meta.url));

type Sampled = Example['sampled'];

function factsFrom(project: Project, sampled?: Sampled): Facts {
  const graph = graphOf(project, exampleMapId);
  if (graph === null) throw new Error('An example has no map.');
  return factsOf(graph, computeFigures(graph), {
    pack: itil4,
    today: '2026-11-21',
    suppressForTemplates: false,
    sampled: sampled ?? null,
  });
}

const factsOfExample = (example: Example): Facts => factsFrom(exampleProject(example), example.sampled);

const judge = (rule: AnalysisRule, project: Project, sampled?: Sampled): Answers =>
  rule.judge(factsFrom(project, sampled), {});

const found = (answers: Answers): string[] => answers.claims.map((claim) => claim.about.join(' ')).sort();

const idOf = (target: string): string => {
  const [from, to] = target.split('>');
  return to === undefined ? target : exampleFlowId(from ?? '', to);
};

type Path = readonly (string | number)[];

/** Fields that every record has, and those whose absence is an answer: a step lies before the value point, nobody gave a total. */
const structural = new Set(
  'map type name order from to kind likely state stream afterValue statedLeadTime'.split(' '),
);

/** Fields that hold a number that somebody has to know: an unknown one is a question, never a finding alone. */
const figures = new Set(
  'processTime wait completeAccurate share people availability demandPerMonth batch wip rejectRate'.split(
    ' ',
  ),
);

/** Every value of a record that may be left out, with the fields of its quantities. */
function optionalValues(row: object, at: Path, isFlow: boolean): Path[] {
  return Object.entries(row).flatMap(([field, value]) => {
    const own = structural.has(field) && (isFlow || field !== 'kind') ? [] : [[...at, field]];
    const isQuantity = typeof value === 'object' && value !== null && 'likely' in value;
    return isQuantity ? [...own, ...optionalValues(value as object, [...at, field], isFlow)] : own;
  });
}

function removable(project: Project): Path[] {
  const tables = ['nodes', 'flows', 'streams', 'maps', 'roles', 'systems', 'improvements'] as const;
  return tables.flatMap((table) =>
    Object.entries(project[table]).flatMap(([id, row]) =>
      optionalValues(row, [table, id], table === 'flows'),
    ),
  );
}

/** A copy without that value. One blank share is the remainder, an answer: so a share goes with those beside it. */
function without(project: Project, path: Path): Project {
  const copy = structuredClone(project);
  if (path[0] === 'flows' && path[2] === 'share') {
    const from = copy.flows[String(path[1])]?.from;
    for (const flow of Object.values(copy.flows)) if (flow.from === from) delete flow.share;
    return copy;
  }
  let record = copy as unknown as Record<string, unknown>;
  for (const key of path.slice(0, -1)) record = record[key] as Record<string, unknown>;
  delete record[path.at(-1) ?? ''];
  return copy;
}

/** Facts that shout when a rule writes into them are frozen; this finds what is not. */
function unfrozen(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, part]) => unfrozen(part, `${at}.${key}`));
  return Object.isFrozen(value) ? inside : [at, ...inside];
}

describe('the registry of rules', () => {
  it('holds each file of the folder once, named after its rule', () => {
    const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
    expect(allRules.map((rule) => rule.id).sort()).toEqual(files.sort());
    expect(new Set(allRules.map((rule) => rule.id)).size).toBe(allRules.length);
    expect(allRules.length).toBeGreaterThanOrEqual(80);
  });

  it('folds only rules that exist', () => {
    const ids = allRules.map((rule) => rule.id);
    for (const rule of allRules) for (const other of rule.supersedes) expect(ids).toContain(other);
  });
});

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('says what it is, why it matters, what to do and when it is fine, in whole sentences', () => {
    expect(rule.title).not.toBe('');
    for (const text of [rule.whyItMatters, rule.whatToDo, rule.whenItIsFine, rule.source])
      expect(text).toMatch(/^[“A-Z].{20,}[.?]$/s);
    for (const need of rule.needs) expect(fieldNames).toContain(need);
  });

  it('has limits whose default lies between their ends', () => {
    for (const option of Object.values(rule.options)) {
      expect(option.label).not.toBe('');
      expect(option.default).toBeGreaterThanOrEqual(option.min);
      expect(option.default).toBeLessThanOrEqual(option.max);
    }
  });

  it('has a flagged and a clean example that the file check accepts', () => {
    expect(rule.examples.flagged.length).toBeGreaterThan(0);
    expect(rule.examples.clean.length).toBeGreaterThan(0);
    for (const example of [...rule.examples.flagged, ...rule.examples.clean])
      expect(projectSchema.safeParse(exampleProject(example)).error).toBeUndefined();
  });

  it.each(rule.examples.flagged.map((example) => [example.title, example] as const))(
    'finds exactly what the example says: %s',
    (_title, example) => {
      const answers = judge(rule, exampleProject(example), example.sampled);
      expect(found(answers)).toEqual(example.finds.map(idOf).sort());
      for (const claim of answers.claims) {
        expect(claim.message).toMatch(/^\S.{15,}\S$/);
        expect(claim.message).not.toMatch(/undefined|null|NaN|object/);
        expect(Object.keys(claim.threshold)).toEqual(Object.keys(rule.options));
      }
    },
  );

  it.each(rule.examples.clean.map((example) => [example.title, example] as const))(
    'finds nothing in the clean example: %s',
    (_title, example) => {
      expect(found(judge(rule, exampleProject(example), example.sampled))).toEqual([]);
    },
  );

  it.each(rule.examples.flagged.map((example) => [example.title, example] as const))(
    'asks or finds the same when any value is taken away: %s',
    (_title, example) => {
      const project = exampleProject(example);
      const before = found(judge(rule, project, example.sampled));
      for (const path of removable(project)) {
        const answers = judge(rule, without(project, path), example.sampled);
        const same = before.filter((target) => found(answers).includes(target));
        const isAnswered = same.length === before.length || answers.missing.size > 0;
        expect(isAnswered, `without ${path.join('.')}`).toBe(true);
      }
    },
  );

  it.each(rule.examples.clean.map((example) => [example.title, example] as const))(
    'finds nothing without a question when a figure is taken away: %s',
    (_title, example) => {
      const project = exampleProject(example);
      if (rule.judgesAbsence) return;
      for (const path of removable(project).filter((each) => figures.has(String(each[2])))) {
        const answers = judge(rule, without(project, path), example.sampled);
        const isAnswered = answers.claims.length === 0 || answers.missing.size > 0;
        expect(isAnswered, `without ${path.join('.')}`).toBe(true);
      }
    },
  );

  it('gets facts that are frozen to the last value', () => {
    for (const example of [...rule.examples.flagged, ...rule.examples.clean])
      expect(unfrozen(factsOfExample(example), 'facts')).toEqual([]);
  });

  it('judges the same facts alike a second time', () => {
    for (const example of rule.examples.flagged) {
      const facts = factsOfExample(example);
      expect(rule.judge(facts, {})).toEqual(rule.judge(facts, {}));
    }
  });
});
