import { ArrowLeftRight, ArrowRight, CopyPlus, GitCompareArrows } from 'lucide';
import { useMemo } from 'react';
import { lookUp, mapsOf } from '../../../shared/model/queries';
import { compareText as words } from '../../../shared/text/compare';
import { showMap, useApp } from '../../store';
import { Button, IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Landmark } from '../../ui/landmark';
import { Segmented } from '../../ui/segmented';
import { SelectField } from '../../ui/select-field';
import { Tabs } from '../../ui/tabs';
import { ChangePanel } from './change-panel';
import styles from './compare.module.css';
import {
  choosePair,
  type CompareTab,
  type CompareView,
  type Pair,
  pairOf,
  useCompare,
  useView,
} from './compare-state';
import { OverlayDrawing, PairDrawing } from './drawings';
import { FiguresView } from './figures-view';
import { FindingPanel } from './finding-panel';
import { copyMap, MapPanel } from './map-panel';
import { StoryPanel } from './story-panel';
import { type Comparison, useComparison } from './use-comparison';

const views: readonly CompareView[] = ['stacked', 'beside', 'overlay', 'figures'];

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
  const view = useView();
  return (
    <header className={styles.head}>
      <h1>{words.title}</h1>
      <PairChoice {...props} />
      <Segmented
        label={words.views.label}
        value={view}
        choices={views.map((each) => ({ value: each, name: words.views[each] }))}
        onChange={(next) => {
          if (next !== null) useCompare.setState({ view: next });
        }}
      />
      <Button icon={CopyPlus} onPress={() => copyMap(props.pair.before)}>
        {words.empty.make}
      </Button>
    </header>
  );
}

/** The main figures that differ, at a glance. */
function Tiles(props: { comparison: Comparison }): React.JSX.Element {
  const { figures } = props.comparison;
  const wanted = [
    'leadTimeExpected',
    'withinTarget',
    'effortPersonHours',
    'rolledCompleteAccurate',
    'handoffs',
    'costPerItem',
  ];
  const rows = figures.flatMap((group) => group.rows).filter(({ id }) => wanted.includes(id));
  rows.sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
  return (
    <dl className={styles.tiles}>
      {rows.map((row) => (
        <div key={row.id} className={styles.tile}>
          <dt>{row.name}</dt>
          <dd>
            <span className={styles.was}>{row.before}</span>
            <Icon of={ArrowRight} size={12} />
            <strong>{row.after}</strong>
            {row.difference !== null && (
              <span className={styles.delta} data-mark={row.mark}>
                {row.percent ?? row.difference}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Panels(props: { comparison: Comparison }): React.JSX.Element {
  const { comparison } = props;
  const tab = useCompare((state) => state.tab);
  const { found } = comparison;
  const tabs: { value: CompareTab; title: string; count?: number; panel: React.JSX.Element }[] = [
    { value: 'story', title: words.tabs.story, panel: <StoryPanel comparison={comparison} /> },
    {
      value: 'changes',
      title: words.tabs.changes,
      count: found.changes.length,
      panel: <ChangePanel comparison={comparison} />,
    },
    {
      value: 'findings',
      title: words.tabs.findings,
      count: found.appears.length + found.disappears.length,
      panel: <FindingPanel comparison={comparison} />,
    },
    {
      value: 'maps',
      title: words.tabs.maps,
      panel: <MapPanel stream={comparison.before.stream.id} />,
    },
  ];
  return (
    <section className={styles.side} data-compare="side" aria-label={words.tabs.label}>
      <Tabs
        label={words.tabs.label}
        value={tab}
        tabs={tabs}
        onChange={(next) => useCompare.setState({ tab: next })}
      />
    </section>
  );
}

function Shown(props: { pair: Pair }): React.JSX.Element | null {
  const comparison = useComparison(props.pair);
  const view = useView();
  if (!comparison) return <p className={styles.waiting}>{words.comparing}</p>;
  return (
    <>
      <Head pair={props.pair} stream={comparison.before.stream.id} />
      <Tiles comparison={comparison} />
      <div className={styles.body}>
        <Panels comparison={comparison} />
        <div className={styles.view} data-compare="view">
          {view === 'figures' && <FiguresView comparison={comparison} />}
          {view === 'overlay' && <OverlayDrawing comparison={comparison} />}
          {(view === 'stacked' || view === 'beside') && (
            <PairDrawing comparison={comparison} isBeside={view === 'beside'} />
          )}
        </div>
      </div>
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
