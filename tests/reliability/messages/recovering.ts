import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { encodeRecord } from '../../../main/files/journal-records';
import { checksumOf } from '../../../shared/file-format/checksum';
import type { JsonObject } from '../../../shared/file-format/json';
import { type TypedPlace, writeKept } from '../../../shared/file-format/replay';
import { mapText } from '../../e2e/pages/documents';
import { isRecent, until } from '../saving-app';
import {
  dialogAfter,
  dialogOf,
  leave,
  opened,
  type Scene,
  type Stage,
  type Trouble,
  whenShown,
} from './stage';

const nowhereElse = 'It stands in this dialog until you close that; then it is gone.';
/** No process has this number. */
const dead = 4_194_305;

/** Work that an app left which died. */
interface Left {
  readonly token: string;
  readonly title: string;
  readonly sourcePath?: string;
  readonly snapshot: string;
  readonly after?: readonly string[];
}

/** Writes the safety copy of lost work as the app does. */
export function leaveWork(profile: string, { token, title, sourcePath, snapshot, after = [] }: Left): void {
  const folder = path.join(profile, 'recovery', token.repeat(32));
  mkdirSync(folder, { recursive: true });
  const at = Date.now();
  const stamp = sourcePath === undefined ? null : { mtimeMs: at - 60_000, size: 1, sha256: 'a'.repeat(64) };
  const header = { title, sourcePath: sourcePath ?? null, stamp, pid: dead, session: 'gone', edits: 2 };
  const records = [
    encodeRecord({ type: 'header', at, text: JSON.stringify(header) }),
    encodeRecord({ type: 'snapshot', at, text: snapshot }),
    ...after.map((text) => encodeRecord({ type: 'patch', at, text })),
  ];
  writeFileSync(path.join(folder, '1.journal'), Buffer.concat(records));
}

/** The text of work that is sound. */
export const whole = mapText('Restore service');
const parsed = JSON.parse(whole) as {
  readonly maps: Readonly<Record<string, unknown>>;
  readonly nodes: Readonly<Record<string, { readonly type: string }>>;
};
const [step = ''] = Object.keys(parsed.nodes).filter((id) => parsed.nodes[id]?.type === 'step');

/** The same work as a newer version would keep it. */
function newer(): string {
  const document = { ...(JSON.parse(whole) as JsonObject), version: 2 };
  return JSON.stringify({ ...document, sha256: checksumOf(document) });
}

/** A change of an element that is not there. */
const unfit = writeKept({
  number: 0,
  label: 'Rename element',
  map: Object.keys(parsed.maps)[0] ?? '',
  patches: [{ op: 'replace', path: ['nodes', 'gone', 'name'], value: 'Solve' }],
});
/** The way to a field that is not there: there are not so many of that name. */
const place: TypedPlace = {
  page: 'map',
  map: Object.keys(parsed.maps)[0] ?? '',
  inside: null,
  selection: [],
  leftTab: 'palette',
  isQuickEntry: false,
  pane: 'inspector',
  naming: null,
  cell: null,
  field: null,
  nth: 40,
};
const typed = (label: string, way: TypedPlace | null): string =>
  writeKept({ number: 0, typed: { label, text: 'soon, as far as we know', place: way } });

/** Opens such a work. */
const openWork = (stage: Stage, title: string): Promise<void> =>
  stage.page.getByRole('button', { name: `Open the copy of ${title}` }).click();

/** Lost work that cannot be opened as it was. */
export const keptScene: Scene = {
  name: 'kept',
  situation: 'crash',
  profile: (profile) => {
    const documents = path.join(path.dirname(profile), 'documents');
    const [gone, one] = [path.join(documents, 'gone.vsmap'), path.join(documents, 'one.vsmap')];
    leaveWork(profile, { token: 'a', title: 'Orders', sourcePath: gone, snapshot: whole, after: [unfit] });
    leaveWork(profile, { token: 'b', title: 'Changes', snapshot: newer() });
    leaveWork(profile, { token: 'c', title: 'Requests', snapshot: '{"format":"vsmap","version":1}' });
    leaveWork(profile, { token: '0', title: 'Services', sourcePath: one, snapshot: '{"format":"vsmap"}' });
    leaveWork(profile, { token: 'd', title: 'Problems', sourcePath: one, snapshot: whole });
    leaveWork(profile, { token: 'e', title: 'Incidents', snapshot: whole, after: [typed('Reason', null)] });
  },
  troubles: [
    {
      id: 'lost-in-doubt',
      tells: [
        'recovery.notWhole',
        'recovery.fileGone',
        'recovery.fileChanged',
        'recovery.newer',
        'recovery.unreadable',
        'recovery.unreadableNew',
        ['recovery.description', true, 'some'],
      ],
      when: 'Lost work whose last edits cannot be read, whose file was saved again or is gone since, which is of a newer version, or damaged',
      safe: 'Yes: in the safety copy on this computer, until you save or discard it; only damaged work is lost, but not the file.',
      todo: 'Open what can be opened, compare it with the file, and save it.',
      meet: async ({ page }) => {
        return await whenShown(page.getByRole('region', { name: 'Work that was not saved' }));
      },
    },
    {
      id: 'lost-gone-meanwhile',
      tells: ['recovery.notOpened', 'main.refused.nothingKept'],
      when: 'You open lost work that was opened or discarded in another window meanwhile',
      safe: 'It is where it was opened or saved meanwhile; what was discarded is gone.',
      todo: 'Look into the other windows and at the file.',
      meet: async (stage) => {
        rmSync(path.join(stage.profile, 'recovery', 'd'.repeat(32)), { recursive: true });
        return await dialogAfter(stage, () => openWork(stage, 'Problems'));
      },
    },
    {
      id: 'typed-no-place',
      tells: ['recovery.typed.title', 'recovery.typed.description'],
      when: 'You were typing where there is no way back to, as in a dialog',
      safe: nowhereElse,
      todo: 'Copy the text and put it where it belongs.',
      meet: async (stage) => {
        await leave(stage);
        await openWork(stage, 'Incidents');
        return await whenShown(dialogOf(stage));
      },
    },
  ],
};

