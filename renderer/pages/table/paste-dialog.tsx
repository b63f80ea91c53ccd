import { useState } from 'react';
import { headingsOf } from '../../../shared/tables/cells-table';
import { type Cells, clipboardCells, readCells } from '../../../shared/tables/cells-text';
import { en } from '../../../shared/text/en';
import { useApp } from '../../store';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { Dialog } from '../../ui/dialog';
import { SelectField } from '../../ui/select-field';
import { Segmented } from '../../ui/segmented';
import { TextField } from '../../ui/text-field';
import { PastePreview } from './paste-preview';
import { isTable } from './paste-target';
import styles from './paste.module.css';
import { makePasted, type Paste, type Pasted, type PasteProblem, placesNow, usePaste } from './use-paste';

const words = en.pasteTable;

const close = (): void => useApp.setState({ dialog: null });

/** Takes the table that is pasted, whatever else is in the clipboard. */
function PasteField(props: { onCells: (cells: Cells) => void }): React.JSX.Element {
  const [text, setText] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const take = (cells: Cells): boolean => {
    const isOne = isTable(cells) || cells.length > 1;
    setEmpty(!isOne);
    if (isOne) props.onCells(cells);
    return isOne;
  };
  return (
    <label className={styles.paste}>
      <span className={styles.pasteLabel}>{words.paste.label}</span>
      <textarea
        className={styles.pasteArea}
        autoFocus
        spellCheck={false}
        placeholder={words.paste.example}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPaste={(event) => {
          const { clipboardData } = event;
          const cells = clipboardCells(
            clipboardData.getData('text/plain'),
            clipboardData.getData('text/html'),
          );
          if (take(cells)) event.preventDefault();
        }}
        onBlur={() => {
          if (text.trim() !== '') take(readCells(text));
        }}
      />
      <span className={isEmpty ? styles.bad : styles.hint}>
        {isEmpty ? words.paste.none : words.paste.hint}
      </span>
    </label>
  );
}

/** Problems that can be mended on the spot. */
const mostProblems = 8;

function Problems(props: {
  paste: Paste;
  problems: readonly PasteProblem[];
  onMend: (row: number, column: number, text: string) => void;
  onWithout: (isWithout: boolean) => void;
}): React.JSX.Element | null {
  const { paste, problems } = props;
  if (problems.length === 0) return null;
  const headings = headingsOf(paste.cells, paste.mapping.hasHeadings);
  return (
    <section className={styles.problems} aria-label={words.problems(problems.length)}>
      <div className={styles.problemsHead}>
        <h3>{words.problems(problems.length)}</h3>
        <CheckField label={words.leaveOut} value={paste.isWithout} onChange={props.onWithout} />
      </div>
      {!paste.isWithout && (
        <ul className={styles.problemList}>
          {problems.slice(0, mostProblems).map(({ row, column, found, sentence }) => {
            const heading = headings[column] ?? '';
            return (
              <li key={`${String(row)} ${String(column)} ${sentence}`} className={styles.problem}>
                {column >= 0 && (
                  <div className={styles.mend}>
                    <TextField
                      label={words.mend(row, heading)}
                      value={found}
                      onCommit={(text) => {
                        props.onMend(row, column, text);
                        return null;
                      }}
                    />
                  </div>
                )}
                <p>
                  {column < 0 && <strong>{words.problem(row, '')}: </strong>}
                  {sentence}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {!paste.isWithout && problems.length > mostProblems && (
        <p className={styles.hint}>{words.moreProblems(problems.length - mostProblems)}</p>
      )}
    </section>
  );
}

function Where(props: {
  paste: Paste;
  onChange: (target: Paste['target']) => void;
}): React.JSX.Element | null {
  const { target } = props.paste;
  const isEditing = useApp((state) => state.screen === 'editor');
  const places = placesNow();
  if (!isEditing) return null;
  const first = places.at(-1)?.id ?? null;
  return (
    <div className={styles.where}>
      <Segmented
        label={words.where}
        value={target.kind}
        choices={[
          { value: 'here', name: words.here },
          { value: 'new', name: words.asNew },
        ]}
        onChange={(kind) => {
          if (kind === 'here') props.onChange({ kind, after: first });
          else if (kind === 'new') props.onChange({ kind });
        }}
      />
      {target.kind === 'here' && places.length > 0 && (
        <div className={styles.after}>
          <SelectField
            label={words.after}
            canClear={false}
            none=""
            choices={places.map(({ id, name, type }) => ({
              value: id,
              name: name || en.inspector.nodeTypes[type],
            }))}
            value={target.after}
            onChange={(after) => props.onChange({ kind: 'here', after })}
          />
        </div>
      )}
    </div>
  );
}

function Summary({ pasted }: { pasted: Pasted }): React.JSX.Element {
  const isBad = pasted.refusal !== null;
  return (
    <p className={isBad ? styles.bad : styles.hint} role="status">
      {pasted.refusal ?? (pasted.read === null ? '' : words.ready(pasted.steps, pasted.flows))}
    </p>
  );
}

type ContentProps = Pick<ReturnType<typeof usePaste>, 'change' | 'mend'> & {
  readonly paste: Paste;
  readonly pasted: Pasted;
};

/** The table as it is read, with everything that can be changed about that. */
function Content({ paste, pasted, change, mend }: ContentProps): React.JSX.Element {
  const { mapping } = paste;
  return (
    <div className={styles.content}>
      <div className={styles.options}>
        <CheckField
          label={words.hasHeadings}
          value={mapping.hasHeadings}
          onChange={(hasHeadings) => change({ mapping: { ...mapping, hasHeadings } })}
        />
        <Where paste={paste} onChange={(target) => change({ target })} />
      </div>
      <PastePreview
        paste={paste}
        problems={pasted.problems}
        onMeaning={(index, meaning) => {
          const columns = mapping.columns.map((each, at) => (at === index ? meaning : each));
          change({ mapping: { ...mapping, columns } });
        }}
      />
      <Problems
        paste={paste}
        problems={pasted.problems}
        onMend={mend}
        onWithout={(isWithout) => change({ isWithout })}
      />
    </div>
  );
}

/** Makes steps of a table: pasted here, or handed over as cells; `name` is the file that they come from. */
export function PasteDialog(props: { cells: Cells | null; name: string | null }): React.JSX.Element {
  const { paste, pasted, take, change, mend } = usePaste(props.cells, props.name);
  const canMake = paste !== null && pasted !== null && pasted.read !== null;
  const isHere = paste?.target.kind === 'here';
  const title = !canMake ? words.notYet : isHere ? words.add(pasted.steps) : words.open(pasted.steps);
  return (
    <Dialog
      title={words.title}
      description={
        props.name === null ? words.description : `${words.file(props.name)}. ${words.description}`
      }
      closeLabel={en.dialogs.cancel}
      width={paste === null ? 'middle' : 'page'}
      onClose={close}
      buttons={
        <>
          {paste && pasted && <Summary pasted={pasted} />}
          <Button onPress={close}>{en.dialogs.cancel}</Button>
          <Button
            kind="primary"
            isDisabled={!canMake}
            onPress={() => {
              if (paste && pasted) makePasted(paste, pasted, props.name);
            }}
          >
            {title}
          </Button>
        </>
      }
    >
      {paste === null || pasted === null ? (
        <PasteField onCells={take} />
      ) : (
        <Content paste={paste} pasted={pasted} change={change} mend={mend} />
      )}
    </Dialog>
  );
}
