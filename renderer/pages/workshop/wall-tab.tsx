import { Eye, EyeOff, Plus, Search } from 'lucide';
import { useRef, useState } from 'react';
import { addNoteGroup } from '../../../shared/commands/workshop-notes';
import { lookUp } from '../../../shared/model/queries';
import { lastResult } from '../../../shared/model/tally';
import { en } from '../../../shared/text/en';
import { makeId } from '../../make-id';
import { dispatch } from '../../store';
import { Button, IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { CaptureLine } from './capture-line';
import { MoveDialog } from './move-dialog';
import { NoteCard } from './note-card';
import { useRoom } from './room-state';
import { useStream } from './use-stream';
import { useWallDrag } from './use-wall-drag';
import { useWallKeys } from './use-wall-keys';
import { WallColumn } from './wall-column';
import { columnsOf } from './wall-columns';
import styles from './wall.module.css';

const words = en.room.wall;

function Tools(props: { stream: string; groups: number; onAdded: (id: string) => void }): React.JSX.Element {
  const { filter, showsNames } = useRoom((state) => state);
  const add = (): void => {
    const command = addNoteGroup({ stream: props.stream, name: words.newGroup(props.groups + 1) }, makeId);
    if (dispatch(command) === null) props.onAdded(command.made[0] ?? '');
  };
  return (
    <div className={styles.tools}>
      <label className={styles.filter}>
        <Icon of={Search} size={15} />
        <input
          aria-label={words.filter}
          placeholder={words.filter}
          value={filter}
          onChange={(event) => useRoom.setState({ filter: event.target.value })}
        />
      </label>
      <IconButton
        icon={showsNames ? Eye : EyeOff}
        label={showsNames ? words.hideNames : words.showNames}
        isPressed={showsNames}
        onPress={() => useRoom.setState({ showsNames: !showsNames })}
      />
      <Button icon={Plus} onPress={add}>
        {words.addGroup}
      </Button>
    </div>
  );
}

/** The wall: a line to write on, and the notes in groups. */
export function WallTab(): React.JSX.Element | null {
  const { project, stream } = useStream();
  const { filter, showsNames } = useRoom((state) => state);
  const [added, setAdded] = useState<string | null>(null);
  const columns = stream ? columnsOf(project, stream.id, words.loose, filter) : [];
  const board = useRef<HTMLDivElement>(null);
  const wall = useWallKeys(board, columns);
  useWallDrag(board);
  if (!stream) return null;
  const dots = lastResult(project, stream.id);
  const isEmpty = columns.every(({ notes }) => notes.length === 0);
  return (
    <div className={styles.wall}>
      <CaptureLine kind="wall" autoFocus />
      <Tools stream={stream.id} groups={columns.length - 1} onAdded={setAdded} />
      <p className="visuallyHidden" id="wall-keys">
        {words.keys}
      </p>
      {isEmpty && <p className={styles.hint}>{filter === '' ? words.emptyHint : words.noneFound}</p>}
      <div
        ref={board}
        className={styles.board}
        role="group"
        aria-label={words.heading}
        aria-describedby="wall-keys"
      >
        {columns.map((column) => (
          <WallColumn
            key={column.group ?? 'loose'}
            column={column}
            isNew={added !== null && added === column.group}
            emptyText={column.group === null ? words.looseEmpty : words.columnEmpty}
          >
            {column.notes.map((note) => (
              <NoteCard
                key={note.id}
                note={note}
                group={column.name}
                step={lookUp(project.nodes, note.node)?.name}
                dots={dots.get(note.id) ?? 0}
                showsName={showsNames}
                isTabStop={wall.tabStop === note.id}
                isEditing={wall.editing === note.id}
                onFocus={() => wall.setAt(note.id)}
                onEdit={(isEditing) => wall.setEditing(isEditing ? note.id : null)}
                onMove={() => wall.setMoving(note)}
              />
            ))}
          </WallColumn>
        ))}
      </div>
      {wall.moving && <MoveDialog note={wall.moving} columns={columns} onDone={() => wall.setMoving(null)} />}
    </div>
  );
}
