import { Copy, Share } from 'lucide';
import { useEffect, useState } from 'react';
import type { View } from '../../shared/ipc/contract';
import { lookUp } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { copyPicture, currentView, exportDiagram, picture } from '../document/export';
import { useApp } from '../store';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { Dialog } from '../ui/dialog';
import { Segmented } from '../ui/segmented';
import styles from './dialogs.module.css';

const text = en.dialogs.export;
type Format = 'svg' | 'png' | 'pdf';
type Scale = 1 | 2 | 4;

interface Choice {
  readonly format: Format;
  readonly scale: Scale;
  readonly theme: View['theme'];
  readonly ladder: boolean;
}

/** The choices of the last export in this window. */
let last: Choice = { format: 'svg', scale: 2, theme: 'light', ladder: true };

/** A picture of what will be exported; empty while it is drawn. */
function usePreview(view: View): string | null {
  const [url, setUrl] = useState<string | null>(null);
  const { theme, lanes, ladder } = view;
  useEffect(() => {
    let isLate = false;
    let made: string | null = null;
    void picture(1, { theme, lanes, ladder }).then((blob) => {
      if (isLate || !blob) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      isLate = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [theme, lanes, ladder]);
  return url;
}

function Formats(props: { format: Format; onChange: (format: Format) => void }): React.JSX.Element {
  return (
    <div className={styles.formats} role="radiogroup" aria-label={text.format}>
      {(['svg', 'png', 'pdf'] as const).map((format) => (
        <label key={format} className={styles.format} data-on={props.format === format}>
          <input
            type="radio"
            name="format"
            className="visuallyHidden"
            checked={props.format === format}
            onChange={() => props.onChange(format)}
          />
          <strong>{text.formats[format].name}</strong>
          <span>{text.formats[format].hint}</span>
        </label>
      ))}
    </div>
  );
}

function Choices(props: { choice: Choice; onChange: (change: Partial<Choice>) => void }): React.JSX.Element {
  const { choice, onChange } = props;
  return (
    <div className={styles.choices}>
      {choice.format === 'png' && (
        <Segmented
          label={text.scale}
          value={String(choice.scale)}
          choices={([1, 2, 4] as const).map((scale) => ({ value: String(scale), name: text.scales[scale] }))}
          onChange={(value) => {
            if (value !== null) onChange({ scale: value === '4' ? 4 : value === '2' ? 2 : 1 });
          }}
        />
      )}
      <Segmented
        label={text.theme}
        value={choice.theme}
        choices={[
          { value: 'light', name: text.themes.light },
          { value: 'dark', name: text.themes.dark },
        ]}
        onChange={(theme) => {
          if (theme !== null) onChange({ theme });
        }}
      />
      <CheckField label={text.legend} value={choice.ladder} onChange={(ladder) => onChange({ ladder })} />
    </div>
  );
}

/** Chooses the format of an export beside a preview of it. */
export function ExportDialog(): React.JSX.Element {
  const inside = useApp(({ inside: id, history }) =>
    id === null ? null : (lookUp(history.project.groups, id)?.name ?? null),
  );
  const [choice, setChoice] = useState(last);
  const [isBusy, setBusy] = useState(false);
  const view: View = { ...currentView(), theme: choice.theme, ladder: choice.ladder };
  const preview = usePreview(view);
  const close = (): void => useApp.setState({ dialog: null });
  const send = async (): Promise<void> => {
    setBusy(true);
    const isDone = await exportDiagram(choice.format, choice.scale, view);
    setBusy(false);
    if (isDone) close();
  };
  const change = (next: Partial<Choice>): void => {
    last = { ...choice, ...next };
    setChoice(last);
  };
  return (
    <Dialog
      title={text.title}
      description={inside === null ? text.description : text.wholeMap(inside)}
      closeLabel={en.dialogs.close}
      width="wide"
      onClose={close}
      buttons={
        <>
          <Button icon={Copy} onPress={() => void copyPicture(view)}>
            {text.copy}
          </Button>
          <Button kind="primary" icon={Share} isDisabled={isBusy} onPress={() => void send()}>
            {isBusy ? text.working : text.save}
          </Button>
        </>
      }
    >
      <div className={styles.preview} data-theme={choice.theme} role="img" aria-label={text.preview}>
        {preview === null ? <span>{text.working}</span> : <img src={preview} alt="" />}
      </div>
      <Formats format={choice.format} onChange={(format) => change({ format })} />
      <Choices choice={choice} onChange={change} />
    </Dialog>
  );
}
