import { copyExport } from '../export/copy';
import { wishNow } from '../export/wish';
import { isDark } from '../actions/theme';
import { useApp } from '../store';

/** Puts the shown map on the clipboard as it looks now: as picture, vector, cells and text at once. */
export async function copyPicture(): Promise<void> {
  const state = useApp.getState();
  const choices = {
    ...state.preferences.exports,
    target: 'png' as const,
    scope: state.inside === null ? ('map' as const) : ('group' as const),
    theme: isDark() ? ('dark' as const) : ('light' as const),
    ladder: true,
  };
  await copyExport('png', wishNow(state, choices, state.today));
}
