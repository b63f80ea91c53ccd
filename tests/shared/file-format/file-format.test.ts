import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../../shared/file-format/read';
import { writeProject } from '../../../shared/file-format/write';
import type { Project } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';
import { anyProject } from '../../helpers/random-project';
import { tell } from '../../helpers/tell';

const { project } = buildMap((m) => {
  m.stream({ name: 'Störung beheben', demandPerMonth: 1200, targetLeadTime: 960 });
  m.role('agent', { people: 9, availability: 0.65 });
  m.start();
  m.step('log', {
    activity: 'engage',
    practices: ['service-desk'],
    role: 'agent',
    processTime: [5, 7.2, 15],
    wait: { likely: 6, source: 'measured', by: 'Ana', on: '2026-11-20', samples: 12 },
    completeAccurate: 0.82,
    position: { x: 240, y: 160 },
  });
  m.end();
  m.path('start', 'log', 'end');
  m.flow('log', 'log', { kind: 'rework', share: 0.1, label: 'missing details' });
});
const text = writeProject(project);

function edited(change: (document: Record<string, unknown>) => void): string {
  const document = JSON.parse(text) as Record<string, unknown>;
  change(document);
  return JSON.stringify(document);
}

function warningsOf(source: string): string[] {
  const result = readProject(source);
  return result.kind === 'read' ? result.warnings.map((warning) => warning.kind) : [result.kind];
}

describe('the text of a project', () => {
  it('says what it is, sorts its keys, indents by two spaces and ends with a newline', () => {
    const lines = text.split('\n');
    expect(lines.slice(0, 4)).toEqual(['{', '  "agenda": {},', '  "artefacts": {},', '  "ballots": {},']);
    expect(text).toContain('\n  "flows": {\n    "log--end": {\n');
    expect(text).toContain('\n  "format": "vsmap",\n');
    expect(text).toContain('\n  "version": 1,\n');
    expect(text.endsWith('}\n')).toBe(true);
    const keys = Object.keys(JSON.parse(text) as object);
    expect(keys).toEqual([...keys].sort());
  });

  it('carries the SHA-256 of the same text without that line', () => {
    const without = text.replace(/ {2}"sha256": "[0-9a-f]{64}",\n/, '');
    const digest = createHash('sha256').update(without, 'utf8').digest('hex');
    expect(text).toContain(`"sha256": "${digest}"`);
  });

  it('is the same whatever the order of the keys', () => {
    const reversed = Object.fromEntries(Object.entries(project).reverse()) as Project;
    expect(writeProject(reversed)).toBe(text);
  });

  it('is not written with a number that JSON cannot hold', () => {
    const broken = { ...project, nodes: { log: { ...project.nodes.log, order: Number.NaN } } } as Project;
    expect(() => writeProject(broken)).toThrow(RangeError);
  });

  it('reads back as the project that was written, whatever the project', () => {
    fc.assert(
      fc.property(anyProject, (each) => {
        const result = readProject(writeProject(each));
        expect(result).toEqual({ kind: 'read', project: each, warnings: [], isReadOnly: false });
      }),
      { numRuns: 300 },
    );
  });

  it('is a fixed point: written, read and written again it does not change', () => {
    fc.assert(
      fc.property(anyProject, (each) => {
        const first = writeProject(each);
        const result = readProject(first);
        expect(result.kind === 'read' && writeProject(result.project)).toBe(first);
      }),
    );
  });

  it('keeps fields that this version does not know, at every level', () => {
    const source = edited((document) => {
      const { nodes, settings } = document as {
        nodes: Record<string, Record<string, Record<string, unknown>>>;
        settings: Record<string, unknown>;
      };
      Object.assign(document, { constructor: 'top' });
      Object.assign(settings, { toString: { deep: [1, { er: null }] } });
      Object.assign(nodes.log ?? {}, { hasOwnProperty: 1, colour: 'red' });
      Object.assign(nodes.log?.position ?? {}, { z: 3 });
      Object.assign(nodes.log?.wait ?? {}, { percentile: 0.5 });
    });
    const result = readProject(source);
    if (result.kind !== 'read') throw new Error(result.sentence);
    const again = JSON.parse(writeProject(result.project)) as Record<string, unknown>;
    expect(again).toEqual({ ...(JSON.parse(source) as object), sha256: again.sha256 });
  });
});

