import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { JsonObject } from '../../../shared/file-format/json';
import { currentVersion, migrate } from '../../../shared/file-format/migrations';
import { readProject } from '../../../shared/file-format/read';
import type { Project } from '../../../shared/model/project';
import { graphOf, stepsOf } from '../../../shared/model/queries';
import { root } from '../../helpers/run-command';
import { tell } from '../../helpers/tell';

const folder = path.join(root, 'tests', 'fixtures', 'file-format');

/** Files as each version wrote them. They never change: a new version adds a folder of its own. */
const frozen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'version-1': {
    'every-table.vsmap': 'c08e375200a558d7929d7dd6655115589e065cedc17892192f4285b034f18aad',
    'incident-restoration.vsmap': '4609bb66beec6873008384a9c9eca84145ff43c24818c75bb2851ba7393ecc1e',
    'it-incident-response.vsmap': '6c3f0b3cc18b4165c7755980ad69013bab74e8434f337f37fb70a0838b046b24',
    'new-stream.vsmap': 'd69b808dbfa57b9b227b5b84471c55881f2808627d69339fed81372e327c5d81',
    'normal-change.vsmap': 'e652091ca6be618dacd5247365bee60cddff375876f8be7bfe64e375e0cb9ae8',
    'unknown-fields.vsmap': '0115a4e8f34bd53484bd9c3117acc65f6226dea09788c44f05e664aebd18b335',
  },
};

const files = Object.entries(frozen).flatMap(([version, hashes]) =>
  Object.entries(hashes).map(([name, sha256]) => ({
    version,
    name,
    sha256,
    file: path.join(folder, version, name),
  })),
);

function opened(file: string): Project {
  const read = readProject(readFileSync(file, 'utf8'));
  if (read.kind !== 'read') throw new Error(read.sentence);
  expect(read).toMatchObject({ warnings: [], isReadOnly: false });
  return read.project;
}

describe('files of every version so far', () => {
  it('are kept as they were written, and each version has some', () => {
    const versions = Array.from({ length: currentVersion }, (_, at) => `version-${at + 1}`);
    expect(Object.keys(frozen)).toEqual(versions);
    expect(readdirSync(folder)).toEqual(versions);
    for (const version of versions)
      expect(readdirSync(path.join(folder, version))).toEqual(Object.keys(frozen[version] ?? {}));
    for (const { file, sha256 } of files)
      expect(createHash('sha256').update(readFileSync(file)).digest('hex'), file).toBe(sha256);
  });

  it.each(files.filter(({ version }) => version === 'version-1'))(
    'open with all of their contents: $name',
    ({ file }) => {
      const {
        format: _format,
        version: _version,
        sha256: _sha256,
        ...written
      } = JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
      expect(opened(file)).toEqual(written);
      tell('R11', 1, 'frozen files of version 1 opened with all of their contents');
    },
  );

  it('give the figures that were worked out by hand', () => {
    // Log 10 + 20, route 5 + 300, fix 60 + 40 minutes; in the future state route waits 60 and fix takes 30.
    const project = opened(path.join(folder, 'version-1', 'every-table.vsmap'));
    const found = Object.values(project.maps).map(({ state }, at) => {
      const graph = graphOf(project, Object.keys(project.maps)[at] ?? '');
      if (graph === null) throw new Error('no map');
      const { processTimeOnPath, waitOnPath } = computeFigures(graph).figure;
      return { state, steps: stepsOf(graph).length, work: processTimeOnPath.value, wait: waitOnPath.value };
    });
    expect(found.find(({ state }) => state === 'current')).toMatchObject({ steps: 3, work: 75 });
    expect(found.find(({ state }) => state === 'future')).toEqual({
      state: 'future',
      steps: 3,
      work: 45,
      wait: 120,
    });
  });

  it('hold something in every table between them', () => {
    const tables = Object.entries(opened(path.join(folder, 'version-1', 'every-table.vsmap')));
    const empty = tables.filter(([, table]) => typeof table === 'object' && Object.keys(table).length === 0);
    expect(empty).toEqual([]);
  });
});

describe('migrations', () => {
  const add =
    (field: string) =>
    (document: JsonObject): JsonObject => ({ ...document, [field]: Object.keys(document).length });

  it('run in the order of the versions, from that of the file on', () => {
    const steps = [add('two'), add('three'), add('four')];
    expect(migrate({ name: 'x' }, 1, steps)).toEqual({ name: 'x', two: 1, three: 2, four: 3 });
    expect(migrate({ name: 'x' }, 3, steps)).toEqual({ name: 'x', four: 1 });
  });

  it('leave the current version and newer ones as they are', () => {
    const document = { name: 'x' };
    for (const version of [2, 3, 99]) expect(migrate(document, version, [add('two')])).toBe(document);
    expect(migrate(document, currentVersion)).toBe(document);
  });
});
