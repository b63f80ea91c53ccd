import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { drawNode } from '../../../shared/drawing/draw-node';
import { nodeSizes } from '../../../shared/layout/sizes';
import type { MapNode } from '../../../shared/model/project';
import { nodeTypes, type NodeType, valueClasses } from '../../../shared/model/value-sets';
import { extentsOf, overlap, textsOf } from './drawn-bounds';
import { contextOf, projectWith } from './drawing-context';
import { mockContext } from './mock-map';

const quantity = (most: number): fc.Arbitrary<{ likely: number }> =>
  fc.double({ min: 0, max: most, noNaN: true }).map((likely) => ({ likely }));

const names = fc.oneof(
  fc.lorem({ maxCount: 14 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    'constructor',
    'W'.repeat(80),
    'Freigabe-/Änderungsprüfung',
    '承認を待つ長い工程の名前です',
    '👍'.repeat(30),
  ),
);

/** Fields of a node, any of them missing. */
const nodes: fc.Arbitrary<Partial<MapNode>> = fc.record(
  {
    name: names,
    note: names,
    activity: fc.constantFrom(...itil4.activities.map(({ id }) => id), 'no-such-activity'),
    practices: fc
      .uniqueArray(fc.constantFrom(...itil4.practices.map(({ id }) => id)), { maxLength: 4 })
      .map((ids) => Object.fromEntries(ids.map((id, index) => [id, index]))),
    team: names,
    processTime: fc.oneof(quantity(599_900), quantity(600)),
    completeAccurate: quantity(1),
    value: fc.constantFrom(...valueClasses),
  },
  { requiredKeys: [] },
);

function drawn(type: NodeType, fields: Partial<MapNode>): ReturnType<typeof drawNode> {
  const context = contextOf(projectWith({ it: { type, name: '', ...fields } }, []));
  const node = context.graph.node.get('it');
  if (!node) throw new Error('the node is gone');
  return drawNode(node, context);
}

describe.each(nodeTypes)('a node of kind %s', (type) => {
  const { width, height } = nodeSizes[type];

  it('stays inside its box, whatever it is called', () => {
    fc.assert(
      fc.property(nodes, (fields) => {
        for (const { item, extent } of extentsOf(drawn(type, fields).items, ['badge'])) {
          const what = item.kind === 'text' ? item.text : item.kind;
          expect(extent.left, what).toBeGreaterThanOrEqual(-0.3);
          expect(extent.top, what).toBeGreaterThanOrEqual(-0.3);
          expect(extent.right, what).toBeLessThanOrEqual(width + 0.3);
          expect(extent.bottom, what).toBeLessThanOrEqual(height + 0.3);
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('writes no text over another', () => {
    fc.assert(
      fc.property(nodes, (fields) => {
        const texts = extentsOf(drawn(type, fields).items).filter(({ item }) => item.kind === 'text');
        texts.forEach((one, index) => {
          for (const other of texts.slice(index + 1)) {
            expect(overlap(one.extent, other.extent, 0.6), JSON.stringify([one.item, other.item])).toBe(
              false,
            );
          }
        });
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('says what it is to a screen reader', () => {
    expect(drawn(type, { name: 'Grant access' }).label).toContain('Grant access');
    expect(drawn(type, {}).label).toMatch(/\S/);
  });
});

/** How far a corner lies from the middle of a box, 1 at the middle of each side. */
const away = (
  x: number,
  y: number,
  { width, height }: { width: number; height: number },
): [number, number] => [Math.abs(x - width / 2) / (width / 2), Math.abs(y - height / 2) / (height / 2)];

describe.each([
  ['decision', ([across, down]: [number, number]) => across + down],
  ['burst', ([across, down]: [number, number]) => Math.hypot(across, down)],
] as const)('the text in a %s', (type, distance) => {
  it('stays inside its outline', () => {
    fc.assert(
      fc.property(nodes, (fields) => {
        for (const { item, extent } of extentsOf(drawn(type, fields).items)) {
          if (item.kind !== 'text') continue;
          for (const x of [extent.left, extent.right]) {
            for (const y of [extent.top, extent.bottom]) {
              expect(distance(away(x, y, nodeSizes[type])), item.text).toBeLessThanOrEqual(0.99);
            }
          }
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('the text in the end', () => {
  it('stays left of its point', () => {
    const { width, height } = nodeSizes.end;
    fc.assert(
      fc.property(names, (name) => {
        for (const { item, extent } of extentsOf(drawn('end', { name }).items)) {
          if (item.kind !== 'text') continue;
          const depth = Math.max(
            ...[extent.top, extent.bottom].map((y) => Math.abs(y - height / 2) / (height / 2)),
          );
          expect(extent.right, item.text).toBeLessThanOrEqual(width - 22 * depth);
        }
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe('the card of a step', () => {
  it('never cuts off its time (up to 9,999 hours), share or value class', () => {
    fc.assert(
      fc.property(nodes, (fields) => {
        for (const { item } of extentsOf(drawn('step', fields).items)) {
          if (item.kind === 'text' && item.y > 80) expect(item.text, item.text).not.toContain('…');
        }
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it('shows activity, name, practice, process time, %C&A and value class', () => {
    const group = drawn('step', {
      name: 'Approve escalation',
      activity: 'plan',
      practices: { 'change-enablement': 1 },
      processTime: { likely: 12 },
      completeAccurate: { likely: 0.97 },
      value: 'NVA',
    });
    expect(textsOf(group.items)).toEqual([
      'Plan',
      'Approve escalation',
      'Change enablement',
      '12m',
      '97%',
      'NVA',
    ]);
  });

  it('shows what is unknown as a dash, never as zero', () => {
    expect(textsOf(drawn('step', { name: 'Log' }).items)).toEqual(['No activity', 'Log', '–', '–', '–']);
  });

  it('shows zero as zero', () => {
    const texts = textsOf(
      drawn('step', { processTime: { likely: 0 }, completeAccurate: { likely: 0 } }).items,
    );
    expect(texts).toContain('0m');
    expect(texts).toContain('0%');
  });

  it('shows the mean of a range with a tilde', () => {
    const texts = textsOf(drawn('step', { processTime: { low: 5, likely: 12, high: 31 } }).items);
    expect(texts).toContain('~14m');
  });

  it('tells the value classes apart without colour: solid, hatch, bars', () => {
    const marks = valueClasses.map((value) => {
      const items = drawn('step', { value }).items;
      return items.flatMap((item) => (item.kind === 'path' && item.fill !== undefined ? [item.d] : []));
    });
    expect(marks[0]).toHaveLength(1);
    expect(marks[1]).toHaveLength(2);
    expect(marks[2]).toHaveLength(2);
    expect(marks[1]?.[1]).not.toBe(marks[2]?.[1]);
  });

  it('names the role where the lanes show the practice already', () => {
    const project = projectWith(
      { it: { type: 'step', name: 'Log', practices: { 'service-desk': 1 }, role: 'agent' } },
      [],
    );
    const texts = (lanes: 'practice' | 'role'): string[] => {
      const context = contextOf(project, { lanes });
      return context.graph.nodes.flatMap((node) => textsOf(drawNode(node, context).items));
    };
    expect(texts('practice')).toContain('Service desk agent');
    expect(texts('role')).toContain('Service desk');
  });
});

describe('a badge', () => {
  it('stands over the top right corner with the number of findings', () => {
    const node = mockContext.graph.node.get('approve');
    const group = node && drawNode(node, mockContext);
    const badge = group?.items.find((item) => item.kind === 'group' && item.role === 'badge');
    expect(badge?.kind === 'group' && textsOf(badge.items)).toEqual(['2']);
    const extents = badge ? extentsOf([badge]) : [];
    expect(Math.min(...extents.map(({ extent }) => extent.top))).toBeLessThan(0);
    expect(Math.max(...extents.map(({ extent }) => extent.right))).toBeGreaterThan(nodeSizes.step.width);
  });
});

describe('the sentence of a step', () => {
  it('says place, name, activity, value, times and findings', () => {
    const node = mockContext.graph.node.get('approve');
    expect(node && drawNode(node, mockContext).label).toBe(
      'Step 3 of 6, Approve escalation, Plan, not value-adding, takes 12 minutes, waits 4 hours 20 minutes, 97\u00a0% complete and accurate, 2 errors',
    );
  });
});
