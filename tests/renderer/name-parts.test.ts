import { describe, expect, it } from 'vitest';
import { cutParts, mapEnding } from '../../renderer/document/name-parts';

describe('the name in the title bar', () => {
  it.each([
    ['incident.vsmap', '.vsmap'],
    ['Incident.VSMAP', '.VSMAP'],
    ['incident (my version 2026-11-22 12.06)', ''],
    ['incident (my version 2026-11-22 12.06).vsmap', '.vsmap'],
  ])('of %s ends with “%s” in grey', (name, ending) => {
    expect(mapEnding(name)).toBe(ending);
  });

  it('keeps the end of a long name, which tells versions apart, and short names whole', () => {
    const [start, end] = cutParts('Restore a service for the whole company (my version 2026-11-22 12.06)');
    expect(end).toBe(' 2026-11-22 12.06)');
    expect(start).toBe('Restore a service for the whole company (my version');
    expect(cutParts('Restore a service')).toEqual(['Restore a service', '']);
  });
});
