import { CircleParking, Gavel, StickyNote, Trash2 } from 'lucide';
import { deleteNote, setNote } from '../../../shared/commands/workshop-notes';
import { listOf, lookUp, mapsOf, type WithId } from '../../../shared/model/queries';
import type { WorkshopNote } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { readDate } from '../../panels/dates';
import { dispatch } from '../../store';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { CaptureLine } from './capture-line';
import styles from './log.module.css';
import { makeKind } from './note-actions';
import { Tick } from './tick';
import { useStream } from './use-stream';

const words = en.room.log;

type Kind = 'parked' | 'decision';

interface Choice {
  readonly value: string;
  readonly name: string;
}

interface RowProps {
  note: WithId<WorkshopNote>;
  kind: Kind;
  steps: readonly Choice[];
  futures: readonly Choice[];
}

/** The step that it is about, and of a decision the future state that shows it. */
function Links(
  props: RowProps & { set: (patch: Parameters<typeof setNote>[0]['patch']) => string | null },
): React.JSX.Element {
  const { note, kind, steps, futures } = props;
  return (
    <>
      <SelectField
        label={words.step}
        none={words.none}
        value={note.node ?? null}
        choices={steps}
        onChange={(node) => void props.set({ node: node ?? undefined })}
      />
      {kind === 'decision' && (
        <SelectField
          label={words.future}
          none={words.none}
          value={note.future ?? null}
          choices={futures}
          onChange={(future) => void props.set({ future: future ?? undefined })}
        />
      )}
    </>
  );
}

function Row(props: RowProps): React.JSX.Element {
  const { note } = props;
  const set = (patch: Parameters<typeof setNote>[0]['patch']): string | null =>
    dispatch(setNote({ id: note.id, patch }));
  return (
    <li className={styles.row} data-settled={note.isSettled === true}>
      <span className={styles.tickCell}>
        <Tick
          label={words.tick(note.name)}
          isOn={note.isSettled === true}
          onChange={(isSettled) => void set({ isSettled: isSettled || undefined })}
        />
      </span>
      <TextField label={words.what} value={note.name} onCommit={(name) => set({ name: name.trim() })} />
      <TextField
        label={words.who}
        value={note.by ?? ''}
        placeholder="—"
        onCommit={(by) => set({ by: by.trim() || undefined })}
      />
      <TextField
        label={words.when}
        value={note.on ?? ''}
        placeholder={en.inspector.example.date}
        onCommit={(typed) => {
          const on = readDate(typed);
          return on === null ? en.inspector.refused.date(typed) : set({ on });
        }}
      />
      <Links {...props} set={set} />
      <span className={styles.buttons}>
        <IconButton
          icon={StickyNote}
          label={words.toWall(note.name)}
          onPress={() => makeKind(note, 'wall')}
        />
        <IconButton
          icon={Trash2}
          label={words.remove(note.name)}
          onPress={() => dispatch(deleteNote({ id: note.id }))}
        />
      </span>
    </li>
  );
}

/** The parking lot, or the decisions: a line to write on, and what was written, the newest first. */
export function LogTab(props: { kind: Kind }): React.JSX.Element | null {
  const { kind } = props;
  const { project, stream } = useStream();
  if (!stream) return null;
  const text = words[kind];
  const notes = listOf(project.workshopNotes).filter(
    (each) => each.stream === stream.id && each.kind === kind,
  );
  const maps = mapsOf(project, stream.id);
  const isHere = new Set(maps.map(({ id }) => id));
  const steps = listOf(project.nodes)
    .filter((node) => node.type === 'step' && isHere.has(node.map))
    .map((node) => {
      const map = lookUp(project.maps, node.map);
      return {
        value: node.id,
        name: maps.length > 1 && map ? `${node.name} (${map.name})` : node.name,
      };
    });
  const futures = maps.filter(({ state }) => state === 'future').map(({ id, name }) => ({ value: id, name }));
  const open = notes.filter((note) => note.isSettled !== true).length;
  return (
    <div className={styles.log}>
      <CaptureLine key={kind} kind={kind} label={text.capture} placeholder={text.placeholder} autoFocus />
      <p className={styles.hint}>
        {text.hint} {notes.length > 0 && <strong>{words.open(open, notes.length)}</strong>}
      </p>
      {notes.length === 0 ? (
        <div className={styles.empty}>
          <Icon of={kind === 'parked' ? CircleParking : Gavel} size={36} weight={1.5} />
          <p>{text.empty}</p>
        </div>
      ) : (
        <ul className={styles.rows} aria-label={text.heading} data-kind={kind}>
          {notes.reverse().map((note) => (
            <Row key={note.id} note={note} kind={kind} steps={steps} futures={futures} />
          ))}
        </ul>
      )}
    </div>
  );
}
