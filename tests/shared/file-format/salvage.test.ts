import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../../shared/file-format/read';
import { salvage, type Salvaged } from '../../../shared/file-format/salvage';
import { writeProject } from '../../../shared/file-format/write';
import { projectSchema } from '../../../shared/model/project';
import { root } from '../../helpers/run-command';
import { inventedIn } from '../../helpers/saved-part';

const bytes = readFileSync(path.join(root, 'examples', 'incident-restoration.vsmap'));
const text = bytes.toString('utf8');
const original = (() => {
  const read = readProject(text);
  if (read.kind !== 'read') throw new Error(read.sentence);
  return read.project;
})();

const fromText = (source: string): Salvaged | null => salvage(Buffer.from(source, 'utf8'));

function saved(source: string): Salvaged {
  const found = fromText(source);
  if (found === null) throw new Error('nothing was saved');
  return found;
}

/** What must hold of every result: valid, in words, nothing invented. */
function expectSound(found: Salvaged | null, where: string): void {
  if (found === null) return;
  expect(projectSchema.safeParse(found.project).success, where).toBe(true);
  expect(found.remarks.length, where).toBeGreaterThan(0);
  expect(inventedIn(found.project, original), where).toEqual([]);
  if (found.kind === 'whole') expect(writeProject(found.project), where).toBe(text);
}

