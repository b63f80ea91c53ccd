import { Check, Footprints } from 'lucide';
import { useMemo, useState } from 'react';
import { placeOf } from '../../../shared/drawing/context';
import type { MapNode } from '../../../shared/model/project';
import { graphOf, type MapGraph, stepsOf, type WithId } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { useDerived } from '../../derive';
import { showMap, useApp } from '../../store';
import { Button } from '../../ui/button';
import { FormField } from '../../ui/form-field';
import { Icon } from '../../ui/icon';
import { SavePdf } from '../paper/save-pdf';
import { walkedMap } from '../../../shared/plan/walked-map';
import { WalkForm } from './walk-form';
import { frameErrors, type WalkFrame, wasSeen } from './walk-readings';
import { WalkSheet } from './walk-sheet';
import styles from './walk.module.css';

const words = en.roomWalk;

type Steps = readonly WithId<MapNode>[];

function Frame(props: { frame: WalkFrame; onChange: (frame: WalkFrame) => void }): React.JSX.Element {
  const { frame, onChange } = props;
  const errors = frameErrors(frame);
  return (
    <>
      <FormField
        label={words.on}
        value={frame.on}
        onType={(on) => onChange({ ...frame, on })}
        error={errors.on}
      />
      <FormField
        label={words.samples}
        value={frame.samples}
        onType={(samples) => onChange({ ...frame, samples })}
        error={errors.samples}
      />
    </>
  );
}

function StepList(props: {
  steps: Steps;
  current: string;
  onChoose: (id: string) => void;
}): React.JSX.Element {
  return (
    <ol className={styles.steps} aria-label={words.steps}>
      {props.steps.map((step, index) => (
        <li key={step.id}>
          <button
            type="button"
            aria-current={step.id === props.current ? 'step' : undefined}
            onClick={() => props.onChoose(step.id)}
          >
            <span className={styles.number}>{index + 1}</span>
            <span className={styles.stepName}>{step.name}</span>
            {wasSeen(step) && (
              <span className={styles.seen}>
                <Icon of={Check} size={14} weight={2.5} /> {words.done}
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}

function Walk(props: { graph: MapGraph; steps: Steps; first: WithId<MapNode> }): React.JSX.Element {
  const { graph, steps, first } = props;
  const today = useApp((state) => state.today);
  const [frame, setFrame] = useState<WalkFrame>({ on: today, samples: '' });
  const [chosen, setChosen] = useState(first.id);
  const [kept, setKept] = useState({ who: '', count: 0 });
  const node = steps.find((step) => step.id === chosen) ?? first;
  const next = steps[steps.indexOf(node) + 1];
  return (
    <div className={styles.walk}>
      <p className={styles.quiet}>{words.hint}</p>
      <div className={styles.tools}>
        <Frame frame={frame} onChange={setFrame} />
        <SavePdf fileName={words.fileName(graph.stream.name)} words={words.pdf}>
          <WalkSheet graph={graph} steps={steps} />
        </SavePdf>
      </div>
      <div className={styles.columns}>
        <StepList steps={steps} current={node.id} onChoose={setChosen} />
        <section className={styles.step} aria-label={words.heading}>
          <p className={styles.place}>{words.place(steps.indexOf(node) + 1, steps.length)}</p>
          <h3>{node.name}</h3>
          <WalkForm
            key={`${node.id} ${String(kept.count)}`}
            node={node}
            graph={graph}
            frame={frame}
            who={kept.who}
            isLast={next === undefined}
            onKept={(who) => {
              setKept({ who, count: kept.count + 1 });
              if (next) setChosen(next.id);
            }}
          />
        </section>
      </div>
    </div>
  );
}

/** Which map the walk writes to; where another one is shown, it can be shown with one press. */
function Target(props: { graph: MapGraph; shown: MapGraph }): React.JSX.Element {
  const { graph, shown } = props;
  return (
    <p className={styles.target} role="status">
      <span>
        {words.writesTo} <strong>{graph.map.name}</strong>.
        {graph.id !== shown.id && ` ${words.futureShown(shown.map.name)}`}
      </span>
      {graph.id !== shown.id && (
        <Button onPress={() => showMap(graph.id)}>{words.showMap(graph.map.name)}</Button>
      )}
    </p>
  );
}

function Empty(props: { title: string; hint: string }): React.JSX.Element {
  return (
    <div className={styles.empty}>
      <Icon of={Footprints} size={36} weight={1.5} />
      <h3>{props.title}</h3>
      <p>{props.hint}</p>
    </div>
  );
}

/** The walk along the work: a sheet to print, and a fast way to type in what was seen. Nobody can see the future: where such a map is shown, the readings go to the one that it starts from. */
export function WalkTab(): React.JSX.Element | null {
  const derived = useDerived();
  const project = useApp((state) => state.history.project);
  const target = derived && walkedMap(project, derived.graph);
  const graph = useMemo(() => graphOf(project, target ?? ''), [project, target]);
  if (!derived) return null;
  if (!graph) return <Empty title={words.onlyFuture} hint={words.onlyFutureHint} />;
  const steps = stepsOf(graph).sort((a, b) => placeOf(graph, a.id).place - placeOf(graph, b.id).place);
  const [first] = steps;
  if (!first) return <Empty title={words.empty} hint={words.emptyHint} />;
  return (
    <>
      <Target graph={graph} shown={derived.graph} />
      <Walk key={graph.id} graph={graph} steps={steps} first={first} />
    </>
  );
}
