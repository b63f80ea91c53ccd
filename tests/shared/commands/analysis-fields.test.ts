import { expect, test } from 'vitest';
import { classifyStep } from '../../../shared/commands/classify';
import { setSystem } from '../../../shared/commands/systems';
import { buildMap } from '../../helpers/build-map';
import { doUndoRedo } from '../../helpers/do-undo-redo';

const { project: start } = buildMap((m) => {
  m.step('approve', { value: 'NNVA', nnvaReason: 'risk', systems: ['mailbox'] });
});
const project = { ...start, systems: { mailbox: { name: 'Mailbox', order: 1 } } };

test('a class takes the reason with it, and only necessary work keeps one', () => {
  const wasted = doUndoRedo(project, classifyStep({ id: 'approve', value: 'NVA', reason: 'legal' }));
  expect(wasted.nodes['approve']).toMatchObject({ value: 'NVA' });
  expect(wasted.nodes['approve']).not.toHaveProperty('nnvaReason');
  const needed = doUndoRedo(project, classifyStep({ id: 'approve', value: 'NNVA', reason: 'legal' }));
  expect(needed.nodes['approve']).toMatchObject({ value: 'NNVA', nnvaReason: 'legal' });
});

test('a system is private, seen by all, or nobody said', () => {
  const hidden = doUndoRedo(project, setSystem({ id: 'mailbox', patch: { isPrivate: true } }));
  expect(hidden.systems['mailbox']).toEqual({ name: 'Mailbox', order: 1, isPrivate: true });
  const unsaid = doUndoRedo(hidden, setSystem({ id: 'mailbox', patch: { isPrivate: undefined } }));
  expect(unsaid.systems['mailbox']).toEqual({ name: 'Mailbox', order: 1 });
});

test('what is gone is refused', () => {
  expect(setSystem({ id: 'gone', patch: { isPrivate: true } }).refuse(project)).not.toBeNull();
  expect(classifyStep({ id: 'gone', value: 'VA' }).refuse(project)).not.toBeNull();
});
