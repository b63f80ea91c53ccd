import { ArrowRight } from 'lucide';
import { useState } from 'react';
import {
  nameOfFrom,
  nameOfTo,
  replaceAll,
  type ReplaceFrom,
  type ReplaceKind,
  type Replacement,
  replacementsOf,
  type Replacing,
} from '../../shared/commands/replace';
import { lookUp } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { makeId } from '../make-id';
import { dispatch, notify, undoLast, useApp } from '../store';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { Dialog } from '../ui/dialog';
import { FormField } from '../ui/form-field';
import { Icon } from '../ui/icon';
import { Segmented } from '../ui/segmented';
import { SelectField } from '../ui/select-field';
import { choicesOf, knownNames } from './replace-choices';
import styles from './replace-dialog.module.css';
import { useFindView } from './find-view';

const text = en.search.replace;
const kinds = Object.keys(text.kinds) as ReplaceKind[];
type ScopeName = keyof typeof text.scopes;

interface Form {
  readonly kind: ReplaceKind;
  readonly from: string;
  readonly to: string;
  readonly scope: ScopeName;
  readonly caseMatters: boolean;
  readonly wholeWords: boolean;
}

function replacingOf({ scope, ...form }: Form): Replacing {
  const { mapId, selection } = useApp.getState();
  const where =
    scope === 'map'
      ? { kind: scope, map: mapId }
      : scope === 'selection'
        ? { kind: scope, ids: selection }
        : { kind: scope };
  return { ...form, scope: where };
}

type Change = (change: Partial<Form>) => void;

function FromField(props: { form: Form; change: Change }): React.JSX.Element {
  const { form, change } = props;
  const project = useApp((state) => state.history.project);
  if (form.kind === 'words')
    return (
      <FormField
        label={text.from}
        value={form.from}
        error={null}
        autoFocus
        onType={(from) => change({ from })}
      />
    );
  return (
    <SelectField
      label={text.from}
      choices={choicesOf(project, form.kind)}
      value={form.from === '' ? null : form.from}
      none={text.choose}
      onChange={(from) => change({ from: from ?? '' })}
    />
  );
}

function ToField(props: { form: Form; change: Change }): React.JSX.Element {
  const { form, change } = props;
  const project = useApp((state) => state.history.project);
  if (form.kind === 'practice')
    return (
      <SelectField
        label={text.to}
        choices={knownNames(project, form.kind).map(({ id, name }) => ({ value: id, name }))}
        value={form.to === '' ? null : form.to}
        none={text.choose}
        onChange={(to) => change({ to: to ?? '' })}
      />
    );
  return (
    <FormField
      label={text.to}
      value={form.to}
      error={null}
      {...(form.kind !== 'words' && {
        placeholder: text.toNew,
        suggestions: knownNames(project, form.kind).map(({ name }) => name),
      })}
      onType={(to) => change({ to })}
    />
  );
}

function Options(props: { form: Form; change: Change }): React.JSX.Element {
  const { form, change } = props;
  const hasSelection = useApp((state) => state.selection.length > 0);
  const scopes: readonly ScopeName[] = hasSelection ? ['selection', 'map', 'project'] : ['map', 'project'];
  return (
    <div className={styles.options}>
      <Segmented
        label={text.where}
        value={form.scope}
        choices={scopes.map((value) => ({ value, name: text.scopes[value] }))}
        onChange={(scope) => {
          if (scope !== null) change({ scope });
        }}
      />
      {form.kind === 'words' && (
        <>
          <CheckField
            label={text.wholeWords}
            value={form.wholeWords}
            onChange={(wholeWords) => change({ wholeWords })}
          />
          <CheckField
            label={text.caseMatters}
            value={form.caseMatters}
            onChange={(caseMatters) => change({ caseMatters })}
          />
        </>
      )}
    </div>
  );
}

const most = 60;

