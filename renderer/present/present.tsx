import { ChevronLeft, ChevronRight, LayoutGrid, MonitorOff, Target, X } from 'lucide';
import { useEffect, useRef } from 'react';
import { en } from '../../shared/text/en';
import { IconButton } from '../ui/button';
import { Landmark } from '../ui/landmark';
import { goTo, leavePresenting, press, slidesNow } from './control';
import { Fitted, useSlides } from './fitted';
import { Cover, Grid, Laser, LaserDot } from './overlays';
import { PresenterNotes } from './presenter-notes';
import { usePresent } from './present-state';
import { SlideView } from './slide-view';
import type { Slide } from './slides';
import { WalkChoice } from './walk-choice';
import styles from './present.module.css';

const words = en.present;

/** Small and quiet at the foot: the way on for whoever has only a mouse. */
function Controls(props: { slides: readonly Slide[] }): React.JSX.Element {
  const { index, typed, hasLaser } = usePresent((state) => state);
  return (
    <Landmark as="section" className={styles.controls} aria-label={words.controls}>
      <IconButton icon={ChevronLeft} label={words.previous} keys="←" onPress={() => goTo(index - 1)} />
      <span className={styles.number}>
        {typed === '' ? words.of(index + 1, props.slides.length) : words.goTo(typed)}
      </span>
      <IconButton icon={ChevronRight} label={words.next} keys="→" onPress={() => goTo(index + 1)} />
      <IconButton
        icon={LayoutGrid}
        label={words.grid}
        keys="G"
        onPress={() => usePresent.setState({ isGrid: true })}
      />
      <IconButton
        icon={Target}
        label={words.laser}
        keys="L"
        isPressed={hasLaser}
        onPress={() => usePresent.setState({ hasLaser: !hasLaser, spot: null })}
      />
      <IconButton
        icon={MonitorOff}
        label={words.black}
        keys="B"
        onPress={() => usePresent.setState({ cover: 'black' })}
      />
      <IconButton icon={X} label={words.leave} keys="Esc" onPress={leavePresenting} />
    </Landmark>
  );
}

/** Keys of the whole window; a button that has the focus keeps Space and Enter. */
function usePresentKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isButton = event.target instanceof Element && event.target.closest('button') !== null;
      const { typed, cover } = usePresent.getState();
      if (isButton && cover === 'none' && (event.key === ' ' || (event.key === 'Enter' && typed === '')))
        return;
      if (event.key === 'F5') event.preventDefault();
      if (press(event)) event.preventDefault();
    };
    // Before a tip, which would take the first Escape.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

/** The presentation in the place of the editor: the slide alone, or the notes of the presenter where the slides are on another screen. */
export function Present(): React.JSX.Element {
  const { index, isSecond, isGrid, cover } = usePresent((state) => state);
  const slides = useSlides();
  const main = useRef<HTMLElement>(null);
  usePresentKeys();
  const isPlain = !isGrid && cover === 'none';
  useEffect(() => {
    if (isPlain) main.current?.focus();
  }, [isPlain]);
  const slide = slides[index] ?? slides.at(-1);
  return (
    <main ref={main} className={styles.present} tabIndex={-1} aria-label={words.title} data-second={isSecond}>
      <h1 className="visuallyHidden">
        {slide ? words.slideOf(index + 1, slidesNow().length, slide.title) : words.title}
      </h1>
      {slide && isSecond && <PresenterNotes slides={slides} index={index} />}
      {slide && !isSecond && (
        <Laser>
          <Fitted>
            <SlideView slide={slide} />
            <LaserDot />
          </Fitted>
        </Laser>
      )}
      {index === 0 && !isGrid && (
        <div className={styles.walk}>
          <WalkChoice />
        </div>
      )}
      <Controls slides={slides} />
      <Grid slides={slides} />
      <Cover />
    </main>
  );
}
