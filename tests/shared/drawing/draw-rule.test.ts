import { describe, expect, it } from 'vitest';
import { ruleChapters } from '../../../shared/analysis/rule-reference';
import { allRules } from '../../../shared/analysis/all-rules';
import type { DisplayList, Group, Item, Text } from '../../../shared/drawing/display-list';
import { drawExample } from '../../../shared/drawing/draw-example';
import { drawRule } from '../../../shared/drawing/draw-rule';

const isGroup = (item: Item): item is Group => item.kind === 'group';
const isText = (item: Item): item is Text => item.kind === 'text';

function everything(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...(isGroup(item) ? everything(item.items) : [])]);
}

const badges = (list: DisplayList | null): number =>
  everything(list?.items ?? []).filter((item) => isGroup(item) && item.role === 'badge').length;

const texts = (list: DisplayList): string[] =>
  everything(list.items)
    .filter(isText)
    .map(({ text, full }) => full ?? text);

const example = {
  title: 'One goes back',
  steps: { write: { processTime: 10 }, check: { processTime: 5 } },
  flows: [
    { from: 'start', to: 'write' },
    { from: 'write', to: 'check' },
    { from: 'check', to: 'write', kind: 'rework', share: 0.2 },
    { from: 'check', to: 'end', share: 0.8 },
  ],
} as const;

describe('the drawing of an example', () => {
  it('has a badge on what is found: a step, the step that a flow leaves, each of several, none for the map', () => {
    const marked = (...finds: string[]): number => badges(drawExample(example, { finds, worst: 'error' }));
    expect(badges(drawExample(example))).toBe(0);
    expect(marked('write')).toBe(1);
    expect(marked('check>write')).toBe(1);
    expect(marked('write check')).toBe(2);
    expect(marked('map', 'gone', 'gone>too')).toBe(0);
  });
});

describe('the picture of a rule', () => {
  const drawn = drawRule('Title', 'What it is about', [
    {
      example,
      marked: { finds: ['check>write'], worst: 'warning' },
      caption: 'Flagged',
      sentence: 'A fifth goes back',
    },
    { example, caption: 'Clean', sentence: null },
  ]);

  it('shows both examples with their captions and the sentence, one below the other', () => {
    expect(texts(drawn)).toEqual(expect.arrayContaining(['Flagged', 'A fifth goes back', 'Clean']));
    expect(badges(drawn)).toBe(1);
    expect(texts(drawn).filter((text) => text === 'Write')).toHaveLength(2);
    const one = drawExample(example);
    expect(drawn.height).toBeGreaterThan(2 * (one?.height ?? 0));
    expect(drawn.width).toBeGreaterThan(one?.width ?? 0);
  });
});

describe('the chapters of the reference', () => {
  it('hold every rule once, with what it says of its first flagged example', () => {
    const entries = ruleChapters().flatMap((chapter) => chapter.entries);
    expect(entries.map(({ rule }) => rule.id).sort()).toEqual(allRules.map(({ id }) => id).sort());
    for (const { rule, sentence } of entries) expect(sentence, rule.id).not.toBe('');
  });
});
