import { expect, test } from 'vitest';
import { saveDocument } from '../../main/save-document';
import { writeProject } from '../../shared/file-format/write';
import { appIn } from '../helpers/app-in-test';
import { buildMap } from '../helpers/build-map';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();

const textOf = (name: string): string => writeProject({ ...buildMap((m) => m.step('log')).project, name });

const message = (number: number, text: string) => ({
  title: 'Restore service',
  number,
  edits: number,
  map: '',
  content: { kind: 'whole' as const, text },
});

test('an edit that is kept while an older state is saved stays kept, for the file does not hold it', async () => {
  const plain = appIn(at(''));
  const window = plain.blankWindow();
  await window.kept.keep(message(0, textOf('saved')), null);
  // The dialog of the system is open while the room goes on working.
  const app = {
    ...plain,
    questions: {
      ...plain.questions,
      saveMap: async () => {
        await window.kept.keep(message(1, textOf('newer')), null);
        return at('one.vsmap');
      },
    },
  };
  const wish = { document: null, text: textOf('saved'), suggestedName: 'x', as: true, replacing: null };
  expect(await saveDocument(window, wish, app)).toMatchObject({ kind: 'saved' });
  expect(window.kept.last()?.wholeText).toBe(textOf('newer'));

  const again = { ...wish, text: textOf('newer'), as: false, document: window.granted?.token ?? null };
  expect(await saveDocument(window, again, app)).toMatchObject({ kind: 'saved' });
  expect(window.kept.last()).toBeNull();
});
