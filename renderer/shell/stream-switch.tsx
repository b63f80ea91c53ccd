import { ChevronDown } from 'lucide';
import { listOf, mapsOf } from '../../shared/model/queries';
import { fixesText } from '../../shared/text/fixes';
import { useDerived } from '../derive';
import { showMap, useApp } from '../store';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu';
import styles from './map-switch.module.css';

/** The streams of the project, where it has several: which one is shown, the others one click away. */
export function StreamSwitch(): React.JSX.Element | null {
  const derived = useDerived();
  const project = useApp((state) => state.history.project);
  const streams = listOf(project.streams);
  if (!derived || streams.length < 2) return null;
  const { stream } = derived.graph;
  const show = (id: string): void => {
    const maps = mapsOf(project, id);
    const map = maps.find(({ state }) => state === 'current') ?? maps[0];
    if (map) showMap(map.id);
  };
  return (
    <MenuButton
      label={fixesText.maps.stream(stream.name)}
      className={styles.menu}
      face={
        <>
          <span className={styles.name}>{stream.name}</span>
          <Icon of={ChevronDown} size={13} />
        </>
      }
      entries={streams.map(({ id, name }) => ({
        id,
        title: name,
        isOn: id === stream.id,
        run: () => show(id),
      }))}
    />
  );
}
