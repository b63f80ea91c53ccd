import { useEffect } from 'react';
import { useApp } from '../store';
import styles from './shell.module.css';

/** How long a short message stays, ms; refusals stay longer. */
const stays = { plain: 4000, bad: 8000 } as const;

/** A short message at the foot of the window. */
export function NoticeLine(): React.JSX.Element | null {
  const notice = useApp((state) => state.notice);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => useApp.setState({ notice: null }), stays[notice.tone]);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div role="status" aria-live={notice?.tone === 'bad' ? 'assertive' : 'polite'}>
      {notice && (
        <p className={styles.notice} data-tone={notice.tone}>
          {notice.text}
        </p>
      )}
    </div>
  );
}
