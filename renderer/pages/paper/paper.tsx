import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import styles from './paper.module.css';

/** Sizes of sheets; `paper.module.css` says how wide and high each is between its margins. */
export type PaperSize = 'a4-landscape' | 'a4-portrait' | 'a3-landscape';

/** By how much a sheet is made smaller at the most, and in which steps, so that it goes on one page. */
const least = 0.5;
const step = 0.02;

/** Makes a sheet smaller until it goes on one page; what does not even then goes on the next one. */
function fit(sheet: HTMLElement, probe: HTMLElement): void {
  // A pixel for what rounding adds; the pages leave that free.
  const most = probe.getBoundingClientRect().height + 1;
  for (let scale = 1; scale >= least; scale -= step) {
    sheet.style.setProperty('--fit', scale.toFixed(2));
    sheet.dataset['fits'] = String(sheet.getBoundingClientRect().height <= most);
    if (sheet.dataset['fits'] === 'true') return;
  }
}

/** A sheet that is seen on paper alone, in light colours: beside the window on the screen, the only thing in print. */
export function Paper(props: {
  size: PaperSize;
  /** True where it is made smaller to go on one page. */
  isOnePage?: boolean;
  children: ReactNode;
}): React.JSX.Element {
  const sheet = useRef<HTMLElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (props.isOnePage === true && sheet.current && probe.current) fit(sheet.current, probe.current);
  });
  return createPortal(
    <>
      <article ref={sheet} className={styles.paper} data-paper={props.size} data-theme="light">
        {props.children}
      </article>
      <div ref={probe} className={styles.probe} data-size={props.size} aria-hidden="true" />
    </>,
    document.body,
  );
}
