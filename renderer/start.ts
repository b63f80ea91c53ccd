import { keepNativeMenu } from './actions/native-menu';
import { runAction } from './actions/registry';
import { listenToKeys } from './actions/shortcuts';
import { bridge } from './bridge';
import { keepWork } from './document/keep';
import { takeOpened } from './document/open';
import { save } from './document/save';
import { keepSampling } from './sampling/keep-sampling';
import { keepFocus } from './shell/keep-focus';
import type { Preferences } from '../shared/ipc/contract';
import { useApp } from './store';

/** Asks the main process what this window is for, and shows it. */
async function begin(): Promise<void> {
  const start = await bridge.call['app:start']();
  useApp.setState({
    version: start.version,
    platform: start.platform,
    today: start.today,
    preferences: start.preferences,
    analysis: start.analysis,
  });
  if (start.opened) takeOpened(start.opened);
  if (useApp.getState().screen === 'loading') useApp.setState({ screen: 'start' });
}

/** Takes over from another window how the app looks and answers; panels stay as wide as they are here. */
function takeLook({ panels: _panels, lanes: _lanes, ...look }: Preferences): void {
  useApp.setState(({ preferences }) => ({ preferences: { ...preferences, ...look } }));
}

/** Listens to what the main process says, and to the keys. */
function listen(): void {
  bridge.on('menu:command', ({ id }) => runAction(id));
  bridge.on('document:handed', takeOpened);
  bridge.on('window:save-and-close', () => {
    void save().then((result) => {
      if (result === 'saved') void bridge.call['window:control']('close-now');
    });
  });
  bridge.on('analysis:changed', (analysis) => useApp.setState({ analysis }));
  bridge.on('preferences:changed', takeLook);
  bridge.on('window:state', ({ isMaximized }) => useApp.setState({ isMaximized }));
  keepWork();
  listenToKeys();
  keepNativeMenu();
  keepFocus();
  keepSampling();
}

/** Begins the work of the window before anything is drawn; ends when it is known what to show. */
export function startWork(): Promise<void> {
  listen();
  return begin();
}
