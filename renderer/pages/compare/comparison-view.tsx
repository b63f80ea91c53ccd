import { ArrowRight } from 'lucide';
import { compareText as words } from '../../../shared/text/compare';
import { Icon } from '../../ui/icon';
import { Segmented } from '../../ui/segmented';
import { Tabs } from '../../ui/tabs';
import { ChangePanel } from './change-panel';
import styles from './compare.module.css';
import { type CompareTab, type CompareView, useCompare, useView } from './compare-state';
import { OverlayDrawing, PairDrawing } from './drawings';
import { FiguresView } from './figures-view';
import { FindingPanel } from './finding-panel';
import { MapPanel } from './map-panel';
import { StoryPanel } from './story-panel';
import type { Comparison } from './use-comparison';

const views: readonly CompareView[] = ['stacked', 'beside', 'overlay', 'figures'];

/** The ways to look at both maps. */
export function ViewChoice(): React.JSX.Element {
  const view = useView();
  return (
    <Segmented
      label={words.views.label}
      value={view}
      choices={views.map((each) => ({ value: each, name: words.views[each] }))}
      onChange={(next) => {
        if (next !== null) useCompare.setState({ view: next });
      }}
    />
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

interface TabOf {
  readonly value: CompareTab;
  readonly title: string;
  readonly count?: number;
  readonly panel: React.JSX.Element;
}

function Panels(props: { comparison: Comparison }): React.JSX.Element {
  const { comparison } = props;
  const wanted = useCompare((state) => state.tab);
  const tab = wanted === 'maps' && comparison.isOfVersions ? 'story' : wanted;
  const { found } = comparison;
  const tabs: readonly TabOf[] = [
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
    ...(comparison.isOfVersions
      ? []
      : [
          {
            value: 'maps' as const,
            title: words.tabs.maps,
            panel: <MapPanel stream={comparison.before.stream.id} />,
          },
        ]),
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

/** Everything that is shown of two maps: main figures, what differs, the drawings or all figures. */
export function ComparisonView(props: { comparison: Comparison }): React.JSX.Element {
  const { comparison } = props;
  const view = useView();
  return (
    <>
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
