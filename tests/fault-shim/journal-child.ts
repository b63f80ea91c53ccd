import { writeSync } from 'node:fs';
import { createRecovery } from '../../main/files/recovery';

// Edits one document in a process of its own: states 1 to 6, each a patch or a snapshot as the journal wants it, and says
// each number once that state was flushed without trouble. Then, as asked: `stay` adds state 7 and lets go of the file,
// `wait` adds it and stays alive, `clear` forgets all because the work was saved, and says "cleared".

const [folder = '', ending = 'stay'] = process.argv.slice(2);
let hasTrouble = false;
const recovery = createRecovery({
  folder,
  session: `${process.pid}`,
  now: () => Date.now(),
  onProblem: () => {
    hasTrouble = true;
  },
});
const journal = recovery.open({ docId: 'doc', title: 'Map', sourcePath: null });
for (let state = 1; state <= 6; state += 1) {
  hasTrouble = false;
  if (journal.wantsSnapshot() || state === 4) void journal.appendSnapshot(`${state}`);
  else void journal.appendPatch(`${state}`);
  await journal.flush();
  if (!hasTrouble) writeSync(1, `${state}\n`);
}
if (ending === 'clear') {
  await journal.clear();
  writeSync(1, 'cleared\n');
} else {
  void journal.appendPatch('7');
  if (ending === 'stay') await journal.close();
  else setInterval(() => undefined, 1000);
}
