import { basename, join } from 'node:path';
import type { SupportSaved } from '../shared/ipc/support';
import { supportText } from '../shared/text/support';
import type { Context } from './context';
import { saySaved } from './files/say-outcome';
import { writeSafely } from './files/write-safely';
import { withExtension } from './file-name';
import type { Session } from './session';

const ending = '.txt';

/** Writes a text to a file that the user chooses, byte for byte as it is given. */
export async function saveText(
  session: Session,
  text: string,
  { questions }: Context,
): Promise<SupportSaved> {
  const proposed = join(questions.homeFolder(), `${supportText.fileName}${ending}`);
  const chosen = await questions.saveText(session, proposed);
  if (chosen === null) return { kind: 'cancelled' };
  const path = await withExtension(chosen, ending, (name) => questions.mayReplace(session, name, false));
  if (path === null) return { kind: 'cancelled' };
  const options = { expected: null, overwrite: true };
  const result = await writeSafely(path, text, options);
  if (result.kind === 'saved') return { kind: 'saved', name: basename(path) };
  return {
    kind: 'failed',
    sentence: supportText.notTouched(saySaved(result, basename(path), options) ?? ''),
  };
}
