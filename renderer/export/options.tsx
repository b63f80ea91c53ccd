import type { ReactNode } from 'react';
import type { DisplayList } from '../../shared/drawing/display-list';
import type { ExportChoices } from '../../shared/export/choices';
import { formatTraits, papers, tableParts } from '../../shared/export/formats';
import { en } from '../../shared/text/en';
import { readDate } from '../panels/dates';
import { useApp } from '../store';
import { CheckField } from '../ui/check-field';
import { Segmented } from '../ui/segmented';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import styles from './export.module.css';
import { sheetsOf } from './preview-view';
import { countSheets } from './print-sheets';
import { purposeOf, scopesNow } from './scopes';
import { choose, isReport, scopeNow, sheetOf } from './wish';

const text = en.exportUi;

function Option(props: { title: string; hint?: string | undefined; children: ReactNode }): React.JSX.Element {
  return (
    <div className={styles.option}>
      <span className={styles.optionTitle}>{props.title}</span>
      {props.children}
      {props.hint !== undefined && <p className={styles.hint}>{props.hint}</p>}
    </div>
  );
}

/** One of a few values, as a row of buttons. */
function Few<T extends string | number>(props: {
  title: string;
  hint?: string;
  names: Readonly<Record<T, string>>;
  values: readonly T[];
  value: T;
  onChange: (value: T) => void;
}): React.JSX.Element {
  const { title, names, values, value, onChange } = props;
  return (
    <Option title={title} hint={props.hint}>
      <Segmented
        label={title}
        value={String(value)}
        choices={values.map((each) => ({ value: String(each), name: names[each] }))}
        onChange={(chosen) => {
          const found = values.find((each) => String(each) === chosen);
          if (found !== undefined) onChange(found);
        }}
      />
    </Option>
  );
}

function Scope({ choices }: { choices: ExportChoices }): React.JSX.Element {
  const state = useApp();
  const purpose = purposeOf(choices.target, choices.print);
  const offered = scopesNow(state, purpose);
  const now = scopeNow(state, choices);
  if (offered.length < 2) return <p className={styles.only}>{text.onlyMap}</p>;
  return (
    <div className={styles.option}>
      <SelectField
        label={text.scope}
        canClear={false}
        none=""
        choices={offered.map(({ kind, name }) => ({ value: kind, name }))}
        value={now.kind}
        onChange={(value) => {
          const found = offered.find(({ kind }) => kind === value);
          if (found) choose(purpose === 'report' ? { reportScope: found.kind } : { scope: found.kind });
        }}
      />
    </div>
  );
}

function PaperOptions({ choices }: { choices: ExportChoices }): React.JSX.Element {
  const { paper, orientation } = sheetOf(choices);
  return (
    <>
      <Few
        title={text.paper}
        names={text.papers}
        values={papers}
        value={paper}
        onChange={(value) => choose({ paper: value })}
      />
      <Few
        title={text.orientation}
        names={text.orientations}
        values={['portrait', 'landscape']}
        value={orientation}
        onChange={(value) => choose(isReport(choices) ? { orientation: value } : { sheetOrientation: value })}
      />
    </>
  );
}

/** How many sheets a poster takes. */
function SheetCount(props: {
  choices: ExportChoices;
  drawing: DisplayList | null;
}): React.JSX.Element | null {
  const { choices, drawing } = props;
  const sheets = drawing && sheetsOf({ preview: { kind: 'drawing', drawing }, choices });
  if (sheets?.pages !== 'poster') return null;
  const { all, across } = countSheets(sheets);
  return <p className={styles.hint}>{text.posterSheets(all, across, all / across)}</p>;
}

function PrintOptions(props: { choices: ExportChoices; drawing: DisplayList | null }): React.JSX.Element {
  const { choices, drawing } = props;
  const { print } = choices;
  return (
    <>
      <div className={styles.option}>
        <SelectField
          label={text.print}
          canClear={false}
          none=""
          choices={(['one', 'poster', 'report'] as const).map((value) => ({
            value,
            name: text.prints[value],
          }))}
          value={print}
          onChange={(value) => {
            const found = (['one', 'poster', 'report'] as const).find((each) => each === value);
            if (found) choose({ print: found });
          }}
        />
      </div>
      <SheetCount choices={choices} drawing={drawing} />
    </>
  );
}

