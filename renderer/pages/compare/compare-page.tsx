import { ArrowLeftRight, ArrowRight, CopyPlus, GitCompareArrows } from 'lucide';
import { useMemo } from 'react';
import { lookUp, mapsOf } from '../../../shared/model/queries';
import { compareText as words } from '../../../shared/text/compare';
import { showMap, useApp } from '../../store';
import { Button, IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Landmark } from '../../ui/landmark';
import { SelectField } from '../../ui/select-field';
import styles from './compare.module.css';
import { choosePair, type Pair, pairOf, useCompare } from './compare-state';
import { ComparisonView, ViewChoice } from './comparison-view';
import { copyMap } from './map-panel';
import { useComparison } from './use-comparison';

/** Compares two maps, and keeps the shown map among them. */
function compare(pair: Pair): void {
  const { mapId } = useApp.getState();
  choosePair(pair);
  if (pair.before !== mapId && pair.after !== mapId) showMap(pair.after);
}

function PairChoice(props: { pair: Pair; stream: string }): React.JSX.Element {
  const { pair } = props;
  const project = useApp((state) => state.history.project);
  const maps = mapsOf(project, props.stream).map(({ id, name }) => ({ value: id, name }));
  const choose = (end: keyof Pair) => (id: string | null) => {
    if (id === null || id === pair[end]) return;
    const other = end === 'before' ? 'after' : 'before';
    compare(pair[other] === id ? { before: pair.after, after: pair.before } : { ...pair, [end]: id });
  };
  return (
    <div className={styles.choice}>
      <SelectField
        label={words.from}
        choices={maps}
        value={pair.before}
        none=""
        canClear={false}
        onChange={choose('before')}
      />
      <span className={styles.arrow}>
        <Icon of={ArrowRight} size={16} />
      </span>
      <SelectField
        label={words.to}
        choices={maps}
        value={pair.after}
        none=""
        canClear={false}
        onChange={choose('after')}
      />
      <IconButton
        icon={ArrowLeftRight}
        label={words.swap}
        onPress={() => compare({ before: pair.after, after: pair.before })}
      />
    </div>
  );
}

function Head(props: { pair: Pair; stream: string }): React.JSX.Element {
  return (
    <header className={styles.head}>
      <h1>{words.title}</h1>
      <PairChoice {...props} />
      <ViewChoice />
      <Button icon={CopyPlus} onPress={() => copyMap(props.pair.before)}>
        {words.empty.make}
      </Button>
    </header>
  );
}

function Shown(props: { pair: Pair }): React.JSX.Element | null {
  const { pair } = props;
  const project = useApp((state) => state.history.project);
  const comparison = useComparison({ project, earlier: project, pair, names: null });
  if (!comparison) return <p className={styles.waiting}>{words.comparing}</p>;
  return (
    <>
      <Head pair={pair} stream={comparison.before.stream.id} />
      <ComparisonView comparison={comparison} />
    </>
  );
}

function Empty(props: { map: string }): React.JSX.Element {
  return (
    <div className={styles.empty}>
      <span className={styles.emptyIcon}>
        <Icon of={GitCompareArrows} size={36} weight={1.25} />
      </span>
      <h1>{words.empty.title}</h1>
      <p>{words.empty.text}</p>
      <Button kind="primary" icon={CopyPlus} onPress={() => copyMap(props.map)}>
        {words.empty.make}
      </Button>
    </div>
  );
}

/** Two maps of the stream compared: the story of the change, both drawings, every figure. */
export function ComparePage(): React.JSX.Element | null {
  const project = useApp((state) => state.history.project);
  const mapId = useApp((state) => state.mapId);
  const chosen = useCompare((state) => state.pair);
  const found = pairOf(project, mapId, chosen);
  const [before, after] = [found?.before ?? null, found?.after ?? null];
  const pair = useMemo(() => (before === null || after === null ? null : { before, after }), [before, after]);
  if (!lookUp(project.maps, mapId)) return null;
  return (
    <Landmark as="main" className={styles.page}>
      {pair ? <Shown key={`${pair.before} ${pair.after}`} pair={pair} /> : <Empty map={mapId} />}
    </Landmark>
  );
}
