import { useEffect, useMemo, useRef } from 'react';
import type { DrawingContext } from '../../shared/drawing/context';
import { nodeLabel } from '../../shared/drawing/node-label';
import { type FlowRow, flowOrder } from '../../shared/grid/flow-order';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';
import { drawingContext } from '../canvas/shown';
import { select, useApp } from '../store';
import { addBeside, moveHere, openInInspector, removeHere } from './outline-actions';
import { OutlineRow } from './outline-row';
import { editInOutline, focusInOutline, foldBranches, useOutline } from './outline-state';
import styles from './outline.module.css';

const words = en.outline;

/** Rows that no folded branch hides. */
function unfolded(rows: readonly FlowRow[], folded: ReadonlySet<string>): FlowRow[] {
  const hidden = new Set<string>();
  return rows.filter(({ node, parent }) => {
    const isHidden = parent !== null && (folded.has(parent) || hidden.has(parent));
    if (isHidden) hidden.add(node.id);
    return !isHidden;
  });
}

/** Place among the rows of the same branching, and how many there are. */
function placesOf(rows: readonly FlowRow[]): ReadonlyMap<string, { place: number; of: string }> {
  const counts = new Map<string, number>();
  return new Map(
    rows.map(({ node, parent }) => {
      const of = parent ?? '';
      const place = (counts.get(of) ?? 0) + 1;
      counts.set(of, place);
      return [node.id, { place, of }];
    }),
  );
}

function labelOf(row: FlowRow, context: DrawingContext, exits: number): string {
  const { node } = row;
  const role = node.role === undefined ? undefined : context.graph.roles.get(node.role)?.name;
  const parts = [nodeLabel(node, context), role ?? '', row.isBranching ? words.branches(exits) : ''];
  return parts.filter((part) => part !== '').join(', ');
}

/** Typed letters, together while they come fast. */
class TypeAhead {
  private typed = '';
  private last = 0;

  add(letter: string, time: number): string {
    this.typed = time - this.last > 700 ? letter : this.typed + letter;
    this.last = time;
    return this.typed.toLowerCase();
  }
}

function goTo(id: string | undefined): void {
  if (id === undefined) return;
  useOutline.setState({ current: id });
  select([id]);
  focusInOutline(id);
}

/** Unfolds, else goes to the first branch; folds, else goes to where the branch begins. */
function turn(rows: readonly FlowRow[], at: number, isOpening: boolean): void {
  const row = rows[at];
  if (!row) return;
  const isFolded = useOutline.getState().folded.has(row.node.id);
  if (isOpening && row.isBranching && isFolded) foldBranches(row.node.id, false);
  else if (isOpening && row.isBranching) goTo(rows.find(({ parent }) => parent === row.node.id)?.node.id);
  else if (!isOpening && row.isBranching && !isFolded) foldBranches(row.node.id, true);
  else if (!isOpening) goTo(row.parent ?? undefined);
}

function walkKeys(rows: readonly FlowRow[], at: number): Readonly<Record<string, () => void>> {
  return {
    ArrowDown: () => goTo(rows[at + 1]?.node.id),
    ArrowUp: () => goTo(rows[at - 1]?.node.id),
    Home: () => goTo(rows[0]?.node.id),
    End: () => goTo(rows.at(-1)?.node.id),
    ArrowRight: () => turn(rows, at, true),
    ArrowLeft: () => turn(rows, at, false),
  };
}

function editKeys(id: string): Readonly<Record<string, () => void>> {
  return {
    Enter: () => openInInspector(id),
    F2: () => editInOutline({ kind: 'rename', id }),
    Insert: () => addBeside(id, 'after'),
    'Shift+Insert': () => addBeside(id, 'before'),
    Delete: () => removeHere(id),
    '>': () => editInOutline({ kind: 'connect', id }),
    'Alt+ArrowUp': () => moveHere(id, -1),
    'Alt+ArrowDown': () => moveHere(id, 1),
  };
}

function findByTyping(rows: readonly FlowRow[], at: number, typed: string): void {
  const names = rows.map(({ node }) => node.name.toLowerCase());
  const isSame = [...typed].every((letter) => letter === typed[0]);
  const wanted = isSame ? (typed[0] ?? '') : typed;
  const start = isSame ? at + 1 : at;
  const order = names.map((_, index) => (index + start) % names.length);
  goTo(rows[order.find((index) => names[index]?.startsWith(wanted) === true) ?? -1]?.node.id);
}

