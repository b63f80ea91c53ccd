import { useMemo } from 'react';
import type { DisplayList } from '../../shared/drawing/display-list';
import { drawMapInRoom } from '../../shared/drawing/draw-rows';
import { en } from '../../shared/text/en';
import { Drawing } from '../canvas/drawing';
import { lanesNow } from '../lanes-now';
import { useApp } from '../store';
import { type Derived, useDerived } from '../derive';
import type { Box } from '../../shared/layout/types';
import { around, type Camera, centreOn, fitBox, slideWidth } from './camera';
import { useSlideHeight } from './fitted';
import { Morph } from './morph';
import { type Scene, sceneOf, sceneOfMap } from './scene';
import { ClosingSlide, OpeningSlide } from './text-slides';
import { MapFigures } from './map-figures';
import type { Slide } from './slides';
import { Stage } from './stage';
import { StagePanel } from './stage-panel';
import { StepPanel } from './step-panel';
import styles from './slides.module.css';
import stage from './stage.module.css';
import { WaitsSlide } from './waits-slide';

/** Where a map lies on a slide: below its title and above its figures. */
const mapPlace = (height: number): Box => ({ x: 50, y: 120, width: slideWidth - 100, height: height - 310 });
/** The part of a slide beside the panel of a step. */
const besidePanel = (height: number): Box => ({ x: 0, y: 0, width: 1010, height });

/** Below this scale a map under the camera is too small to be read from the back of a room. */
const leastScale = 0.45;

/** The whole map in rows where it is too long to be read in one; null where it is not. */
function useFolded(slide: Slide, scene: Scene, place: Box): DisplayList | null {
  const { context, layout } = scene;
  const { width, height } = place;
  return useMemo(() => {
    if (slide.kind !== 'overview') return null;
    const { list, rows } = drawMapInRoom(context, layout, { width, height }, leastScale);
    return rows > 1 ? list : null;
  }, [slide.kind, context, layout, width, height]);
}

function Folded(props: { list: DisplayList; place: Box; label: string }): React.JSX.Element {
  const { x, y, width, height } = props.place;
  return (
    <div className={stage.folded} style={{ left: x, top: y, width, height }}>
      <Drawing list={props.list} label={props.label} />
    </div>
  );
}

/** The steps that a slide speaks of; null where it speaks of the whole map. */
function focusOf(slide: Slide): readonly string[] | null {
  if (slide.kind === 'step') return [slide.node];
  return slide.kind === 'stage' ? slide.nodes : null;
}

/** The camera on these boxes beside the panel; null where there are none. */
function cameraFor(boxes: readonly Box[], height: number): Camera | null {
  const [first, ...rest] = boxes;
  if (!first) return null;
  if (rest.length === 0) return centreOn(first, besidePanel(height), 2.1);
  const { x, y, width } = besidePanel(height);
  const inside = { x: x + 50, y: y + 60, width: width - 100, height: height - 160 };
  return fitBox(rest.reduce(around, first), inside, 2.1);
}

function MapSlide(props: { slide: Slide; derived: Derived }): React.JSX.Element {
  const { slide, derived } = props;
  const height = useSlideHeight();
  const scene = sceneOf(derived);
  const focus = focusOf(slide);
  const place = mapPlace(height);
  const boxes = scene.nodes.flatMap(({ id, box }) => (focus?.includes(id) === true ? [box] : []));
  const camera = cameraFor(boxes, height) ?? fitBox(scene.bounds, place, 1.5);
  const folded = useFolded(slide, scene, place);
  return (
    <>
      <Stage scene={scene} camera={camera} focus={focus} isHidden={folded !== null} />
      {folded && <Folded list={folded} place={place} label={en.present.picture(scene.graph.map.name)} />}
      {slide.kind === 'step' ? (
        <StepPanel derived={derived} node={slide.node} title={slide.title} />
      ) : slide.kind === 'stage' ? (
        <StagePanel derived={derived} slide={slide} />
      ) : (
        <>
          <h2 className={styles.heading}>{slide.title}</h2>
          <MapFigures graph={scene.graph} figures={scene.figures} />
        </>
      )}
    </>
  );
}

function MorphSlide(props: { slide: Slide & { kind: 'before' | 'after' } }): React.JSX.Element | null {
  const { slide } = props;
  const project = useApp((state) => state.history.project);
  const lanes = useApp((state) => lanesNow(state, slide.to));
  const height = useSlideHeight();
  const [before, after] = [sceneOfMap(project, slide.from, lanes), sceneOfMap(project, slide.to, lanes)];
  if (!before || !after) return null;
  const isAfter = slide.kind === 'after';
  const shown: Scene = isAfter ? after : before;
  return (
    <>
      <Morph
        project={project}
        before={before}
        after={after}
        isAfter={isAfter}
        camera={(box) => fitBox(box, mapPlace(height), 1.5)}
      />
      <h2 className={styles.heading}>
        {slide.title} <span>{shown.graph.map.name}</span>
      </h2>
      <MapFigures graph={shown.graph} figures={shown.figures} {...(isAfter && { before: before.figures })} />
    </>
  );
}

function Content(props: { slide: Slide; derived: Derived }): React.JSX.Element {
  const { slide, derived } = props;
  switch (slide.kind) {
    case 'opening':
      return <OpeningSlide graph={derived.graph} />;
    case 'overview':
    case 'step':
    case 'stage':
      return <MapSlide slide={slide} derived={derived} />;
    case 'waits':
      return <WaitsSlide derived={derived} title={slide.title} />;
    case 'before':
    case 'after':
      return <MorphSlide slide={slide} />;
    case 'closing':
      return <ClosingSlide graph={derived.graph} title={slide.title} />;
  }
}

/** One slide in its own pixels. */
export function SlideView(props: { slide: Slide }): React.JSX.Element | null {
  const derived = useDerived();
  if (!derived) return null;
  return (
    <div className={styles.slide} data-slide={props.slide.kind}>
      <Content slide={props.slide} derived={derived} />
    </div>
  );
}
