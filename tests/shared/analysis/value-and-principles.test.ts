import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { type Example, exampleMapId, exampleProject } from '../../../shared/analysis/example';
import { factsOf } from '../../../shared/analysis/facts';
import type { Answers } from '../../../shared/analysis/rule';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { graphOf } from '../../../shared/model/queries';
import { today } from './judge-map';

type Told = Omit<Example, 'title'>;

/** The answers of a rule about an example. */
function judged(id: string, told: Told): Answers {
  const rule = allRules.find((each) => each.id === id);
  const graph = graphOf(exampleProject({ title: 'Judged', ...told }), exampleMapId);
  if (rule === undefined || graph === null) throw new Error(`No rule ${id}, or no map.`);
  const facts = factsOf(graph, computeFigures(graph), { pack: itil4, today, suppressForTemplates: false });
  return rule.judge(facts, {});
}

const change = (status: 'planned' | 'dropped' | 'done' | 'idea', due?: string) => ({
  status,
  ...(due === undefined ? {} : { due }),
});

describe('a plan', () => {
  const together = (last: 'planned' | 'dropped' | 'done'): Told => ({
    steps: { work: {} },
    improvements: {
      a: change('planned', '2026-12-01'),
      b: change('planned', '2026-12-01'),
      c: change('planned', '2026-12-01'),
      d: change('planned', '2026-12-01'),
      e: change('planned', '2026-12-01'),
      f: change(last, '2026-12-01'),
    },
  });

  it('does not hold what was dropped or is done', () => {
    expect(judged('principle-big-bang-plan', together('planned')).claims).toHaveLength(1);
    expect(judged('principle-big-bang-plan', together('dropped')).claims).toEqual([]);
    expect(judged('principle-big-bang-plan', together('done')).claims).toEqual([]);
  });

  it('that might still be too much is asked for the dates that lack', () => {
    const { improvements } = together('planned');
    const undated = { ...improvements, f: change('planned') };
    const answers = judged('principle-big-bang-plan', { steps: { work: {} }, improvements: undated });
    expect(answers.claims).toEqual([]);
    expect([...answers.missing.keys()]).toEqual(['improvements']);
    const idea = judged('principle-big-bang-plan', {
      steps: { work: {} },
      improvements: { ...improvements, f: change('idea') },
    });
    expect(idea.missing.size).toBe(0);
  });
});

describe('the balance of ideas', () => {
  const tool = { dimension: 'information-technology' };

  it('leaves dropped ideas out and counts those of unknown dimension as open', () => {
    const five = { a: tool, b: tool, c: tool, d: tool };
    const dropped = { ...five, e: { ...tool, status: 'dropped' as const } };
    expect(judged('dimension-imbalance', { steps: { work: {} }, improvements: dropped }).claims).toEqual([]);
    const open = { a: tool, b: tool, c: tool, d: {}, e: {} };
    const answers = judged('dimension-imbalance', { steps: { work: {} }, improvements: open });
    expect(answers.claims).toEqual([]);
    expect([...answers.missing.keys()]).toEqual(['improvements']);
  });

  it('says how many of all marks lie where', () => {
    const [claim] = judged('dimension-imbalance', {
      steps: { approve: { barriers: ['system-downtime', 'missing-input', 'batching'] } },
      improvements: { a: tool, b: tool, c: tool },
    }).claims;
    expect(claim?.evidence.share).toEqual({ unit: 'share', value: 5 / 6 });
  });
});

describe('a silence', () => {
  const steps = (approve: object): Told['steps'] => ({
    order: { touchesConsumer: true, wait: 0, processTime: { likely: 10, source: 'measured' } },
    approve: { wait: { likely: 960, source: 'measured' }, processTime: 0, ...approve },
    'hand-over': { touchesConsumer: true, wait: 0, processTime: { likely: 10, source: 'measured' } },
  });

  it('of steps that nobody marked is no more than a guess, and is asked for', () => {
    const known = judged('principle-silent-wait', { steps: steps({ touchesConsumer: false }) });
    expect(known.missing.size).toBe(0);
    const blank = judged('principle-silent-wait', { steps: steps({}) });
    expect(blank.claims[0]?.trust).toBe(0.3);
    expect(blank.claims[0]?.message).toMatch(/^As far as is known, /);
    expect(blank.missing.get('touches_consumer')).toEqual(['approve']);
  });

  it('is not claimed where no step is marked at all', () => {
    const answers = judged('principle-silent-wait', {
      steps: { order: { wait: 0, processTime: 10 }, approve: { wait: 960, processTime: 10 } },
    });
    expect(answers.claims).toEqual([]);
    expect(answers.missing.get('touches_consumer')).toEqual(['order', 'approve']);
  });

  it('ends where the consumer works', () => {
    expect(judged('principle-silent-wait', { steps: steps({ party: 'consumer' }) }).claims).toHaveLength(1);
    const both = {
      ...steps({ party: 'consumer' }),
      approve: { party: 'consumer', wait: 400, processTime: 0 },
    };
    expect(judged('principle-silent-wait', { steps: both as Told['steps'] }).claims).toEqual([]);
  });
});

