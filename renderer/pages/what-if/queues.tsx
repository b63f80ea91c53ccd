import { useMemo } from 'react';
import { loadChanges } from '../../../shared/analysis/compare-figures';
import type { MapGraph } from '../../../shared/model/queries';
import { formatDuration, formatShare } from '../../../shared/model/units-format';
import { en } from '../../../shared/text/en';
import { nameList } from '../../../shared/text/name-list';
import type { QueueWait } from '../../../shared/what-if/queue-waits';
import { aboutName } from './input-words';
import styles from './what-if.module.css';

const words = en.whatIf;

/** What the queues of the busier or less busy roles would do, as an estimate beside the figures. */
function Estimates(props: {
  before: MapGraph;
  after: MapGraph;
  isCounted: boolean;
}): React.JSX.Element | null {
  const changes = useMemo(() => loadChanges(props.before, props.after), [props.before, props.after]);
  if (changes.length === 0) return null;
  return (
    <>
      {!props.isCounted && <p className={styles.note}>{words.queuesNote}</p>}
      <ul>
        {changes.map(({ role, before, after, queue }) => (
          <li key={role}>
            <strong>{words.queue(role, formatShare(before, 0), formatShare(after, 0))}</strong>{' '}
            {queue !== null
              ? words.queueWaits(formatDuration(queue.before), formatDuration(queue.after))
              : after >= 1
                ? words.queueGrows
                : words.queueUnknown}
          </li>
        ))}
      </ul>
    </>
  );
}

const isMoved = ({ kept, before, after }: QueueWait): boolean =>
  kept === null && (after === null || Math.abs(after - (before ?? 0)) > 1e-6);

/** Steps whose wait stays, by the reason and the role that it is about. */
function keptGroups(graph: MapGraph, waits: readonly QueueWait[]): readonly string[] {
  const groups = new Map<string, { readonly say: (names: string) => string; readonly names: string[] }>();
  for (const { node, kept, role } of waits) {
    if (kept === null || kept === 'given') continue;
    const who = role === null ? '' : (graph.roles.get(role)?.name ?? '');
    const key = `${kept} ${kept === 'people' || kept === 'availability' || kept === 'grows' ? who : ''}`;
    const group = groups.get(key) ?? { say: (names) => words.queueWaitsOf.kept(kept, names, who), names: [] };
    group.names.push(aboutName(graph, node));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ say, names }) => say(nameList(names)));
}

/** Which waits follow their queues, and which cannot. */
function Followed(props: { graph: MapGraph; waits: readonly QueueWait[] }): React.JSX.Element | null {
  const { graph, waits } = props;
  if (waits.length === 0) return null;
  const moved = waits.filter(isMoved);
  const kept = keptGroups(graph, waits);
  return (
    <>
      {moved.length === 0 && <p className={styles.note}>{words.queueWaitsOf.noneMoves}</p>}
      {moved.length > 0 && (
        <ul>
          {moved.map(({ node, before, after }) => (
            <li key={node}>
              {after === null
                ? words.queueWaitsOf.grows(aboutName(graph, node))
                : words.queueWaitsOf.moves(
                    aboutName(graph, node),
                    formatDuration(before ?? 0),
                    formatDuration(after),
                  )}
            </li>
          ))}
        </ul>
      )}
      {kept.length > 0 && (
        <>
          <h3>{words.queueWaitsOf.keptTitle}</h3>
          <ul>
            {kept.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What a change of volume, people or times does to the queues: in the waits where they follow, beside the figures where they do not. */
export function Queues(props: {
  before: MapGraph;
  after: MapGraph;
  waits: readonly QueueWait[];
}): React.JSX.Element | null {
  const { before, after, waits } = props;
  const hasLoads = useMemo(() => loadChanges(before, after).length > 0, [before, after]);
  const isCounted = waits.length > 0;
  if (!hasLoads && !isCounted) return null;
  return (
    <section className={styles.queues} aria-label={isCounted ? words.queueWaitsOf.title : words.queues}>
      <h2>{isCounted ? words.queueWaitsOf.title : words.queues}</h2>
      <Followed graph={after} waits={waits} />
      <Estimates before={before} after={after} isCounted={isCounted} />
    </section>
  );
}
