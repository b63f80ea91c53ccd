import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { dialogAfter, leave, type Scene, type Stage } from './stage';

const untouched = 'Nothing is at stake: the file is only read.';

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
  situation: 'importing',
  troubles: [
    {
      id: 'import-damaged',
      tells: ['importUi.failed', 'imports.refused.damaged'],
      when: 'A workbook to import is damaged',
      safe: untouched,
      todo: 'Save it anew in its own program.',
      meet: async (stage) => await importFile(stage, 'steps.xlsx', 'PK\u0003\u0004 broken'),
    },
    {
      id: 'import-nothing',
      tells: ['imports.refused.notDrawio'],
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
      tells: ['imports.refused.tooDeep'],
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
      tells: ['imports.refused.locked'],
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
