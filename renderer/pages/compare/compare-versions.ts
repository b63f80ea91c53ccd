import { useApp } from '../../store';
import type { Decision, VersionPair } from './version-pair';

/**
 * Shows two states of a document that are not in one file: their maps, the story of the change, every difference and
 * figure. Nothing is changed there, but where `decisions` are given one of them can be made. Leaving it (button or Escape)
 * goes back to the dialog, page or screen that was shown.
 */
export function compareVersions(pair: VersionPair, decisions: readonly Decision[] = []): void {
  useApp.setState(({ dialog }) => ({ dialog: { kind: 'compare-versions', pair, decisions, back: dialog } }));
}
