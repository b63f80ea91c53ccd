import type { Command, MakeId } from '../../shared/commands/command';
import { assignPartner, assignRole } from '../../shared/commands/names';
import { listOf, lookUp } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { makeId } from '../make-id';
import { dispatch, useApp } from '../store';
import { TextField } from '../ui/text-field';
import type { Nodes } from './step-fields';

type Assign = (what: { ids: readonly string[]; name: string }, makeId: MakeId) => Command;

const fields = {
  role: { table: 'roles', assign: assignRole },
  partner: { table: 'partners', assign: assignPartner },
} as const satisfies Record<string, { table: 'roles' | 'partners'; assign: Assign }>;

/** The role or the partner of one or several steps, by name: known names are offered, a new one is made, an empty one clears. */
export function WhoField(props: { nodes: Nodes; name: keyof typeof fields }): React.JSX.Element {
  const { nodes, name } = props;
  const { table, assign } = fields[name];
  const rows = useApp((state) => state.history.project[table]);
  const names = new Set(nodes.map((node) => lookUp(rows, node[name])?.name ?? ''));
  return (
    <TextField
      key={nodes.map((node) => node.id).join()}
      label={en.inspector.fields[name]}
      name={name}
      value={names.size === 1 ? ([...names][0] ?? '') : ''}
      placeholder={names.size > 1 ? en.inspector.mixed : ''}
      suggestions={listOf(rows).map((row) => row.name)}
      onCommit={(typed) =>
        dispatch(assign({ ids: nodes.map((node) => node.id), name: typed.trim() }, makeId))
      }
    />
  );
}
