import { useStore, ViewportPortal } from '@xyflow/react';
import { useState } from 'react';
import { ArrowLeftRight, Copy, Ellipsis, Group, Layers2, ScanSearch, Sparkle, Trash2 } from 'lucide';
import { labelSize, queueSize, waitSize } from '../../shared/layout/sizes';
import type { Box, MapLayout, Size } from '../../shared/layout/types';
import type { Position } from '../../shared/model/project';
import { lookUp } from '../../shared/model/queries';
import type { ValueClass } from '../../shared/model/value-sets';
import type { ActionId } from '../../shared/text/actions';
import { en } from '../../shared/text/en';
import { keysText } from '../actions/action';
import { menuEntries } from '../actions/menus';
import { actionOf } from '../actions/registry';
import { useApp } from '../store';
import { IconButton } from '../ui/button';
import { Icon, type IconNode } from '../ui/icon';
import { MenuButton } from '../ui/menu';
import styles from './canvas.module.css';
import { convertible } from './convert';
import { placeTools } from './place-tools';
import { coveredWidth } from './viewport';

const valueIds = { VA: 'value.va', NNVA: 'value.nnva', NVA: 'value.nva' } as const;

/** The value class of the selected steps, and the choice of another one. */
function ValueMenu(props: { value: ValueClass | undefined }): React.JSX.Element {
  const { value } = props;
  const name = value === undefined ? en.canvas.noValue : en.inspector.valueNames[value];
  return (
    <MenuButton
      label={en.canvas.valueMenu(name)}
      className={styles.valueMenu}
      face={
        <span className={styles.valueChip} data-value={value}>
          {value ?? '?'}
        </span>
      }
      entries={menuEntries(Object.values(valueIds)).map((entry) =>
        entry === null || value === undefined ? entry : { ...entry, isOn: entry.id === valueIds[value] },
      )}
    />
  );
}

function ToolButton(props: { id: ActionId; icon: IconNode }): React.JSX.Element {
  const action = actionOf(props.id);
  const [keys] = action.keys ?? [];
  return (
    <IconButton
      icon={props.icon}
      size={14}
      label={en.actions.titles[props.id]}
      keys={keys === undefined ? undefined : keysText(keys)}
      onPress={action.run}
    />
  );
}

/** What else can be done, by what is selected. */
const more: Readonly<Record<'one' | 'many' | 'group', readonly (ActionId | null)[]>> = {
  one: [
    'insert.next',
    'tool.connect',
    'insert.queue',
    'edit.rename',
    null,
    'group.make',
    'group.dissolve',
    null,
    'edit.cut',
    'edit.copy',
    'view.fitSelection',
  ],
  many: [
    'group.make',
    'group.dissolve',
    null,
    'arrange.left',
    'arrange.centre',
    'arrange.right',
    'arrange.top',
    'arrange.middle',
    'arrange.bottom',
    'arrange.across',
    'arrange.down',
    null,
    'edit.cut',
    'edit.copy',
    'view.fitSelection',
  ],
  group: [
    'group.fold',
    'group.inside',
    'edit.rename',
    'group.dissolve',
    null,
    'edit.cut',
    'edit.copy',
    'view.fitSelection',
  ],
};

function Tools(props: { selection: readonly string[] }): React.JSX.Element {
  const nodes = useApp((state) => state.history.project.nodes);
  const chosen = props.selection.flatMap((id) => lookUp(nodes, id) ?? []);
  const [first] = chosen;
  const value = chosen.every((node) => node.value === first?.value) ? first?.value : undefined;
  const isGroup = first === undefined;
  const kind = isGroup ? 'group' : chosen.length === 1 ? 'one' : 'many';
  const isFlow = chosen.every((node) => convertible.some((type) => type === node.type));
  return (
    <>
      {!isGroup && chosen.every((node) => node.type === 'step') && <ValueMenu value={value} />}
      {!isGroup && isFlow && (
        <MenuButton
          label={en.canvas.convertMenu}
          className={styles.moreButton}
          face={<Icon of={ArrowLeftRight} size={14} />}
          entries={menuEntries(convertible.map((type) => `convert.${type}` as const))}
        />
      )}
      {isGroup && <ToolButton id="group.fold" icon={Layers2} />}
      {isGroup && <ToolButton id="group.inside" icon={ScanSearch} />}
      <ToolButton id="edit.duplicate" icon={Copy} />
      {kind === 'one' && isFlow && <ToolButton id="node.burst" icon={Sparkle} />}
      {kind === 'many' && <ToolButton id="group.make" icon={Group} />}
      <ToolButton id="edit.delete" icon={Trash2} />
      <MenuButton
        label={en.shell.more}
        className={styles.moreButton}
        face={<Icon of={Ellipsis} size={15} />}
        entries={menuEntries(more[kind])}
      />
    </>
  );
}

