import '../no-eval';
import { useEffect } from 'react';
import { en } from '../../shared/text/en';
import { useTheme } from '../use-theme';
import { joinLink } from './link';
import { Cover, LaserDot } from './overlays';
import { Fitted, useSlides } from './fitted';
import { usePresent } from './present-state';
import { SlideView } from './slide-view';
import styles from './present.module.css';

/** The window of the slides on the second screen: it shows what the presenter's window says, and hands keys back. */
export function SlideWindow(props: { channel: string }): React.JSX.Element {
  const { index } = usePresent((state) => state);
  const slides = useSlides();
  useTheme();
  useEffect(() => {
    void import('../ui/fallback-fonts');
    const send = joinLink(props.channel);
    window.addEventListener('keydown', send);
    return () => window.removeEventListener('keydown', send);
  }, [props.channel]);
  const slide = slides[index];
  return (
    <main className={styles.present} aria-label={en.present.title}>
      <h1 className="visuallyHidden">{slide?.title ?? en.present.title}</h1>
      <Fitted>
        {slide && <SlideView slide={slide} />}
        <LaserDot />
      </Fitted>
      <Cover />
    </main>
  );
}
