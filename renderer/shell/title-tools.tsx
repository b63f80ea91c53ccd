import { Check, FileText, Lock, Search } from 'lucide';
import { isDirty } from '../../shared/commands/history';
import { en } from '../../shared/text/en';
import { mainMenus } from '../actions/main-menus';
import { menuEntries } from '../actions/menus';
import { actionOf, shownKeys } from '../actions/registry';
import { useDerived } from '../derive';
import { tell } from '../document/open';
import { cutParts, mapEnding } from '../document/name-parts';
import { shownName } from '../document/shown-name';
import { useApp } from '../store';
import { Icon } from '../ui/icon';
import { MenuBar } from '../ui/menu';
import styles from './shell.module.css';

/** Says for as long as the file is shown that it is never written over, and on a click why. */
function ReadOnlyMark(): React.JSX.Element {
  const { readOnly, readOnlyTitle, readOnlyWhy } = en.shell;
  return (
    <button
      type="button"
      className={styles.readOnly}
      aria-haspopup="dialog"
      onClick={() => tell(readOnlyTitle, readOnlyWhy)}
    >
      <Icon of={Lock} size={12} />
      {readOnly}
    </button>
  );
}

function DocumentName(): React.JSX.Element {
  const dirty = useApp((state) => isDirty(state.history));
  const { name, isReadOnly, isSaving, document } = useApp((state) => state);
  const state = isSaving
    ? en.shell.saving
    : dirty
      ? en.shell.unsaved
      : document === null
        ? en.shell.notSavedYet
        : en.shell.saved;
  const extension = mapEnding(name);
  const shown = shownName();
  const [start, end] = cutParts(shown);
  return (
    <div className={styles.document}>
      <Icon of={FileText} size={14} />
      <h1 className={styles.documentName} aria-label={shown} title={`${shown}${extension}`}>
        <span className={styles.nameStart}>{start}</span>
        {end !== '' && <span className={styles.nameEnd}>{end}</span>}
      </h1>
      <span className={styles.extension}>{extension}</span>
      <span
        className={styles.saveState}
        data-state={dirty ? 'dirty' : document === null ? 'new' : 'saved'}
        role="status"
      >
        {dirty ? (
          <span className={styles.dirtyDot} />
        ) : (
          document !== null && <Icon of={Check} size={12} weight={2.5} />
        )}
        {state}
      </span>
      {isReadOnly && <ReadOnlyMark />}
    </div>
  );
}

/** The way to everything: commands, steps, findings, pages. In a narrow window only its icon is left. */
function SearchButton(): React.JSX.Element {
  const keys = shownKeys('app.palette');
  const { run } = actionOf('app.palette');
  const { title, hint } = en.search.palette;
  return (
    <button type="button" className={styles.search} aria-label={title} aria-haspopup="dialog" onClick={run}>
      <Icon of={Search} size={14} />
      <span className={styles.searchHint}>{hint}</span>
      {keys !== undefined && <kbd>{keys}</kbd>}
    </button>
  );
}

/** What of the title bar needs the actions: menus, the name of the document with its state, the way to everything. */
export function TitleTools(): React.JSX.Element {
  const screen = useApp((state) => state.screen);
  const platform = useApp((state) => state.platform);
  // The entries depend on what is selected, done and shown.
  useApp((state) => state);
  useDerived();
  return (
    <>
      {platform !== 'darwin' && (
        <MenuBar
          label={en.shell.mainMenu}
          menus={mainMenus.map((menu) => ({ title: menu.title, entries: menuEntries(menu.ids) }))}
        />
      )}
      {screen === 'editor' && <DocumentName />}
      <SearchButton />
    </>
  );
}
