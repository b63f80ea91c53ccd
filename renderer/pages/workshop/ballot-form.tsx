import { useState } from 'react';
import { addBallot } from '../../../shared/commands/ballots';
import type { Project } from '../../../shared/model/project';
import { en } from '../../../shared/text/en';
import { makeId } from '../../make-id';
import { dispatch } from '../../store';
import { Button } from '../../ui/button';
import { FormField } from '../../ui/form-field';
import { Segmented } from '../../ui/segmented';
import { type BallotOver, candidates } from './ballot-names';
import styles from './vote.module.css';

const words = en.roomVote;
const kinds = ['notes', 'groups', 'improvements'] as const satisfies readonly BallotOver[];
/** Dots that most rooms use. */
const usualQuota = '3';

const readQuota = (text: string): number | null => {
  const quota = Number(text.trim());
  return /^\d{1,2}$/.test(text.trim()) && quota >= 1 && quota <= 20 ? quota : null;
};

/** What a dot vote is about, among what, and how many dots each person has. */
export function BallotForm(props: {
  project: Project;
  stream: string;
  number: number;
  onStarted: (id: string) => void;
  onCancel: (() => void) | null;
}): React.JSX.Element {
  const found = candidates(props.project, props.stream);
  const first = kinds.find((kind) => found[kind].length > 1) ?? 'notes';
  const [name, setName] = useState(words.newName(props.number));
  const [over, setOver] = useState<BallotOver>(first);
  const [quota, setQuota] = useState(usualQuota);
  const dots = readQuota(quota);
  const start = (): void => {
    if (dots === null) return;
    const command = addBallot({ stream: props.stream, name, quota: dots, choices: found[over] }, makeId);
    if (dispatch(command) === null) props.onStarted(command.made[0] ?? '');
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <h3>{words.newVote}</h3>
      <FormField label={words.what} value={name} onType={setName} error={null} autoFocus />
      <div>
        <p className={styles.label}>{words.over}</p>
        <Segmented
          label={words.over}
          value={over}
          choices={kinds.map((value) => ({
            value,
            name: `${words.kinds[value]} (${String(found[value].length)})`,
          }))}
          onChange={(value) => setOver(value ?? over)}
        />
      </div>
      <FormField
        label={words.quota}
        value={quota}
        onType={setQuota}
        error={dots === null ? words.badQuota : null}
      />
      <div className={styles.buttons}>
        <Button kind="primary" isDisabled={found[over].length < 2 || dots === null} onPress={start}>
          {words.start}
        </Button>
        {props.onCancel && <Button onPress={props.onCancel}>{words.cancel}</Button>}
      </div>
    </form>
  );
}
