import type { VersionCopy } from '../shared/ipc/history';
import type { Preferences } from '../shared/ipc/preferences';
import type { RestoredWork } from '../shared/ipc/recovery';
import type { OpenResult } from '../shared/ipc/results';
import { en } from '../shared/text/en';
import type { AppState } from './app-state';
import { bridge } from './bridge';
import { showReading } from './import/reading';
import { lateEditor, loadRest } from './load-rest';
import { notify, useApp } from './store';
import { createTellAgain } from './tell-again';

/** Shows what was opened, once the editor is there. */
async function showOpened(opened: OpenResult): Promise<void> {
  const [{ takeOpened }] = await Promise.all([loadRest(), lateEditor.get()]);
  takeOpened(opened);
}

/** Shows the work that was shown when the page stopped working, once the editor is there. */
async function showReturned(work: RestoredWork): Promise<void> {
  const [deeds] = await Promise.all([loadRest(), lateEditor.get()]);
  deeds.showReturned(work);
}

/** Shows a version of a document as new work, once the editor is there. */
async function showCopy(copy: VersionCopy): Promise<void> {
  const [deeds] = await Promise.all([loadRest(), lateEditor.get()]);
  deeds.showCopy(copy);
}

/** Asks the main process what this window is for, and shows it. */
async function begin(): Promise<void> {
  const start = await bridge.call['app:start']();
  useApp.setState({
    version: start.version,
    platform: start.platform,
    today: start.today,
    preferences: start.preferences,
    analysis: start.analysis,
    hasProfile: start.hasProfile,
  });
  if (start.returned) await showReturned(start.returned);
  if (start.opened) await showOpened(start.opened);
  if (start.copy) await showCopy(start.copy);
  if (!start.hasProfile) notify(en.saveTrouble.noProfileLong, 'bad');
  if (start.hasStoppedAgain) notify(en.recovery.stoppedAgain, 'bad');
  if (useApp.getState().screen === 'loading') useApp.setState({ screen: 'start' });
}

/** Takes over from another window how the app looks and answers; panels stay as wide as they are here. */
function takeLook({ panels: _panels, lanes: _lanes, ...look }: Preferences): void {
  useApp.setState(({ preferences }) => ({ preferences: { ...preferences, ...look } }));
}

async function saveAndClose(): Promise<void> {
  const { save } = await loadRest();
  if ((await save()) === 'saved') await bridge.call['window:control']('close-now');
}

const isDue = createTellAgain(() => performance.now());

/** Says what troubles the disk, once in ten minutes, after a save that goes on was told, and in the place of nothing that is worse. */
function tellTrouble(sentence: string): void {
  if (!isDue(sentence)) return;
  const isQuiet = ({ isSaving, notice }: AppState): boolean => !isSaving && notice?.tone !== 'bad';
  if (isQuiet(useApp.getState())) {
    notify(sentence, 'bad');
    return;
  }
  const stop = useApp.subscribe((state) => {
    if (!isQuiet(state)) return;
    stop();
    notify(sentence, 'bad');
  });
}

/** Listens to what the main process says. */
function listen(): void {
  bridge.on('menu:command', ({ id }) => void loadRest().then(({ runAction }) => runAction(id)));
  bridge.on('document:handed', (opened) => void showOpened(opened));
  bridge.on('window:save-and-close', () => void saveAndClose());
  bridge.on('analysis:changed', (analysis) => useApp.setState({ analysis }));
  bridge.on('preferences:changed', takeLook);
  bridge.on('import:reading', showReading);
  bridge.on('history:trouble', () => tellTrouble(en.history.trouble));
  bridge.on('settings:trouble', () => tellTrouble(en.saveTrouble.settings));
  bridge.on('window:state', ({ isMaximized }) => useApp.setState({ isMaximized }));
}

/** Begins the work of the window before anything is drawn; ends when it is known what to show. */
export function startWork(): Promise<void> {
  if (location.hash === '#map') void lateEditor.get();
  listen();
  return begin();
}
