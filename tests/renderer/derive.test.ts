import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Derived } from '../../renderer/derive';
import { newFromTemplate } from '../../shared/tables/new-from-template';

let derived: Derived | null = null;
let leave: () => void = () => undefined;
let contextOf: typeof import('../../renderer/canvas/shown').drawingContext;

beforeAll(async () => {
  // The page's state is read without a window: nothing of it runs here.
  Object.assign(globalThis, { window: { streamwright: { call: {} } } });
  const { showProject, useApp } = await import('../../renderer/store');
  const before = useApp.getState();
  leave = () => useApp.setState(before, true);
  const { derivedNow } = await import('../../renderer/derive');
  contextOf = (await import('../../renderer/canvas/shown')).drawingContext;
  let ids = 0;
  const made = newFromTemplate('incident-restoration', { makeId: () => `c${String((ids += 1))}` });
  if (!made) throw new Error('no such template');
  showProject({ ...made, name: '', document: null, isReadOnly: false, isSaved: true });
  derived = derivedNow();
});

// All tests of pure code share the loaded state.
afterAll(() => leave());

it('draws a map that opens without findings first, then with those of its steps', () => {
  if (!derived) throw new Error('nothing is shown');
  expect(contextOf(derived, false).badges.size).toBe(0);
  const { badges } = contextOf(derived);
  expect(badges.size).toBeGreaterThan(0);
  expect([...badges.keys()].every((id) => derived?.graph.node.has(id))).toBe(true);
});

it('judges a state of the map once, whoever asks', () => {
  expect(derived?.report).toBe(derived?.report);
  const judged = new Set(derived?.report.findings.map(({ rule }) => rule));
  const told = derived?.presented.rows.map(({ rule }) => rule) ?? [];
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((rule) => !judged.has(rule))).toEqual([]);
});
