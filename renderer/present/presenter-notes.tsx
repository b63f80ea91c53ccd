import { useEffect, useState } from 'react';
import { lookUp } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { sayTime } from '../pages/workshop/room-clock';
import { steadyNow } from '../steady-now';
import { useApp } from '../store';
import { Button } from '../ui/button';
import { Laser, LaserDot } from './overlays';
import { Fitted } from './fitted';
import { usePresent } from './present-state';
import { SlideView } from './slide-view';
import type { Slide } from './slides';
import styles from './present.module.css';

const words = en.present.notes;

/** Time of day and time that passes, ms; both move on every second. */
function useTimes(): { readonly wall: number; readonly steady: number } {
  const [times, setTimes] = useState(() => ({ wall: Date.now(), steady: steadyNow() }));
  useEffect(() => {
    const timer = setInterval(() => setTimes({ wall: Date.now(), steady: steadyNow() }), 1000);
    return () => clearInterval(timer);
  }, []);
  return times;
}

function Times(): React.JSX.Element {
  const { wall, steady } = useTimes();
  const startedAt = usePresent((state) => state.startedAt);
  const clock = new Date(wall).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <dl className={styles.times}>
      <div>
        <dt>{words.running}</dt>
        <dd role="timer">{sayTime(Math.max(0, steady - startedAt))}</dd>
      </div>
      <div>
        <dt>{words.clock}</dt>
        <dd>{clock}</dd>
      </div>
    </dl>
  );
}

/** What the presenter sees while the slides are on another screen: this slide, the next one, notes and times. */
export function PresenterNotes(props: { slides: readonly Slide[]; index: number }): React.JSX.Element {
  const { slides, index } = props;
  const project = useApp((state) => state.history.project);
  const [slide, next] = [slides[index], slides[index + 1]];
  const note = slide?.kind === 'step' ? lookUp(project.nodes, slide.node)?.note : undefined;
  return (
    <div className={styles.notes}>
      <section className={styles.nowSlide} aria-label={words.now}>
        <h2>{words.now}</h2>
        <Laser>
          <Fitted>
            {slide && <SlideView slide={slide} />}
            <LaserDot />
          </Fitted>
        </Laser>
      </section>
      <section className={styles.besides} aria-label={words.title}>
        <Times />
        <Button kind="quiet" onPress={() => usePresent.setState({ startedAt: steadyNow() })}>
          {words.restart}
        </Button>
        <h2>{words.next}</h2>
        {next ? (
          <div className={styles.nextSlide}>
            <Fitted>
              <SlideView slide={next} />
            </Fitted>
          </div>
        ) : (
          <p>{words.last}</p>
        )}
        <h2>{words.note}</h2>
        <p className={styles.note}>{note ?? words.noNote}</p>
      </section>
    </div>
  );
}
