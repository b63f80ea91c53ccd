import { Plus, Trash2 } from 'lucide';
import { useState } from 'react';
import type { FrameworkPack } from '../../shared/catalogue/types';
import { addImprovement, deleteImprovement, setImprovement } from '../../shared/commands/improvements';
import type { Improvement } from '../../shared/model/workshop';
import { lookUp, type MapGraph, type WithId } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { fixesText } from '../../shared/text/fixes';
import { useDerived } from '../derive';
import { makeId } from '../make-id';
import { readDate } from '../panels/dates';
import { dispatch, useApp } from '../store';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import styles from './fix.module.css';

const words = fixesText.improvements;
const statuses = ['idea', 'planned', 'doing', 'done', 'dropped'] as const satisfies readonly NonNullable<
  Improvement['status']
>[];

/** Who sees to it, until when, how far it is, and which dimension it changes. */
function ImprovementFields(props: {
  improvement: WithId<Improvement>;
  pack: FrameworkPack;
}): React.JSX.Element {
  const { improvement, pack } = props;
  const set = (patch: Parameters<typeof setImprovement>[0]['patch']): string | null =>
    dispatch(setImprovement({ id: improvement.id, patch }));
  return (
    <div className={styles.improvementFields}>
      <TextField
        label={words.owner}
        value={improvement.owner ?? ''}
        placeholder="—"
        onCommit={(typed) => set({ owner: typed.trim() || undefined })}
      />
      <TextField
        label={words.due}
        value={improvement.due ?? ''}
        placeholder={en.inspector.example.date}
        onCommit={(typed) => {
          const due = readDate(typed);
          return due === null ? en.inspector.refused.date(typed) : set({ due });
        }}
      />
      <SelectField
        label={words.status}
        choices={statuses.map((value) => ({ value, name: words.statuses[value] }))}
        value={improvement.status ?? null}
        none={words.none}
        onChange={(value) => set({ status: statuses.find((each) => each === value) })}
      />
      <SelectField
        label={words.dimension}
        choices={pack.dimensions.map((each) => ({ value: each.id, name: each.name }))}
        value={improvement.dimension ?? null}
        none={words.none}
        onChange={(value) => set({ dimension: value ?? undefined })}
      />
    </div>
  );
}

function ImprovementRow(props: {
  improvement: WithId<Improvement>;
  pack: FrameworkPack;
  at: string | null;
  isNew: boolean;
}): React.JSX.Element {
  const { improvement, pack, at } = props;
  const { id } = improvement;
  const set = (patch: Parameters<typeof setImprovement>[0]['patch']): string | null =>
    dispatch(setImprovement({ id, patch }));
  return (
    <li className={styles.improvement}>
      <div className={styles.improvementName}>
        <TextField
          label={at === null ? words.name : words.nameAt(at)}
          value={improvement.name}
          autoFocus={props.isNew}
          onCommit={(name) => set({ name: name.trim() })}
        />
        <IconButton
          icon={Trash2}
          size={15}
          label={words.remove(improvement.name)}
          onPress={() => dispatch(deleteImprovement({ id }))}
        />
      </div>
      <ImprovementFields improvement={improvement} pack={pack} />
    </li>
  );
}

const nameAt = (
  graph: MapGraph,
  project: Record<string, { name: string }>,
  node: string | undefined,
): string | null =>
  (node === undefined ? undefined : (graph.node.get(node) ?? lookUp(project, node)))?.name ?? null;

/** The ideas for improving the stream: what, where, who, until when. */
export function ImprovementsDialog(): React.JSX.Element | null {
  const derived = useDerived();
  const nodes = useApp((state) => state.history.project.nodes);
  const [added, setAdded] = useState<string | null>(null);
  if (!derived) return null;
  const { graph, pack } = derived;
  const add = (): void => {
    const name = words.newName(graph.improvements.length + 1);
    const command = addImprovement({ name, stream: graph.stream.id, status: 'idea' }, makeId);
    if (dispatch(command) === null) setAdded(command.made[0] ?? null);
  };
  return (
    <Dialog
      title={words.title}
      description={words.description}
      closeLabel={en.dialogs.close}
      width="wide"
      onClose={() => useApp.setState({ dialog: null })}
      buttons={
        <Button icon={Plus} onPress={add}>
          {words.add}
        </Button>
      }
    >
      {graph.improvements.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      <ul className={styles.improvements}>
        {graph.improvements.map((each) => (
          <ImprovementRow
            key={each.id}
            improvement={each}
            pack={pack}
            at={nameAt(graph, nodes, each.node)}
            isNew={added === each.id}
          />
        ))}
      </ul>
    </Dialog>
  );
}
