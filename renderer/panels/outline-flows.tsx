import { flowLabel } from '../../shared/drawing/flow-label';
import type { DrawingContext } from '../../shared/drawing/context';
import type { Flow } from '../../shared/model/project';
import type { MapGraph, WithId } from '../../shared/model/queries';
import { writeShareQuantity } from '../../shared/model/units-format';
import { flowOrder } from '../../shared/grid/flow-order';
import { en } from '../../shared/text/en';
import { drawingContext } from '../canvas/shown';
import type { Derived } from '../derive';
import { select, useApp } from '../store';
import { openInInspector, removeHere } from './outline-actions';
import { OutlineField } from './outline-field';
import { editInOutline, focusInOutline, type OutlineEdit, useOutline } from './outline-state';
import styles from './outline.module.css';

const words = en.outline;

/** The flows in the order of the nodes that they leave. */
function flowsInOrder(graph: MapGraph): WithId<Flow>[] {
  const places = new Map(flowOrder(graph).map(({ node }, index) => [node.id, index]));
  const place = (id: string): number => places.get(id) ?? Infinity;
  return graph.flows.toSorted((a, b) => place(a.from) - place(b.from) || a.order - b.order);
}

const shareText = ({ share }: Flow): string | null =>
  share === undefined ? null : writeShareQuantity(share);

function nameOf(graph: MapGraph, id: string): string {
  const node = graph.node.get(id);
  return node?.name || (node ? en.inspector.nodeTypes[node.type] : '');
}

function goTo(id: string | undefined): void {
  if (id === undefined) return;
  useOutline.setState({ flow: id });
  select([id]);
  focusInOutline(id);
}

/** Does what a key means on a flow; true where it meant something. */
function onFlowKey(event: React.KeyboardEvent, flows: readonly WithId<Flow>[]): boolean {
  const id = useOutline.getState().flow;
  const at = flows.findIndex((flow) => flow.id === id);
  if (id === null || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => goTo(flows[at + 1]?.id),
    ArrowUp: () => goTo(flows[at - 1]?.id),
    Home: () => goTo(flows[0]?.id),
    End: () => goTo(flows.at(-1)?.id),
    Enter: () => openInInspector(id),
    F2: () => editInOutline({ kind: 'share', id }),
    Delete: () => removeHere(id),
  };
  const act = acts[event.key];
  act?.();
  return act !== undefined;
}

interface RowProps {
  readonly flow: WithId<Flow>;
  readonly context: DrawingContext;
  readonly edit: OutlineEdit | null;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
}

function Row({ flow, context, edit, isCurrent, isSelected }: RowProps): React.JSX.Element {
  const { graph } = context;
  const share = shareText(flow);
  const kind = flow.kind === 'normal' ? '' : en.inspector.flowKinds[flow.kind];
  const details = [share ?? '', kind, flow.label ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <div
      role="option"
      tabIndex={isCurrent ? 0 : -1}
      aria-selected={isSelected}
      aria-label={flowLabel(flow, share, context)}
      className={styles.flow}
      data-outline={flow.id}
      data-kind={flow.kind}
    >
      <span className={styles.name}>{words.flow(nameOf(graph, flow.from), nameOf(graph, flow.to))}</span>
      {edit?.kind === 'share' || edit?.kind === 'label' ? (
        <OutlineField
          edit={{ kind: edit.kind, id: flow.id }}
          value={edit.kind === 'share' ? (share ?? '') : (flow.label ?? '')}
        />
      ) : (
        details !== '' && <span className={styles.details}>{details}</span>
      )}
    </div>
  );
}

/** Every flow of the map as one line: from where, to where, which share and kind. */
export function OutlineFlows(props: { derived: Derived }): React.JSX.Element {
  const { derived } = props;
  const { flow: current, edit } = useOutline();
  const selection = useApp((state) => state.selection);
  const flows = flowsInOrder(derived.graph);
  const context = drawingContext(derived);
  const known = flows.some(({ id }) => id === current) ? current : (flows[0]?.id ?? null);
  return (
    <section className={styles.flows} aria-label={words.flows}>
      <h2 className={styles.heading}>
        {words.flows}
        <span>{flows.length}</span>
      </h2>
      {flows.length === 0 && <p className={styles.empty}>{words.noFlows}</p>}
      <div
        role="listbox"
        tabIndex={-1}
        aria-label={words.flows}
        onFocus={({ target }) => {
          const id = target.closest<HTMLElement>('[role=option]')?.dataset['outline'];
          if (id !== undefined) useOutline.setState({ flow: id });
        }}
        onClick={({ target }) => {
          const isField = target instanceof Element && target.closest('input') !== null;
          const row = target instanceof Element ? target.closest<HTMLElement>('[data-outline]') : null;
          if (!isField) goTo(row?.dataset['outline']);
        }}
        onKeyDown={(event) => {
          if (onFlowKey(event, flows)) event.preventDefault();
        }}
      >
        {flows.map((flow) => (
          <Row
            key={flow.id}
            flow={flow}
            context={context}
            edit={edit?.id === flow.id ? edit : null}
            isCurrent={flow.id === known}
            isSelected={selection.includes(flow.id)}
          />
        ))}
      </div>
    </section>
  );
}
