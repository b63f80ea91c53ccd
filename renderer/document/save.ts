import { isDirty, markSaved, topEntry } from '../../shared/commands/history';
import { writeProject } from '../../shared/file-format/write';
import type { Told } from '../../shared/ipc/told';
import type { SaveResult } from '../../shared/ipc/results';
import { en } from '../../shared/text/en';
import { bridge } from '../bridge';
import { notify, useApp } from '../store';
import { takeOpened, tell } from './open';
import { putInPlace } from './put-in-place';
import { shownName } from './shown-name';

/** What a save ended with; `told`: saved, and something that must be read is shown. */
export type Saved = 'saved' | 'told' | 'not-saved';

/** Stores what is still being typed in a field, and keeps the focus there. */
function commitTyping(): void {
  const field = globalThis.document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.blur();
  field.focus({ preventScroll: true });
}

/** How a save differs from the plain one. */
interface SaveWish {
  /** Asks for a name and a folder. */
  readonly as?: boolean;
  /** What the user was told to be there and wants replaced. */
  readonly replacing?: Told;
  /** Under a new name beside the file. */
  readonly isBeside?: boolean;
}

async function send({ as = false, replacing, isBeside = false }: SaveWish): Promise<SaveResult> {
  const { history, document, isReadOnly } = useApp.getState();
  const text = writeProject(history.project);
  if (isBeside && document !== null) return await bridge.call['outside:keep-both']({ document, text });
  return await bridge.call['document:save']({
    document,
    text,
    suggestedName: isReadOnly ? en.shell.readOnlyCopy(shownName()) : shownName(),
    as: as || document === null || isReadOnly,
    replacing: replacing ?? null,
  });
}

/** Says why nothing was saved; another try repeats the same wish. */
function tellNotSaved(sentence: string, wish: SaveWish, isFinal = false): void {
  const again = isFinal ? null : () => void save(wish);
  useApp.setState({ dialog: { kind: 'save-failed', sentence, again } });
}

/** Takes note of a save that reached the disk. */
function takeSaved(result: Extract<SaveResult, { kind: 'saved' }>, top: ReturnType<typeof topEntry>): Saved {
  const { document, name, remark, warning } = result;
  useApp.setState((state) => ({
    document,
    name,
    isReadOnly: false,
    history: markSaved(state.history, top),
  }));
  notify(remark ?? en.dialogs.savedAs(name));
  if (warning === undefined) return 'saved';
  tell(en.dialogs.savedWarning, warning);
  return 'told';
}

/** Saves the work; asks for a file where it has none. Only a save that reached the disk makes the work clean. */
export async function save(wish: SaveWish = {}): Promise<Saved> {
  if (useApp.getState().isSaving) return 'not-saved';
  commitTyping();
  useApp.setState({ isSaving: true });
  const top = topEntry(useApp.getState().history);
  try {
    const result = await send(wish);
    switch (result.kind) {
      case 'saved':
        return takeSaved(result, top);
      case 'conflict':
        useApp.setState({
          dialog: { kind: 'conflict', seen: result.seen, isAgain: wish.replacing !== undefined },
        });
        return 'not-saved';
      case 'failed':
        tellNotSaved(result.sentence, wish, result.isFinal);
        return 'not-saved';
      case 'cancelled':
        return 'not-saved';
    }
  } catch {
    tellNotSaved(en.saveTrouble.unexpected, wish);
    return 'not-saved';
  } finally {
    useApp.setState({ isSaving: false });
  }
}

/** Shows what the file holds now; one command, so that it can be undone. */
export async function revert(): Promise<void> {
  const { document } = useApp.getState();
  if (document === null) return;
  const result = await bridge.call['document:revert']({ document });
  if (result.kind !== 'opened') {
    takeOpened(result);
    return;
  }
  putInPlace(result);
}

/** True where work would be lost if the window went away now. */
export function hasUnsavedWork(): boolean {
  const { screen, history } = useApp.getState();
  return screen === 'editor' && isDirty(history);
}
