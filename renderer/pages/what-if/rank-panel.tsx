import { useState } from 'react';
import { sameValue } from '../../../shared/commands/change';
import type { Project } from '../../../shared/model/project';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { formatFigure } from '../../../shared/figures/describe';
import type { MapGraph } from '../../../shared/model/queries';
import { formatDuration, formatNumber, formatShare } from '../../../shared/model/units-format';
import { en } from '../../../shared/text/en';
import { inRank, type RankedBy, type RankedChange } from '../../../shared/what-if/rank-changes';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/segmented';
import { Slider } from '../../ui/slider';
import { aboutName } from './input-words';
import { useRanking } from './use-ranking';
import { tryChange, useTrial, useWhatIf } from './what-if-state';
import styles from './what-if.module.css';

const words = en.whatIf.rank;

/** How many rows are shown at first. */
const few = 15;

const measures: readonly RankedBy[] = ['leadTime', 'effort', 'money', 'quality'];

/** A gain with its sign, where less is better. */
function sayGain(gain: number | null, say: (size: number) => string): string {
  if (gain === null) return words.unknown;
  if (gain === 0) return words.none;
  return gain > 0 ? words.saves(say(gain)) : words.costs(say(-gain));
}

function saySize(graph: MapGraph, by: RankedBy, change: RankedChange): string {
  if (by === 'money')
    return sayGain(change.money, (size) => formatFigure('costPerMonth', size, graph.currency));
  if (by !== 'quality') return sayGain(change[by], formatDuration);
  const { quality } = change;
  if (quality === null) return words.unknown;
  if (quality === 0) return words.none;
  const points = en.whatIf.points(formatNumber(Math.round(Math.abs(quality) * 1000) / 10));
  return quality > 0 ? words.costs(points) : words.saves(points);
}

function nameOf(graph: MapGraph, { kind, change }: RankedChange, part: number): string {
  return words.kinds[kind](aboutName(graph, change.about), formatShare(part, 0));
}

function Bar(props: { value: number | null; most: number }): React.JSX.Element | null {
  const { value, most } = props;
  if (value === null || value <= 0 || most <= 0) return null;
  return (
    <span className={styles.bar} aria-hidden="true">
      <span style={{ width: `${String(Math.max(1, (value / most) * 100))}%` }} />
    </span>
  );
}

interface RowProps {
  graph: MapGraph;
  change: RankedChange;
  by: RankedBy;
  part: number;
  most: number;
  columns: readonly RankedBy[];
}

function Row({ graph, change, by, part, most, columns }: RowProps): React.JSX.Element {
  const trial = useTrial(graph.id);
  const name = nameOf(graph, change, part);
  const isOn = sameValue(trial.changes[change.key], change.change);
  return (
    <tr>
      <th scope="row">
        {name}
        <Bar value={change[by]} most={most} />
        {change.queue !== null && change.queue > 0 && (
          <span className={styles.note}>{words.queue(formatDuration(change.queue))}</span>
        )}
      </th>
      {columns.map((column) => (
        <td key={column} data-ranked={column === by}>
          {saySize(graph, column, change)}
        </td>
      ))}
      <td className={styles.tryCell}>
        {isOn ? (
          <span className={styles.isOn}>{words.isOn}</span>
        ) : (
          <button
            type="button"
            className={styles.link}
            aria-label={words.putOne(name)}
            onClick={() => tryChange(graph.id, change.key, change.change)}
          >
            {words.put}
          </button>
        )}
      </td>
    </tr>
  );
}

function Controls(props: { by: RankedBy; measures: readonly RankedBy[] }): React.JSX.Element {
  const part = useWhatIf((state) => state.part);
  return (
    <div className={styles.rankTools}>
      <div className={styles.rankPart}>
        <span aria-hidden="true">{words.part}</span>
        <Slider
          label={words.part}
          min={0.05}
          max={0.95}
          step={0.05}
          value={part}
          text={formatShare(part, 0)}
          home={0.5}
          onChange={(to) => useWhatIf.setState({ part: Math.round(to * 100) / 100 })}
        />
        <strong>{formatShare(part, 0)}</strong>
      </div>
      <Segmented
        label={words.by}
        choices={props.measures.map((value) => ({ value, name: words.measures[value] }))}
        value={props.by}
        onChange={(by) => {
          if (by !== null) useWhatIf.setState({ by });
        }}
      />
    </div>
  );
}

function Table(props: {
  graph: MapGraph;
  ranked: readonly RankedChange[];
  by: RankedBy;
  columns: readonly RankedBy[];
}): React.JSX.Element {
  const { graph, by, columns } = props;
  const part = useWhatIf((state) => state.part);
  const [isAll, setAll] = useState(false);
  const sorted = inRank(props.ranked, by);
  const rows = isAll ? sorted : sorted.slice(0, few);
  const most = Math.max(0, ...sorted.map((each) => each[by] ?? 0));
  return (
    <>
      <table className={styles.rank}>
        <caption className={styles.spoken}>{en.whatIf.tabs.rank}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.change}</th>
            {columns.map((column) => (
              <th key={column} scope="col" aria-sort={column === by ? 'descending' : undefined}>
                {words.columns[column]}
              </th>
            ))}
            <th scope="col">{words.columns.try}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((change) => (
            <Row key={change.key} {...{ graph, change, by, part, most, columns }} />
          ))}
        </tbody>
      </table>
      {sorted.length > rows.length && (
        <Button onPress={() => setAll(true)}>{words.more(sorted.length - rows.length)}</Button>
      )}
    </>
  );
}

/** Every single change and what it brings, the largest gain first. */
export function RankPanel(props: { project: Project; graph: MapGraph }): React.JSX.Element {
  const { project, graph } = props;
  const part = useWhatIf((state) => state.part);
  const chosen = useWhatIf((state) => state.by);
  const ranking = useRanking(project, graph.id, part);
  const ranked = ranking?.ranked ?? [];
  const columns = measures.filter((each) => each !== 'money' || ranked.some(({ money }) => money !== null));
  const by = columns.includes(chosen) ? chosen : 'leadTime';
  const isUnknown = computeFigures(graph).figure.leadTimeExpected.value === null;
  return (
    <div className={styles.scroll}>
      <p className={styles.hint}>{words.intro}</p>
      <Controls by={by} measures={columns} />
      {isUnknown && <p className={styles.warning}>{words.unknownLead}</p>}
      {ranking === null && <p className={styles.hint}>{en.whatIf.ranking}</p>}
      {ranking !== null && ranked.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      {ranked.length > 0 && <Table graph={graph} ranked={ranked} by={by} columns={columns} />}
    </div>
  );
}
