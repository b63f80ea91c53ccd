import { useEffect } from 'react';
import { useApp } from '../store';
import styles from './shell.module.css';

/** How long a short message stays, ms; refusals stay longer, and those with a button longest. */
const stays = { plain: 4000, bad: 8000, action: 12_000 } as const;

/** A short message at the foot of the window. */
export function NoticeLine(): React.JSX.Element | null {
  const notice = useApp((state) => state.notice);
  useEffect(() => {
    if (!notice) return;
    const time = notice.action === null ? stays[notice.tone] : stays.action;
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
