import { en } from '../../../shared/text/en';
import { Landmark } from '../../ui/landmark';
import { Tabs } from '../../ui/tabs';
import { AgendaTab } from './agenda-tab';
import { LogTab } from './log-tab';
import { type RoomTab, useRoom } from './room-state';
import { useStream } from './use-stream';
import { VoteTab } from './vote-tab';
import { WalkTab } from './walk-tab';
import { WallTab } from './wall-tab';
import styles from './workshop.module.css';

const { tabs } = en.room;

const panels: readonly { readonly value: RoomTab; readonly part: React.JSX.Element }[] = [
  { value: 'agenda', part: <AgendaTab /> },
  { value: 'walk', part: <WalkTab /> },
  { value: 'wall', part: <WallTab /> },
  { value: 'parked', part: <LogTab kind="parked" /> },
  { value: 'decisions', part: <LogTab kind="decision" /> },
  { value: 'vote', part: <VoteTab /> },
];

/** How many things a part holds that are not dealt with. */
function useCounts(): Partial<Record<RoomTab, number>> {
  const { project, stream } = useStream();
  const notes = Object.values(project.workshopNotes).filter(
    (each) => each.stream === stream?.id && each.isSettled !== true,
  );
  const count = (kind: 'wall' | 'parked' | 'decision'): number =>
    notes.filter((note) => note.kind === kind).length;
  return { wall: count('wall'), parked: count('parked'), decisions: count('decision') };
}

/** The workshop: agenda with its clock, the wall of notes, what was parked and decided; in big type. */
export function WorkshopPage(): React.JSX.Element {
  const tab = useRoom((state) => state.tab);
  const { stream } = useStream();
  const counts = useCounts();
  return (
    <Landmark as="main" className={styles.page} data-pane="workshop">
      <header className={styles.head}>
        <h2 className={styles.title}>{en.room.title}</h2>
        <p className={styles.stream}>{stream?.name}</p>
      </header>
      <div className={styles.tabs}>
        <Tabs
          label={tabs.label}
          value={tab}
          onChange={(value) => useRoom.setState({ tab: value })}
          tabs={panels.map(({ value, part }) => ({
            value,
            title: tabs[value],
            count: counts[value],
            panel: <div className={styles.panel}>{part}</div>,
          }))}
        />
      </div>
    </Landmark>
  );
}
