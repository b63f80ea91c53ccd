import { useEffect, useRef, useState } from 'react';
import type { ExportWish } from '../../shared/export/formats';
import { startWorker } from '../sampling/start-worker';
import { useApp } from '../store';
import { type Preview, type PreviewAnswer, type PreviewJob, previewOf } from './preview';

/** How long choices must rest before the preview follows them, ms. */
const rest = 80;

/** A worker that makes one preview at a time; a newer wish ends the older one. */
class Previewer {
  private worker: Worker | null = null;
  private isBusy = false;
  private last = 0;

  make(job: Omit<PreviewJob, 'id'>, show: (answer: PreviewAnswer) => void): void {
    if (this.isBusy) this.end();
    const id = ++this.last;
    this.worker ??= startWorker('preview');
    const { worker } = this;
    if (worker === null) {
      show(previewOf({ ...job, id }));
      return;
    }
    this.isBusy = true;
    worker.onmessage = ({ data }: MessageEvent<PreviewAnswer>) => {
      if (data.id !== id) return;
      this.isBusy = false;
      show(data);
    };
    worker.onerror = () => {
      this.end();
      show(previewOf({ ...job, id }));
    };
    worker.postMessage({ ...job, id } satisfies PreviewJob);
  }

  end(): void {
    this.worker?.terminate();
    this.worker = null;
    this.isBusy = false;
  }
}

/** What of a wish changes the content; colours and paper change only how it is shown. */
function contentOf({ format, scope, lanes, ladder, sections, table, today }: ExportWish): string {
  return JSON.stringify({ format, scope, lanes, ladder, sections, table, today });
}

/** A preview with the wish that it was made for. */
interface Shown extends PreviewAnswer {
  readonly of: string;
}

/** What the export will hold: null while the first preview is made, the one before while the next is. */
export function usePreview(wish: ExportWish): {
  readonly preview: Preview | null;
  readonly missing: readonly string[];
  readonly isOld: boolean;
} {
  const project = useApp((state) => state.history.project);
  const rules = useApp((state) => state.analysis.rules);
  const previewer = useRef<Previewer>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const content = contentOf(wish);
  useEffect(() => {
    const timer = setTimeout(() => {
      previewer.current ??= new Previewer();
      previewer.current.make({ project, wish, rules }, (answer) => setShown({ ...answer, of: content }));
    }, rest);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `content` is what matters of the wish
  }, [project, rules, content]);
  useEffect(() => () => previewer.current?.end(), []);
  return { preview: shown?.preview ?? null, missing: shown?.missing ?? [], isOld: shown?.of !== content };
}
