import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { checksumOf } from '../../../shared/file-format/checksum';
import type { JsonObject } from '../../../shared/file-format/json';
import { mapText } from '../../e2e/pages/documents';
import { edit } from '../saving-app';
import {
  dialogAfter,
  dialogOf,
  leave,
  opened,
  type Scene,
  whenShown,
  type Shown,
  type Stage,
  type Trouble,
} from './stage';

const untouched = 'Nothing is at stake: the file is only read.';

/** Opens a file by the dialog of the system, from the start screen. */
async function open(stage: Stage, name: string): Promise<Locator> {
  await stage.dialogs.nextOpenPath(path.join(stage.documents, name));
  return await dialogAfter(stage, () => stage.page.keyboard.press('Control+o'));
}

/** A file with some content that is opened, once what was shown before is left. */
const content =
  (name: string, bytes: string | Uint8Array, isFirst = false) =>
  async (stage: Stage): Promise<Shown> => {
    if (!isFirst) await leave(stage);
    writeFileSync(path.join(stage.documents, name), bytes);
    return await open(stage, name);
  };

const whole = mapText('Restore service');

/** The same map as a newer version would write it, with a table of its own. */
function newerText(): string {
  const document = { ...(JSON.parse(whole) as JsonObject), version: 2, aNewTable: {} };
  return JSON.stringify({ ...document, sha256: checksumOf(document) });
}
const newer = newerText();

const unreadable: readonly Trouble[] = [
  {
    id: 'open-missing',
    when: 'The file is not there any more',
    safe: untouched,
    todo: 'Look for it where it was moved to.',
    meet: async (stage) => await open(stage, 'gone.vsmap'),
  },
  {
    id: 'open-no-permission',
    when: 'You may not read the file',
    safe: untouched,
    todo: 'Ask its owner, or copy it to a folder of your own.',
    meet: async (stage) => {
      await leave(stage);
      writeFileSync(path.join(stage.documents, 'private.vsmap'), whole);
      chmodSync(path.join(stage.documents, 'private.vsmap'), 0);
      return await open(stage, 'private.vsmap');
    },
  },
  {
    id: 'open-folder',
    when: 'The name belongs to a folder',
    safe: untouched,
    todo: 'Choose a file.',
    meet: async (stage) => {
      await leave(stage);
      mkdirSync(path.join(stage.documents, 'folder.vsmap'));
      return await open(stage, 'folder.vsmap');
    },
  },
  {
    id: 'open-link-loop',
    when: 'The name is a link that leads back to itself',
    safe: untouched,
    todo: 'Open the file itself.',
    meet: async (stage) => {
      await leave(stage);
      symlinkSync('loop.vsmap', path.join(stage.documents, 'loop.vsmap'));
      return await open(stage, 'loop.vsmap');
    },
  },
  {
    id: 'open-too-large',
    when: 'The file has more than 100 MB',
    safe: untouched,
    todo: 'Check whether it is the right file.',
    meet: async (stage) => {
      await leave(stage);
      writeFileSync(path.join(stage.documents, 'large.vsmap'), '');
      truncateSync(path.join(stage.documents, 'large.vsmap'), 101 * 1024 * 1024);
      return await open(stage, 'large.vsmap');
    },
  },
];

const notMaps: readonly Trouble[] = [
  {
    id: 'open-not-text',
    when: 'The file is something else: a picture, a program',
    safe: untouched,
    todo: 'Open another file.',
    meet: content('picture.vsmap', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0])),
  },
  {
    id: 'open-empty',
    when: 'The file is empty',
    safe: untouched,
    todo: 'Open another file, or a version of it from the history.',
    meet: content('empty.vsmap', ''),
  },
  {
    id: 'open-not-ours',
    when: 'The file is of another program',
    safe: untouched,
    todo: 'Import it, or open another file.',
    meet: content('drawing.vsmap', '{"format":"drawing"}'),
  },
  {
    id: 'open-newer-unknown',
    when: 'The file is of a much newer version, and cannot be shown',
    safe: 'Yes: the file is left as it is.',
    todo: 'Open it with the newer version.',
    meet: content(
      'future.vsmap',
      whole.replace('"version": 1', '"version": 9').replace('"streams": {', '"streams": 5, "x": {'),
    ),
  },
  {
    id: 'open-damaged',
    when: 'The file is damaged, and a part of it can be read',
    safe: 'Yes: the file is left as it is; what is sound opens as a copy.',
    todo: 'Open the copy and compare it with what you know.',
    meet: content('damaged.vsmap', whole.slice(0, whole.indexOf('  "systems"'))),
  },
];

