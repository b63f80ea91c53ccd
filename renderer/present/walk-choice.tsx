import { useLayoutEffect, useRef } from 'react';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { useApp } from '../store';
import { chooseWalk } from './control';
import { usePresent } from './present-state';
import styles from './walk-choice.module.css';
import { isLong, type Walk, walkSlides } from './walk';

const words = en.present.walk;
const walks: readonly Walk[] = ['every', 'stages', 'marked'];

/** How to go through a long map, with how many slides each way takes; nothing for a short map. */
export function WalkChoice(): React.JSX.Element | null {
  const derived = useDerived();
  const project = useApp((state) => state.history.project);
  const walk = usePresent((state) => state.walk);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const own = place.current;
    // The choice goes with its slide; the keys stay with the presentation.
    return () => {
      if (own?.contains(document.activeElement) === true) own.closest('main')?.focus();
    };
  }, []);
  if (!derived || !isLong(derived)) return null;
  return (
    <div ref={place} className={styles.choice} role="group" aria-label={words.title}>
      <span aria-hidden="true">{words.title}</span>
      {walks.map((each) => {
        const count = walkSlides(derived, project, each).length;
        return (
          <button
            key={each}
            type="button"
            aria-pressed={each === walk}
            disabled={count === 0}
            onClick={() => chooseWalk(each)}
          >
            {words.ways[each]} <small>{count}</small>
          </button>
        );
      })}
    </div>
  );
}
