import { writeProject } from '../../shared/file-format/write';
import type { View } from '../../shared/ipc/contract';
import { en } from '../../shared/text/en';
import { bridge } from '../bridge';
import { derivedNow } from '../derive';
import { isDark } from '../actions/theme';
import { notify, useApp } from '../store';
import { tell } from './open';
import { shownName } from './shown-name';

/** How the map is shown now, so that the export shows the same. */
export function currentView(): View {
  return { lanes: derivedNow()?.lanes ?? 'none', theme: isDark() ? 'dark' : 'light', ladder: true };
}

function diagram(view: View): { text: string; map: string; view: View } {
  const { history, mapId } = useApp.getState();
  return { text: writeProject(history.project), map: mapId, view };
}

/** Writes the map to a file that the user names. True where it was written. */
export async function exportDiagram(
  format: 'svg' | 'png' | 'pdf',
  scale: 1 | 2 | 4,
  view: View,
): Promise<boolean> {
  const result = await bridge.call['diagram:export']({
    ...diagram(view),
    format,
    scale,
    suggestedName: shownName(),
  });
  if (result.kind === 'saved') notify(en.dialogs.exported(result.name));
  if (result.kind === 'failed') tell(en.dialogs.exportFailed, result.sentence);
  return result.kind === 'saved';
}

/** The map as PNG bytes, or null with the reason told. */
export async function picture(scale: 1 | 2 | 4, view: View): Promise<Blob | null> {
  const result = await bridge.call['diagram:picture']({ ...diagram(view), scale });
  if (result.kind === 'failed') {
    tell(en.dialogs.exportFailed, result.sentence);
    return null;
  }
  return new Blob([new Uint8Array(result.png)], { type: 'image/png' });
}

/** Puts the map on the clipboard as a picture. */
export async function copyPicture(view: View = currentView()): Promise<void> {
  const png = await picture(2, view);
  if (!png) return;
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    notify(en.dialogs.pictureCopied);
  } catch {
    notify(en.dialogs.copyFailed, 'bad');
  }
}
