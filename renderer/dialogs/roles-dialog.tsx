import { Plus, Trash2 } from 'lucide';
import { useState } from 'react';
import { addRole, deleteRole, type RolePatch, setRole } from '../../shared/commands/roles';
import type { Role } from '../../shared/model/project';
import { listOf, type WithId } from '../../shared/model/queries';
import { formatShare, writeShare } from '../../shared/model/units-format';
import { parseShare } from '../../shared/model/units-shares';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { makeId } from '../make-id';
import { dispatch, useApp } from '../store';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/text-field';
import styles from './dialogs.module.css';

const text = en.dialogs.roles;

/** Reads a number of at least zero; undefined for an empty field, null for anything else. */
function readNumber(typed: string): number | undefined | null {
  if (typed.trim() === '') return undefined;
  const number = Number(typed.trim().replace(',', '.'));
  return Number.isFinite(number) && number >= 0 ? number : null;
}

function RoleRow(props: { role: WithId<Role>; used: number | null; isNew: boolean }): React.JSX.Element {
  const { role, used } = props;
  const set = (patch: RolePatch): string | null => dispatch(setRole({ id: role.id, patch }));
  const number = (name: 'people' | 'ratePerHour') => (typed: string) => {
    const value = readNumber(typed);
    return value === null ? text.notNumber : set({ [name]: value });
  };
  return (
    <div className={styles.roleRow}>
      <TextField
        label={text.name}
        value={role.name}
        autoFocus={props.isNew}
        onCommit={(name) => set({ name: name.trim() })}
      />
      <TextField
        label={text.people}
        value={role.people === undefined ? '' : String(role.people)}
        placeholder="—"
        onCommit={number('people')}
      />
      <TextField
        label={text.availability}
        value={role.availability === undefined ? '' : writeShare(role.availability)}
        placeholder="—"
        onCommit={(typed) => {
          if (typed.trim() === '') return set({ availability: undefined });
          const parsed = parseShare(typed, { bareNumber: 'percent' });
          return parsed.ok ? set({ availability: parsed.value }) : parsed.reason;
        }}
      />
      <TextField
        label={text.rate}
        value={role.ratePerHour === undefined ? '' : String(role.ratePerHour)}
        placeholder="—"
        onCommit={number('ratePerHour')}
      />
      <output className={styles.used} data-hot={used !== null && used >= 0.85} aria-label={text.utilisation}>
        <span>{text.utilisation}</span>
        {used === null ? '—' : formatShare(used, 0)}
      </output>
      <IconButton
        icon={Trash2}
        size={15}
        label={text.remove(role.name)}
        onPress={() => dispatch(deleteRole({ id: role.id }))}
      />
    </div>
  );
}

/** The pools of people, and how much of them this stream uses. */
export function RolesDialog(): React.JSX.Element {
  const roles = listOf(useApp((state) => state.history.project.roles));
  const utilisation = useDerived()?.figures.utilisation;
  const [added, setAdded] = useState<string | null>(null);
  const add = (): void => {
    const command = addRole({ name: text.newName(roles.length + 1) }, makeId);
    if (dispatch(command) === null) setAdded(command.made[0] ?? null);
  };
  return (
    <Dialog
      title={text.title}
      description={text.description}
      closeLabel={en.dialogs.close}
      width="wide"
      onClose={() => useApp.setState({ dialog: null })}
      buttons={
        <Button icon={Plus} onPress={add}>
          {text.add}
        </Button>
      }
    >
      {roles.length === 0 && <p className={styles.none}>{text.none}</p>}
      {roles.map((role) => (
        <RoleRow
          key={role.id}
          role={role}
          isNew={added === role.id}
          used={utilisation?.get(role.id) ?? null}
        />
      ))}
    </Dialog>
  );
}