/** Does what a key means in the tree; true where it meant something. */
function onTreeKey(event: React.KeyboardEvent, rows: readonly FlowRow[], typing: TypeAhead): boolean {
  const id = useOutline.getState().current;
  const at = rows.findIndex(({ node }) => node.id === id);
  if (id === null || at < 0 || event.ctrlKey || event.metaKey) return false;
  const isSign = event.key.length === 1;
  const chord = `${event.altKey ? 'Alt+' : ''}${event.shiftKey && !isSign ? 'Shift+' : ''}${event.key}`;
  const act = editKeys(id)[chord] ?? walkKeys(rows, at)[chord];
  if (act) act();
  else if (isSign && event.key !== ' ' && !event.altKey)
    findByTyping(rows, at, typing.add(event.key, event.timeStamp));
  else return false;
  return true;
}

/** Lets the outline follow what is selected elsewhere. */
function useFollow(area: React.RefObject<HTMLDivElement | null>, rows: readonly FlowRow[]): void {
  const selection = useApp((state) => state.selection);
  useEffect(() => {
    const only = selection.length === 1 ? selection[0] : undefined;
    const row = rows.find(({ node }) => node.id === only);
    if (only === undefined || !row) return;
    useOutline.setState({ current: only });
    const element = area.current?.querySelector(`[data-outline="${CSS.escape(only)}"]`);
    element?.scrollIntoView({ block: 'nearest' });
  }, [area, selection, rows]);
}

/** What focus and mouse do in the tree. */
const pointer: React.HTMLAttributes<HTMLDivElement> = {
  onFocus: ({ target }) => {
    const id = target.closest<HTMLElement>('[role=treeitem]')?.dataset['outline'];
    if (id !== undefined) useOutline.setState({ current: id });
  },
  onClick: ({ target }) => {
    const isField = target instanceof Element && target.closest('input, [data-fold]') !== null;
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-outline]') : null;
    if (!isField) goTo(row?.dataset['outline']);
  },
  onDoubleClick: () => {
    const { current: id } = useOutline.getState();
    if (id !== null) editInOutline({ kind: 'rename', id });
  },
};

/** Every node of the map in the order of the flow, branches under their decision or fork. */
export function OutlineTree(props: { derived: Derived }): React.JSX.Element {
  const { derived } = props;
  const area = useRef<HTMLDivElement>(null);
  const typing = useRef(new TypeAhead());
  const { current, folded, edit } = useOutline();
  const selection = useApp((state) => state.selection);
  const all = flowOrder(derived.graph);
  const rows = useMemo(() => unfolded(all, folded), [all, folded]);
  const places = useMemo(() => placesOf(all), [all]);
  const context = useMemo(() => drawingContext(derived), [derived]);
  const sizes = new Map<string, number>();
  for (const { of, place } of places.values()) sizes.set(of, place);
  const known = rows.some(({ node }) => node.id === current) ? current : (rows[0]?.node.id ?? null);
  useFollow(area, rows);
  return (
    <div
      ref={area}
      role="tree"
      tabIndex={-1}
      aria-label={words.tree}
      className={styles.tree}
      {...pointer}
      onKeyDown={(event) => {
        if (onTreeKey(event, rows, typing.current)) event.preventDefault();
      }}
    >
      {rows.map((row) => {
        const { id } = row.node;
        const place = places.get(id);
        return (
          <OutlineRow
            key={id}
            row={row}
            label={labelOf(row, context, derived.graph.out.get(id)?.length ?? 0)}
            role={derived.graph.roles.get(row.node.role ?? '')?.name ?? ''}
            badge={derived.presented.badges.get(id)}
            place={place?.place ?? 1}
            siblings={sizes.get(place?.of ?? '') ?? 1}
            isFolded={folded.has(id)}
            isCurrent={id === known}
            isSelected={selection.includes(id)}
            edit={edit?.id === id ? edit : null}
            nodes={edit?.kind === 'connect' && edit.id === id ? derived.graph.nodes : null}
            onFold={foldBranches}
          />
        );
      })}
    </div>
  );
}