function Preview(props: { form: Form; changes: readonly Replacement[] }): React.JSX.Element {
  const { form, changes } = props;
  const maps = useApp((state) => state.history.project.maps);
  const mapCount = new Set(changes.map(({ map }) => map)).size;
  const isOpen = form.from === '';
  return (
    <section aria-label={text.preview} className={styles.preview}>
      <h3 className={styles.previewTitle}>
        {text.preview}
        {changes.length > 0 && (
          <span className={styles.count}>
            {text.count(new Set(changes.map(({ id }) => id)).size, mapCount)}
          </span>
        )}
      </h3>
      {changes.length === 0 && <p className={styles.nothing}>{isOpen ? text.choosing : text.nothing}</p>}
      <ul className={styles.changes}>
        {changes.slice(0, most).map((change) => (
          <li key={`${change.id} ${change.field}`} className={styles.change}>
            <span className={styles.element}>
              {change.field === 'name' ? text.fields.name : change.element}
              {change.field !== 'name' && <span className={styles.map}>{text.fields[change.field]}</span>}
              {mapCount > 1 && <span className={styles.map}>{lookUp(maps, change.map)?.name}</span>}
            </span>
            <del>{change.before}</del>
            <Icon of={ArrowRight} size={13} />
            <span className="visuallyHidden">{text.becomes}</span>
            <ins>{change.after}</ins>
          </li>
        ))}
      </ul>
      {changes.length > most && <p className={styles.nothing}>{text.more(changes.length - most)}</p>}
    </section>
  );
}

function apply(form: Form, changes: readonly Replacement[]): void {
  const { project } = useApp.getState().history;
  const replacing = replacingOf(form);
  const names = { from: nameOfFrom(project, replacing), to: nameOfTo(project, replacing) };
  if (dispatch(replaceAll(replacing, names, makeId)) !== null) return;
  useApp.setState({ dialog: null });
  const count = new Set(changes.map(({ id }) => id)).size;
  notify(text.done(count, names.from, names.to), 'plain', { title: text.undo, run: undoLast });
}

function useForm(from: ReplaceFrom | null): [Form, Change] {
  const [form, setForm] = useState<Form>(() => ({
    kind: from?.kind ?? 'words',
    from: from?.from ?? (useApp.getState().isFinding ? useFindView.getState().typed : ''),
    to: '',
    scope: useApp.getState().selection.length > 1 ? 'selection' : 'project',
    caseMatters: false,
    wholeWords: false,
  }));
  return [form, (change) => setForm((before) => ({ ...before, ...change }))];
}

/** Replaces a role, team, practice, system or words, and shows before what would change. */
export function ReplaceDialog(props: { from: ReplaceFrom | null }): React.JSX.Element {
  const project = useApp((state) => state.history.project);
  const [form, change] = useForm(props.from);
  const changes = form.from === '' ? [] : replacementsOf(project, replacingOf(form));
  const isReady = changes.length > 0 && (form.kind === 'words' || form.to.trim() !== '');
  const close = (): void => useApp.setState({ dialog: null });
  return (
    <Dialog
      title={text.title}
      description={text.description}
      closeLabel={en.dialogs.close}
      width="wide"
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{en.dialogs.cancel}</Button>
          <Button kind="primary" isDisabled={!isReady} onPress={() => apply(form, changes)}>
            {text.apply(isReady ? new Set(changes.map(({ id }) => id)).size : 0)}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) apply(form, changes);
        }}
      >
        <Segmented
          label={text.what}
          value={form.kind}
          choices={kinds.map((value) => ({ value, name: text.kinds[value] }))}
          onChange={(kind) => {
            if (kind !== null) change({ kind, from: '', to: '' });
          }}
        />
        <div className={styles.two}>
          <FromField key={form.kind} form={form} change={change} />
          <ToField key={`to ${form.kind}`} form={form} change={change} />
        </div>
        <Options form={form} change={change} />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
      <Preview form={form} changes={changes} />
    </Dialog>
  );
}