/** Files that cannot be opened. */
export const openingScene: Scene = { name: 'opening', troubles: [...unreadable, ...notMaps] };

/** A file that opens with a remark. */
function remark(trouble: Omit<Trouble, 'meet'>, text: string): Scene {
  return {
    name: trouble.id,
    files: (documents) => {
      writeFileSync(path.join(documents, 'map.vsmap'), text);
      return [path.join(documents, 'map.vsmap')];
    },
    troubles: [
      {
        ...trouble,
        meet: async (stage) => await whenShown(dialogOf(stage)),
      },
    ],
  };
}

/** Files that open with a remark. */
export const remarkScenes: readonly Scene[] = [
  remark(
    {
      id: 'open-checksum',
      when: 'The contents do not fit the checksum in the file',
      safe: 'Yes: the file is left as it is until you save.',
      todo: 'Look through the figures before you rely on them.',
    },
    whole.replace('Restore service', 'Restore services'),
  ),
  remark(
    {
      id: 'open-newer',
      when: 'The file is of a newer version',
      safe: 'Yes: it is never written over.',
      todo: 'Look at it; to change it save a copy under another name.',
    },
    newer,
  ),
];

/** A file of a newer version that is to be written over. */
export const newerScene: Scene = {
  name: 'save-newer',
  files: (documents) => {
    const file = path.join(documents, 'newer.vsmap');
    writeFileSync(file, newer);
    return [file];
  },
  troubles: [
    {
      id: 'save-over-newer',
      when: 'You save over a file of a newer version',
      safe: 'Yes: the file is never written over, and your work is in the window.',
      todo: 'Choose another name.',
      meet: async (stage) => {
        await whenShown(dialogOf(stage));
        await leave(stage);
        await edit(stage.page, 'Changed here');
        await stage.dialogs.nextSavePath(path.join(stage.documents, 'newer.vsmap'));
        return await dialogAfter(stage, () => stage.page.keyboard.press('Control+s'));
      },
    },
  ],
};

/** A damaged file of which a sound version is kept. */
export const versionScene: Scene = {
  name: 'last-good-version',
  files: opened,
  troubles: [
    {
      id: 'open-damaged-version',
      when: 'The file is damaged, and an earlier version of it is kept',
      safe: 'Yes: the file is left as it is, and the version is whole.',
      todo: 'Open the last good version, or the copy of what could be read.',
      meet: async (stage) => {
        await edit(stage.page, 'Restore service at night');
        await stage.page.keyboard.press('Control+s');
        await stage.page.getByText('Saved', { exact: true }).first().waitFor();
        await stage.crash();
        truncateSync(stage.file, 700);
        const again = await stage.startAgain([stage.file]);
        return await whenShown(dialogOf(again));
      },
    },
  ],
};

/** Brings a file in by the dialog of the system. */
async function importFile(stage: Stage, name: string, bytes: string | Uint8Array): Promise<Locator> {
  writeFileSync(path.join(stage.documents, name), bytes);
  await stage.dialogs.nextOpenPath(path.join(stage.documents, name));
  const importing = stage.page.getByRole('button', { name: /^Import/ }).first();
  return await dialogAfter(stage, () => importing.click());
}

/** Files of other tools that cannot come in. */
export const importScene: Scene = {
  name: 'importing',
  troubles: [
    {
      id: 'import-damaged',
      when: 'A workbook to import is damaged',
      safe: untouched,
      todo: 'Save it anew in its own program.',
      meet: async (stage) => await importFile(stage, 'steps.xlsx', 'PK\u0003\u0004 broken'),
    },
    {
      id: 'import-nothing',
      when: 'There is no step in the file to import',
      safe: untouched,
      todo: 'Choose another file.',
      meet: async (stage) => {
        await leave(stage);
        return await importFile(stage, 'empty.drawio', '<mxfile></mxfile>');
      },
    },
    {
      id: 'import-too-deep',
      when: 'The parts of the file to import stand inside each other without end',
      safe: untouched,
      todo: 'Choose another file.',
      meet: async (stage) => {
        await leave(stage);
        const deep = 500;
        const text = `<definitions>${'<process>'.repeat(deep)}${'</process>'.repeat(deep)}</definitions>`;
        return await importFile(stage, 'deep.bpmn', text);
      },
    },
    {
      id: 'import-password',
      when: 'The workbook to import is protected with a password',
      safe: untouched,
      todo: 'Save it without the password and import that.',
      meet: async (stage) => {
        await leave(stage);
        return await importFile(stage, 'steps.xlsx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]));
      },
    },
  ],
};
