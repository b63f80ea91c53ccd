import { useState } from 'react';
import type { Sheet } from '../../shared/import/types';
import { en } from '../../shared/text/en';
import { importUi } from '../../shared/text/import-ui';
import { useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField } from '../ui/select-field';
import styles from './import.module.css';

const words = importUi.sheet;
const close = (): void => useApp.setState({ dialog: null });
/** Cells of the sheet that are shown, to tell sheets apart. */
const shown = { rows: 6, columns: 8 } as const;

/** Asks which sheet of a workbook holds the steps. */
export function SheetDialog({ name, sheets }: { name: string; sheets: readonly Sheet[] }): React.JSX.Element {
  const [at, setAt] = useState(0);
  const sheet = sheets[at];
  return (
    <Dialog
      title={words.title(name)}
      description={words.description}
      closeLabel={en.dialogs.cancel}
      width="wide"
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{en.dialogs.cancel}</Button>
          <Button
            kind="primary"
            onPress={() => {
              if (sheet) useApp.setState({ dialog: { kind: 'paste-table', cells: sheet.cells, name } });
            }}
          >
            {words.next}
          </Button>
        </>
      }
    >
      <SelectField
        label={words.label}
        canClear={false}
        none=""
        choices={sheets.map((each, index) => ({ value: String(index), name: each.name }))}
        value={String(at)}
        onChange={(value) => setAt(Number(value))}
      />
      {sheet && (
        <>
          <p className={styles.quiet}>{words.size(sheet.cells.length, sheet.cells[0]?.length ?? 0)}</p>
          <div className={styles.cells}>
            <table>
              <tbody>
                {sheet.cells.slice(0, shown.rows).map((row, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- rows have no names
                  <tr key={index}>
                    {row.slice(0, shown.columns).map((cell, column) => (
                      // oxlint-disable-next-line react/no-array-index-key -- cells have no names
                      <td key={column}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Dialog>
  );
}
