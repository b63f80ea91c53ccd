import { salvage } from '../../../shared/file-format/salvage';
import { readProject } from '../../../shared/file-format/read';
import { exampleWords } from '../words';
import { checkProject, checkSentence } from '../check-project';
import type { FuzzTarget } from '../engine';

/** Files of the app's own format. */
export const projectFile: FuzzTarget = {
  name: 'project-file',
  shape: 'json',
  words: exampleWords.json,
  check(input, isDeep) {
    const result = readProject(Buffer.from(input).toString('utf8'));
    if (result.kind === 'read') {
      for (const { sentence } of result.warnings) checkSentence(sentence);
      checkProject(result.project, isDeep);
    } else checkSentence(result.sentence);
  },
};

/** Damaged files of the app's own format, of which a copy is saved. */
export const damagedFile: FuzzTarget = {
  name: 'damaged-file',
  shape: 'json',
  words: exampleWords.json,
  check(input, isDeep) {
    const saved = salvage(input);
    if (saved === null) return;
    checkSentence(saved.problem);
    for (const remark of saved.remarks) checkSentence(remark);
    checkProject(saved.project, isDeep);
  },
};
