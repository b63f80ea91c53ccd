import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openInto, revertDocument } from '../../main/open-document';
import { saveDocument } from '../../main/save-document';
import { grantedBy } from '../../main/session';
import { writeProject } from '../../shared/file-format/write';
import { appIn } from '../helpers/app-in-test';
import { buildMap } from '../helpers/build-map';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();
const textOf = (name: string): string => writeProject({ ...buildMap((m) => m.step('log')).project, name });

test('a window reaches only the file whose token it was given last', async () => {
  const app = appIn(at(''));
  const window = app.blankWindow();
  writeFileSync(at('one.vsmap'), textOf('one'));
  writeFileSync(at('two.vsmap'), textOf('two'));
  const first = await openInto(window, at('one.vsmap'), app);
  const second = await openInto(window, at('two.vsmap'), app);
  if (first.kind !== 'opened' || second.kind !== 'opened') throw new Error('not opened');
  const wish = { text: textOf('mine'), suggestedName: 'x', as: false, replacing: null };
  for (const token of [first.document, '0'.repeat(32)]) {
    expect(grantedBy(window, token)).toBeNull();
    expect(await saveDocument(window, { ...wish, document: token }, app)).toMatchObject({ kind: 'failed' });
    expect(await revertDocument(window, token, app)).toMatchObject({ kind: 'failed' });
  }
  expect(readFileSync(at('one.vsmap'), 'utf8')).toBe(textOf('one'));
  expect(readFileSync(at('two.vsmap'), 'utf8')).toBe(textOf('two'));
  expect(await saveDocument(window, { ...wish, document: second.document }, app)).toMatchObject({
    kind: 'saved',
  });
});
