import { Printer } from 'lucide';
import { type ReactNode, useState } from 'react';
import { en } from '../../../shared/text/en';
import { bridge } from '../../bridge';
import { tell } from '../../document/open';
import { notify } from '../../store';
import { Button } from '../../ui/button';

/** Two frames: the sheet stands in the page by then. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });

interface Words {
  readonly save: string;
  readonly saved: (file: string) => string;
  readonly failed: string;
}

/** A button that puts a sheet on paper, as a PDF file; the sheet stands in the window only meanwhile. */
export function SavePdf(props: { fileName: string; words?: Words; children: ReactNode }): React.JSX.Element {
  const { words = en.paper } = props;
  const [isPrinting, setPrinting] = useState(false);
  const save = async (): Promise<void> => {
    setPrinting(true);
    await drawn();
    const result = await bridge.call['page:pdf']({ suggestedName: props.fileName }).catch(() => ({
      kind: 'failed' as const,
      sentence: en.exportUi.failed,
    }));
    setPrinting(false);
    if (result.kind === 'saved') notify(words.saved(result.name));
    if (result.kind === 'failed') tell(words.failed, result.sentence);
  };
  return (
    <>
      <Button icon={Printer} isDisabled={isPrinting} onPress={() => void save()}>
        {words.save}
      </Button>
      {isPrinting && props.children}
    </>
  );
}
