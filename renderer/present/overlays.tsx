import { useEffect, useRef } from 'react';
import { en } from '../../shared/text/en';
import { slideWidth } from './camera';
import { goTo } from './control';
import { useSlideHeight } from './fitted';
import { usePresent } from './present-state';
import type { Slide } from './slides';
import { WalkChoice } from './walk-choice';
import styles from './present.module.css';

const words = en.present;

/** How long the laser glows after the last movement, ms. */
const glow = 1200;

/** The laser: with L, or as long as the mouse is held; it fades when it rests. */
export function Laser(props: { children: React.ReactNode }): React.JSX.Element {
  const area = useRef<HTMLDivElement>(null);
  const spot = usePresent((state) => state.spot);
  const hasLaser = usePresent((state) => state.hasLaser);
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const hide = (): void => usePresent.setState({ spot: null });
    const point = (event: PointerEvent): void => {
      const sheet = area.current?.querySelector('[data-sheet]')?.getBoundingClientRect();
      const isHeld = (event.buttons & 1) === 1;
      if (!sheet || !(isHeld || usePresent.getState().hasLaser)) return;
      const x = (event.clientX - sheet.x) / sheet.width;
      const y = (event.clientY - sheet.y) / sheet.height;
      if (x < 0 || y < 0 || x > 1 || y > 1) return hide();
      usePresent.setState({ spot: { x, y } });
      clearTimeout(rest);
      rest = setTimeout(hide, glow);
    };
    const place = area.current;
    place?.addEventListener('pointermove', point);
    place?.addEventListener('pointerdown', point);
    place?.addEventListener('pointerup', hide);
    return () => {
      clearTimeout(rest);
      place?.removeEventListener('pointermove', point);
      place?.removeEventListener('pointerdown', point);
      place?.removeEventListener('pointerup', hide);
    };
  }, []);
  return (
    <div ref={area} className={styles.laserArea} data-laser={hasLaser || spot !== null}>
      {props.children}
    </div>
  );
}

/** The dot of the laser, on the slide itself. */
export function LaserDot(): React.JSX.Element {
  const spot = usePresent((state) => state.spot);
  const height = useSlideHeight();
  return (
    <span
      className={styles.dot}
      data-on={spot !== null}
      style={
        spot
          ? { transform: `translate(${String(spot.x * slideWidth)}px, ${String(spot.y * height)}px)` }
          : undefined
      }
      aria-hidden="true"
    />
  );
}

/** All slides with their numbers; a press goes there. */
export function Grid(props: { slides: readonly Slide[] }): React.JSX.Element | null {
  const { isGrid, index } = usePresent((state) => state);
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isGrid) current.current?.focus();
  }, [isGrid]);
  if (!isGrid) return null;
  return (
    <section className={styles.grid} aria-label={words.grid}>
      <h2>{words.grid}</h2>
      <WalkChoice />
      <ol>
        {props.slides.map((slide, at) => (
          <li key={`${slide.kind} ${slide.kind === 'step' || slide.kind === 'stage' ? slide.place : ''}`}>
            <button
              ref={at === index ? current : null}
              type="button"
              aria-current={at === index}
              onClick={() => goTo(at)}
            >
              <span>{at + 1}</span>
              {slide.title}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A black or white screen, for when the room shall look at each other. */
export function Cover(): React.JSX.Element | null {
  const cover = usePresent((state) => state.cover);
  if (cover === 'none') return null;
  return (
    <button
      type="button"
      className={styles.cover}
      data-cover={cover}
      aria-label={cover === 'black' ? words.isBlack : words.isWhite}
      autoFocus
      onClick={() => usePresent.setState({ cover: 'none' })}
    />
  );
}
