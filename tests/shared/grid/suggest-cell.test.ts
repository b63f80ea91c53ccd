import { describe, expect, it } from 'vitest';
import { columnsOf, type GridColumnId } from '../../../shared/grid/columns';
import { gridContext } from '../../../shared/grid/grid-context';
import { suggestCell } from '../../../shared/grid/suggest-cell';
import { buildMap } from '../../helpers/build-map';

const { project, mapId } = buildMap((map) => {
  map.role('l1', { name: 'Service desk agent' });
  map.role('l2', { name: 'Specialist' });
  map.step('a', { name: 'Log the call' });
  map.step('b', { name: 'Look for the cause' });
});

function texts(typed: string, id: GridColumnId): string[] {
  const context = gridContext(project, mapId);
  const column = columnsOf([id]).find((each) => each.id === id);
  if (!context || !column) throw new Error('no such column');
  return suggestCell(typed, column, context).map(({ text }) => text);
}

describe('suggestions for a cell', () => {
  it('are found by initials and by the beginnings of words', () => {
    expect(texts('sda', 'role')).toEqual(['Service desk agent']);
    expect(texts('ag', 'role')).toEqual(['Service desk agent']);
  });

  it('complete the last entry of a list', () => {
    expect(texts('Incident management; serv req', 'practices')).toEqual([
      'Incident management; Service request management',
    ]);
    expect(texts('→ Log the call 20 %; look', 'next')).toEqual(['→ Log the call 20 %; Look for the cause']);
  });

  it('offer all that there is to an empty cell, and nothing where the name is whole', () => {
    expect(texts('', 'value')).toEqual(['VA', 'NNVA', 'NVA']);
    expect(texts('Specialist', 'role')).toEqual([]);
    expect(texts('any', 'note')).toEqual([]);
  });
});
