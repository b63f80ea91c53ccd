import { useEffect } from 'react';
import { en } from '../../shared/text/en';
import type { DialogName } from '../app-state';
import { save } from '../document/save';
import { CommandPalette } from '../search/command-palette';
import { ReplaceDialog } from '../search/replace-dialog';
import { ImportDialog } from '../import/import-dialog';
import { ReadingDialog } from '../import/reading-dialog';
import { VersionsView } from '../history/versions-view';
import { SheetDialog } from '../import/sheet-dialog';
import { SettingsDialog } from '../settings/settings-dialog';
import { SupportDialog } from '../support/support-dialog';
import { VersionsDialog } from '../pages/compare/versions-dialog';
import { PasteDialog } from '../pages/table/paste-dialog';
import { useApp } from '../store';
import { Button } from '../ui/button';
import { closeLayers } from '../ui/close-layers';
import { Dialog } from '../ui/dialog';
import { ClassifyDialog } from './classify-dialog';
import { ConflictDialog } from './conflict-dialog';
import { DamagedDialog } from './damaged-dialog';
import styles from './dialogs.module.css';
import { ExportDialog } from '../export/export-dialog';
import { FixDialog } from './fix-dialog';
import { LicencesDialog } from './licences-dialog';
import { DiscardDialog, LostWorkDialog, TypedTextDialog } from './lost-work-dialogs';
import { PracticeDialog } from '../pages/library/practice-dialog';
import { RolesDialog } from './roles-dialog';
import { RuleReferenceDialog } from './rule-reference-dialog';
import { SaveFailedDialog } from './save-failed-dialog';
import { RuleSettingsDialog } from './rule-settings-dialog';
import { ShortcutsDialog } from './shortcuts-dialog';
import { WaiverDialog } from './waiver-dialog';

const { dialogs } = en;

/** Leaves the dialog that is open. */
export function closeDialog(): void {
  useApp.setState({ dialog: null });
}

function Message(props: { title: string; sentence: string }): React.JSX.Element {
  return (
    <Dialog
      title={props.title}
      description={props.sentence}
      closeLabel={dialogs.close}
      onClose={closeDialog}
      buttons={
        <Button kind="primary" onPress={closeDialog}>
          {dialogs.ok}
        </Button>
      }
    />
  );
}

/** The question before unsaved work would make room for something else in this window. */
function Unsaved(props: { proceed: () => void }): React.JSX.Element {
  const go = (isSaved: boolean): void => {
    closeDialog();
    if (!isSaved) {
      props.proceed();
      return;
    }
    void save().then((result) => {
      if (result === 'saved') props.proceed();
    });
  };
  return (
    <Dialog
      title={dialogs.unsaved.title}
      description={dialogs.unsaved.description}
      closeLabel={dialogs.cancel}
      onClose={closeDialog}
      buttons={
        <>
          <Button onPress={closeDialog}>{dialogs.cancel}</Button>
          <Button kind="danger" onPress={() => go(false)}>
            {dialogs.unsaved.discard}
          </Button>
          <Button kind="primary" onPress={() => go(true)}>
            {dialogs.unsaved.save}
          </Button>
        </>
      }
    />
  );
}

function TableErrors(props: { name: string; sentences: readonly string[] }): React.JSX.Element {
  return (
    <Dialog
      title={dialogs.table.title}
      description={dialogs.table.description(props.name, props.sentences.length)}
      closeLabel={dialogs.close}
      width="wide"
      onClose={closeDialog}
      buttons={
        <Button kind="primary" onPress={closeDialog}>
          {dialogs.ok}
        </Button>
      }
    >
      <ol className={styles.errors}>
        {props.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </Dialog>
  );
}

function About(): React.JSX.Element {
  const version = useApp((state) => state.version);
  return (
    <Dialog
      title={dialogs.about.title}
      description={dialogs.about.text}
      closeLabel={dialogs.close}
      onClose={closeDialog}
      buttons={
        <Button onPress={() => useApp.setState({ dialog: { kind: 'licences' } })}>{en.licences.open}</Button>
      }
    >
      <div className={styles.about}>
        <p>{dialogs.about.version(version)}</p>
        <p>{dialogs.about.notice}</p>
        <p>{dialogs.about.thanks}</p>
      </div>
    </Dialog>
  );
}

type AboutFile = Extract<
  DialogName,
  {
    kind:
      | 'damaged'
      | 'conflict'
      | 'versions'
      | 'compare-versions'
      | 'save-failed'
      | 'unsaved'
      | 'lost-work'
      | 'typed-text'
      | 'discard-work'
      | 'message';
  }
>;

/** A dialog about the file that is shown, its versions, or work that could be lost. */
function FileDialog(props: { dialog: AboutFile }): React.JSX.Element {
  const { dialog } = props;
  switch (dialog.kind) {
    case 'damaged':
      return <DamagedDialog file={dialog.file} />;
    case 'conflict':
      return <ConflictDialog seen={dialog.seen} isAgain={dialog.isAgain} />;
    case 'versions':
      return <VersionsView />;
    case 'compare-versions':
      return <VersionsDialog pair={dialog.pair} decisions={dialog.decisions} back={dialog.back} />;
    case 'save-failed':
      return <SaveFailedDialog sentence={dialog.sentence} again={dialog.again} />;
    case 'unsaved':
      return <Unsaved proceed={dialog.proceed} />;
    case 'lost-work':
      return <LostWorkDialog name={dialog.name} works={dialog.works} />;
    case 'typed-text':
      return <TypedTextDialog typed={dialog.typed} problem={dialog.problem} />;
    case 'discard-work':
      return <DiscardDialog {...dialog} />;
    case 'message':
      return <Message title={dialog.title} sentence={dialog.sentence} />;
  }
}

/** The dialog that is open, if any. */
export function Dialogs(): React.JSX.Element | null {
  const dialog = useApp((state) => state.dialog);
  const isOpen = dialog !== null;
  useEffect(() => {
    if (isOpen) closeLayers();
  }, [isOpen]);
  if (!isOpen) return null;
  switch (dialog.kind) {
    case 'export':
      return <ExportDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'palette':
      return <CommandPalette text={dialog.text} />;
    case 'settings':
      return <SettingsDialog part={dialog.part} key={dialog.part} />;
    case 'replace':
      return <ReplaceDialog from={dialog.from} />;
    case 'roles':
      return <RolesDialog />;
    case 'practice':
      return <PracticeDialog id={dialog.id} />;
    case 'about':
      return <About />;
    case 'licences':
      return <LicencesDialog />;
    case 'support':
      return <SupportDialog />;
    case 'fix':
      return <FixDialog of={dialog.key} index={dialog.index} />;
    case 'classify':
      return <ClassifyDialog ids={dialog.ids} />;
    case 'waive':
      return <WaiverDialog of={dialog.key} />;
    case 'rule-settings':
      return <RuleSettingsDialog rule={dialog.rule} step={dialog.step} />;
    case 'rule-reference':
      return <RuleReferenceDialog rule={dialog.rule} />;
    case 'table-errors':
      return <TableErrors name={dialog.name} sentences={dialog.sentences} />;
    case 'import':
      return <ImportDialog file={dialog.file} />;
    case 'reading':
      return <ReadingDialog name={dialog.name} />;
    case 'choose-sheet':
      return <SheetDialog name={dialog.name} sheets={dialog.sheets} />;
    case 'paste-table':
      return <PasteDialog cells={dialog.cells} name={dialog.name} />;
    default:
      return <FileDialog dialog={dialog} />;
  }
}
