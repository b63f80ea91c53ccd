import { expect, it } from 'vitest';
import { changedTexts } from '../../../shared/analysis/version-texts';
import { buildMap } from '../../helpers/build-map';

it('names the texts of the charter that differ, old and new', () => {
  const before = buildMap((m) => m.step('log')).project;
  const after = structuredClone(before);
  const [[id, stream] = ['', undefined]] = Object.entries(after.streams);
  if (!stream) throw new Error('The map has no stream.');
  const { name } = stream;
  stream.name = 'Restore a service';
  stream.owner = 'Ada';
  expect(changedTexts(before, after)).toEqual([
    { stream: id, label: 'Name of the stream', before: name, after: 'Restore a service' },
    { stream: id, label: 'Owner', before: '', after: 'Ada' },
  ]);
  expect(changedTexts(before, structuredClone(before))).toEqual([]);
});
