import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fileFormatSchema } from '../../shared/file-format/json-schema';
import { root } from '../helpers/run-command';

it('the generated reference in docs is up to date', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-docs.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('the JSON Schema names every table and asks for what a file must have', () => {
  const schema = JSON.parse(readFileSync(path.join(root, 'docs/file-format.schema.json'), 'utf8')) as object;
  expect(schema).toEqual(fileFormatSchema());
  expect(schema).toMatchObject({
    required: expect.arrayContaining([
      'format',
      'version',
      'sha256',
      'settings',
      'streams',
      'maps',
      'nodes',
      'flows',
    ]),
    properties: {
      format: { const: 'vsmap' },
      nodes: { additionalProperties: { properties: { processTime: { required: ['likely'] } } } },
    },
  });
});