describe('reading what is damaged or strange', () => {
  it('names each kind of failure', () => {
    expect(readProject('')).toEqual({
      kind: 'not-json',
      sentence: 'The file is empty: there is no map in it.',
    });
    expect(readProject('{"a":')).toMatchObject({ kind: 'not-json' });
    expect(readProject('[]')).toMatchObject({ kind: 'not-ours' });
    expect(readProject('{"format":"bpmn","version":1}')).toMatchObject({ kind: 'not-ours' });
    expect(readProject('{"format":"vsmap"}')).toMatchObject({ kind: 'invalid', path: 'version' });
    expect(readProject('{"format":"vsmap","version":1.5}')).toMatchObject({
      kind: 'invalid',
      path: 'version',
    });
    expect(readProject('{"format":"vsmap","version":1}')).toMatchObject({ kind: 'invalid', path: 'name' });
    expect(readProject('{"format":"vsmap","version":99}')).toMatchObject({ kind: 'newer' });
  });

  it.each<[string, (document: never) => void, string, string]>([
    [
      'a text for a number',
      (d: { nodes: { log: { wait: { likely: unknown } } } }) => (d.nodes.log.wait.likely = '5'),
      'nodes.log.wait.likely',
      'a number was expected',
    ],
    [
      'a missing name',
      (d: { nodes: { log: { name?: string } } }) => delete d.nodes.log.name,
      'nodes.log.name',
      'a value is missing',
    ],
    [
      'an unknown kind of flow',
      (d: { flows: { 'log--end': { kind: string } } }) => (d.flows['log--end'].kind = 'magic'),
      'flows.log--end.kind',
      'one of “normal”',
    ],
    [
      'a negative time',
      (d: { nodes: { log: { wait: { likely: number } } } }) => (d.nodes.log.wait.likely = -1),
      'nodes.log.wait',
      'must not be negative',
    ],
    [
      'values out of order',
      (d: { nodes: { log: { processTime: { low: number } } } }) => (d.nodes.log.processTime.low = 99),
      'nodes.log.processTime',
      'must be in order',
    ],
    [
      'a share above one',
      (d: { nodes: { log: { completeAccurate: { likely: number } } } }) =>
        (d.nodes.log.completeAccurate.likely = 82),
      'nodes.log.completeAccurate',
      'must be between',
    ],
    [
      'an id with a space',
      (d: { roles: Record<string, unknown> }) => (d.roles['a b'] = { name: '', order: 1 }),
      'roles.a b',
      'the id is not allowed',
    ],
    [
      'an impossible date',
      (d: { maps: { map: { observedOn?: string } } }) => (d.maps.map.observedOn = '2026-02-30'),
      'maps.map.observedOn',
      'a date such as',
    ],
    [
      'a list for a table',
      (d: { nodes: unknown }) => (d.nodes = []),
      'nodes',
      'a group of fields was expected',
    ],
    [
      'a day of 25 hours',
      (d: { settings: { calendar: { hours: number[] } } }) => (d.settings.calendar.hours[0] = 25),
      'settings.calendar.hours.0',
      'above 24',
    ],
  ])('says where %s stands', (_what, change, path, sentence) => {
    const result = readProject(edited(change as (document: Record<string, unknown>) => void));
    expect(result).toMatchObject({ kind: 'invalid', path, sentence: expect.stringContaining(sentence) });
  });

  it('survives depth, huge numbers, byte order marks and names of Object.prototype', () => {
    expect(readProject('['.repeat(1_000_000))).toMatchObject({ kind: 'not-ours' });
    expect(readProject(`${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`)).toMatchObject({
      kind: 'not-ours',
    });
    expect(readProject(text.replace('"order": 1', '"order": 1e400'))).toMatchObject({
      kind: 'invalid',
      sentence: expect.stringContaining('the number is too large'),
    });
    expect(readProject('{"format":"vsmap","version":NaN}')).toMatchObject({ kind: 'not-json' });
    expect(readProject(`\ufeff${text}`)).toEqual(readProject(text));
    const polluted = readProject(
      text.replace('"systems": {}', '"systems": {"__proto__": {"isAdmin": true}}'),
    );
    expect(polluted).toMatchObject({ kind: 'invalid', path: 'systems.__proto__' });
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  it('opens a file with a wrong or missing checksum, and says so', () => {
    expect(warningsOf(text)).toEqual([]);
    expect(warningsOf(edited((document) => (document.name = 'Renamed')))).toEqual(['checksum']);
    expect(warningsOf(edited((document) => delete document.sha256))).toEqual(['checksum']);
  });

  it('takes the same contents in another layout as unchanged', () => {
    expect(warningsOf(edited(() => undefined))).toEqual([]);
  });

  it('opens a newer file for reading only where its shape is known, and refuses it where it is not', () => {
    const readable = readProject(edited((document) => (document.version = 2)));
    expect(readable).toMatchObject({
      kind: 'read',
      isReadOnly: true,
      warnings: [
        { kind: 'newer', sentence: expect.stringContaining('never written over') },
        { kind: 'checksum', sentence: expect.not.stringContaining('next save') },
      ],
    });
    const strange = edited((document) => Object.assign(document, { version: 2, nodes: [] }));
    expect(readProject(strange)).toMatchObject({ kind: 'newer' });
  });

  it('leaves out flows without both ends and elements without a map, and says how many', () => {
    const source = edited((document) => {
      const { nodes, flows } = document as { nodes: Record<string, object>; flows: Record<string, object> };
      nodes.lost = { ...nodes.log, map: 'gone' };
      flows.dangling = { ...flows['log--end'], to: 'gone' };
      flows.crossing = { ...flows['log--end'], to: 'lost' };
      flows.odd = { ...flows['log--end'], from: 'constructor' };
    });
    const result = readProject(source);
    if (result.kind !== 'read') throw new Error(result.sentence);
    expect(result.project).toEqual(project);
    expect(result.warnings.at(-1)?.sentence).toBe(
      'Repaired while opening: 3 flows without both ends left out; 1 element without a map left out. The file itself was left as it is. Look whether something is missing.',
    );
  });

  it('gives a map whose stream is gone a stream, and a project without maps a map', () => {
    const orphan = readProject(edited((document) => (document.streams = {})));
    expect(orphan).toMatchObject({ kind: 'read', project: { streams: { stream: { name: '' } } } });
    const bare = readProject(
      edited((document) => Object.assign(document, { maps: {}, nodes: {}, flows: {} })),
    );
    expect(bare).toMatchObject({ kind: 'read', project: { maps: { map: { stream: 'stream' } } } });
  });
});

describe('damage never passes silently', () => {
  it('tells of every flipped bit, or the contents are the same', () => {
    const bytes = Buffer.from(text, 'utf8');
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const silent: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      let source: string;
      try {
        source = decoder.decode(flipped);
      } catch {
        continue;
      }
      const result = readProject(source);
      if (result.kind === 'read' && result.warnings.length === 0) silent.push(bit);
    }
    expect(silent).toEqual([]);
    tell('R9', bytes.length * 8, 'turned bits of a file, 0 read as if nothing were wrong');
  });

  it('refuses the file cut off at any character', () => {
    for (let length = 0; length < text.length - 1; length += 1)
      expect(['not-json', 'not-ours']).toContain(readProject(text.slice(0, length)).kind);
    expect(readProject(text.slice(0, -1))).toEqual(readProject(text));
  });

  it('never throws, whatever the text', () => {
    const anyText = fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(anyText, (source) => {
        expect(readProject(source).kind).not.toBe('read');
      }),
    );
  });
});
