import { Check, Copy as RestoreIcon, FileText, Minus, Search, Square, X } from 'lucide';
import { isDirty } from '../../shared/commands/history';
import { en } from '../../shared/text/en';
import { mainMenus, menuEntries } from '../actions/menus';
import { actionOf, shownKeys } from '../actions/registry';
import { bridge } from '../bridge';
import { shownName } from '../document/save';
import { useDerived } from '../derive';
import { useApp } from '../store';
import { Icon } from '../ui/icon';
import { Landmark } from '../ui/landmark';
import { MenuBar } from '../ui/menu';
import { Logo } from './logo';
import styles from './shell.module.css';

function DocumentName(): React.JSX.Element {
  const dirty = useApp((state) => isDirty(state.history));
  const { name, isReadOnly, isSaving, document } = useApp((state) => state);
  const state = isSaving
    ? en.shell.saving
    : dirty
      ? en.shell.unsaved
      : isReadOnly
        ? en.shell.readOnly
        : document === null
          ? en.shell.notSavedYet
          : en.shell.saved;
  const extension = /\.[^.]+$/.exec(name)?.[0] ?? '';
  return (
    <div className={styles.document}>
      <Icon of={FileText} size={14} />
      <h1 className={styles.documentName}>{shownName()}</h1>
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

function WindowButtons(): React.JSX.Element {
  const isMaximized = useApp((state) => state.isMaximized);
  const control = (what: 'minimize' | 'maximize' | 'close') => () => void bridge.call['window:control'](what);
  return (
    <div className={styles.windowButtons}>
      <button type="button" aria-label={en.shell.minimize} onClick={control('minimize')}>
        <Icon of={Minus} size={14} weight={1.5} />
      </button>
      <button
        type="button"
        aria-label={isMaximized ? en.shell.restore : en.shell.maximize}
        onClick={control('maximize')}
      >
        <Icon of={isMaximized ? RestoreIcon : Square} size={11} weight={1.75} />
      </button>
      <button type="button" aria-label={en.shell.close} onClick={control('close')}>
        <Icon of={X} size={15} weight={1.5} />
      </button>
    </div>
  );
}

/** Menus, the name of the document with its state, and the window buttons where the system draws none. */
export function TitleBar(): React.JSX.Element {
  const screen = useApp((state) => state.screen);
  const platform = useApp((state) => state.platform);
  // The entries depend on what is selected, done and shown.
  useApp((state) => state);
  useDerived();
  return (
    <Landmark as="header" className={styles.titleBar} data-platform={platform}>
      <Logo />
      {platform !== 'darwin' && (
        <MenuBar
          label={en.shell.mainMenu}
          menus={mainMenus.map((menu) => ({ title: menu.title, entries: menuEntries(menu.ids) }))}
        />
      )}
      {screen === 'editor' && <DocumentName />}
      <SearchButton />
      {platform !== 'darwin' && <WindowButtons />}
    </Landmark>
  );
}
