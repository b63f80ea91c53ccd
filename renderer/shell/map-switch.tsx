import { Columns2, Plus } from 'lucide';
import { type FigureChange, leadTimeChange } from '../../shared/analysis/compare-figures';
import type { Project, ValueStreamMap } from '../../shared/model/project';
import { graphOf, lookUp, mapsOf, type WithId } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { fixesText } from '../../shared/text/fixes';
import { actionOf } from '../actions/registry';
import { useDerived } from '../derive';
import { showMap, useApp } from '../store';
import { Button } from '../ui/button';
import { MenuButton } from '../ui/menu';
import { Segmented } from '../ui/segmented';
import styles from './map-switch.module.css';
import { StreamSwitch } from './stream-switch';

const words = fixesText.maps;

/** More maps than these are chosen from a menu. */
const mostBeside = 3;

/** How the lead time of a future state differs from that of the map it was copied from; null where nobody knows. */
function gainOf(project: Project, map: WithId<ValueStreamMap>): FigureChange | null {
  if (map.state !== 'future' || !lookUp(project.maps, map.copiedFrom)) return null;
  const [before, after] = [graphOf(project, map.copiedFrom ?? ''), graphOf(project, map.id)];
  return before && after ? leadTimeChange(before, after) : null;
}

/** A map by its name; its state stands beside a name that does not say it. */
function nameOf(map: ValueStreamMap): string {
  const state = en.shell.states[map.state];
  return map.name.toLowerCase().startsWith(state.toLowerCase()) ? map.name : words.named(map.name, state);
}

function Face(props: { project: Project; map: WithId<ValueStreamMap> }): React.JSX.Element {
  const gain = gainOf(props.project, props.map);
  return (
    <>
      <span className={styles.name}>{nameOf(props.map)}</span>
      {gain?.difference != null && (
        <span className={styles.gain} data-mark={gain.mark}>
          {gain.difference}
        </span>
      )}
    </>
  );
}

/** The maps of the stream: which one is shown, the others one click away, and how much faster a future state is. */
export function MapSwitch(): React.JSX.Element | null {
  const derived = useDerived();
  const project = useApp((state) => state.history.project);
  if (!derived) return null;
  const { graph } = derived;
  const maps = mapsOf(project, graph.stream.id);
  const hasLink = maps.some((map) => map.copiedFrom !== undefined);
  return (
    <div className={styles.maps}>
      <StreamSwitch />
      {maps.length > mostBeside ? (
        <MenuButton
          label={words.shown(nameOf(graph.map))}
          className={styles.menu}
          face={<Face project={project} map={{ ...graph.map, id: graph.id }} />}
          entries={maps.map((map) => ({
            id: map.id,
            title: nameOf(map),
            isOn: map.id === graph.id,
            run: () => showMap(map.id),
          }))}
        />
      ) : (
        <Segmented
          label={words.label}
          value={graph.id}
          choices={maps.map((map) => ({
            value: map.id,
            name: words.choice(nameOf(map), gainOf(project, map)?.difference ?? null),
            face: <Face project={project} map={map} />,
          }))}
          onChange={(id) => {
            if (id !== null) showMap(id);
          }}
        />
      )}
      {hasLink ? (
        <Button kind="quiet" icon={Columns2} onPress={actionOf('map.compare').run}>
          {words.compare}
        </Button>
      ) : (
        <Button kind="quiet" icon={Plus} onPress={actionOf('map.future').run}>
          {words.makeFuture}
        </Button>
      )}
    </div>
  );
}
