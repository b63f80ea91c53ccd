import { conflictsText } from '../../shared/text/conflicts';
import { sayWhen } from '../../shared/text/recovery-time';
import type { Trouble } from './outside-state';

const { bar } = conflictsText;

/** What happened to the file and what that means, as a title and a sentence. */
export function sayTrouble(trouble: Trouble, isUnsaved: boolean): readonly [string, string] {
  const { name } = trouble;
  const when = sayWhen(new Date(trouble.at), new Date());
  switch (trouble.kind) {
    case 'changed':
      return [bar.changed(name), isUnsaved ? bar.changedDirty(when) : bar.changedClean(when)];
    case 'deleted':
      return [bar.deleted(name), bar.deletedText(when)];
    case 'moved':
      return trouble.isCertain
        ? [bar.moved(name, trouble.newName), bar.movedText(when)]
        : [bar.copied(name), bar.copiedText(trouble.newName, when)];
    case 'not-a-file':
      return [bar.notAFile(name), bar.notAFileText(when)];
    case 'unreachable':
      return [bar.unreachable(name), bar.unreachableText(when)];
  }
}

/** That another Streamwright shows the file too, since an ISO date and time. */
export function sayAlsoOpen(name: string, since: string): readonly [string, string] {
  return [bar.alsoOpen(name), bar.alsoOpenText(sayWhen(new Date(since), new Date()))];
}