/** The strip of lane names at the left and the buttons at the bottom of the canvas, which the tools keep clear of, pixels. */
const edge = { left: 54, top: 6, right: 6, bottom: 52 } as const;
/** Before the tools have been measured. */
const usual = { width: 300, height: 34 } as const;

function boxRound(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

const boxAt = (at: Position, { width, height }: Size): Box => ({
  x: at.x - width / 2,
  y: at.y - height / 2,
  width,
  height,
});

/** What the tools should not hide, in pixels of the map: nodes, queues with their waits, labels of flows. */
function boxesToSee(layout: MapLayout, selection: readonly string[]): readonly Box[] {
  const { flows } = useApp.getState().history.project;
  const [only] = selection.length === 1 ? selection : [];
  const nodes = [...layout.boxes].flatMap(([id, box]) => (id === only ? [] : [box]));
  const marks = [...layout.routes].flatMap(([id, { label, queue, wait }]): Box[] => {
    const flow = lookUp(flows, id);
    const says = flow?.share !== undefined || flow?.label !== undefined;
    return [
      ...(says ? [boxAt(label, labelSize)] : []),
      ...(queue ? [boxAt(queue, queueSize)] : []),
      ...(wait ? [boxAt(wait, waitSize)] : []),
    ];
  });
  return [...nodes, ...marks];
}

/** A box of the map in pixels of the canvas. */
function onScreen(box: Box, [x, y, zoom]: readonly [number, number, number]): Box {
  return { x: box.x * zoom + x, y: box.y * zoom + y, width: box.width * zoom, height: box.height * zoom };
}

/** What stands in the lower corners of the canvas: the overview at the right, the zoom at the left. */
function fixedBoxes({ width, height }: Size, hasOverview: boolean): Box[] {
  const zoom = { x: 0, y: height - 58, width: 230, height: 58 };
  const overview = { x: width - 176, y: height - 104, width: 176, height: 104 };
  return hasOverview ? [zoom, overview] : [zoom];
}

/** The tools that float at the selected nodes. */
export function ContextToolbar(props: { layout: MapLayout; isHidden: boolean }): React.JSX.Element | null {
  const selection = useApp((state) => state.selection);
  const hasOverview = useApp((state) => state.preferences.minimap);
  const isBusy = useApp((state) => state.renaming !== null || state.tool.kind !== 'select');
  const transform = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const [size, setSize] = useState<{ width: number; height: number }>(usual);
  const boxes = selection.flatMap((id) => props.layout.boxes.get(id) ?? []);
  if (props.isHidden || isBusy || boxes.length === 0) return null;
  const others = boxesToSee(props.layout, selection).map((box) => onScreen(box, transform));
  const fixed = fixedBoxes({ width, height }, hasOverview);
  const at = placeTools(onScreen(boxRound(boxes), transform), [...others, ...fixed], size, {
    x: edge.left,
    y: edge.top,
    width: width - coveredWidth() - edge.left - edge.right,
    height: height - edge.top - edge.bottom,
  });
  const [x, y, zoom] = transform;
  return (
    <ViewportPortal>
      <div
        className={`${styles.tools ?? ''} nodrag nopan`}
        role="toolbar"
        aria-label={en.canvas.stepTools}
        ref={(tools) => {
          if (tools && (tools.offsetWidth !== size.width || tools.offsetHeight !== size.height))
            setSize({ width: tools.offsetWidth, height: tools.offsetHeight });
        }}
        style={{
          transform: `translate(${String((at.x - x) / zoom)}px, ${String((at.y - y) / zoom)}px) scale(${String(1 / zoom)})`,
        }}
      >
        <Tools selection={selection} />
      </div>
    </ViewportPortal>
  );
}
