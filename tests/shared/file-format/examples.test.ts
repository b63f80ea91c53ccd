import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../../shared/file-format/read';
import { writeProject } from '../../../shared/file-format/write';
import { root } from '../../helpers/run-command';
import { tell } from '../../helpers/tell';

const folder = path.join(root, 'examples');

describe('the example maps', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.vsmap')))('%s is a canonical file', (name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const read = readProject(text);
    expect(read).toMatchObject({ kind: 'read', warnings: [], isReadOnly: false });
    expect(read.kind === 'read' && writeProject(read.project)).toBe(text);
    tell('R11', 1, 'examples the same byte by byte');
  });
});