describe('what can be saved of a damaged map', () => {
  it('is only ever what the file held, wherever the file breaks off', () => {
    for (let length = 0; length < bytes.length; length += 41)
      expectSound(salvage(bytes.subarray(0, length)), `cut at ${length}`);
  });

  it('is only ever what the file held, wherever a block of it became zeros', () => {
    for (let at = 0; at < bytes.length; at += 257) {
      const damaged = Uint8Array.from(bytes).fill(0, at, at + 512);
      const found = salvage(damaged);
      expectSound(found, `zeros at ${at}`);
      expect(found?.kind, `zeros at ${at}`).toBe('partly');
    }
  });

  it('holds the steps and flows in front of the place where the file breaks off', () => {
    const end = text.indexOf('    "na8e', text.indexOf('"maps"'));
    expect(end).toBeGreaterThan(0);
    const found = saved(text.slice(0, text.indexOf('  "noteGroups"')));
    expect(Object.keys(found.project.nodes)).toEqual(Object.keys(original.nodes));
    expect(Object.keys(found.project.flows)).toEqual(Object.keys(original.flows));
    expect(found.project.nodes).toEqual(original.nodes);
    expect(found.remarks.join('\n')).toContain('Nothing was found of: ');
    expect(found.remarks.join('\n')).toContain('The working time, the currency');
    expect(found.project.roles).toEqual({});
    expect(found.remarks.join('\n')).toMatch(
      /4 roles were lost\. In their lanes and steps stand the keys by which the file knows them: “.+”, “.+” and 2 more\./,
    );
  });

  it('is everything where one bit was turned over in the structure, and the checksum proves it', () => {
    const places = [text.indexOf('"nodes": {') + 9, text.indexOf('\n  "flows"'), text.indexOf('"kind"') + 2];
    for (const at of places)
      for (const bit of [0, 3, 6]) {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        const found = salvage(damaged);
        expect(found?.kind).toBe('whole');
        expect(found?.remarks).toEqual([
          'One damaged character was put right. The checksum in the file confirms that this is exactly what was saved.',
        ]);
        expect(found && writeProject(found.project)).toBe(text);
      }
  });

  it('never takes a damaged line for the end of one record and the fields behind it for its own', () => {
    const heading = /\n {4}\},\n {4}"apply": \{\n/;
    expect(text).toMatch(/\n {4}"apply": \{\n/);
    const joined = text.replace(/\n {4}"apply": \{\n/, '#?#');
    expect(heading.test(joined)).toBe(false);
    expect(inventedIn(saved(joined).project, original)).toEqual([]);
  });
});

describe('single wrong values', () => {
  const edited = (
    change: (document: Record<string, Record<string, Record<string, unknown>>>) => void,
  ): string => {
    const document = JSON.parse(text) as Record<string, Record<string, Record<string, unknown>>>;
    change(document);
    return JSON.stringify(document);
  };

  it('are left out of their record, and become unknown', () => {
    const found = saved(
      edited(({ nodes, flows }) => {
        Object.assign(nodes?.['triage'] ?? {}, { wait: { likely: 'soon' }, value: 'VERY' });
        Object.assign(nodes?.['log'] ?? {}, { processTime: { low: 'x', likely: 5 } });
        Object.assign(Object.values(flows ?? {})[0] ?? {}, { share: { likely: 7 } });
      }),
    );
    expect(found.kind).toBe('partly');
    expect(found.project.nodes['triage']).toEqual({
      ...original.nodes['triage'],
      wait: undefined,
      value: undefined,
    });
    expect(Object.hasOwn(found.project.nodes['triage'] ?? {}, 'wait')).toBe(false);
    expect(found.project.nodes['log']?.processTime).toEqual({ likely: 5 });
    const name = original.nodes['triage']?.name ?? '';
    expect(found.remarks).toContain(
      `Of “${name}” these were not readable and are now unknown: wait before, value class.`,
    );
  });

  it('in what a record cannot do without cost the record, with its name in the list', () => {
    const found = saved(
      edited(({ flows }) => Object.assign(Object.values(flows ?? {})[0] ?? {}, { kind: 7 })),
    );
    expect(Object.keys(found.project.flows)).toHaveLength(Object.keys(original.flows).length - 1);
    expect(found.remarks).toContain('1 flow could not be read.');
  });

  it('of the map and of the name are replaced where there is no doubt', () => {
    const found = saved(
      edited(({ nodes }) => Object.assign(nodes?.['triage'] ?? {}, { map: 'gone', name: 5 })),
    );
    expect(found.project.nodes['triage']).toEqual({ ...original.nodes['triage'], name: '' });
    expect(found.remarks).toContain('The name of a step could not be read.');
  });

  it('that are beyond any count are left out too, so that what is saved opens again', () => {
    const found = saved(
      text.replace(/("wait": \{[^}]*?"likely": )[\d.]+/, (_all, field: string) => `${field}1e300`),
    );
    const read = readProject(writeProject(found.project));
    expect(read).toEqual({ kind: 'read', project: found.project, warnings: [], isReadOnly: false });
    expect(found.remarks.join(' ')).toContain('is now unknown');
  });

  it('of the settings are replaced by the usual ones, and it is said', () => {
    const found = saved(edited((document) => Object.assign(document, { settings: [] })));
    expect(found.project.settings.calendar.kind).toBe('8x5');
    expect(found.remarks[0]).toContain('The working time, the currency and the profile');
  });

  it('leave steps on a map of their own where the map itself is gone', () => {
    const found = saved(edited((document) => Object.assign(document, { maps: 3 })));
    expect(found.project.nodes).toEqual(original.nodes);
    expect(Object.values(found.project.maps)).toEqual([
      expect.objectContaining({ name: '', state: 'current' }),
    ]);
    expect(found.remarks).toContain(
      'The name and the data of a map could not be read. Its steps are here, on a map without a name.',
    );
  });
});

describe('whole files that are not as they should be', () => {
  const whole = 'The checksum in the file confirms that this is exactly what was saved.';

  it('in UTF-16 with either byte order, with a mark at the front or zeros behind, hold everything', () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const damaged of [little, Buffer.from(little).swap16(), Buffer.from(text, 'utf16le')]) {
      const found = salvage(damaged);
      expect(found?.kind).toBe('whole');
      expect(found?.remarks).toEqual([expect.stringContaining('UTF-16'), whole]);
    }
    for (const source of [`\ufeff${text}`, `${text}${'\0'.repeat(300)}`])
      expect(fromText(source)).toMatchObject({ project: original, kind: 'whole', remarks: [whole] });
  });

  it('with bytes that are no characters are told apart by their checksum, and no save is promised to the file', () => {
    const damaged = Buffer.from(text);
    damaged.fill(0xff, text.indexOf('"Route to') + 2, text.indexOf('"Route to') + 6);
    const found = salvage(damaged);
    expect(found?.kind).toBe('partly');
    expect(found?.remarks).toEqual([
      '4 characters could not be read; “\ufffd” stands in their place where they were part of a text.',
      'The contents differ from the checksum in the file: somebody changed it by hand or with another program, or it was damaged. Look through the figures before you rely on them.',
    ]);
  });

  it('give the whole map where another one, or the end of an older one, stands behind it', () => {
    const older = text.replace('"order": 1', '"order": 77');
    for (const source of [text + text, text + older, older + text, text + text.slice(4000)]) {
      const found = saved(source);
      expect(writeProject(found.project)).toBe(text);
      expect(found.remarks[0]).toContain('two maps or parts of maps one behind the other');
    }
    const flat = JSON.stringify(JSON.parse(text));
    expect(writeProject(saved(flat + flat.slice(0, 900)).project)).toBe(text);
  });

  it('with the marks of a merge give the first version of each conflict, and say so', () => {
    const name = /"name": "Service desk agent"/;
    expect(text).toMatch(name);
    const merged = text.replace(
      /( +"name": "Service desk agent",?)\n/,
      '<<<<<<< HEAD\n$1\n=======\n      "name": "Agent",\n>>>>>>> other\n',
    );
    const found = saved(merged);
    expect(writeProject(found.project)).toBe(text);
    expect(found.remarks[0]).toContain('holds a conflict that a merge');
  });

  it('without line breaks are saved up to where they break off', () => {
    const flat = JSON.stringify(JSON.parse(text));
    const found = saved(flat.slice(0, flat.indexOf('"noteGroups"')));
    expect(found.project.nodes).toEqual(original.nodes);
    for (let length = 0; length < flat.length; length += 97)
      expectSound(fromText(flat.slice(0, length)), `${length}`);
  });

  it('that are none of ours, empty, or of a newer version are left alone', () => {
    const newer = text.replace('"version": 1', '"version": 2');
    const sources = [
      '',
      '  \n',
      'not a map',
      '{"format":"bpmn","nodes":{}}',
      '[1]',
      '\0'.repeat(4096),
      newer,
    ];
    for (const source of [...sources, newer.slice(0, -50)]) expect(fromText(source)).toBeNull();
  });
});

