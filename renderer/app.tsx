import { useEffect } from 'react';
import { en } from '../shared/text/en';
import { runAction } from './actions/registry';
import { listenToKeys } from './actions/shortcuts';
import { bridge } from './bridge';
import { Dialogs } from './dialogs/dialogs';
import { StartScreen } from './dialogs/start-screen';
import { keepWork } from './document/keep';
import { takeOpened } from './document/open';
import { save } from './document/save';
import { DropArea } from './shell/drop-area';
import { Editor } from './shell/editor';
import { keepFocus } from './shell/keep-focus';
import { NoticeLine } from './shell/notice-line';
import styles from './shell/shell.module.css';
import { TitleBar } from './shell/title-bar';
import { useApp } from './store';
import { useTheme } from './use-theme';

/** Asks the main process what this window is for, and shows it. */
async function begin(): Promise<void> {
  const start = await bridge.call['app:start']();
  useApp.setState({
    version: start.version,
    platform: start.platform,
    today: start.today,
    preferences: start.preferences,
  });
  if (start.opened) takeOpened(start.opened);
  if (useApp.getState().screen === 'loading') useApp.setState({ screen: 'start' });
}

/** Listens to what the main process says. Returns a function that ends it. */
function listen(): () => void {
  const stops = [
    bridge.on('menu:command', ({ id }) => runAction(id)),
    bridge.on('document:handed', takeOpened),
    bridge.on('window:save-and-close', () => {
      void save().then((result) => {
        if (result === 'saved') void bridge.call['window:control']('close-now');
      });
    }),
    bridge.on('window:state', ({ isMaximized }) => useApp.setState({ isMaximized })),
    keepWork(),
    listenToKeys(),
    keepFocus(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The whole window. */
export function App(): React.JSX.Element {
  const screen = useApp((state) => state.screen);
  useTheme();
  useEffect(() => {
    const stop = listen();
    void begin();
    return stop;
  }, []);
  return (
    <div className={styles.app} data-screen={screen}>
      <TitleBar />
      {screen === 'start' && <StartScreen />}
      {screen === 'editor' && <Editor />}
      <Dialogs />
      <NoticeLine />
      <DropArea />
      <p
        id="announcements"
        className="visuallyHidden"
        role="status"
        aria-live="polite"
        aria-label={en.shell.announcements}
      />
    </div>
  );
}
