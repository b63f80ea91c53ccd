import { chosenLanes } from '../shared/layout/useful-lanes';
import type { LaneBy } from '../shared/layout/types';
import type { AppState } from './app-state';

/** What the lanes of the shown map are made of, or of another map; for `useApp`. */
export function lanesNow({ history, mapId, preferences }: AppState, map = mapId): LaneBy {
  return chosenLanes(history.project, map, preferences.lanes);
}
