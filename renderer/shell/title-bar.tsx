import { Copy as RestoreIcon, Minus, Search, Square, X } from 'lucide';
import { createElement } from 'react';
import { en } from '../../shared/text/en';
import { mainMenus } from '../actions/main-menus';
import { bridge } from '../bridge';
import { afterPaint, late, useLate } from '../late';
import { loadRest } from '../load-rest';
import { useApp } from '../store';
import { Icon } from '../ui/icon';
import { Landmark } from '../ui/landmark';
import { MenuBarFace } from '../ui/menu-bar-face';
import { Logo } from './logo';
import styles from './shell.module.css';

const lateTools = late(async () => {
  await afterPaint();
  const [{ TitleTools }] = await Promise.all([import('./title-tools'), loadRest()]);
  return TitleTools;
});

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

/** How the tools of the title bar look, in their place until they are there. */
function TitleFace(props: { hasMenus: boolean }): React.JSX.Element {
  return (
    <>
      {props.hasMenus && <MenuBarFace titles={mainMenus.map(({ title }) => title)} />}
      <span className={styles.search} aria-hidden="true">
        <Icon of={Search} size={14} />
        <span className={styles.searchHint}>{en.search.palette.hint}</span>
      </span>
    </>
  );
}

/** Menus, the name of the document with its state, and the window buttons where the system draws none. */
export function TitleBar(): React.JSX.Element {
  const platform = useApp((state) => state.platform);
  const Tools = useLate(lateTools, true);
  return (
    <Landmark as="header" className={styles.titleBar} data-platform={platform} aria-busy={Tools === null}>
      <Logo />
      {Tools ? createElement(Tools) : <TitleFace hasMenus={platform !== 'darwin'} />}
      {platform !== 'darwin' && <WindowButtons />}
    </Landmark>
  );
}
