import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAll } from '../../../shared/analysis/compare-all';
import { changeStory } from '../../../shared/analysis/change-story';
import { compareMaps } from '../../../shared/analysis/compare-maps';
import { mapChanges } from '../../../shared/analysis/map-changes';
import { overlayMap } from '../../../shared/analysis/overlay-map';
import { changesBesideMaps } from '../../../shared/analysis/version-changes';
import { mapsOfBoth } from '../../../shared/analysis/version-maps';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { readProject } from '../../../shared/file-format/read';
import { writeProject } from '../../../shared/file-format/write';
import type { Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import { buildMap, hours, type MapBuilder } from '../../helpers/build-map';
import { anyProject } from '../../helpers/random-project';
import { today } from './judge-map';

/** The same project as another object, as it comes out of another file. */
function again(project: Project): Project {
  const read = readProject(writeProject(project));
  if (read.kind !== 'read') throw new Error(read.sentence);
  return read.project;
}

function compared(earlier: Project, project: Project, map = 'map') {
  const pair = { project, earlier, before: map, after: map };
  const found = compareMaps({ ...pair, pack: itil4, profile: 'review', today, application: [] });
  const story = changeStory(pair);
  if (!found || !story) throw new Error('a map is gone');
  return { found, story, differences: mapChanges(project, map, map, earlier) };
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const differing = (earlier: Project, project: Project): string[] =>
  mapChanges(project, 'map', 'map', earlier).flatMap(({ id, kind, isMoved }) =>
    kind === 'kept' ? [] : [`${kind}${isMoved && kind !== 'moved' ? ' moved' : ''} ${id}`],
  );

/** A request that the desk logs and the team fixes. */
const desk = (m: MapBuilder): void => {
  m.stream({ demandPerMonth: 400, targetLeadTime: hours(8) });
  m.role('agent', { people: 4, availability: 0.5, ratePerHour: 40 });
  m.role('team', { people: 2, availability: 0.5, ratePerHour: 60 });
  m.start();
  m.step('log', { role: 'agent', processTime: 10, wait: 30 });
  m.step('fix', { role: 'team', processTime: 60, wait: 120 });
  m.end();
  m.path('start', 'log', 'fix', 'end');
};
const first = buildMap(desk).project;

/** The same document after some edits; the first state stays as it was. */
function edited(edit: (project: Project) => void): Project {
  const project = structuredClone(first);
  edit(project);
  return project;
}
const node = (project: Project, id: string) => {
  const found = project.nodes[id];
  if (!found) throw new Error(`no node ${id}`);
  return found;
};

it('shows no change between a document and itself, whatever it holds', () => {
  fc.assert(
    fc.property(anyProject, (project) => {
      const [a, b] = [again(project), again(project)];
      expect(changesBesideMaps(a, b)).toEqual([]);
      const maps = mapsOfBoth(a, b);
      expect(maps.onlyBefore).toEqual([]);
      expect(maps.onlyAfter).toEqual([]);
      expect(maps.shared.filter((map) => map.isChanged)).toEqual([]);
      for (const { id } of maps.shared) {
        const { found, story, differences } = compared(a, b, id);
        expect(differences.filter(({ kind }) => kind !== 'kept')).toEqual([]);
        expect(found.changes).toEqual([]);
        expect(found.appears).toEqual([]);
        expect(found.disappears).toEqual([]);
        expect(story.lines).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

describe('two versions of a document', () => {
  it('a shorter wait is told with what it does, and nothing else', () => {
    const after = edited((project) => {
      node(project, 'fix').wait = { likely: 60 };
    });
    const { found, story } = compared(first, after);
    expect(differing(first, after)).toEqual(['changed fix']);
    expect(found.changes).toHaveLength(1);
    expect(story.lines.map(({ sentence }) => plain(sentence))).toEqual([
      'The wait before “Fix” is halved, from 2h to 1h: expected lead time 3h 40m to 2h 40m',
    ]);
  });

  it('a step that is taken out, one that is new and one that was renamed are told apart', () => {
    const after = edited((project) => {
      delete project.nodes['log'];
      delete project.flows['start--log'];
      delete project.flows['log--fix'];
      project.nodes['check'] = { map: 'map', type: 'step', name: 'Check', order: 2 };
      project.flows['in'] = { map: 'map', from: 'start', to: 'check', kind: 'normal', order: 1 };
      project.flows['on'] = { map: 'map', from: 'check', to: 'fix', kind: 'normal', order: 2 };
      node(project, 'fix').name = 'Repair';
    });
    expect(differing(first, after).toSorted()).toEqual([
      'added check',
      'added in',
      'added on',
      'changed fix',
      'removed log',
      'removed log--fix',
      'removed start--log',
    ]);
  });

  it('a flow that leads elsewhere is another one, though its id is the same', () => {
    const after = edited((project) => {
      const flow = project.flows['log--fix'];
      if (flow) flow.to = 'end';
    });
    expect(differing(first, after)).toEqual(['added log--fix~', 'removed log--fix']);
    const both = overlayMap(after, 'map', 'map', first);
    expect(both?.flows.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual([
      'fix end',
      'log end',
      'log fix',
      'start log',
    ]);
  });

  it('each version has the figures of its own people, demand and working hours', () => {
    const after = edited((project) => {
      const agent = project.roles['agent'];
      const stream = project.streams['stream'];
      if (agent) agent.people = 1;
      if (stream) stream.demandPerMonth = 200;
    });
    const { found, story } = compared(first, after);
    expect(found.changes.map(({ line }) => plain(line))).toEqual([
      '“Agent”: people 4 → 1',
      'The stream: demand a month 400 → 200',
    ]);
    expect(story.lines).toHaveLength(1);
    const [then, now] = [graphOf(first, 'map'), graphOf(after, 'map')];
    if (!then || !now) throw new Error('a map is gone');
    const rows = compareAll(then, now).flatMap((group) => group.rows);
    // 400 requests of 10 minutes for four people at half their time; 200 for one: twice as busy.
    const busy = rows.find(({ id }) => id === 'busy agent');
    const share = (text = ''): number => Number.parseFloat(text);
    expect(share(busy?.after) / share(busy?.before)).toBeCloseTo(2, 0);
    // Both versions take the same effort of one item, 70 minutes.
    expect(rows.find(({ id }) => id === 'effortPersonHours')?.mark).toBe('same');
  });

  it('a role that is gone or new keeps its name', () => {
    const after = edited((project) => {
      delete project.roles['team'];
      project.roles['vendor'] = { name: 'Vendor', order: 3 };
      node(project, 'fix').role = 'vendor';
    });
    const { found, story } = compared(first, after);
    const lines = found.changes.map(({ line }) => plain(line));
    expect(lines).toContain('“Team” is taken out');
    expect(lines.filter((line) => line.startsWith('“Fix”'))).toEqual(['“Fix”: role “Team” → “Vendor”']);
    expect(story.lines.map(({ sentence }) => sentence).join(' ')).toContain('from “Team” to “Vendor”');
  });

  it('other working hours of the project change the elapsed time, not the working time', () => {
    const after = edited((project) => {
      project.settings.calendar = { ...project.settings.calendar, hours: [4, 4, 4, 4, 4, 0, 0] };
    });
    const { found, story } = compared(first, after);
    expect(found.changes.map(({ line }) => line)).toEqual(['The working hours of the map change']);
    expect(story.lines.map(({ kind }) => kind)).toEqual(['calendar']);
  });

  it('findings are those of each version', () => {
    const after = edited((project) => {
      project.nodes['lone'] = { map: 'map', type: 'step', name: 'Lone', order: 9 };
    });
    const { found } = compared(first, after);
    const back = compared(after, first).found;
    expect(found.appears.map(({ about }) => about)).toContainEqual(['lone']);
    expect(found.disappears).toEqual([]);
    expect(back.disappears.map(({ rule }) => rule)).toEqual(found.appears.map(({ rule }) => rule));
  });
});

describe('the maps of two versions', () => {
  const more = edited((project) => {
    project.maps['other'] = { stream: 'stream', name: 'Future state', order: 2, state: 'future' };
  });

  it('that only one has are named, the others are compared by their id', () => {
    expect(mapsOfBoth(first, more)).toEqual({
      shared: [{ id: 'map', name: 'Current state', isChanged: false }],
      onlyBefore: [],
      onlyAfter: ['Future state'],
      first: { before: 'map', after: 'map' },
    });
  });

  it('begin with the shown one where it differs, else with the first that does', () => {
    const after = structuredClone(more);
    node(after, 'fix').name = 'Repair';
    expect(mapsOfBoth(more, after, 'other').first).toEqual({ before: 'map', after: 'map' });
    expect(mapsOfBoth(more, more, 'other').first).toEqual({ before: 'other', after: 'other' });
  });

  it('are the first of each where they share none', () => {
    const stranger = buildMap((m) => m.step('one')).project;
    const { map, ...others } = stranger.maps;
    const renamed: Project = {
      ...stranger,
      maps: { ...others, own: map ?? { stream: '', name: '', order: 1, state: 'current' } },
    };
    expect(mapsOfBoth(first, renamed).first).toEqual({ before: 'map', after: 'own' });
    expect(mapsOfBoth(first, { ...stranger, maps: {} }).first).toBeNull();
  });
});

it('what differs beside the maps is counted by subject', () => {
  const after = edited((project) => {
    project.streams['stream'] = { ...project.streams['stream'], name: 'Stream', order: 1, purpose: 'Help' };
    project.roles['new'] = { name: 'New', order: 9 };
    delete project.roles['team'];
    project.name = 'Other';
  });
  expect(changesBesideMaps(first, after)).toEqual([
    { subject: 'charter', added: 0, removed: 0, changed: 1 },
    { subject: 'roles', added: 1, removed: 1, changed: 0 },
    { subject: 'settings', added: 0, removed: 0, changed: 1 },
  ]);
});
