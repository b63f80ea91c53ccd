import { writeSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stampOnDisk } from '../../main/files/file-stamp';
import { createRecovery } from '../../main/files/recovery';
import { writeSafely } from '../../main/files/write-safely';
import { versionText } from './versions';

// Writes without end in a process of its own, and says after each step what it may rely on: `replace 7` once version 7 of
// the one document is saved, `create 7` once the seventh new file is, `journal 7` once state 7 of unsaved work is flushed.
// `careless` instead writes beside and renames, flushing nothing, as many programs do: the yardstick.

const [folder = '', how = 'safely'] = process.argv.slice(2);

function say(what: string, number: number): void {
  writeSync(1, `${what} ${number}\n`);
}

async function save(path: string, text: string, isNew: boolean): Promise<void> {
  if (how === 'careless') {
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
    return;
  }
  const result = await writeSafely(path, text, { expected: isNew ? null : await stampOnDisk(path) });
  if (result.kind !== 'saved') throw new Error(`${path}: ${result.kind}`);
}

async function replace(): Promise<never> {
  for (let number = 1; ; number += 1) {
    await save(join(folder, 'map.vsmap'), versionText(number), number === 1);
    say('replace', number);
  }
}

async function create(): Promise<never> {
  for (let number = 1; ; number += 1) {
    await save(join(folder, `new-${number}.vsmap`), versionText(number, 40), true);
    say('create', number);
  }
}

async function keepJournal(): Promise<never> {
  let hasTrouble = false;
  const recovery = createRecovery({
    folder: join(folder, 'recovery'),
    session: 'load',
    now: () => Date.now(),
    onProblem: () => {
      hasTrouble = true;
    },
  });
  const journal = recovery.open({ docId: 'doc', title: 'Map', sourcePath: null });
  for (let number = 1; ; number += 1) {
    hasTrouble = false;
    if (journal.wantsSnapshot() || number % 25 === 0) void journal.appendSnapshot(`${number}`);
    else void journal.appendPatch(`${number}`);
    await journal.flush();
    if (!hasTrouble) say('journal', number);
  }
}

await Promise.all([replace(), create(), keepJournal()]);
