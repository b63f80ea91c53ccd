import { BellOff, BellRing, Check, Pause, Play, Plus, RotateCcw, X } from 'lucide';
import { nextBlock } from '../../../shared/model/agenda-clock';
import type { WithId } from '../../../shared/model/queries';
import type { AgendaItem } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { Button, IconButton } from '../../ui/button';
import styles from './agenda.module.css';
import {
  addFive,
  finishBlock,
  pauseOrResume,
  type ShownClock,
  startBlock,
  stopClock,
  useBehind,
  useClock,
} from './room-clock';
import { useRoom } from './room-state';

const words = en.room.clock;

/** "We are 12 min behind", where blocks that are done or running can be compared with their plan. */
export function Behind(props: { items: readonly WithId<AgendaItem>[] }): React.JSX.Element | null {
  const behind = useBehind(props.items);
  if (behind === null) return null;
  const said = behind > 0 ? words.behind(behind) : behind < 0 ? words.ahead(-behind) : words.onTime;
  return (
    <p className={styles.behind} data-late={behind > 0}>
      {said}
    </p>
  );
}

function SoundButton(): React.JSX.Element {
  const hasSound = useRoom((state) => state.hasSound);
  return (
    <IconButton
      icon={hasSound ? BellRing : BellOff}
      label={hasSound ? words.soundOn : words.soundOff}
      isPressed={hasSound}
      onPress={() => useRoom.setState({ hasSound: !hasSound })}
    />
  );
}

function Buttons(props: { clock: ShownClock; next: string | null }): React.JSX.Element {
  const { clock, next } = props;
  const isFresh = clock.isPaused && clock.gone === 0;
  return (
    <div className={styles.clockButtons}>
      <Button icon={clock.isPaused ? Play : Pause} kind="primary" onPress={pauseOrResume}>
        {clock.isPaused ? (isFresh ? words.start : words.resume) : words.pause}
      </Button>
      <Button icon={Plus} onPress={addFive}>
        {words.addFive}
      </Button>
      <Button icon={Check} onPress={finishBlock}>
        {words.done}
      </Button>
      <IconButton icon={RotateCcw} label={words.reset} onPress={() => startBlock(clock.block.id)} />
      <SoundButton />
      <IconButton icon={X} label={words.stop} onPress={stopClock} />
      {next !== null && <p className={styles.next}>{words.next(next)}</p>}
    </div>
  );
}

function Running(props: { clock: ShownClock; items: readonly WithId<AgendaItem>[] }): React.JSX.Element {
  const { clock, items } = props;
  const { block } = clock;
  const next = nextBlock(items, block.id)?.name ?? null;
  return (
    <>
      <div className={styles.clockFace} data-over={clock.isOver} data-paused={clock.isPaused}>
        <p className={styles.time} role="timer">
          {clock.time}
        </p>
        <p className={styles.timeNote}>
          {clock.isPaused
            ? words.paused
            : clock.isOver
              ? words.over
              : clock.gone === null
                ? words.running
                : words.left}{' '}
          · {block.minutes === undefined ? words.noPlan : words.of(block.minutes, clock.extra)}
        </p>
        <span className={styles.goneTrack} aria-hidden="true">
          <span className={styles.gone} style={{ transform: `scaleX(${String(clock.gone ?? 0)})` }} />
        </span>
      </div>
      <div className={styles.clockText}>
        <h3 className={styles.blockName}>{block.name}</h3>
        <Behind items={items} />
        <Buttons clock={clock} next={next} />
      </div>
    </>
  );
}

/** The clock of the running block, in figures that are read from the back of the room. */
export function ClockPanel(props: { items: readonly WithId<AgendaItem>[] }): React.JSX.Element {
  const clock = useClock();
  const next = nextBlock(props.items, null);
  return (
    <section className={styles.clock} aria-label={words.label}>
      {clock ? (
        <Running clock={clock} items={props.items} />
      ) : (
        <div className={styles.clockText}>
          <h3 className={styles.blockName}>{words.none}</h3>
          <p className={styles.timeNote}>{words.noneHint}</p>
          <Behind items={props.items} />
          <div className={styles.clockButtons}>
            {next && (
              <Button icon={Play} kind="primary" onPress={() => startBlock(next.id)}>
                {words.startNext(next.name)}
              </Button>
            )}
            <SoundButton />
          </div>
        </div>
      )}
    </section>
  );
}
