import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { mapText } from '../../e2e/pages/documents';
import { wayOut } from '../../e2e/pages/outside';
import { until } from '../saving-app';
import { editAnew, inWindow, meanwhile, saveWell } from './save-ways';
import { dialogOf, editBoth, leave, opened, type Scene, type Stage, type Trouble, whenShown } from './stage';

const complete = 'Yes: in the file.';

/** The folder of the versions of the one file. */
function versionsOf({ profile }: Stage): string {
  const root = path.join(profile, 'history');
  const [key = ''] = existsSync(root) ? readdirSync(root) : [];
  return path.join(root, key);
}

/** Waits until so many versions are kept. */
async function untilKept(stage: Stage, count: number): Promise<void> {
  const kept = (): number => readdirSync(versionsOf(stage)).filter((name) => name.endsWith('.vsmap')).length;
  await until(`${String(count)} versions`, () => existsSync(versionsOf(stage)) && kept() >= count);
}

/** Shows the versions of the open file. */
async function showVersions({ page }: Stage): Promise<Locator> {
  await page.getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Versions…' }).click();
  return await whenShown(page.getByRole('dialog', { name: /^Versions of/ }));
}

/** Shows the settings of versions. */
async function showSettings(stage: Stage): Promise<Locator> {
  await stage.page.keyboard.press('Control+,');
  await stage.page.getByRole('tab', { name: 'Versions' }).click();
  return dialogOf(stage);
}

const looking: readonly Trouble[] = [
  {
    id: 'version-not-kept',
    tells: ['history.trouble'],
    when: 'A save finds no room for a version to look back on',
    safe: complete,
    todo: 'Make room on the disk of your user folder.',
    meet: async (stage) => {
      await untilKept(stage, 1);
      chmodSync(versionsOf(stage), 0o500);
      await saveWell(stage);
      return await whenShown(stage.page.getByText('No version of it could be kept'));
    },
  },
  {
    id: 'versions-not-read',
    tells: ['history.notRead'],
    when: 'The versions of a file cannot be read',
    safe: 'Yes: file and work are not touched by that.',
    todo: 'Press *Try again*, or look at the disk of your user folder.',
    meet: async (stage) => {
      chmodSync(versionsOf(stage), 0o000);
      const dialog = await showVersions(stage);
      await dialog.getByRole('alert').waitFor();
      return dialog;
    },
  },
  {
    id: 'version-damaged',
    tells: ['history.damaged', 'history.damagedShort'],
    when: 'A version is damaged on the disk',
    safe: 'Yes: file, work and the other versions are not touched by that.',
    todo: 'Choose another version.',
    meet: async (stage) => {
      chmodSync(versionsOf(stage), 0o700);
      await leave(stage);
      await saveWell(stage);
      await untilKept(stage, 2);
      for (const name of readdirSync(versionsOf(stage)).filter((each) => each.endsWith('.vsmap'))) {
        const file = path.join(versionsOf(stage), name);
        if (readFileSync(file, 'utf8').includes('"Restore service"')) writeFileSync(file, 'damaged');
      }
      const dialog = await showVersions(stage);
      await dialog.getByRole('option').last().click();
      await dialog.getByRole('alert').waitFor();
      return dialog;
    },
  },
  {
    id: 'versions-list-damaged',
    tells: ['history.rebuilt'],
    when: 'The list of the versions is damaged',
    safe: 'Yes: the versions themselves are there, only their times are not known.',
    todo: 'Look at them by their pictures.',
    meet: async (stage) => {
      await leave(stage);
      writeFileSync(path.join(versionsOf(stage), 'index.json'), '{');
      await showVersions(stage);
      return await whenShown(dialogOf(stage).getByText('The list of these versions was damaged'));
    },
  },
];

const settings: readonly Trouble[] = [
  {
    id: 'delete-versions',
    tells: ['history.settings.question', 'history.settings.removeText'],
    when: 'You delete all kept versions',
    safe: 'The files are; the versions of all of them go for good.',
    todo: 'Keep them unless you are sure.',
    meet: async (stage) => {
      await leave(stage);
      const dialog = await showSettings(stage);
      await dialog.getByRole('button', { name: 'Delete all kept versions…' }).click();
      return await whenShown(dialog.getByRole('group', { name: 'Delete all kept versions?' }));
    },
  },
  {
    id: 'versions-not-deleted',
    tells: ['history.settings.notRemoved'],
    when: 'The versions cannot all be deleted',
    safe: 'Yes: no file is touched by that.',
    todo: 'Try again later.',
    meet: async (stage) => {
      chmodSync(versionsOf(stage), 0o500);
      await dialogOf(stage).getByRole('button', { name: 'Delete them' }).click();
      return await whenShown(stage.page.getByText('could not all be deleted'));
    },
  },
  {
    id: 'versions-off',
    tells: ['history.empty.off'],
    when: 'Versions are switched off on this computer',
    safe: 'Nothing is at stake: the file holds what was saved last.',
    todo: 'Turn them on in the settings.',
    meet: async (stage) => {
      chmodSync(versionsOf(stage), 0o700);
      const keep = 'Keep versions of saved files on this computer';
      await dialogOf(stage).getByRole('checkbox', { name: keep }).click();
      await leave(stage);
      await showVersions(stage);
      return await whenShown(dialogOf(stage).getByText('Those that were kept before are shown here'));
    },
  },
  {
    id: 'versions-off-none',
    tells: ['history.whereOff', 'history.empty.offNone'],
    when: 'Versions are switched off, and there is none from before',
    safe: 'Nothing is at stake: the file holds what was saved last.',
    todo: 'Turn them on in the settings.',
    meet: async (stage) => {
      await leave(stage);
      rmSync(versionsOf(stage), { recursive: true });
      return await showVersions(stage);
    },
  },
];

