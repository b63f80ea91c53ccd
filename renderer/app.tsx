import { en } from '../shared/text/en';
import { Dialogs } from './dialogs/dialogs';
import { StartScreen } from './dialogs/start-screen';
import { DropArea } from './shell/drop-area';
import { Editor } from './shell/editor';
import { NoticeLine } from './shell/notice-line';
import styles from './shell/shell.module.css';
import { TitleBar } from './shell/title-bar';
import { useApp } from './store';
import { useTheme } from './use-theme';

/** The whole window. */
export function App(): React.JSX.Element {
  const screen = useApp((state) => state.screen);
  useTheme();
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