const pageChoices = ['drawing', 'one', 'poster'] as const;

function DrawingOptions(props: { choices: ExportChoices; drawing: DisplayList | null }): React.JSX.Element {
  const { choices, drawing } = props;
  const { target, scale, fonts, ladder } = choices;
  return (
    <>
      {target === 'png' && (
        <Few
          title={text.scale}
          names={text.scales}
          values={[1, 2, 4]}
          value={scale}
          {...(drawing && {
            hint: text.pixels(Math.round(drawing.width * scale), Math.round(drawing.height * scale)),
          })}
          onChange={(value) => choose({ scale: value })}
        />
      )}
      {target === 'svg' && (
        <Few
          title={text.fonts}
          names={text.fontNames}
          values={['embedded', 'outlined']}
          value={fonts}
          hint={text.fontHints[fonts]}
          onChange={(value) => choose({ fonts: value })}
        />
      )}
      {target === 'pdf' && (
        <div className={styles.option}>
          <SelectField
            label={text.pages}
            canClear={false}
            none=""
            choices={pageChoices.map((value) => ({ value, name: text.pageNames[value] }))}
            value={choices.pages}
            onChange={(value) => {
              const found = pageChoices.find((each) => each === value);
              if (found) choose({ pages: found });
            }}
          />
        </div>
      )}
      {target === 'pdf' && <SheetCount choices={choices} drawing={drawing} />}
      {target === 'pdf' && choices.pages !== 'drawing' && <PaperOptions choices={choices} />}
      <div className={styles.option}>
        <CheckField label={text.ladder} value={ladder} onChange={(value) => choose({ ladder: value })} />
      </div>
    </>
  );
}

/** A choice that is typed. */
interface Typed {
  today: string;
  onToday: (today: string) => void;
  /** Told whether what stands in the field is refused: nothing is made of it then. */
  onRefused: (isRefused: boolean) => void;
}

function DateOption(props: Typed): React.JSX.Element {
  return (
    <div className={styles.option}>
      <TextField
        label={text.date}
        value={props.today}
        onRefused={props.onRefused}
        onCommit={(typed) => {
          const date = readDate(typed);
          if (date == null) {
            // At once: the press that left the field may be the one on Save.
            props.onRefused(true);
            return text.badDate(typed.trim());
          }
          props.onToday(date);
          return null;
        }}
      />
    </div>
  );
}

/** Everything that the chosen format leaves to choose, but the sections of a report. */
export function Options(
  props: Typed & {
    choices: ExportChoices;
    /** What is drawn, null where nothing is. */
    drawing: DisplayList | null;
  },
): React.JSX.Element {
  const { choices, drawing, today, onToday, onRefused } = props;
  const { target } = choices;
  const traits = target === 'print' ? null : formatTraits[target];
  return (
    <>
      {target === 'print' && <PrintOptions choices={choices} drawing={drawing} />}
      <Scope choices={choices} />
      {traits?.hasTheme === true && (
        <Few
          title={text.theme}
          names={text.themes}
          values={['light', 'dark']}
          value={choices.theme}
          onChange={(theme) => choose({ theme })}
        />
      )}
      {purposeOf(target, choices.print) === 'drawing' && (
        <DrawingOptions choices={choices} drawing={drawing} />
      )}
      {(traits === null || traits.hasPaper) && <PaperOptions choices={choices} />}
      {target === 'csv' && (
        <div className={styles.option}>
          <SelectField
            label={text.table}
            canClear={false}
            none=""
            choices={tableParts.map((value) => ({ value, name: text.tables[value] }))}
            value={choices.table}
            onChange={(value) => {
              const found = tableParts.find((each) => each === value);
              if (found) choose({ table: found });
            }}
          />
        </div>
      )}
      {isReport(choices) && <DateOption {...{ today, onToday, onRefused }} />}
    </>
  );
}
