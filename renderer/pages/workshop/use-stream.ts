import type { Project, ValueStream } from '../../../shared/model/project';
import { lookUp, type WithId } from '../../../shared/model/queries';
import { useApp } from '../../store';

/** The stream of the shown map, whose workshop this is; null where there is no map. */
export function streamNow(): string | null {
  const { history, mapId } = useApp.getState();
  return lookUp(history.project.maps, mapId)?.stream ?? null;
}

/** The project with the stream of the shown map; draws again when the document changes. */
export function useStream(): { project: Project; stream: WithId<ValueStream> | null } {
  const project = useApp((state) => state.history.project);
  const mapId = useApp((state) => state.mapId);
  const id = lookUp(project.maps, mapId)?.stream;
  const row = lookUp(project.streams, id);
  return { project, stream: row && id !== undefined ? { ...row, id } : null };
}
