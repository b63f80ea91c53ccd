import { compareFigures } from '../../../shared/analysis/compare-figures';
import { futuresOf } from '../../../shared/commands/future-copy';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { wastePareto } from '../../../shared/figures/waste-pareto';
import { graphOf, type MapGraph, stepsOf } from '../../../shared/model/queries';
import { formatDuration, formatShare } from '../../../shared/model/units-format';
import { a3Text as words } from '../../../shared/text/plan-a3';
import { showPage, useApp } from '../../store';
import { Missing, Part } from './a3-part';
import styles from './a3.module.css';
import type { Plan } from './use-threads';

/** How many figures of the future state, findings and bars find room. */
const most = { figures: 6, findings: 5, bars: 5 } as const;

function FutureFigures(props: { before: MapGraph; after: MapGraph }): React.JSX.Element {
  const rows = compareFigures(props.before, props.after).slice(0, most.figures);
  return (
    <table className={styles.table}>
      <caption>{words.future(props.after.map.name)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.figure}</th>
          <th scope="col">{words.now}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, before, after, mark }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{before}</td>
            <td data-mark={mark}>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where the stream should be: its target, and the newest future state. */
export function A3Target({ plan }: { plan: Plan }): React.JSX.Element {
  const { base } = plan;
  const project = useApp((state) => state.history.project);
  const sampled = useApp((state) => (state.mapId === base.id ? state.sampled : null));
  const [newest] = futuresOf(project, base.id);
  const future = newest === undefined ? null : graphOf(project, newest);
  const target = base.stream.targetLeadTime;
  const within = sampled?.shareWithinTarget ?? null;
  return (
    <Part number={3} title={words.parts.target}>
      {target === undefined && !future && (
        <Missing text={words.missing.target} go={words.go.charter} onGo={() => showPage('charter')} />
      )}
      {target !== undefined && (
        <p className={styles.goal}>
          {words.targetLead} <strong>{formatDuration(target)}</strong>
          {within !== null && `, ${formatShare(within, 0)} ${words.within}`}
        </p>
      )}
      {future && <FutureFigures before={base} after={future} />}
    </Part>
  );
}

function Bars({ graph }: { graph: MapGraph }): React.JSX.Element | null {
  const { bars, leadTime } = wastePareto(graph, computeFigures(graph));
  const shown = bars.filter((bar) => bar.leadTime > 0).slice(0, most.bars);
  if (shown.length === 0 || leadTime <= 0) return null;
  return (
    <div>
      <h4>{words.where}</h4>
      <ul className={styles.bars}>
        {shown.map(({ id, isWaste, leadTime: minutes }) => (
          <li key={id}>
            <span>{words.spending[id]}</span>
            <span className={styles.track} aria-hidden="true">
              <span data-waste={isWaste} style={{ width: `${String((minutes / leadTime) * 100)}%` }} />
            </span>
            <span>
              {formatDuration(minutes)}, {formatShare(minutes / leadTime, 0)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What stands in the way: where the time goes, and the findings with the most at stake. */
export function A3Analysis({ plan }: { plan: Plan }): React.JSX.Element {
  const shown = plan.findings.filter(({ isWaived, isBackground }) => !isWaived && !isBackground);
  const worst = [...shown].sort((a, b) => a.rank - b.rank).slice(0, most.findings);
  return (
    <Part number={4} title={words.parts.analysis}>
      <div className={styles.two}>
        <Bars graph={plan.base} />
        <div>
          <h4>{words.findings}</h4>
          {worst.length === 0 ? (
            <p className={styles.missing}>
              {stepsOf(plan.base).length === 0 ? words.missing.map : words.missing.findings}
            </p>
          ) : (
            <ol className={styles.findings}>
              {worst.map(({ key, sentence, steps, where }) => (
                <li key={key}>
                  {steps.length > 0 && <strong>{where.name}: </strong>}
                  {sentence}
                </li>
              ))}
            </ol>
          )}
        </div>
      </div>
    </Part>
  );
}
