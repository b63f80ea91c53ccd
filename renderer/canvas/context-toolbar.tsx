import { useStore } from '@xyflow/react';
import { memo, type RefCallback, useCallback, useEffect, useMemo, useState } from 'react';
import { ArrowLeftRight, Copy, Ellipsis, Group, Layers2, ScanSearch, Sparkle, Trash2 } from 'lucide';
import { boxRound, boxRoundAll, grown, overlaps } from '../../shared/layout/geometry';
import { labelSize, queueSize, waitSize } from '../../shared/layout/sizes';
import type { Box, MapLayout, Size } from '../../shared/layout/types';
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
import { OnMap } from './on-map';
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

const Tools = memo(function Tools(props: { selection: readonly string[] }): React.JSX.Element {
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
});

/** The strip of lane names at the left and the buttons at the bottom of the canvas, which the tools keep clear of, pixels. */
const edge = { left: 54, top: 6, right: 6, bottom: 52 } as const;
/** Only what stands so near can be hidden by them, pixels. */
const lookRound = 480;
/** Before the tools have been measured. */
const usual = { width: 300, height: 34 } as const;

/** What the tools should not hide, in pixels of the map: nodes, queues with their waits, labels of flows. */
function boxesToSee(layout: MapLayout, selection: readonly string[]): readonly Box[] {
  const { flows } = useApp.getState().history.project;
  const [only] = selection.length === 1 ? selection : [];
  const nodes = [...layout.boxes].flatMap(([id, box]) => (id === only ? [] : [box]));
  const marks = [...layout.routes].flatMap(([id, { label, queue, wait }]): Box[] => {
    const flow = lookUp(flows, id);
    const says = flow?.share !== undefined || flow?.label !== undefined;
    return [
      ...(says ? [boxRound(label, labelSize)] : []),
      ...(queue ? [boxRound(queue, queueSize)] : []),
      ...(wait ? [boxRound(wait, waitSize)] : []),
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

/** The size of an element, measured when it comes and when it changes. */
function useSize(): { size: Size; measured: RefCallback<HTMLElement> } {
  const [size, setSize] = useState<Size>(usual);
  const measured = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const measure = (): void =>
      setSize((known) =>
        known.width === element.offsetWidth && known.height === element.offsetHeight
          ? known
          : { width: element.offsetWidth, height: element.offsetHeight },
      );
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { size, measured };
}

/** Width of what lies over the right of the canvas, measured when something may have changed it rather than with each move of the view. */
function useCovered(width: number, selection: readonly string[]): number {
  const panels = useApp((state) => state.preferences.panels);
  const [covered, setCovered] = useState(coveredWidth);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setCovered(coveredWidth()));
    return () => cancelAnimationFrame(frame);
  }, [panels, width, selection]);
  return covered;
}

/** The tools at a place where they hide as little as possible. */
function Floating(props: { selection: readonly string[]; own: Box; layout: MapLayout }): React.JSX.Element {
  const { selection, own, layout } = props;
  const hasOverview = useApp((state) => state.preferences.minimap);
  const transform = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const covered = useCovered(width, selection);
  const { size, measured } = useSize();
  const others = useMemo(() => boxesToSee(layout, selection), [layout, selection]);
  const [x, y, zoom] = transform;
  const near = grown(own, lookRound / zoom);
  const inWay = others.filter((box) => overlaps(box, near)).map((box) => onScreen(box, transform));
  const fixed = fixedBoxes({ width, height }, hasOverview);
  const at = placeTools(onScreen(own, transform), [...inWay, ...fixed], size, {
    x: edge.left,
    y: edge.top,
    width: width - covered - edge.left - edge.right,
    height: height - edge.top - edge.bottom,
  });
  return (
    <OnMap>
      <div
        className={`${styles.tools ?? ''} nodrag nopan`}
        role="toolbar"
        aria-label={en.canvas.stepTools}
        ref={measured}
        style={{
          transform: `translate(${String((at.x - x) / zoom)}px, ${String((at.y - y) / zoom)}px) scale(${String(1 / zoom)})`,
        }}
      >
        <Tools selection={selection} />
      </div>
    </OnMap>
  );
}

/** The tools that float at the selected nodes. */
export function ContextToolbar(props: { layout: MapLayout; isHidden: boolean }): React.JSX.Element | null {
  const selection = useApp((state) => state.selection);
  const isBusy = useApp((state) => state.renaming !== null || state.tool.kind !== 'select');
  const { layout } = props;
  const own = useMemo(() => {
    const boxes = selection.flatMap((id) => layout.boxes.get(id) ?? []);
    return boxes.length === 0 ? null : boxRoundAll(boxes);
  }, [layout, selection]);
  if (props.isHidden || isBusy || own === null) return null;
  return <Floating selection={selection} own={own} layout={layout} />;
}