/** A text that was being typed, and what comes up when it is put back. */
function putBackScene(
  trouble: Omit<Trouble, 'meet'>,
  kept: string,
  shown: (stage: Stage) => Promise<Locator>,
): Scene {
  return {
    name: trouble.id,
    situation: 'crash',
    profile: (profile) =>
      leaveWork(profile, { token: 'f', title: 'Incidents', snapshot: whole, after: [kept] }),
    troubles: [
      {
        ...trouble,
        meet: async (stage) => {
          await openWork(stage, 'Incidents');
          await dialogOf(stage)
            .getByRole('button', { name: /^Put it into/ })
            .click();
          return await shown(stage);
        },
      },
    ],
  };
}

/** The dialog, once it says that the text could not be put back. */
async function notPutBack(stage: Stage): Promise<Locator> {
  await dialogOf(stage).getByText('It could not be put back').waitFor();
  return dialogOf(stage);
}

/** Texts that find no way back into their fields. */
export const putBackScenes: readonly Scene[] = [
  putBackScene(
    {
      id: 'typed-not-there',
      tells: ['recovery.typed.notThere'],
      when: 'The field into which you were typing is not there any more',
      safe: nowhereElse,
      todo: 'Copy the text.',
    },
    typed('Purpose', place),
    notPutBack,
  ),
  putBackScene(
    {
      id: 'typed-refused',
      tells: ['recovery.typed.refused'],
      when: 'The cell of the table into which you were typing does not take the text',
      safe: nowhereElse,
      todo: 'Copy the text.',
    },
    typed('Process time', {
      ...place,
      page: 'table',
      pane: null,
      cell: { node: step, column: 'processTime' },
    }),
    notPutBack,
  ),
  putBackScene(
    {
      id: 'typed-standing',
      tells: ['recovery.typed.standing'],
      when: 'The field into which you were typing does not take the text',
      safe: 'It stands in its field, though not stored.',
      todo: 'Correct it there.',
    },
    typed('Process time', { ...place, selection: [step], nth: 0 }),
    async ({ page }) => await whenShown(page.getByText('Your text stands in', { exact: false })),
  ),
];

/** Starts again without a file, once the file is among the recent ones. */
async function atStartScreen(stage: Stage, meanwhile: () => void = () => undefined): Promise<Stage> {
  await until('the file is a recent one', () => isRecent(stage.profile, stage.file));
  await stage.crash();
  meanwhile();
  return await stage.startAgain();
}

/** A recent file that is not there. */
export const recentScene: Scene = {
  name: 'recent',
  situation: 'opening',
  files: opened,
  troubles: [
    {
      id: 'recent-missing',
      tells: ['start.missing'],
      when: 'A recent file is no longer there',
      safe: 'Nothing is at stake: the file is only named.',
      todo: 'Look for it where it was moved to, or take it off the list.',
      meet: async (stage) => {
        const { page } = await atStartScreen(stage, () => rmSync(stage.file));
        return await whenShown(page.getByRole('listitem').filter({ hasText: 'The file is no longer there' }));
      },
    },
  ],
};

/** A recent file that another window took off the list. */
export const forgottenScene: Scene = {
  name: 'forgotten',
  situation: 'opening',
  files: opened,
  troubles: [
    {
      id: 'recent-forgotten',
      tells: ['main.refused.forgotten'],
      when: 'You open a recent file that was taken off the list in another window',
      safe: 'Nothing is at stake: the file is where it was.',
      todo: 'Open it with *File*, *Open*.',
      meet: async (stage) => {
        const again = await atStartScreen(stage);
        await again.page.evaluate(async () => {
          const { call } = window.streamwright;
          for (const { token } of await call['recent:list']()) await call['recent:forget']({ token });
        });
        return await dialogAfter(again, () =>
          again.page.getByRole('button', { name: /^one\.vsmap/ }).click(),
        );
      },
    },
  ],
};
