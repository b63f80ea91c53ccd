import { describe, expect, it } from 'vitest';
import { lookAt } from '../../../renderer/history/look-at';
import type { HistoryAnswer } from '../../../renderer/history/messages';
import { writeProject } from '../../../shared/file-format/write';
import type { Project } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';

const mapOf = (wait: number): Project =>
  buildMap((m) => {
    m.start();
    m.step('log', { processTime: 10, wait });
    m.end();
    m.path('start', 'log', 'end');
  }).project;
const then = mapOf(50);
const now = mapOf(110);

function chosen(text: string, map = 'map'): Extract<HistoryAnswer, { kind: 'chosen' }>['facts'] {
  const answer = lookAt({ id: 1, kind: 'chosen', text, now: writeProject(now), map });
  if (answer.kind !== 'chosen') throw new Error(answer.kind);
  return answer.facts;
}
function row(text: string, earlier: string | null): Extract<HistoryAnswer, { kind: 'row' }>['facts'] {
  const answer = lookAt({ id: 2, kind: 'row', text, earlier, map: 'map', isDark: false });
  if (answer.kind !== 'row') throw new Error(answer.kind);
  return answer.facts;
}

describe('a version that is looked at', () => {
  it('has its figures beside those of now', () => {
    const { figures, since, map } = chosen(writeProject(then));
    const leadTime = figures.find(({ id }) => id === 'leadTimeExpected');
    expect([leadTime?.before, leadTime?.after].map((text) => text?.replaceAll('\u00a0', ' '))).toEqual([
      '1h',
      '2h',
    ]);
    expect(since).toEqual(['1 step changed', 'lead time 1h to 2h']);
    expect(map).toBe('Current state');
  });

  it('shows its first map, and no figures beside, where the shown one is not in it', () => {
    const own = {
      ...then.maps,
      other: { stream: 'stream', name: 'Other', order: 0, state: 'future' as const },
    };
    const facts = chosen(writeProject({ ...then, maps: own }), 'gone');
    expect(facts.map).toBe('Other');
    expect(facts.figures).toEqual([]);
  });

  it('is drawn small, and said in a line beside the version before', () => {
    const facts = row(writeProject(now), writeProject(then));
    expect(facts.svg).toMatch(/<svg[^>]+viewBox/);
    expect(facts).toMatchObject({ steps: 1, change: ['1 step changed', 'lead time 1h to 2h'] });
    expect(row(writeProject(then), null).change).toBeNull();
    expect(row(writeProject(then), 'damaged').change).toBeNull();
  });

  it('of an empty map, or of a very large one, has no picture', () => {
    const empty = writeProject({ ...then, nodes: {}, flows: {} });
    expect(row(empty, null)).toMatchObject({ steps: 0, svg: null });
    expect(chosen(empty)).toMatchObject({ drawing: null, isTooLarge: false });
    const large = writeProject(
      buildMap((m) => {
        for (let step = 0; step < 501; step += 1) m.step(`s${String(step)}`);
      }).project,
    );
    expect(row(large, null)).toMatchObject({ steps: 501, svg: null });
    expect(chosen(large)).toMatchObject({ drawing: null, isTooLarge: true });
  });

  it('that is no project is said to be unreadable', () => {
    expect(lookAt({ id: 7, kind: 'row', text: '{}', earlier: null, map: '', isDark: true })).toMatchObject({
      id: 7,
      kind: 'unreadable',
    });
  });
});
