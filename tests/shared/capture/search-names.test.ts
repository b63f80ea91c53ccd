import { describe, expect, it } from 'vitest';
import { searchNames } from '../../../shared/capture/search-names';

const entries = [
  'Fit the map',
  'Fit the selection',
  'Approve escalation',
  'Triage & prioritise',
  'Export…',
  'Save as…',
  'Problem management',
  'Prüfung',
].map((name) => ({ id: name, name }));

const names = (text: string): string[] => searchNames(entries, text).map(({ entry }) => entry.name);
const marked = (text: string, name: string): string[] => {
  const found = searchNames(entries, text).find(({ entry }) => entry.name === name);
  return (found?.marks ?? []).map(([from, to]) => name.slice(from, to));
};

describe('a search among names', () => {
  it('gives everything in its order for an empty text', () => {
    expect(names('  ')).toEqual(entries.map(({ name }) => name));
  });

  it('finds beginnings before the rest, in any order of words', () => {
    expect(names('fit')).toEqual(['Fit the map', 'Fit the selection']);
    expect(names('sel fit')).toEqual(['Fit the selection']);
    expect(names('pri')[0]).toBe('Triage & prioritise');
  });

  it('finds initials, small slips and inner parts', () => {
    expect(names('ftm')).toEqual(['Fit the map']);
    expect(names('aprove escalation')).toEqual(['Approve escalation']);
    expect(names('scala')).toEqual(['Approve escalation']);
    expect(names('prob mg')).toEqual([]);
    expect(names('probman')).toEqual(['Problem management']);
  });

  it('passes over accents and signs', () => {
    expect(names('prufung')).toEqual(['Prüfung']);
    expect(names('triage prioritise')).toEqual(['Triage & prioritise']);
  });

  it('finds nothing where nothing is meant', () => {
    expect(names('zebra')).toEqual([]);
    expect(names('xq')).toEqual([]);
  });

  it('finds by another name that an entry goes by, without marks in the name', () => {
    const [found] = searchNames([{ id: 'a', name: 'Dark', aliases: ['theme night'] }], 'night');
    expect(found?.entry.id).toBe('a');
    expect(found?.marks).toEqual([]);
  });

  it('marks what was typed', () => {
    expect(marked('escal', 'Approve escalation')).toEqual(['escal']);
    expect(marked('sel fit', 'Fit the selection')).toEqual(['Fit', 'sel']);
    expect(marked('ftm', 'Fit the map')).toEqual(['F', 't', 'm']);
    expect(marked('prufung', 'Prüfung')).toEqual(['Prüfung']);
  });
});
