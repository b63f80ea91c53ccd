import { memo } from 'react';
import { en } from '../../shared/text/en';
import { Symbol } from '../canvas/symbol';
import { type Camera, transformOf } from './camera';
import type { Scene } from './scene';
import styles from './stage.module.css';

const Drawn = memo(function Drawn(props: {
  scene: Scene;
  focus: readonly string[] | null;
}): React.JSX.Element {
  const { scene, focus } = props;
  const state = (isIn: boolean): 'dim' | undefined => (focus === null || isIn ? undefined : 'dim');
  const touches = (ends: readonly string[]): boolean =>
    focus !== null && ends.some((end) => focus.includes(end));
  return (
    <>
      {scene.flows.map((flow) => (
        <g key={flow.id} className={styles.part} data-state={state(touches(flow.ends))}>
          <Symbol group={flow.drawing} />
        </g>
      ))}
      {scene.flows.map(
        (flow) =>
          flow.marks && (
            <g key={flow.id} className={styles.part} data-state={state(touches(flow.ends))}>
              <Symbol group={flow.marks} />
            </g>
          ),
      )}
      {scene.nodes.map((node) => (
        <g key={node.id} className={styles.part} data-state={state(focus?.includes(node.id) ?? false)}>
          <Symbol group={node.drawing} at={node.box} />
        </g>
      ))}
    </>
  );
});

/** A map under a camera: it glides from step to step, and dims all but the one that is spoken of. */
export function Stage(props: {
  scene: Scene;
  camera: Camera;
  focus: readonly string[] | null;
  /** True while the map is shown in another way. */
  isHidden?: boolean;
}): React.JSX.Element {
  const { scene, camera, focus } = props;
  return (
    <div
      className={styles.camera}
      data-hidden={props.isHidden === true ? true : undefined}
      style={{ transform: transformOf(camera) }}
    >
      <svg
        className={styles.drawing}
        role="img"
        aria-label={en.present.picture(scene.graph.map.name)}
        width={1}
        height={1}
      >
        <Drawn scene={scene} focus={focus} />
      </svg>
    </div>
  );
}
