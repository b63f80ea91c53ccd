import { useState } from 'react';
import { en } from '../../../shared/text/en';
import type { ScenarioChanges } from '../../../shared/what-if/types';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { FormField } from '../../ui/form-field';
import { keepScenario, nameForNext } from './scenario-actions';

const words = en.whatIf;

/** Asks for the name under which what is on the sliders is kept. */
export function KeepDialog(props: {
  map: string;
  changes: ScenarioChanges;
  onClose: () => void;
}): React.JSX.Element {
  const [name, setName] = useState(() => nameForNext(props.map, props.changes));
  const [error, setError] = useState<string | null>(null);
  const keep = (): void => {
    const refused = keepScenario(props.map, name, props.changes);
    setError(refused);
    if (refused === null) props.onClose();
  };
  return (
    <Dialog
      title={words.keep}
      closeLabel={en.dialogs.close}
      onClose={props.onClose}
      buttons={
        <>
          <Button onPress={props.onClose}>{en.dialogs.cancel}</Button>
          <Button kind="primary" onPress={keep}>
            {words.keep}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <FormField label={words.keepName} value={name} onType={setName} error={error} autoFocus />
      </form>
    </Dialog>
  );
}
