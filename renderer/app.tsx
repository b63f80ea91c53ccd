import { createElement, lazy, Suspense } from 'react';
import { en } from '../shared/text/en';
import { StartScreen } from './dialogs/start-screen';
import { DropArea } from './shell/drop-area';
import { usePresent } from './present/present-state';
import { NoticeLine } from './shell/notice-line';
import styles from './shell/shell.module.css';
import { TitleBar } from './shell/title-bar';
import { lateEditor } from './load-rest';
import { useLate } from './late';
import { useApp } from './store';
import { useTheme } from './use-theme';

const Present = lazy(async () => ({ default: (await import('./present/present')).Present }));
const Dialogs = lazy(async () => ({ default: (await import('./dialogs/dialogs')).Dialogs }));

/** The whole window. */
export function App(): React.JSX.Element {
  const screen = useApp((state) => state.screen);
  const isPresenting = usePresent((state) => state.isOn);
  const Editor = useLate(lateEditor, screen === 'editor');
  const hasDialog = useApp((state) => state.dialog !== null);
  useTheme();
  return (
    <div className={styles.app} data-screen={screen}>
      {!isPresenting && <TitleBar />}
      {screen === 'start' && <StartScreen />}
      <Suspense fallback={null}>
        {Editor && !isPresenting && createElement(Editor)}
        {screen === 'editor' && isPresenting && <Present />}
        {hasDialog && <Dialogs />}
      </Suspense>
      {!isPresenting && <NoticeLine />}
      {!isPresenting && <DropArea />}
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