describe('hostile files', () => {
  it('cost a bounded amount of work and change nothing that objects inherit', () => {
    const deep = 300_000;
    const sources = [
      '{"a":'.repeat(deep),
      '[\n'.repeat(deep),
      '"'.repeat(deep),
      `{"a":${'['.repeat(deep)}`,
      `{"a":${'[{"b":'.repeat(deep)}`,
      `{"nodes":{${'"'.repeat(deep)}`,
      `{\n${'  "nodes": {\n'.repeat(deep / 10)}`,
      `{"nodes":${'{'.repeat(deep)}`,
      '}\n'.repeat(deep),
      `<<<<<<< a\n${'=======\n'.repeat(deep)}`,
    ];
    for (const source of sources) expect(fromText(source)).toBeNull();
    const bad = text
      .replace('"systems": {', '"systems": {"__proto__": {"isAdmin": true},')
      .replace('"order": 5', '"order": 1e400');
    const found = saved(bad);
    expect(found.kind).toBe('partly');
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
    expect(Object.keys(found.project.nodes)).toEqual(Object.keys(original.nodes));
  });

  it('never make it throw, whatever the bytes', () => {
    const noise = fc.uint8Array({ maxLength: 400 });
    const spliced = fc
      .tuple(fc.nat(bytes.length), fc.nat(600), noise)
      .map(([at, gone, other]) => Buffer.concat([bytes.subarray(0, at), other, bytes.subarray(at + gone)]));
    fc.assert(
      fc.property(fc.oneof(noise, spliced), (damaged) => {
        const found = salvage(damaged);
        expect(found === null || projectSchema.safeParse(found.project).success).toBe(true);
      }),
      { numRuns: 120 },
    );
  });
});
