import { useMemo, useState } from 'react';
import { formatDuration, formatShare } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import { viewControl } from '../canvas/viewport';
import { useDerived } from '../derive';
import { select, useApp } from '../store';
import { Segmented } from '../ui/segmented';
import { type Bar, type Bars, barsOf, type ParetoBy } from './pareto-bars';
import { ParetoChart } from './pareto-chart';
import styles from './problems.module.css';

const words = en.analysisPanels.pareto;

/** What most of the bars come to, in a line. */
function hintOf({ bars, total, of }: Bars, by: ParetoBy): string | null {
  if (total === 0) return null;
  const most = bars.findIndex((bar) => bar.upTo >= 0.8);
  const upTo = bars[most]?.upTo;
  if (by === 'waste') return words.wasted(formatShare(total / of, 0), formatDuration(Math.round(of)));
  return upTo === undefined
    ? null
    : en.panels.paretoHint(most + 1, formatShare(upTo, 0), formatDuration(Math.round(total)));
}

function choose(bar: Bar): void {
  select(bar.nodes);
  viewControl()?.show(bar.nodes);
}

/** Which waits, or which wastes, make most of the lead time; a bar selects its steps. */
export function Pareto(): React.JSX.Element {
  const derived = useDerived();
  const selection = useApp((state) => state.selection);
  const [by, setBy] = useState<ParetoBy>('step');
  const found = useMemo<Bars>(
    () => (derived ? barsOf(derived, by) : { bars: [], total: 0, of: 0 }),
    [derived, by],
  );
  const title = words.titles[by];
  const isChosen = (bar: Bar): boolean =>
    bar.nodes.length === selection.length && bar.nodes.every((id) => selection.includes(id));
  return (
    <section className={styles.pareto} aria-label={en.panels.pareto}>
      <div className={styles.paretoHead}>
        <div>
          <h3 className={styles.paretoTitle}>{title}</h3>
          <p className={styles.paretoHint}>{hintOf(found, by)}</p>
        </div>
        <Segmented
          label={words.by}
          value={by}
          choices={(['step', 'waste'] as const).map((value) => ({ value, name: words.choices[value] }))}
          onChange={(next) => setBy(next ?? by)}
        />
      </div>
      {found.bars.length === 0 ? (
        <p className={styles.empty}>{words.empty[by]}</p>
      ) : (
        <ParetoChart label={title} bars={found} isChosen={isChosen} onChoose={choose} />
      )}
    </section>
  );
}
