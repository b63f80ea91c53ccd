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
    tells: ['dialogs.openFailed', 'dialogs.nothingChanged', 'files.notOpened.missing'],
    when: 'The file is not there any more',
    safe: untouched,
    todo: 'Look for it where it was moved to.',
    meet: async (stage) => await open(stage, 'gone.vsmap'),
  },
  {
    id: 'open-no-permission',
    tells: ['files.notOpened.no-permission'],
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
    tells: ['files.notOpened.not-a-file'],
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
    tells: ['files.notOpened.link-loop'],
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
    tells: ['files.notOpened.too-large'],
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
    tells: ['files.notOpened.not-text'],
    when: 'The file is something else: a picture, a program',
    safe: untouched,
    todo: 'Open another file.',
    meet: content('picture.vsmap', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0])),
  },
  {
    id: 'open-empty',
    tells: ['fileFormat.empty'],
    when: 'The file is empty',
    safe: untouched,
    todo: 'Open another file, or a version of it from the history.',
    meet: content('empty.vsmap', ''),
  },
  {
    id: 'open-not-ours',
    tells: ['fileFormat.notOurs'],
    when: 'The file is of another program',
    safe: untouched,
    todo: 'Import it, or open another file.',
    meet: content('drawing.vsmap', '{"format":"drawing"}'),
  },
  {
    id: 'open-newer-unknown',
    tells: ['fileFormat.newer'],
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
    tells: [
      'damaged.title',
      'damage.problem.cut',
      'damaged.untouched',
      'damaged.partly',
      ['damaged.found', 1, 1, 2],
      ['damage.noneFound', ['systems', 'valueItems', 'votes', 'waivers', 'workshopNotes']],
      ['damage.partOfFile', 1],
      'damage.doubtful',
      'damaged.remarks',
      'damaged.asCopy',
    ],
    when: 'The file is damaged, and a part of it can be read',
    safe: 'Yes: the file is left as it is; what is sound opens as a copy.',
    todo: 'Open the copy and compare it with what you know.',
    meet: content('damaged.vsmap', whole.slice(0, whole.indexOf('  "systems"'))),
  },
];

/** Files that cannot be opened. */
export const openingScene: Scene = {
  name: 'opening',
  situation: 'opening',
  troubles: [...unreadable, ...notMaps],
};

/** A file that opens with a remark. */
function remark(trouble: Omit<Trouble, 'meet'>, text: string): Scene {
  return {
    name: trouble.id,
    situation: 'opening',
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
      tells: ['dialogs.openWarning', 'fileFormat.checksumDiffers'],
      when: 'The contents do not fit the checksum in the file',
      safe: 'Yes: the file is left as it is until you save.',
      todo: 'Look through the figures before you rely on them.',
    },
    whole.replace('Restore service', 'Restore services'),
  ),
  remark(
    {
      id: 'open-newer',
      tells: ['fileFormat.newerReadOnly'],
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
  situation: 'saving',
  files: (documents) => {
    const file = path.join(documents, 'newer.vsmap');
    writeFileSync(file, newer);
    return [file];
  },
  troubles: [
    {
      id: 'save-over-newer',
      tells: ['main.refused.readOnly'],
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
  situation: 'opening',
  files: opened,
  troubles: [
    {
      id: 'open-damaged-version',
      tells: [
        'damaged.version',
        'damage.settingsAgain',
        'damage.streamAgain',
        ['damage.flowsWithoutEnds', 2, 2],
      ],
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
