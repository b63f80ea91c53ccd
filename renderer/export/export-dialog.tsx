import { Copy, Download, Printer, Square, TriangleAlert } from 'lucide';
import { useState } from 'react';
import type { ExportChoices, ExportTarget } from '../../shared/export/choices';
import type { ExportWish } from '../../shared/export/formats';
import { sayUnembedded } from '../../shared/export/unembedded';
import { en } from '../../shared/text/en';
import { bridge } from '../bridge';
import { tell } from '../document/open';
import { notify, useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { canCopy, copyExport } from './copy';
import styles from './export.module.css';
import { FormatTiles } from './format-tiles';
import { Options } from './options';
import type { Preview } from './preview';
import { PreviewView, sheetsOf } from './preview-view';
import { PrintSheets } from './print-sheets';
import { SectionList } from './section-list';
import { saveExport, stopExport, useExporting } from './send';
import { usePreview } from './use-preview';
import { choose, isReport, sheetOf, wishNow } from './wish';

const text = en.exportUi;
const shown: Readonly<Partial<Record<ExportTarget, string>>> = text.shown;
const close = (): void => useApp.setState({ dialog: null });

/** Two frames: the sheets stand in the page by then. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });

function Progress(): React.JSX.Element | null {
  const running = useExporting((state) => state.running);
  const failure = useExporting((state) => state.failure);
  if (running === null)
    return failure === null ? null : (
      <p className={styles.failure} role="alert">
        <Icon of={TriangleAlert} size={14} />
        {failure}
      </p>
    );
  return (
    <div className={styles.progress}>
      <progress aria-label={text.progress} value={running.done} max={1} />
      <span>{running.doing}</span>
      <Button icon={Square} onPress={stopExport}>
        {text.stop}
      </Button>
    </div>
  );
}

/** Tells of characters that the file would show as boxes. */
function Missing({ characters }: { characters: readonly string[] }): React.JSX.Element | null {
  const sentence = sayUnembedded(characters);
  return sentence === null ? null : (
    <p className={styles.missing}>
      <Icon of={TriangleAlert} size={14} />
      {sentence}
    </p>
  );
}

function PreviewPane(props: {
  preview: Preview | null;
  isOld: boolean;
  choices: ExportChoices;
  /** No section is ticked. */
  isEmpty: boolean;
}): React.JSX.Element {
  const { preview, isOld, choices } = props;
  return (
    // It scrolls, with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.preview} aria-label={text.preview} aria-busy={isOld} tabIndex={0}>
      {preview === null || props.isEmpty ? (
        <p className={styles.waiting}>{props.isEmpty ? text.noSections : text.drawing}</p>
      ) : (
        <PreviewView preview={preview} choices={choices} />
      )}
    </section>
  );
}

function Buttons(props: {
  choices: ExportChoices;
  wish: ExportWish;
  preview: Preview | null;
  /** Nothing can be made of these choices. */
  isNothing: boolean;
}): React.JSX.Element {
  const { choices, wish, preview, isNothing } = props;
  const [isPrinting, setPrinting] = useState(false);
  const isBusy = useExporting((state) => state.running !== null) || isPrinting;
  const print = async (): Promise<void> => {
    setPrinting(true);
    try {
      await drawn();
      const result = await bridge.call['page:print'](sheetOf(choices));
      if (result.kind === 'printed') notify(text.printed);
      if (result.kind === 'failed') tell(text.printFailed, result.sentence);
    } finally {
      setPrinting(false);
    }
  };
  const save = async (): Promise<void> => {
    if (await saveExport(wish)) close();
  };
  const { target } = choices;
  const sheets = preview && sheetsOf({ preview, choices });
  return (
    <>
      <div className={styles.status} aria-live="polite">
        <Progress />
      </div>
      {canCopy(target) && (
        <Button icon={Copy} isDisabled={isBusy || isNothing} onPress={() => void copyExport(target, wish)}>
          {text.copy}
        </Button>
      )}
      {target === 'print' ? (
        <Button
          kind="primary"
          icon={Printer}
          isDisabled={isBusy || isNothing || preview === null}
          onPress={() => void print()}
        >
          {text.toPrinter}
        </Button>
      ) : (
        <Button kind="primary" icon={Download} isDisabled={isBusy || isNothing} onPress={() => void save()}>
          {text.save}
        </Button>
      )}
      {isPrinting && sheets && <PrintSheets {...sheets} />}
    </>
  );
}

/** Makes files, copies and prints of what is shown, with a preview beside the choices. */
export function ExportDialog(): React.JSX.Element {
  const choices = useApp((state) => state.preferences.exports);
  const state = useApp();
  const [today, setToday] = useState(state.today);
  const [isRefused, setRefused] = useState(false);
  const wish = wishNow(state, choices, today);
  const { preview, isOld, missing } = usePreview(wish);
  const drawing = preview?.kind === 'drawing' ? preview.drawing : null;
  const isEmpty = isReport(choices) && wish.sections.length === 0;
  const empty = preview?.kind === 'report' ? preview.empty : [];
  return (
    <Dialog
      title={text.title}
      description={text.description(shown[choices.target] ?? text.shown.file)}
      closeLabel={en.dialogs.close}
      width="full"
      onClose={() => {
        stopExport();
        close();
      }}
      buttons={<Buttons {...{ choices, wish, preview }} isNothing={isRefused || isEmpty} />}
    >
      <div className={styles.frame}>
        <FormatTiles value={choices.target} onChange={(target) => choose({ target })} />
        <PreviewPane {...{ preview, isOld, choices, isEmpty }} />
        <div className={styles.side} role="group" aria-label={text.options}>
          <Missing characters={missing} />
          <Options {...{ choices, drawing, today, onToday: setToday, onRefused: setRefused }} />
          {isReport(choices) && <SectionList choices={choices} empty={empty} />}
        </div>
      </div>
    </Dialog>
  );
}
