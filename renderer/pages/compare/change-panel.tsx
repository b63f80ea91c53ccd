import type { Difference } from '../../../shared/analysis/map-changes';
import { linkNode } from '../../../shared/commands/futures';
import type { MapNode } from '../../../shared/model/project';
import type { WithId } from '../../../shared/model/queries';
import { compareText as words } from '../../../shared/text/compare';
import { en } from '../../../shared/text/en';
import { dispatch } from '../../store';
import { SelectField } from '../../ui/select-field';
import styles from './compare.module.css';
import { chooseDifferences, isChosen, useCompare } from './compare-state';
import type { Comparison } from './use-comparison';

interface Entry {
  readonly difference: Difference;
  readonly lines: readonly string[];
}

const nameOf = (node: MapNode | undefined): string =>
  node === undefined ? '' : node.name === '' ? en.inspector.nodeTypes[node.type] : node.name;

/** What moved without any other change has a line of its own. */
function moveLine(difference: Difference, { before, after }: Comparison): string[] {
  if (!difference.isMoved || difference.what !== 'node') return [];
  const [a, b] = [before.node.get(difference.before ?? ''), after.node.get(difference.after ?? '')];
  if (!a || !b || a.role !== b.role || a.team !== b.team) return [];
  return [words.moved.order(nameOf(b))];
}

/** Every difference with its lines; roles and the map itself come last. */
function entriesOf(comparison: Comparison): { entries: Entry[]; others: string[] } {
  const { found, differences } = comparison;
  const byId = new Map<string | null, string[]>();
  for (const { about, line } of found.changes) byId.set(about, [...(byId.get(about) ?? []), line]);
  const entries = differences.flatMap((difference): Entry[] => {
    if (difference.kind === 'kept' && !byId.has(difference.id)) return [];
    const lines = [...(byId.get(difference.id) ?? []), ...moveLine(difference, comparison)];
    return lines.length === 0 ? [] : [{ difference, lines }];
  });
  return { entries, others: byId.get(null) ?? [] };
}

function OneEntry(props: { entry: Entry }): React.JSX.Element {
  const { difference, lines } = props.entry;
  const isShown = useCompare((state) => isChosen(state.chosen, [difference.id]));
  const kind = difference.kind === 'kept' ? 'changed' : difference.kind;
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        aria-pressed={isShown}
        onClick={() => chooseDifferences([difference.id])}
        onPointerEnter={() => useCompare.setState({ pointed: difference.id })}
        onPointerLeave={() => useCompare.setState({ pointed: null })}
        onFocus={() => useCompare.setState({ pointed: difference.id })}
        onBlur={() => useCompare.setState({ pointed: null })}
      >
        <span className={styles.mark} data-kind={kind}>
          {words.signs[kind]} {words.kinds[kind]}
        </span>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </button>
    </li>
  );
}

/** Steps that no step of the other map is linked to, with the choice of one. */
function Relink(props: { comparison: Comparison }): React.JSX.Element | null {
  const { before, after, differences } = props.comparison;
  const steps = (kind: 'added' | 'removed', end: 'after' | 'before'): WithId<MapNode>[] => {
    const graph = end === 'after' ? after : before;
    return differences.flatMap((each) => {
      const node = each.kind === kind ? graph.node.get(each[end] ?? '') : undefined;
      return node?.type === 'step' ? [node] : [];
    });
  };
  const [fresh, gone] = [steps('added', 'after'), steps('removed', 'before')];
  if (fresh.length === 0 || gone.length === 0) return null;
  return (
    <section className={styles.relink}>
      <h2>{words.changes.relink}</h2>
      <p className={styles.hint}>{words.changes.relinkHint}</p>
      {fresh.map((node) => (
        <SelectField
          key={node.id}
          label={words.changes.twinOf(nameOf(node))}
          choices={gone.map((each) => ({ value: each.id, name: nameOf(each) }))}
          value={null}
          none={words.changes.noTwin}
          onChange={(source) => {
            if (source !== null) dispatch(linkNode({ node: node.id, source }));
          }}
        />
      ))}
    </section>
  );
}

/** Every difference as a list: the equivalent of both drawings for the keyboard. */
export function ChangePanel(props: { comparison: Comparison }): React.JSX.Element {
  const { entries, others } = entriesOf(props.comparison);
  return (
    <div className={styles.scroll}>
      {entries.length === 0 && others.length === 0 && <p className={styles.hint}>{words.changes.none}</p>}
      <ul className={styles.changes} aria-label={words.changes.label}>
        {entries.map((entry) => (
          <OneEntry key={entry.difference.id} entry={entry} />
        ))}
      </ul>
      {others.length > 0 && (
        <section className={styles.relink}>
          <h2>{words.changes.others}</h2>
          <ul className={styles.plain}>
            {others.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {!props.comparison.isOfVersions && <Relink comparison={props.comparison} />}
    </div>
  );
}
