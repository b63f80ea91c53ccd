import { isDirty, undoLabel } from '../../shared/commands/history';
import { patchesBetween } from '../../shared/commands/patches-between';
import { type TypedText, writeKept } from '../../shared/file-format/replay';
import { writeProject } from '../../shared/file-format/write';
import type { Arguments } from '../../shared/ipc/contract';
import type { KeepAnswer } from '../../shared/ipc/recovery';
import { en } from '../../shared/text/en';
import type { Project } from '../../shared/model/project';
import type { AppState } from '../app-state';
import { bridge } from '../bridge';
import { notify, useApp } from '../store';
import { editsBetween, isAnother } from './between-histories';
import { shownName } from './shown-name';
import { watchTyping } from './watch-typing';

type Content = Arguments<'recovery:keep'>[0]['content'];

/** How long after the first edit the whole project goes out, ms: the edit is drawn first. */
const wholeAfter = 50;
/** How long the whole project waits for a pause after that, ms. */
const longestWait = 300;
/** How long is waited before a disk that refused is tried again, ms. */
const againAfter = 5_000;

/** What the page says of itself before anything is shown. */
const nothingShown = JSON.stringify([null, '', false]);

/** Sends unsaved work to the recovery journal: the whole project once, then each change as it is made. */
class Keeper {
  /** What the journal will hold when all that was sent is taken in; null where it must begin with the whole project. */
  #sent: Project | null = null;
  #number = -1;
  /** Edits that are in no file. */
  #edits = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasTrouble = false;
  /** What is being typed, as it was sent. */
  #typed: TypedText | null = null;
  readonly #lookAgain: () => void;

  /** `lookAgain` has what stands typed in a field told once more. */
  constructor(lookAgain: () => void) {
    this.#lookAgain = lookAgain;
  }

  /** Sees to a new state of the window. */
  follow(state: AppState, before: AppState): void {
    const { history } = state;
    if (state.screen !== 'editor') {
      this.#leave();
      return;
    }
    const isOther = isAnother(history, before.history);
    // Where the file holds more than it did, the work begins there.
    if (!isDirty(history) || isOther || history.saved !== before.history.saved) {
      this.stop();
      // What still stands in a field and is not stored is in no file: it is kept on.
      this.#lookAgain();
    }
    if (!isDirty(history)) return;
    const isChanged = !isOther && history.project !== before.history.project;
    const between = isChanged ? editsBetween(before.history, history) : 0;
    // What is taken back after it was saved is an edit of its own.
    const edits = this.#edits + between < 0 ? 1 : between;
    this.#edits += edits;
    if (this.#sent === null) this.#sendWholeSoon(wholeAfter);
    else if (history.project !== this.#sent) this.#sendChange(this.#sent, state, edits);
  }

  /** Forgets what was sent: what was changed is in the file, or given up. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sent = null;
    this.#edits = 0;
    if (!useApp.getState().isWorkKept) useApp.setState({ isWorkKept: true });
  }

  /** Sees to what is being typed into a field; null where nothing is. */
  type(typed: TypedText | null): void {
    const { screen, history } = useApp.getState();
    const isTold = JSON.stringify(typed) === JSON.stringify(this.#typed);
    // What is not stored goes out once more where what was sent is forgotten.
    if (screen !== 'editor' || (isTold && (typed === null || this.#sent !== null))) return;
    this.#typed = typed;
    if (typed === null && !isDirty(history)) {
      this.#send({ kind: 'nothing' });
      this.#sent = null;
    } else if (this.#sent === null) this.#sendWhole(history.project);
    else this.#sendTyped(typed);
  }

  /** Forgets also what was being typed: its field is gone. */
  #leave(): void {
    if (this.#typed !== null) this.#send({ kind: 'nothing' });
    this.#typed = null;
    this.stop();
  }

  #sendChange(before: Project, { history, mapId }: AppState, edits: number): void {
    const patches = patchesBetween(before, history.project);
    this.#sent = history.project;
    if (patches.length === 0) return;
    const label = undoLabel(history) ?? '';
    const change = { number: this.#number + 1, label, map: mapId, patches, edits };
    this.#send({ kind: 'change', text: writeKept(change) });
  }

  #sendWholeSoon(delay: number): void {
    this.#timer ??= setTimeout(() => {
      // The text of a large project takes a while to write: rather between two gestures than in one.
      requestIdleCallback(() => this.#sendWholeNow(), { timeout: longestWait });
    }, delay);
  }

  #sendWholeNow(): void {
    this.#timer = undefined;
    const { screen, history } = useApp.getState();
    if (screen === 'editor' && (isDirty(history) || this.#typed !== null)) this.#sendWhole(history.project);
  }

  #sendWhole(project: Project): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sent = project;
    this.#send({ kind: 'whole', text: writeProject(project) });
    if (this.#typed !== null) this.#sendTyped(this.#typed);
  }

  #sendTyped(typed: TypedText | null): void {
    this.#send({ kind: 'typed', text: writeKept({ number: this.#number + 1, typed }) });
  }

  #send(content: Content): void {
    this.#number += 1;
    const { mapId: map } = useApp.getState();
    const message = { title: shownName(), number: this.#number, edits: this.#edits, map, content };
    bridge.call['recovery:keep'](message).then(
      (answer) => this.#take(answer),
      () => this.#take({ wantsWhole: true, isKept: false }),
    );
  }

  #take({ wantsWhole, isKept }: KeepAnswer): void {
    if (this.#sent === null) return;
    if (!isKept && !this.#hasTrouble) notify(en.recovery.notKept, 'bad');
    this.#hasTrouble = !isKept;
    useApp.setState({ isWorkKept: isKept });
    if (wantsWhole) this.#sendWholeSoon(isKept ? wholeAfter : againAfter);
  }
}

/** Tells the main process what is shown and whether it is saved, and keeps a copy of unsaved work. Returns a function that ends it. */
export function keepWork(): () => void {
  const typing = watchTyping((typed) => keeper.type(typed));
  const keeper = new Keeper(typing.lookAgain);
  let told = nothingShown;
  const tellState = ({ screen, document, history }: AppState): void => {
    const title = screen === 'editor' ? shownName() : '';
    const dirty = screen === 'editor' && isDirty(history);
    const state = JSON.stringify([document, title, dirty]);
    if (state === told) return;
    told = state;
    void bridge.call['document:state']({ document, title, isDirty: dirty });
  };
  const now = useApp.getState();
  tellState(now);
  keeper.follow(now, now);
  const see = (state: AppState, before: AppState): void => {
    tellState(state);
    if (state.history !== before.history || state.screen !== before.screen) keeper.follow(state, before);
  };
  // A value that was stored for trial mostly gives way to another in the same breath: one change, with no gap in between.
  let held: AppState | null = null;
  const seeHeld = (): void => {
    const before = held;
    held = null;
    if (before) see(useApp.getState(), before);
  };
  const stop = useApp.subscribe((state, before) => {
    if (held !== null) return;
    if (editsBetween(before.history, state.history) === -1) {
      held = before;
      queueMicrotask(seeHeld);
    } else see(state, before);
  });
  return () => {
    stop();
    typing.stop();
    keeper.stop();
  };
}
