import { useEffect } from 'react';
import type { Notice } from '../app-state';
import { useApp } from '../store';
import styles from './shell.module.css';

/** How long a short message stays, ms; refusals stay longer, and those with a button longest. */
const stays = { plain: 4000, bad: 8000, action: 12_000 } as const;
/** How long it takes to read a letter, ms: long messages stay longer. */
const perLetter = 80;
/** No message stays longer, ms: it lies over the work. */
const longest = 20_000;

/** What a message is about: it is over once this changes. */
const about = ({ history, page }: ReturnType<typeof useApp.getState>) => [history, page] as const;

/** Takes a message away once something else is done: its button would take back the wrong thing, and nobody reads it on another page. */
function useOver(notice: Notice | null): void {
  useEffect(() => {
    if (!notice) return undefined;
    // A message may come just before the page that it leads to.
    let known: ReturnType<typeof about> | null = null;
    const settled = requestAnimationFrame(() => {
      known = about(useApp.getState());
    });
    const stop = useApp.subscribe((state) => {
      if (known !== null && about(state).some((each, index) => each !== known?.[index]))
        useApp.setState((now) => (now.notice === notice ? { notice: null } : now));
    });
    return () => {
      cancelAnimationFrame(settled);
      stop();
    };
  }, [notice]);
}

/** A short message at the foot of the window. */
export function NoticeLine(): React.JSX.Element | null {
  const notice = useApp((state) => state.notice);
  useOver(notice);
  useEffect(() => {
    if (!notice) return;
    const least = notice.action === null ? stays[notice.tone] : stays.action;
    const time = Math.min(Math.max(least, notice.text.length * perLetter), longest);
    const timer = setTimeout(() => useApp.setState({ notice: null }), time);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div role="status" aria-live={notice?.tone === 'bad' ? 'assertive' : 'polite'}>
      {notice && (
        <p className={styles.notice} data-tone={notice.tone}>
          {notice.text}
          {notice.action && (
            <button
              type="button"
              className={styles.noticeAction}
              onClick={() => {
                useApp.setState({ notice: null });
                notice.action?.run();
              }}
            >
              {notice.action.title}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