/** Versions that cannot be kept, read or deleted. */
export const versionsScene: Scene = {
  name: 'versions',
  situation: 'versions',
  files: opened,
  troubles: [...looking, ...settings],
};

/** Overwrites on purpose what somebody else has written. */
async function overwrite(stage: Stage, mine: string, theirs: string): Promise<void> {
  await editBoth(stage, mine, theirs);
  await wayOut(stage.page, 'Overwrite').click();
}

const overwriting: readonly Trouble[] = [
  {
    id: 'kept-among',
    tells: ['main.versions.keptAmong'],
    when: 'You overwrote what somebody else had written',
    safe: 'Yes: yours in the file, theirs among its versions.',
    todo: 'Nothing; *File, Versions* shows theirs.',
    meet: async (stage) => {
      await overwrite(stage, 'Mine', 'Theirs');
      return await whenShown(stage.page.getByText('Theirs is kept among the versions'));
    },
  },
  {
    id: 'kept-beside',
    tells: ['main.versions.keptBeside'],
    when: 'You overwrote what somebody else had written, and no version of it could be kept',
    safe: 'Yes: yours in the file, theirs in a file beside it.',
    todo: 'Nothing, or open theirs by its name.',
    meet: async (stage) => {
      await untilKept(stage, 3);
      chmodSync(versionsOf(stage), 0o500);
      await overwrite(stage, 'Mine, changed', 'Theirs, changed');
      return await whenShown(stage.page.getByText('is kept beside it as'));
    },
  },
  {
    id: 'not-overwritten',
    tells: ['main.versions.notKept', 'saveTrouble.safe'],
    when: 'You overwrite what somebody else has written, and it can be kept nowhere',
    safe: `${inWindow} Theirs is in the file.`,
    todo: 'Save under another name.',
    meet: async (stage) => {
      await editBoth(stage, 'My version again', 'Their version again');
      const way = wayOut(stage.page, 'Overwrite');
      await way.waitFor();
      chmodSync(stage.documents, 0o555);
      await way.click();
      return await whenShown(dialogOf(stage));
    },
  },
  {
    id: 'at-the-same-moment',
    tells: ['dialogs.savedWarning', 'main.versions.displaced'],
    when: 'Another program writes into the file at the very moment in which it is saved',
    safe: 'Yes: yours in the file, theirs in a file beside it.',
    todo: 'Open the other file, and compare the two.',
    meet: async (stage) => {
      chmodSync(stage.documents, 0o755);
      chmodSync(versionsOf(stage), 0o700);
      await leave(stage);
      await wayOut(stage.page, 'Overwrite').click();
      await stage.page.getByText('Theirs is kept among the versions').waitFor();
      await editAnew(stage);
      await meanwhile(stage, {
        at: '1/rename',
        act: () => stage.page.keyboard.press('Control+s'),
        others: () => writeFileSync(stage.file, mapText('At the same moment')),
      });
      return await whenShown(dialogOf(stage));
    },
  },
  {
    id: 'at-the-same-moment-lost',
    tells: ['dialogs.savedWarning', 'main.versions.displacedLost'],
    when: 'Another program writes into the file at that very moment, and the folder takes no further file',
    safe: 'Yes, yours: in the file. Theirs only where it is still open in the other program.',
    todo: 'Ask whoever has it open to save it under another name.',
    meet: async (stage) => {
      await leave(stage);
      await editAnew(stage);
      const held = openSync(stage.file, 'r+');
      await meanwhile(stage, {
        at: '2/fsync',
        act: () => stage.page.keyboard.press('Control+s'),
        others: () => {
          writeSync(held, mapText('At the same moment'), 0);
          closeSync(held);
          chmodSync(stage.documents, 0o555);
        },
      });
      return await whenShown(dialogOf(stage));
    },
  },
];

/** What becomes of the versions of others when they are overwritten. */
export const overwritingScene: Scene = {
  name: 'overwriting',
  situation: 'others',
  files: opened,
  troubles: overwriting,
};
