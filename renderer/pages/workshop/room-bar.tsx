import { ChevronUp, Pause, Play, Plus, Presentation, Timer } from 'lucide';
import { useState } from 'react';
import { agendaOf, nextBlock } from '../../../shared/model/agenda-clock';
import { type NoteKind, noteKinds } from '../../../shared/model/value-sets';
import { en } from '../../../shared/text/en';
import { showPage } from '../../store';
import { Button, IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Landmark } from '../../ui/landmark';
import { Segmented } from '../../ui/segmented';
import { CaptureLine } from './capture-line';
import { Behind } from './clock-panel';
import styles from './room-bar.module.css';
import { addFive, finishBlock, pauseOrResume, startBlock, useClock } from './room-clock';
import { useRoom } from './room-state';
import { useStream } from './use-stream';

const words = en.room;

const kindNames: Readonly<Record<NoteKind, string>> = {
  wall: words.tabs.wall,
  parked: words.tabs.parked,
  decision: words.tabs.decisions,
};

function Clock(): React.JSX.Element {
  const { project, stream } = useStream();
  const clock = useClock();
  const items = stream ? agendaOf(project, stream.id) : [];
  const next = nextBlock(items, null);
  if (!clock)
    return next ? (
      <Button icon={Play} onPress={() => startBlock(next.id)}>
        {words.clock.startNext(next.name)}
      </Button>
    ) : (
      <span className={styles.none}>{words.clock.none}</span>
    );
  return (
    <>
      <span className={styles.time} role="timer" data-over={clock.isOver}>
        {clock.time}
      </span>
      <span className={styles.block} title={clock.block.name}>
        {clock.block.name}
      </span>
      <IconButton
        icon={clock.isPaused ? Play : Pause}
        label={clock.isPaused ? words.clock.resume : words.clock.pause}
        onPress={pauseOrResume}
      />
      <IconButton icon={Plus} label={words.clock.addFiveLabel} onPress={addFive} />
      <Button onPress={finishBlock}>{words.clock.done}</Button>
      <Behind items={items} />
    </>
  );
}

/** Clock and note line above the map, so that nobody leaves the map to write something down. */
export function RoomBar(): React.JSX.Element | null {
  const isOpen = useRoom((state) => state.isBarOpen);
  const [kind, setKind] = useState<NoteKind>('wall');
  if (!isOpen) return null;
  return (
    <Landmark as="section" className={styles.bar} aria-label={words.bar.label} data-pane="room">
      <Icon of={Timer} size={16} />
      <Clock />
      <div className={styles.capture}>
        <CaptureLine kind={kind} isSmall />
      </div>
      <Segmented
        label={words.bar.kindLabel}
        value={kind}
        choices={noteKinds.map((value) => ({ value, name: kindNames[value] }))}
        onChange={(value) => setKind(value ?? kind)}
      />
      <IconButton icon={Presentation} label={words.bar.openPage} onPress={() => showPage('workshop')} />
      <IconButton
        icon={ChevronUp}
        label={words.bar.fold}
        onPress={() => useRoom.setState({ isBarOpen: false })}
      />
    </Landmark>
  );
}

/** The small clock at the foot of the window while a block runs: it opens the bar. */
export function ClockChip(): React.JSX.Element | null {
  const clock = useClock();
  const isOpen = useRoom((state) => state.isBarOpen);
  if (!clock || isOpen) return null;
  return (
    <button
      type="button"
      className={styles.chip}
      data-over={clock.isOver}
      aria-label={words.clock.chip(clock.block.name, clock.time)}
      onClick={() => {
        showPage('map');
        useRoom.setState({ isBarOpen: true });
      }}
    >
      <Icon of={Timer} size={13} />
      {clock.time}
    </button>
  );
}
