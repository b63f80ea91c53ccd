import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { checksumOf } from '../../../shared/file-format/checksum';
import type { JsonObject } from '../../../shared/file-format/json';
import { mapText } from '../../e2e/pages/documents';
import { edit } from '../saving-app';
import { dialogAfter, dialogOf, leave, type Scene, type Trouble, whenShown } from './stage';

const whole = mapText('Restore service');

/** The same map, written by a program that knows no checksums. */
const withoutChecksum = (text: string): string => {
  const { sha256: _sha256, ...document } = JSON.parse(text) as JsonObject;
  return JSON.stringify(document);
};

/** The same map with a flow that leads nowhere, an element on no map, and their checksum. */
function loose(): string {
  const { nodes, flows, ...rest } = JSON.parse(whole) as Readonly<Record<string, JsonObject>>;
  const first = (table: JsonObject = {}): JsonObject => ({ ...(Object.values(table)[0] as JsonObject) });
  const document = {
    ...rest,
    nodes: { ...nodes, lost: { ...first(nodes), map: 'gone' } },
    flows: { ...flows, loose: { ...first(flows), to: 'gone' } },
  };
  return JSON.stringify({ ...document, sha256: checksumOf(document) });
}

/** The same map as a newer version would write it, with a table of its own. */
function newerText(): string {
  const document = { ...(JSON.parse(whole) as JsonObject), version: 2, aNewTable: {} };
  return JSON.stringify({ ...document, sha256: checksumOf(document) });
}
const newer = newerText();

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
      id: 'open-no-checksum',
      tells: ['dialogs.openWarning', 'fileFormat.checksumMissing'],
      when: 'There is no checksum in the file',
      safe: 'Yes: the file is left as it is until you save.',
      todo: 'Look through the figures before you rely on them.',
    },
    withoutChecksum(whole),
  ),
  remark(
    {
      id: 'open-repaired',
      tells: [['fileFormat.repaired', 1, 1, 0]],
      when: 'Something in the file leads nowhere, and is left out',
      safe: 'Yes: the file is left as it is until you save.',
      todo: 'Look whether something is missing.',
    },
    loose(),
  ),
  remark(
    {
      id: 'open-newer-no-checksum',
      tells: ['fileFormat.newerReadOnly', 'fileFormat.checksumMissingForGood'],
      when: 'The file is of a newer version, and there is no checksum in it',
      safe: 'Yes: it is never written over.',
      todo: 'Look through the figures; to change it save a copy under another name.',
    },
    withoutChecksum(newer),
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
      id: 'read-only-why',
      tells: ['shell.readOnlyTitle', 'shell.readOnlyWhy'],
      when: 'You ask why an open file is read-only',
      safe: 'Yes: the file is never written over.',
      todo: 'Save a copy under another name, or open it with the newer version.',
      meet: async (stage) => {
        await whenShown(dialogOf(stage));
        await leave(stage);
        const mark = stage.page.getByRole('button', { name: 'Read-only' });
        return await dialogAfter(stage, () => mark.click());
      },
    },
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
