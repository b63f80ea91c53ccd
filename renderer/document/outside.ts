import { type History, isDirty, markSaved, topEntry } from '../../shared/commands/history';
import { readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import type { Adopted, AlsoOpenNews, OutsideNews } from '../../shared/ipc/outside';
import type { Told } from '../../shared/ipc/told';
import { conflictsText as words } from '../../shared/text/conflicts';
import { en } from '../../shared/text/en';
import { filesText } from '../../shared/text/files';
import { announce } from '../announce';
import { bridge } from '../bridge';
import { compareVersions } from '../pages/compare/compare-versions';
import type { Decision } from '../pages/compare/version-pair';
import { notify, useApp } from '../store';
import { takeOpened, tell } from './open';
import { useOutside } from './outside-state';
import { putInPlace } from './put-in-place';
import { sayAlsoOpen, sayTrouble } from './say-trouble';
import { save } from './save';

const { ways } = words;

/** What the file held before it was deleted or doubted: work is dirty while it is in no file, and clean again when the file is back, unless the disk may not keep that. */
let savedBefore: { readonly saved: History['saved']; readonly isDoubted: boolean } | null = null;

function markLost(): void {
  const { history } = useApp.getState();
  if (history.saved === 'never') return;
  savedBefore = { saved: history.saved, isDoubted: false };
  useApp.setState({ history: { ...history, saved: 'never' } });
}

/** The work is in its file again. */
function markFound(): void {
  const { history } = useApp.getState();
  if (savedBefore?.isDoubted === true) return;
  if (savedBefore !== null && history.saved === 'never')
    useApp.setState({ history: { ...history, saved: savedBefore.saved } });
  savedBefore = null;
}

/** Whether others wrote just what the window shows: then that is saved, where the disk confirms it. */
async function adopt(document: string): Promise<Adopted['kind']> {
  const { history } = useApp.getState();
  const top = topEntry(history);
  const adopting = bridge.call['outside:adopt']({ document, text: writeProject(history.project) });
  // Where that cannot be found out, it is told as a change.
  const { kind } = await adopting.catch((): Adopted => ({ kind: 'other' }));
  if (kind === 'same' && useApp.getState().document === document)
    useApp.setState((state) => ({ history: markSaved(state.history, top) }));
  return kind;
}

/** The file holds what was `saved`, but the disk may not keep it: only another save makes the work saved. */
function doubt(saved: History['saved']): void {
  savedBefore = { saved, isDoubted: true };
  useApp.setState(({ history }) => ({ history: { ...history, saved: 'never' } }));
}

/** Tells of a file that came back and may not stay; what was changed here is in the window alone. */
function tellBackUnconfirmed(name: string): void {
  const { history } = useApp.getState();
  const saved = history.saved === 'never' && savedBefore !== null ? savedBefore.saved : history.saved;
  doubt(saved);
  const hasOwn = isDirty({ ...history, saved });
  notify((hasOwn ? words.backUnconfirmedDirty : words.backUnconfirmed)(name), 'bad');
}

/** There is nothing to decide any more: the file is as this window knows it or shows it. */
function takeSame(news: OutsideNews, isAdopted: Adopted['kind']): void {
  const { trouble } = useOutside.getState();
  useOutside.setState({ trouble: null, isHidden: false });
  const isBack = news.kind === 'same' && news.how === 'back';
  if (news.kind === 'same' && news.how === 'back-unconfirmed') {
    tellBackUnconfirmed(news.name);
    return;
  }
  if (isAdopted === 'same-unconfirmed') {
    doubt(topEntry(useApp.getState().history));
    notify(filesText.unconfirmed(news.name), 'bad');
    return;
  }
  markFound();
  if (isAdopted === 'same') notify(words.sameAsHere(news.name));
  else if (trouble !== null && isBack) notify(words.backAgain(news.name));
}

/** The last news; what is found out of older ones comes too late. */
let latest: OutsideNews | null = null;

async function takeNews(news: OutsideNews): Promise<void> {
  const { document, screen } = useApp.getState();
  if (news.document !== document || screen !== 'editor') return;
  latest = news;
  const adopted = news.kind === 'changed' ? await adopt(document) : 'other';
  if (latest !== news) return;
  if (news.kind === 'same' || adopted !== 'other') {
    takeSame(news, adopted);
    return;
  }
  if (news.kind === 'changed') markFound();
  else markLost();
  useOutside.setState({ trouble: news, isHidden: false });
  announce(sayTrouble(news, isDirty(useApp.getState().history)).join('. '));
}

function takeAlsoOpen({ document, since }: AlsoOpenNews): void {
  const state = useApp.getState();
  if (document !== state.document) return;
  useOutside.setState({ alsoOpenSince: since, isHidden: false });
  if (since !== null) announce(sayAlsoOpen(state.name, since).join('. '));
}

/** Hears what others do to the file of this window; begin it after the main process is told what is shown. */
export function hearOutside(): void {
  bridge.on('document:outside', (news) => void takeNews(news));
  bridge.on('document:also-open', takeAlsoOpen);
  const begin = (document: string | null): void => {
    savedBefore = null;
    useOutside.setState({ trouble: null, alsoOpenSince: null, isHidden: false });
    if (document !== null) void bridge.call['outside:look']({ document });
  };
  begin(useApp.getState().document);
  useApp.subscribe((state, before) => {
    if (state.document !== before.document) begin(state.document);
  });
}

/** Looks at the disk now. */
export function lookAgain(): void {
  const { document } = useApp.getState();
  if (document !== null) void bridge.call['outside:look']({ document });
}

/** Shows what is on the disk now; what was unsaved here goes to the history of the file, and undo brings it back. What is not what was `seen` there any more is compared first. */
export async function takeTheirs(seen: Told | null = null): Promise<void> {
  const { document, history } = useApp.getState();
  if (document === null) return;
  const mine = isDirty(history) ? writeProject(history.project) : null;
  const result = await bridge.call['outside:take']({ document, mine, seen });
  if (result.kind === 'changed-once-more') await compareWithTheirs(true);
  else if (result.kind !== 'opened') takeOpened(result);
  else if (putInPlace(result) && mine !== null) notify(words.took(result.name));
}

/** The ways out of a conflict while both versions are looked at, in the words of the bar and the dialog. */
function decisionsOn(seen: Told, isUnsaved: boolean): readonly Decision[] {
  if (!isUnsaved) return [{ title: ways.show, kind: 'primary', go: () => void takeTheirs(seen) }];
  return [
    { title: ways.overwrite, kind: 'danger', go: () => void save({ replacing: seen }) },
    { title: ways.take, kind: 'plain', go: () => void takeTheirs(seen) },
    { title: ways.keepBoth, kind: 'primary', go: () => void save({ isBeside: true }) },
  ];
}

/** Shows the version of this window and that on the disk side by side, where it can be decided between them. `isAgain`: theirs is another than was just looked at. */
export async function compareWithTheirs(isAgain = false): Promise<void> {
  const { document, history } = useApp.getState();
  if (document === null) return;
  const result = await bridge.call['outside:theirs']({ document });
  if (result.kind === 'failed') return tell(words.notShown, words.notShownText(result.sentence));
  const read = readProject(result.text);
  if (read.kind !== 'read') return tell(words.notShown, words.notShownText(read.sentence));
  const pair = {
    before: { name: words.theirs, project: read.project },
    after: { name: words.mine, project: history.project },
    remarks: [
      ...(isAgain ? [words.changedAgain] : []),
      ...read.warnings.map(({ sentence }) => words.ofTheirs(sentence)),
    ],
  };
  compareVersions(pair, decisionsOn(result.seen, isDirty(history)));
}

/** Goes on with the file under its new name, and saves unsaved work into it. */
export async function followFile(): Promise<void> {
  const { document } = useApp.getState();
  if (document === null) return;
  const result = await bridge.call['outside:follow']({ document });
  if (result.kind === 'failed') {
    tell(en.dialogs.saveFailed, result.sentence);
    lookAgain();
    return;
  }
  markFound();
  useApp.setState({ document: result.document, name: result.name });
  if (isDirty(useApp.getState().history)) await save();
  else notify(words.following(result.name));
}
