import { Suspense } from 'react';
import { OutsideBar } from '../document/outside-bar';
import { pages } from '../pages/pages';
import { Metrics } from '../panels/metrics';
import { useApp } from '../store';
import { Rail } from './rail';
import styles from './shell.module.css';
import { Standing, useFirstFrame } from './standing';
import { StatusBar } from './status-bar';
import { ToolBar } from './tool-bar';

/** The editor: tools and figures above, the pages at the left, and the page that is shown. */
export function Editor(): React.JSX.Element {
  const name = useApp((state) => state.page);
  const page = pages.find((each) => each.name === name) ?? pages[0];
  const Shown = page?.component;
  const isStanding = useFirstFrame();
  return (
    <Standing value={isStanding}>
      <ToolBar />
      <OutsideBar />
      <div className={styles.frame}>
        <Rail />
        <div className={styles.page}>
          {page?.hasFigures === true && <Metrics />}
          <Suspense fallback={null}>{Shown && <Shown />}</Suspense>
        </div>
      </div>
      {isStanding ? <StatusBar /> : <footer className={styles.statusBar} />}
    </Standing>
  );
}
