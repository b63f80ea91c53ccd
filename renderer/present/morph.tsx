import { memo } from 'react';
import { mapChanges } from '../../shared/analysis/map-changes';
import { linkBetween } from '../../shared/commands/future-copy';
import type { Project } from '../../shared/model/project';
import { en } from '../../shared/text/en';
import { Symbol } from '../canvas/symbol';
import { around, type Camera, transformOf } from './camera';
import type { Scene, SceneFlow, SceneNode } from './scene';
import styles from './stage.module.css';

/** A node on both maps, or on one of them. */
interface Pair {
  readonly id: string;
  readonly before: SceneNode | null;
  readonly after: SceneNode | null;
  /** True where it is new or not as before. */
  readonly isChanged: boolean;
}

function pairsOf(project: Project, before: Scene, after: Scene): readonly Pair[] {
  const { onCopy } = linkBetween(project, before.graph.id, after.graph.id);
  const changed = new Set(
    mapChanges(project, before.graph.id, after.graph.id).flatMap(({ what, kind, after: id }) =>
      what === 'node' && kind !== 'kept' && id !== null ? [id] : [],
    ),
  );
  const isChanged = (id: string | undefined): boolean => id !== undefined && changed.has(id);
  const there = new Map(after.nodes.map((node) => [node.id, node]));
  const pairs = before.nodes.map((node): Pair => {
    const own = onCopy(node.id);
    const copy = own === null ? undefined : there.get(own);
    if (copy) there.delete(copy.id);
    return { id: node.id, before: node, after: copy ?? null, isChanged: isChanged(copy?.id) };
  });
  return [
    ...pairs,
    ...[...there.values()].map((node) => ({
      id: node.id,
      before: null,
      after: node,
      isChanged: isChanged(node.id),
    })),
  ];
}

const at = (node: SceneNode | null): string | undefined =>
  node ? `translate(${String(node.box.x)}px, ${String(node.box.y)}px)` : undefined;

const OnePair = memo(function OnePair(props: { pair: Pair; isAfter: boolean }): React.JSX.Element {
  const { before, after } = props.pair;
  const place = props.isAfter ? (after ?? before) : (before ?? after);
  const zero = { x: 0, y: 0 };
  return (
    <g className={styles.mover} style={{ transform: at(place) }}>
      {before && (
        <g className={styles.slow} data-state={props.isAfter ? 'gone' : undefined}>
          <Symbol group={before.drawing} at={zero} />
        </g>
      )}
      {after && (
        <g className={styles.slow} data-state={props.isAfter ? undefined : 'gone'}>
          <Symbol group={after.drawing} at={zero} />
          {props.pair.isChanged && (
            <rect
              className={styles.changed}
              data-changed
              x={-7}
              y={-7}
              width={after.box.width + 14}
              height={after.box.height + 14}
              rx={12}
            />
          )}
        </g>
      )}
    </g>
  );
});

const Flows = memo(function Flows(props: {
  flows: readonly SceneFlow[];
  isGone: boolean;
}): React.JSX.Element {
  return (
    <g className={styles.slow} data-state={props.isGone ? 'gone' : undefined}>
      {props.flows.map((flow) => (
        <Symbol key={flow.id} group={flow.drawing} />
      ))}
      {props.flows.map((flow) => flow.marks && <Symbol key={flow.id} group={flow.marks} />)}
    </g>
  );
});

/** One map becomes the other: what both have moves to its new place, what is gone fades, what is new appears. */
export function Morph(props: {
  project: Project;
  before: Scene;
  after: Scene;
  isAfter: boolean;
  camera: (box: ReturnType<typeof around>) => Camera;
}): React.JSX.Element {
  const { project, before, after, isAfter } = props;
  const camera = props.camera(around(before.bounds, after.bounds));
  return (
    <div className={styles.camera} style={{ transform: transformOf(camera) }}>
      <svg
        className={styles.drawing}
        role="img"
        aria-label={en.present.picture((isAfter ? after : before).graph.map.name)}
        width={1}
        height={1}
      >
        <Flows flows={before.flows} isGone={isAfter} />
        <Flows flows={after.flows} isGone={!isAfter} />
        {pairsOf(project, before, after).map((pair) => (
          <OnePair key={pair.id} pair={pair} isAfter={isAfter} />
        ))}
      </svg>
    </div>
  );
}
