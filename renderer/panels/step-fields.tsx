import { addPractice, removePractice, toggleMember } from '../../shared/commands/members';
import { type NodePatch, setNode } from '../../shared/commands/nodes';
import type { MapNode } from '../../shared/model/project';
import { listOf, lookUp, membersOf, type WithId } from '../../shared/model/queries';
import type { Members } from '../../shared/model/schema-tools';
import { en } from '../../shared/text/en';
import type { FrameworkPack } from '../../shared/catalogue/types';
import { makeId } from '../make-id';
import { dispatch, useApp } from '../store';
import { CheckField } from '../ui/check-field';
import { ChipList } from '../ui/chip-list';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { SomeHave } from './selection-sums';

export type Nodes = readonly WithId<MapNode>[];

const idsOf = (nodes: Nodes): string[] => nodes.map((node) => node.id);

/** Stores a patch in all of the nodes. */
export function setAll(nodes: Nodes, patch: NodePatch): string | null {
  return dispatch(setNode({ ids: idsOf(nodes), patch }));
}

type FlagName =
  | 'afterValue'
  | 'requiredWait'
  | 'detached'
  | 'touchesConsumer'
  | 'rekeys'
  | 'isRework'
  | 'standardised'
  | 'external'
  | 'warranty'
  | 'agreement'
  | 'stopsClock';

/** A yes or no of one or several steps. */
export function FlagField(props: { nodes: Nodes; name: FlagName }): React.JSX.Element {
  const values = new Set(props.nodes.map((node) => node[props.name] === true));
  return (
    <CheckField
      label={en.inspector.fields[props.name]}
      name={props.name}
      value={values.size > 1 ? null : values.has(true)}
      onChange={(value) => setAll(props.nodes, { [props.name]: value ? true : undefined })}
    />
  );
}

type ChoiceName = 'activity' | 'party' | 'kind' | 'automation' | 'nnvaReason' | 'outsideFactor';

/** A choice of one, for one or several steps. */
export function ChoiceField(props: {
  nodes: Nodes;
  name: ChoiceName;
  choices: readonly { value: string; name: string; mark?: string }[];
}): React.JSX.Element {
  const values = new Set(props.nodes.map((node) => node[props.name]));
  const isMixed = values.size > 1;
  return (
    <SelectField
      label={en.inspector.fields[props.name]}
      name={props.name}
      choices={props.choices}
      value={isMixed ? null : ([...values][0] ?? null)}
      none={isMixed ? en.inspector.mixed : en.inspector.none}
      onChange={(value) => setAll(props.nodes, { [props.name]: value ?? undefined })}
    />
  );
}

/** Value sets of the model as choices, by their names. */
export function namesAsChoices(names: Readonly<Record<string, string>>): { value: string; name: string }[] {
  return Object.entries(names).map(([value, name]) => ({ value, name }));
}

type TextName = 'team' | 'obligationReference' | 'note';

/** A text of one or several steps. */
export function StepTextField(props: {
  nodes: Nodes;
  name: TextName;
  isMultiline?: boolean;
  suggestions?: readonly string[];
}): React.JSX.Element {
  const values = new Set(props.nodes.map((node) => node[props.name] ?? ''));
  return (
    <TextField
      key={idsOf(props.nodes).join()}
      label={en.inspector.fields[props.name]}
      name={props.name}
      value={values.size === 1 ? ([...values][0] ?? '') : ''}
      placeholder={values.size > 1 ? en.inspector.mixed : ''}
      isMultiline={props.isMultiline === true}
      {...(props.suggestions && { suggestions: props.suggestions })}
      onCommit={(text) => setAll(props.nodes, { [props.name]: text.trim() === '' ? undefined : text.trim() })}
    />
  );
}

/** A plain number of one or several steps. */
export function NumberField(props: {
  nodes: Nodes;
  name: 'skillRequired' | 'skillTypical' | 'costPerVisit';
}): React.JSX.Element {
  const values = new Set(props.nodes.map((node) => node[props.name]));
  const only = values.size === 1 ? [...values][0] : undefined;
  return (
    <TextField
      key={idsOf(props.nodes).join()}
      label={en.inspector.fields[props.name]}
      name={props.name}
      value={only === undefined ? '' : String(only)}
      placeholder={values.size > 1 ? en.inspector.mixed : '—'}
      onCommit={(text) => {
        const number = Number(text.trim().replace(',', '.'));
        if (text.trim() === '') return setAll(props.nodes, { [props.name]: undefined });
        if (!Number.isFinite(number)) return en.inspector.refused.number(text);
        return number < 0 ? en.inspector.refused.low : setAll(props.nodes, { [props.name]: number });
      }}
    />
  );
}

/** The names of those rows that a step has. */
function namesOf(
  rows: readonly { readonly id: string; readonly name: string }[],
  members: Members | undefined,
): string[] {
  return rows.filter(({ id }) => Object.hasOwn(members ?? {}, id)).map(({ name }) => name);
}

/** The practices that all of the steps use. */
export function PracticesField(props: { nodes: Nodes; pack: FrameworkPack }): React.JSX.Element {
  const { nodes, pack } = props;
  const used = pack.practices.filter((practice) =>
    nodes.every((node) => Object.hasOwn(node.practices ?? {}, practice.id)),
  );
  const [only] = nodes;
  const order = nodes.length === 1 ? membersOf(only?.practices) : [];
  const chips = [...used].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return (
    <div>
      <ChipList
        name="practices"
        label={en.inspector.fields.practices}
        addLabel={en.inspector.add}
        removeLabel={en.inspector.remove}
        searchLabel={en.inspector.search}
        emptyText={en.inspector.nothingToAdd}
        chips={chips}
        choices={pack.practices.filter((practice) => !used.includes(practice))}
        onAdd={(chip) => {
          if (chip.id !== null) dispatch(addPractice({ ids: idsOf(nodes), practice: chip.id }));
        }}
        onRemove={(practice) => dispatch(removePractice({ ids: idsOf(nodes), practice }))}
      />
      <SomeHave nodes={nodes} names={(node) => namesOf(pack.practices, node.practices)} />
    </div>
  );
}

/** Systems, inputs or outputs that all of the steps have; new names can be added. */
export function MembersField(props: {
  nodes: Nodes;
  name: 'systems' | 'inputs' | 'outputs';
}): React.JSX.Element {
  const { nodes, name } = props;
  const table = useApp((state) => state.history.project[name === 'systems' ? 'systems' : 'artefacts']);
  const all = listOf(table);
  const used = all.filter((row) => nodes.every((node) => Object.hasOwn(node[name] ?? {}, row.id)));
  const toggle = (rowName: string): void =>
    void dispatch(toggleMember({ ids: idsOf(nodes), field: name, name: rowName }, makeId));
  return (
    <div>
      <ChipList
        name={name}
        label={en.inspector.fields[name]}
        addLabel={en.inspector.add}
        removeLabel={en.inspector.remove}
        searchLabel={en.inspector.search}
        emptyText={en.inspector.nothingToAdd}
        createLabel={en.inspector.create}
        chips={used}
        choices={all.filter((row) => !used.includes(row))}
        onAdd={(chip) => toggle(chip.name)}
        onRemove={(id) => toggle(lookUp(table, id)?.name ?? '')}
      />
      <SomeHave nodes={nodes} names={(node) => namesOf(all, node[name])} />
    </div>
  );
}
