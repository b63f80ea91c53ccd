import { RotateCcw } from 'lucide';
import { useEffect } from 'react';
import type { Project } from '../../../shared/model/project';
import { type MapGraph, stepsOf } from '../../../shared/model/queries';
import { formatShare } from '../../../shared/model/units-format';
import { en } from '../../../shared/text/en';
import { firstOffers } from '../../../shared/what-if/first-offers';
import { type ScenarioInput, scenarioInputs } from '../../../shared/what-if/scenario-inputs';
import type { ScenarioOutcome } from '../../../shared/what-if/scenario-figures';
import { sharesOutOf } from '../../../shared/what-if/scenario-shares';
import { useApp } from '../../store';
import { Button } from '../../ui/button';
import { AddInput } from './add-input';
import { InputCard } from './input-card';
import { aboutName } from './input-words';
import { QueueSwitch } from './queue-switch';
import { useRanking } from './use-ranking';
import { endMoving, hideInput, putOnSliders, showInputs, tryChange, useTrial } from './what-if-state';
import styles from './what-if.module.css';

const words = en.whatIf;

/** How many inputs have a slider at first. */
const offered = 6;

/** Other flows out of the same node. */
function siblingsOf(graph: MapGraph, { about, field }: ScenarioInput): readonly string[] {
  const from = field === 'share' ? graph.flows.find(({ id }) => id === about)?.from : undefined;
  const exits = from === undefined ? [] : (graph.out.get(from) ?? []);
  return exits.map(({ id }) => id).filter((id) => id !== about);
}

/** What the siblings of a flow carry now. */
function siblingNote(outcome: ScenarioOutcome, input: ScenarioInput): string | null {
  const siblings = siblingsOf(outcome.graph, input);
  const from = outcome.graph.flows.find(({ id }) => id === input.about)?.from;
  const shares = from === undefined ? null : sharesOutOf(outcome.project, from);
  if (siblings.length === 0 || !shares) return null;
  const list = siblings.flatMap((id) => {
    const to = outcome.graph.flows.find((flow) => flow.id === id)?.to ?? '';
    const share = shares.get(id);
    return share === undefined ? [] : [words.sibling(aboutName(outcome.graph, to), formatShare(share))];
  });
  return words.siblings(list.join(' · '));
}

interface TryOutProps {
  project: Project;
  graph: MapGraph;
  outcome: ScenarioOutcome;
}

/** Inputs of what is selected on the map that have no slider yet. */
function useSelected(inputs: readonly ScenarioInput[], shown: readonly string[]): string[] {
  const selection = useApp((state) => state.selection);
  return inputs
    .filter(({ about, field, key }) => selection.includes(about) && field !== 'skip' && !shown.includes(key))
    .map(({ key }) => key);
}

/** A slider that is let go ends its gesture. */
function useGestures(): void {
  useEffect(() => {
    window.addEventListener('pointerup', endMoving);
    window.addEventListener('keyup', endMoving);
    return () => {
      window.removeEventListener('pointerup', endMoving);
      window.removeEventListener('keyup', endMoving);
    };
  }, []);
}

/** The sliders. */
export function TryOut({ project, graph, outcome }: TryOutProps): React.JSX.Element {
  useGestures();
  const trial = useTrial(graph.id);
  const ranking = useRanking(project, graph.id, 0.5, trial.shown === null);
  const inputs = scenarioInputs(project, graph);
  const byKey = new Map(inputs.map((input) => [input.key, input]));
  const usual = ranking && firstOffers(project, graph, ranking.ranked, offered);
  const base = trial.shown ?? usual ?? [];
  const shown = [...base, ...Object.keys(trial.changes).filter((key) => !base.includes(key))];
  const selected = useSelected(inputs, shown);
  const isUsual = trial.shown === null && usual !== null && usual.length > 0;
  if (stepsOf(graph).length === 0) return <p className={styles.empty}>{words.noSteps}</p>;
  return (
    <div className={styles.scroll}>
      <div className={styles.tools}>
        <AddInput
          graph={graph}
          inputs={inputs.filter(({ key }) => !shown.includes(key))}
          onAdd={(key) => showInputs(graph.id, shown, [key])}
        />
        {selected.length > 0 && (
          <Button onPress={() => showInputs(graph.id, shown, selected)}>
            {words.addSelected(selected.length)}
          </Button>
        )}
        <Button
          icon={RotateCcw}
          kind="quiet"
          isDisabled={Object.keys(trial.changes).length === 0}
          onPress={() => putOnSliders(graph.id, { changes: {}, scenario: null })}
        >
          {words.resetAll}
        </Button>
      </div>
      <QueueSwitch map={graph.id} />
      {isUsual && <p className={styles.hint}>{words.largest}</p>}
      {trial.shown === null && usual === null && <p className={styles.hint}>{words.ranking}</p>}
      <ul className={styles.cards}>
        {shown.flatMap((key) => {
          const input = byKey.get(key);
          if (!input) return [];
          const siblings = siblingsOf(graph, input).map((id) => `${id}:share`);
          return (
            <InputCard
              key={key}
              graph={graph}
              input={input}
              change={trial.changes[key]}
              note={siblingNote(outcome, input)}
              onChange={(change) => tryChange(graph.id, key, change, siblings)}
              onRemove={() => hideInput(graph.id, shown, key)}
            />
          );
        })}
      </ul>
    </div>
  );
}
