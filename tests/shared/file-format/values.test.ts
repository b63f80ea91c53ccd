import { expect, it } from 'vitest';
import { readProject } from '../../../shared/file-format/read';

it('a file with more values than any map holds is refused before they fill the memory', () => {
  const source = `{"format":"vsmap","version":1,"nodes":[${'{},'.repeat(8_000_000)}{}]}`;
  expect(readProject(source)).toMatchObject({
    kind: 'not-ours',
    sentence: expect.stringContaining('not a value-stream map of Streamwright') as string,
  });
});
