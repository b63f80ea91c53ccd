import { EllipsisVertical } from 'lucide';
import { useState } from 'react';
import { deleteNoteGroup, renameNoteGroup } from '../../../shared/commands/workshop-notes';
import { en } from '../../../shared/text/en';
import { dispatch } from '../../store';
import { Icon } from '../../ui/icon';
import { MenuButton } from '../../ui/menu';
import type { WallColumn as Column } from './wall-columns';
import styles from './wall.module.css';

const words = en.room.wall;

function GroupName(props: {
  id: string;
  name: string;
  isEditing: boolean;
  onEdit: (isEditing: boolean) => void;
}): React.JSX.Element {
  const [text, setText] = useState(props.name);
  const keep = (): void => {
    if (text.trim() !== props.name && text.trim() !== '')
      dispatch(renameNoteGroup({ id: props.id, name: text }));
    props.onEdit(false);
  };
  if (!props.isEditing) return <h3 className={styles.groupName}>{props.name}</h3>;
  return (
    <input
      className={styles.field}
      aria-label={words.groupName}
      value={text}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') props.onEdit(false);
      }}
    />
  );
}

function GroupMenu(props: { id: string; name: string; onRename: () => void }): React.JSX.Element {
  return (
    <MenuButton
      label={words.groupMore(props.name)}
      className={styles.more}
      face={<Icon of={EllipsisVertical} size={16} />}
      entries={[
        { id: 'rename', title: words.renameGroup, run: props.onRename },
        { id: 'delete', title: words.deleteGroup, run: () => dispatch(deleteNoteGroup({ id: props.id })) },
      ]}
    />
  );
}

/** A column of the wall: takes notes that are dragged into it. */
export function WallColumn(props: {
  column: Column;
  isNew: boolean;
  emptyText: string;
  children: React.ReactNode;
}): React.JSX.Element {
  const { column } = props;
  const [isEditing, setEditing] = useState(props.isNew);
  return (
    <section
      className={styles.column}
      data-colour={column.colour}
      data-column={column.group ?? ''}
      aria-label={column.name}
    >
      <header className={styles.columnHead}>
        {column.group === null ? (
          <h3 className={styles.groupName}>{column.name}</h3>
        ) : (
          <GroupName
            key={column.name}
            id={column.group}
            name={column.name}
            isEditing={isEditing}
            onEdit={setEditing}
          />
        )}
        <span className={styles.count}>{column.notes.length}</span>
        {column.group !== null && (
          <GroupMenu id={column.group} name={column.name} onRename={() => setEditing(true)} />
        )}
      </header>
      {column.notes.length === 0 ? (
        <p className={styles.columnEmpty}>{props.emptyText}</p>
      ) : (
        <ul className={styles.notes}>{props.children}</ul>
      )}
    </section>
  );
}
