import { addRole } from '../../shared/commands/roles';
import { useApp, dispatch } from '../store';
import { en } from '../../shared/text/en';
import { makeId } from '../make-id';
import { SelectField } from '../ui/select-field';
import { ChoiceField, choicesOf, type Nodes, setAll } from './step-fields';

const newRole = '\u0000new';

/** The role of one or several steps; a new role can be made on the spot. */
export function RoleField(props: { nodes: Nodes }): React.JSX.Element {
  const roles = useApp((state) => state.history.project.roles);
  const values = new Set(props.nodes.map((node) => node.role));
  const count = Object.keys(roles).length;
  return (
    <SelectField
      label={en.inspector.fields.role}
      choices={[...choicesOf(roles), { value: newRole, name: en.dialogs.roles.add }]}
      value={values.size > 1 ? null : ([...values][0] ?? null)}
      none={values.size > 1 ? en.inspector.mixed : en.inspector.none}
      onChange={(value) => {
        if (value !== newRole) {
          setAll(props.nodes, { role: value ?? undefined });
          return;
        }
        const command = addRole({ name: en.dialogs.roles.newName(count + 1) }, makeId);
        if (dispatch(command) === null) {
          setAll(props.nodes, { role: command.made[0] });
          useApp.setState({ dialog: { kind: 'roles' } });
        }
      }}
    />
  );
}

/** The partner who does the steps. */
export function PartnerFields(props: { nodes: Nodes }): React.JSX.Element | null {
  const partners = useApp((state) => state.history.project.partners);
  if (Object.keys(partners).length === 0) return null;
  return <ChoiceField nodes={props.nodes} name="partner" choices={choicesOf(partners)} />;
}
