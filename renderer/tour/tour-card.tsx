import { Check, X } from 'lucide';
import { useEffect, useRef } from 'react';
import { listOf } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { actionOf } from '../actions/registry';
import type { Tour } from '../app-state';
import { viewControl } from '../canvas/viewport';
import { makeId } from '../make-id';
import { dispatch, notify, select, showMap, useApp } from '../store';
import { Button, IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import styles from './tour.module.css';
import { tourSteps } from './tour-steps';

const words = en.tour;

const leave = (): void => {
  useApp.setState({ tour: null });
  notify(words.keep);
};

function goTo(tour: Tour, at: number): void {
  useApp.setState({ tour: { ...tour, at } });
}

const futureOf = (tour: Tour): string | undefined =>
  listOf(useApp.getState().history.project.maps).find((map) => map.copiedFrom === tour.map)?.id;

function doIt(tour: Tour): void {
  const { project } = useApp.getState().history;
  const command = tourSteps[tour.at]?.command(project, tour, makeId);
  if (!command || dispatch(command) !== null) return;
  const future = tour.at === 4 ? futureOf(tour) : undefined;
  if (future !== undefined) showMap(future);
  else select([tour.at === 0 || tour.at === 3 ? tour.approval : tour.stock]);
  requestAnimationFrame(() => viewControl()?.fit());
}

/** The dots that tell how far one is. */
function Progress(props: { at: number }): React.JSX.Element {
  return (
    <p className={styles.progress}>
      <span className={styles.dots} aria-hidden="true">
        {words.steps.map(({ title }, index) => (
          <i key={title} data-state={index < props.at ? 'past' : index === props.at ? 'now' : 'next'} />
        ))}
      </span>
      {props.at < tourSteps.length && words.progress(props.at + 1, tourSteps.length)}
    </p>
  );
}

function End(props: { tour: Tour }): React.JSX.Element {
  return (
    <>
      <h3>{words.endTitle}</h3>
      <p>{words.endText}</p>
      <div className={styles.buttons}>
        <Button kind="primary" onPress={actionOf('file.new').run}>
          {words.finish}
        </Button>
        <Button onPress={leave}>{words.stay}</Button>
        <Button kind="quiet" onPress={() => goTo(props.tour, tourSteps.length - 1)}>
          {words.back}
        </Button>
      </div>
    </>
  );
}

function Lesson(props: { tour: Tour }): React.JSX.Element | null {
  const { tour } = props;
  const project = useApp((state) => state.history.project);
  const text = words.steps[tour.at];
  const isDone = tourSteps[tour.at]?.isDone(project, tour) === true;
  if (!text) return null;
  return (
    <>
      <h3>{text.title}</h3>
      <p>{text.why}</p>
      <div className={styles.task}>
        {text.task}
        {text.line !== null && <code>{text.line}</code>}
      </div>
      <div role="status">
        {isDone && (
          <p className={styles.seen}>
            <Icon of={Check} size={16} />
            <span>
              <strong>{words.done}</strong>
              {text.seen}
            </span>
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        {isDone ? (
          <Button kind="primary" onPress={() => goTo(tour, tour.at + 1)}>
            {words.next}
          </Button>
        ) : (
          <Button onPress={() => doIt(tour)}>{words.doIt}</Button>
        )}
        {tour.at > 0 && (
          <Button kind="quiet" onPress={() => goTo(tour, tour.at - 1)}>
            {words.back}
          </Button>
        )}
      </div>
    </>
  );
}

/** The five steps that teach, in the place of the palette while they last. */
export function TourCard(props: { tour: Tour }): React.JSX.Element {
  const { tour } = props;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.focus({ preventScroll: true });
  }, [tour.at]);
  return (
    <div className={styles.card} ref={top} tabIndex={-1}>
      <div className={styles.head}>
        <h2>{words.label}</h2>
        <IconButton icon={X} size={15} label={words.end} onPress={leave} />
      </div>
      <Progress at={tour.at} />
      {tour.at < tourSteps.length ? <Lesson tour={tour} /> : <End tour={tour} />}
    </div>
  );
}
