import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
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

/** A sound file that is opened while the disk fails as ordered. */
const whenFailing =
  (order: string, name: string) =>
  async (stage: Stage): Promise<Shown> => {
    await leave(stage);
    writeFileSync(path.join(stage.documents, name), whole);
    await stage.faults.arm(stage.app, order);
    const shown = await open(stage, name);
    await stage.faults.arm(stage.app, 'none/0');
    return shown;
  };

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
    id: 'open-folder-missing',
    tells: ['files.notOpened.folder-missing'],
    when: 'The folder of the file is gone, or its disk is disconnected',
    safe: untouched,
    todo: 'Connect the disk and open it again.',
    meet: async (stage) => {
      await leave(stage);
      return await open(stage, path.join('gone', 'map.vsmap'));
    },
  },
  {
    id: 'open-name-too-long',
    tells: ['files.notOpened.name-too-long'],
    when: 'The name of the file is too long for the disk',
    safe: untouched,
    todo: 'Give it a shorter name.',
    meet: async (stage) => {
      await leave(stage);
      return await open(stage, `${'long '.repeat(60)}.vsmap`);
    },
  },
  {
    id: 'open-bad-name',
    tells: ['files.notOpened.bad-name'],
    when: 'The disk does not take the name of the file',
    safe: untouched,
    todo: 'Give it another name.',
    meet: whenFailing('einval/1/open/odd.vsmap', 'odd.vsmap'),
  },
  {
    id: 'open-busy',
    tells: ['files.notOpened.busy'],
    when: 'Another program holds the file',
    safe: untouched,
    todo: 'Close it there and open it again.',
    meet: whenFailing('ebusy/1/open/held.vsmap', 'held.vsmap'),
  },
  {
    id: 'open-disk-error',
    tells: [['files.notOpened.io-error', 'worn.vsmap', 'EIO']],
    when: 'The disk reports an error while the file is read',
    safe: untouched,
    todo: 'Try again, or open a copy from elsewhere.',
    meet: whenFailing('eio/1/read/worn.vsmap', 'worn.vsmap'),
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

/** Drops a file on the window. */
async function drop({ page, documents }: Stage, name: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path.join(documents, name)], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
}

const dropped: Trouble = {
  id: 'drop-not-a-map',
  tells: ['main.refused.notAMap'],
  when: 'You drop a file that is neither a map nor one to import',
  safe: untouched,
  todo: 'Drop another file.',
  meet: async (stage) => {
    await leave(stage);
    writeFileSync(path.join(stage.documents, 'song.mp3'), 'la la');
    return await dialogAfter(stage, () => drop(stage, 'song.mp3'));
  },
};

/** Files that cannot be opened. */
export const openingScene: Scene = {
  name: 'opening',
  situation: 'opening',
  troubles: [...unreadable, ...notMaps, dropped],
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
        ['damage.flowsWithoutEnds', 1, 1],
      ],
      when: 'The file is damaged, and an earlier version of it is kept',
      safe: 'Yes: the file is left as it is, and the version is whole.',
      todo: 'Open the last good version, or the copy of what could be read.',
      meet: async (stage) => {
        await edit(stage.page, 'Restore service at night');
        await stage.page.keyboard.press('Control+s');
        await stage.page.getByText('Saved', { exact: true }).first().waitFor();
        await stage.crash();
        // The demand is lost, the step before it is whole.
        truncateSync(stage.file, readFileSync(stage.file, 'utf8').indexOf('    "start": {'));
        const again = await stage.startAgain([stage.file]);
        return await whenShown(dialogOf(again));
      },
    },
  ],
};