describe('what is at stake', () => {
  it('is the part of the changes that could pass the board: 40 % of 20 h 6 min', () => {
    const [claim] = judged('pattern-no-standard-route', {
      stream: { demandPerMonth: 100 },
      steps: {
        assess: { kind: 'work', practices: ['change-enablement'], wait: 0, processTime: 60 },
        board: {
          kind: 'approval',
          practices: ['change-enablement'],
          external: true,
          wait: 1200,
          processTime: 6,
          crew: 5,
        },
      },
    }).claims;
    expect(claim?.impact?.leadTime).toBeCloseTo(0.4 * 1206, 9);
    // 100 changes of 6 minutes for five people.
    expect(claim?.impact?.effortPerMonth).toBeCloseTo(0.4 * 100 * 6 * 5, 9);
  });

  it('is the effort above the limit: of 100 minutes 30 add value, so 75 would do at 40 %', () => {
    const [claim] = judged('value-low-va-share', {
      stream: { demandPerMonth: 10 },
      steps: {
        control: { value: 'NNVA', nnvaReason: 'risk', processTime: 70 },
        help: { value: 'VA', processTime: 30 },
      },
    }).claims;
    expect(claim?.impact?.effortPerMonth).toBeCloseTo(10 * (100 - 30 / 0.4), 9);
  });

  it('is four fifths of the approvals that move the clock', () => {
    const [claim] = judged('pattern-approval-on-standard-request', {
      steps: {
        order: { kind: 'entry', practices: ['service-request-management'], wait: 0, processTime: 5 },
        approve: { kind: 'approval', practices: [], wait: 480, processTime: 20 },
      },
    }).claims;
    expect(claim?.impact?.leadTime).toBeCloseTo(0.8 * 500, 9);
  });
});

describe('little value', () => {
  it('is said as “at most” while classes lack, and never where they could change the answer', () => {
    const told = (open: number): Told => ({
      steps: {
        control: { value: 'NNVA', nnvaReason: 'risk', processTime: 70 },
        other: { processTime: open },
        help: { value: 'VA', processTime: 30 - open },
      },
    });
    expect(judged('value-low-va-share', told(10)).claims[0]?.message).toMatch(/^At most 30/);
    const undecided = judged('value-low-va-share', {
      steps: { control: { value: 'NNVA', nnvaReason: 'risk', processTime: 50 }, other: { processTime: 50 } },
    });
    expect(undecided.claims).toEqual([]);
    expect(undecided.missing.get('value')).toEqual(['other']);
  });

  it('is not claimed where the work of a value-adding step is unknown', () => {
    const answers = judged('value-low-va-share', {
      steps: { control: { value: 'NNVA', nnvaReason: 'risk', processTime: 50 }, help: { value: 'VA' } },
    });
    expect(answers.claims).toEqual([]);
    expect(answers.missing.get('process_time')).toEqual(['help']);
  });
});

describe('a partner', () => {
  it('without an agreement weighs more than one whom nobody looks after', () => {
    const severity = (agreement: boolean): unknown =>
      judged('dimension-supplier-without-agreement', {
        steps: { deliver: { party: 'partner', agreement, practices: ['deployment-management'] } },
      }).claims[0]?.severity;
    expect(severity(false)).toBe('high');
    expect(severity(true)).toBe('low');
  });

  it('is taken from its name where nobody said whose step it is', () => {
    const { claims } = judged('dimension-supplier-without-agreement', {
      steps: { deliver: { partner: 'carrier' } },
    });
    expect(claims[0]?.message).toContain('Carrier');
  });
});

describe('a way from building to going live', () => {
  it('is unchecked where what is built inside a fork has only a test beside it', () => {
    const { claims } = judged('pattern-deploy-without-test', {
      steps: {
        both: { type: 'fork' },
        build: { kind: 'build' },
        'test-other': { kind: 'inspection' },
        met: { type: 'join' },
        deploy: { kind: 'deploy' },
      },
      flows: [
        { from: 'start', to: 'both' },
        { from: 'both', to: 'build' },
        { from: 'both', to: 'test-other' },
        { from: 'build', to: 'met' },
        { from: 'test-other', to: 'met' },
        { from: 'met', to: 'deploy' },
        { from: 'deploy', to: 'end' },
      ],
    });
    expect(claims.map(({ about }) => about)).toEqual([['deploy']]);
  });

  it('is asked about where a step on it may be a check', () => {
    const answers = judged('pattern-deploy-without-test', {
      steps: { build: { kind: 'build' }, prepare: { kind: 'work' }, deploy: { kind: 'deploy' } },
    });
    expect(answers.claims).toEqual([]);
    expect(answers.missing.get('practices')).toEqual(['prepare']);
  });
});
