import { nameList } from '../../text/name-list';
import { loadText } from '../../text/rules-flow-load';
import type { Facts } from '../facts';
import { type Load, loadsOf, withoutRole } from '../facts-load';
import type { StepFacts } from '../facts-steps';
import { defineRule } from '../rule';

const text = loadText['principle-constraint-ignored'];

/** What holds the stream up, and what may do so as far as anything is known. */
interface Constraint {
  readonly name: string;
  readonly certain: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
  /** What keeps it from being certain. */
  readonly missing: Load['missing'];
}

const waitOf = ({ visits, wait }: StepFacts): number | null =>
  visits === null || wait === null ? null : visits * wait.mean;

const idsOf = (steps: readonly StepFacts[]): string[] => steps.map(({ id }) => id);

function constraintOf(facts: Facts, topWaits: number): Constraint | null {
  const loads = loadsOf(facts);
  const busiest = loads
    .filter(({ utilisation }) => utilisation !== null && utilisation > 0)
    .sort((a, b) => (b.utilisation ?? 0) - (a.utilisation ?? 0))[0];
  const waiting = facts.steps.filter((step) => step.movesClock && !step.requiredWait);
  const longest = waiting
    .filter((step) => (waitOf(step) ?? 0) > 0)
    .sort((a, b) => (waitOf(b) ?? 0) - (waitOf(a) ?? 0))
    .slice(0, topWaits);
  if (busiest === undefined && longest.length === 0) return null;
  const open = loads.filter(({ utilisation }) => utilisation === null);
  const unknown = waiting.filter((step) => waitOf(step) === null);
  const roleless = busiest === undefined ? [] : withoutRole(facts);
  const certain = new Set([...idsOf(busiest?.role.steps ?? []), ...idsOf(longest)]);
  return {
    name: nameList([
      ...(busiest === undefined ? [] : [busiest.role.name]),
      ...longest.map(({ name }) => name),
    ]),
    certain,
    possible: new Set([
      ...certain,
      ...open.flatMap(({ role }) => idsOf(role.steps)),
      ...idsOf(unknown),
      ...roleless,
    ]),
    missing: [
      ...idsOf(unknown.filter(({ wait }) => wait === null)).map((about) => ({
        about,
        field: 'wait' as const,
      })),
      ...open.flatMap(({ missing }) => missing),
      ...roleless.map((about) => ({ about, field: 'role' as const })),
    ],
  };
}

const busy = { role: 'tester', processTime: 120, wait: 960 };

const steps = {
  build: { role: 'developer', processTime: 60, wait: 60 },
  test: busy,
  deploy: { role: 'developer', processTime: 20, wait: 480 },
  tell: { role: 'developer', processTime: 5, wait: 10 },
};

const roles = { tester: { people: 1, availability: 1 }, developer: { people: 4, availability: 1 } };

/** Ideas that leave the constraint alone. */
export const constraintIgnored = defineRule({
  ...text,
  id: 'principle-constraint-ignored',
  category: 'principle:think-and-work-holistically',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 2,
  needs: ['improvements', 'wait', 'demand_per_month', 'process_time', 'people'],
  principles: ['think-and-work-holistically', 'focus-on-value'],
  wastes: [],
  dimensions: ['value-streams-processes'],
  options: { topWaits: { label: text.options.topWaits, unit: 'count', default: 2, min: 0, max: 10 } },
  evidence: { ideas: 'count', targets: 'text', constraint: 'text' },
  check: (facts, options, report) => {
    const node = new Map(facts.nodes.map((each) => [each.id, each]));
    const alive = facts.improvements.filter(({ status }) => status !== 'dropped' && status !== 'done');
    const here = alive.filter((idea) => idea.node === null || node.has(idea.node));
    const targets = [...new Set(here.flatMap((idea) => idea.node ?? []))];
    const constraint = here.length === 0 ? null : constraintOf(facts, options.topWaits);
    if (constraint === null) return;
    if (targets.some((id) => constraint.possible.has(id))) {
      for (const { about, field } of constraint.missing) report.gap(about, field);
      return;
    }
    if (here.some((idea) => idea.node === null)) return report.gap(facts.map.id, 'improvements');
    report.finding({
      about: [facts.map.id],
      involves: [...constraint.certain],
      evidence: {
        ideas: here.length,
        targets: nameList(targets.map((id) => node.get(id)?.name ?? id)),
        constraint: constraint.name,
      },
    });
  },
  suggest: [{ kind: 'task', label: text.task }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The testers are overrun, and the message to the user is being improved',
        stream: { demandPerMonth: 60 },
        steps,
        roles,
        improvements: { 'nicer-message': { node: 'tell' } },
        finds: ['map'],
      },
      {
        title: 'Nobody knows the load, but the longest waits are elsewhere',
        steps: {
          build: { processTime: 60, wait: 60 },
          test: { processTime: 120, wait: 960 },
          deploy: { processTime: 20, wait: 480 },
        },
        improvements: { 'faster-build': { node: 'build', status: 'doing' } },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'One idea concerns the testers',
        stream: { demandPerMonth: 60 },
        steps,
        roles,
        improvements: { 'nicer-message': { node: 'tell' }, 'test-earlier': { node: 'test' } },
      },
      {
        title: 'Ideas that were dropped do not count',
        stream: { demandPerMonth: 60 },
        steps,
        roles,
        improvements: { 'nicer-message': { node: 'tell', status: 'dropped' } },
      },
    ],
  },
  say: text.say,
});
