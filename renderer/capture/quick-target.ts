import { labelSizeFor } from '../../shared/drawing/flow-text';
import { packOf } from '../../shared/catalogue/packs';
import { isAmongHandSet, type QuickPlace } from '../../shared/capture/quick-context';
import { type QuickSteps, quickSteps } from '../../shared/capture/quick-lines';
import type { QuickSpot } from '../../shared/capture/quick-step';
import { layoutAgain } from '../../shared/layout/layout-again';
import { lookUp, type MapGraph } from '../../shared/model/queries';
import { placeBeforeValue, spotAfter, spotBetween, type Stage } from '../canvas/placing';
import { derivedNow } from '../derive';
import { makeId } from '../make-id';
import { useApp } from '../store';

/** The step that was made last; the next one comes after it while nothing else is selected. */
let madeLast: string | null = null;

/** Remembers the step that was made last. */
export function rememberMade(step: string): void {
  madeLast = step;
}

/** The node after which the next step comes: the selected one, else the one made last; null where there is neither. */
export function chosenAfter(): string | null {
  const { selection, history, mapId } = useApp.getState();
  const isHere = (id: string): boolean => lookUp(history.project.nodes, id)?.map === mapId;
  const [only, ...others] = selection.filter(isHere);
  if (only !== undefined && others.length === 0) return only;
  return madeLast !== null && isHere(madeLast) ? madeLast : null;
}

/** The map as it stands on the canvas, also in a state that is not shown. */
function stageOf(graph: MapGraph): Stage | null {
  const derived = derivedNow();
  if (!derived || derived.graph === graph) return derived;
  const { project } = useApp.getState().history;
  const options = { laneBy: derived.lanes, pack: packOf(project.pack), labelSize: labelSizeFor(graph) };
  return { graph, layout: layoutAgain(null, graph, options).layout };
}

/** Where a step stands: beside steps that were set by hand, else where the layout puts it. */
function spotFor(place: QuickPlace, graph: MapGraph): QuickSpot {
  if (!isAmongHandSet(place, graph) || (place.kind !== 'between' && place.kind !== 'next')) return {};
  const { after } = place;
  const stage = stageOf(graph);
  const box = stage?.layout.boxes.get(after);
  if (!stage || !box) return {};
  if (place.kind === 'between') return spotBetween(stage, box, 'step');
  return (
    placeBeforeValue(stage, after, 'step') ?? {
      position: spotAfter(stage, after, 'step', place.isBranch),
    }
  );
}

/** The steps of typed lines on the shown map. */
export function stepsOfLines(text: string, keepsRest: boolean): QuickSteps {
  const { history, mapId } = useApp.getState();
  return quickSteps(
    text,
    { project: history.project, mapId, after: chosenAfter(), spot: spotFor, keepsRest },
    makeId,
  );
}
