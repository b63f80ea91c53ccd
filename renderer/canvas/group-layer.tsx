import { ChevronRight, Layers2 } from 'lucide';
import { useMemo } from 'react';
import { type GroupFrame, groupFrames, groupNameHeight } from '../../shared/drawing/draw-groups';
import type { MapLayout } from '../../shared/layout/types';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { select, useApp } from '../store';
import { Icon } from '../ui/icon';
import styles from './group-layer.module.css';
import { leaveInside, setFolded } from './grouping';
import { NameEditor } from './name-editor';
import { OnMap } from './on-map';
import { drawingContext } from './shown';
import { viewControl } from './viewport';

const words = en.groups;

function Head(props: { frame: GroupFrame }): React.JSX.Element | null {
  const { group, boxes } = props.frame;
  const isRenaming = useApp((state) => state.renaming === group.id);
  const isSelected = useApp((state) => state.selection.includes(group.id));
  const [box] = boxes;
  if (!box) return null;
  const name = group.name || words.untitled;
  return (
    <div
      className={`${styles.head ?? ''} nopan`}
      data-group-id={group.id}
      data-selected={isSelected}
      style={{
        transform: `translate(${String(box.x + 4)}px, ${String(box.y + 3)}px)`,
        width: box.width - 8,
        height: groupNameHeight + 4,
      }}
    >
      {isRenaming ? (
        <NameEditor id={group.id} name={group.name} label={words.inspector.name} rows={1} hasNext={false} />
      ) : (
        <>
          <button
            type="button"
            tabIndex={-1}
            className={styles.name}
            onClick={() => {
              viewControl()?.focusCanvas();
              select([group.id]);
            }}
            onDoubleClick={() => useApp.setState({ renaming: group.id })}
          >
            {name}
          </button>
          <button
            type="button"
            tabIndex={-1}
            className={styles.fold}
            aria-label={words.fold(name)}
            title={words.fold(name)}
            onClick={() => setFolded(group.id, true)}
          >
            <Icon of={Layers2} size={13} />
          </button>
        </>
      )}
    </div>
  );
}

/** The frames of open groups, behind flows and nodes, with their names and the buttons that fold them. */
export function GroupLayer(props: { layout: MapLayout }): React.JSX.Element | null {
  const derived = useDerived();
  const selection = useApp((state) => state.selection);
  const frames = useMemo(
    () => (derived ? groupFrames(drawingContext(derived), props.layout.boxes) : []),
    [derived, props.layout],
  );
  if (frames.length === 0) return null;
  return (
    <OnMap>
      <svg className={styles.frames} aria-hidden="true">
        {frames.flatMap(({ group, boxes }) =>
          boxes.map((box, index) => (
            <rect
              key={`${group.id} ${String(index)}`}
              className={styles.frame}
              data-selected={selection.includes(group.id)}
              x={box.x}
              y={box.y}
              width={box.width}
              height={box.height}
              rx={12}
            />
          )),
        )}
      </svg>
      {frames.map((frame) => (
        <Head key={frame.group.id} frame={frame} />
      ))}
    </OnMap>
  );
}

/** Inside a group: where one is, and the way back. */
export function Trail(): React.JSX.Element | null {
  const inside = useDerived()?.shown.inside ?? null;
  if (!inside) return null;
  return (
    <nav className={styles.trail} aria-label={words.trail}>
      <button type="button" className={styles.back} onClick={leaveInside}>
        {words.wholeMap}
      </button>
      <Icon of={ChevronRight} size={13} />
      <span className={styles.here} aria-current="location">
        {inside.name || words.untitled}
      </span>
    </nav>
  );
}
