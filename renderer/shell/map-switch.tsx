import { ChevronDown, Columns2, Plus } from 'lucide';
import { type FigureChange, leadTimeChange } from '../../shared/analysis/compare-figures';
import type { Project, ValueStreamMap } from '../../shared/model/project';
import { graphOf, lookUp, type MapGraph, mapsOf, type WithId } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { fixesText } from '../../shared/text/fixes';
import { actionOf } from '../actions/registry';
import { useDerived } from '../derive';
import { showMap, useApp } from '../store';
import { Button, IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu';
import { Segmented } from '../ui/segmented';
import styles from './map-switch.module.css';
import { StreamSwitch } from './stream-switch';
import { useFit } from './use-fit';

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

/** A map with what it gains. */
interface Choice {
  readonly map: WithId<ValueStreamMap>;
  readonly gain: FigureChange | null;
}

function Face({ map, gain }: Choice): React.JSX.Element {
  return (
    <>
      <span className={styles.name}>{nameOf(map)}</span>
      {gain?.difference != null && (
        <span className={styles.gain} data-mark={gain.mark}>
          {gain.difference}
        </span>
      )}
    </>
  );
}

/** The maps as buttons beside each other, or as a menu where they are many or do not fit. */
function Maps(props: {
  shown: WithId<ValueStreamMap>;
  choices: readonly Choice[];
  isMenu: boolean;
}): React.JSX.Element {
  const { shown, choices, isMenu } = props;
  const gain = choices.find(({ map }) => map.id === shown.id)?.gain ?? null;
  if (isMenu)
    return (
      <MenuButton
        label={words.shown(nameOf(shown))}
        className={styles.menu}
        face={
          <>
            <Face map={shown} gain={gain} />
            <Icon of={ChevronDown} size={13} />
          </>
        }
        entries={choices.map(({ map }) => ({
          id: map.id,
          title: nameOf(map),
          isOn: map.id === shown.id,
          run: () => showMap(map.id),
        }))}
      />
    );
  return (
    <Segmented
      label={words.label}
      value={shown.id}
      choices={choices.map((choice) => ({
        value: choice.map.id,
        name: words.choice(nameOf(choice.map), choice.gain?.difference ?? null),
        face: <Face {...choice} />,
      }))}
      onChange={(id) => {
        if (id !== null) showMap(id);
      }}
    />
  );
}

/** What stands between the tools; in a narrow window in its short form. */
function Switch({ graph }: { graph: MapGraph }): React.JSX.Element {
  const project = useApp((state) => state.history.project);
  // Other pages have fewer tools, which leave more room.
  const page = useApp((state) => state.page);
  const maps = mapsOf(project, graph.stream.id);
  const hasLink = maps.some((map) => map.copiedFrom !== undefined);
  const [icon, label] = hasLink ? [Columns2, words.compare] : [Plus, words.makeFuture];
  const { run } = actionOf(hasLink ? 'map.compare' : 'map.future');
  const choices = maps.map((map) => ({ map, gain: gainOf(project, map) }));
  const faces = choices.map(({ map, gain }) => `${nameOf(map)} ${gain?.difference ?? ''}`);
  const { box, fits } = useFit([page, graph.stream.name, graph.id, ...faces].join('\n'));
  return (
    <div className={styles.maps} ref={box} data-compact={!fits}>
      <StreamSwitch />
      <Maps
        shown={{ ...graph.map, id: graph.id }}
        choices={choices}
        isMenu={maps.length > mostBeside || (!fits && maps.length > 1)}
      />
      {fits ? (
        <Button kind="quiet" icon={icon} onPress={run}>
          {label}
        </Button>
      ) : (
        <IconButton icon={icon} label={label} onPress={run} />
      )}
    </div>
  );
}

/** The maps of the stream: which one is shown, the others one click away, and how much faster a future state is. */
export function MapSwitch(): React.JSX.Element | null {
  const derived = useDerived();
  return derived && <Switch graph={derived.graph} />;
}
