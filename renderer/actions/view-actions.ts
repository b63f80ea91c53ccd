import { setLanes } from '../../shared/commands/maps';
import type { LaneBy } from '../../shared/layout/types';
import type { ActionId } from '../../shared/text/actions';
import type { Preferences } from '../../shared/ipc/preferences';
import { viewControl } from '../canvas/viewport';
import { focusCanvas, walkPanes } from '../shell/panes';
import { lanesNow } from '../lanes-now';
import { isBottomOpen, isLeftOpen, isRightOpen, openBottom, openLeft, openRight } from '../shell/use-room';
import { dispatch, showPage, prefer, useApp } from '../store';
import type { Action } from './action';
import { isDark } from './theme';

const isEditing = (): boolean => useApp.getState().screen === 'editor';

function lanes(id: ActionId, by: LaneBy): Action {
  return {
    id,
    group: 'view',
    can: isEditing,
    isOn: () => lanesNow(useApp.getState()) === by,
    run: () => {
      dispatch(setLanes({ id: useApp.getState().mapId, lanes: by }));
    },
  };
}

function theme(id: ActionId, to: Preferences['theme']): Action {
  return {
    id,
    group: 'view',
    isOn: () => useApp.getState().preferences.theme === to,
    run: () => prefer({ theme: to }),
  };
}

/** What is seen of the map and around it. */
export const viewActions: readonly Action[] = [
  { id: 'view.zoomIn', group: 'view', keys: ['$mod+Equal'], run: () => viewControl()?.zoomBy(1.2) },
  { id: 'view.zoomOut', group: 'view', keys: ['$mod+Minus'], run: () => viewControl()?.zoomBy(1 / 1.2) },
  { id: 'view.actualSize', group: 'view', keys: ['$mod+Digit0'], run: () => viewControl()?.actualSize() },
  { id: 'view.fit', group: 'view', keys: ['Shift+Digit1'], scope: 'canvas', run: () => viewControl()?.fit() },
  {
    id: 'view.fitSelection',
    group: 'view',
    keys: ['Shift+Digit2'],
    scope: 'canvas',
    run: () => viewControl()?.fitSelection(),
  },
  {
    id: 'view.toggleLeft',
    group: 'view',
    keys: ['$mod+KeyB'],
    isOn: isLeftOpen,
    run: () => openLeft(!isLeftOpen()),
  },
  {
    id: 'view.toggleRight',
    group: 'view',
    keys: ['$mod+Alt+KeyB'],
    isOn: isRightOpen,
    run: () => openRight(!isRightOpen()),
  },
  {
    id: 'view.toggleBottom',
    group: 'view',
    keys: ['$mod+KeyJ'],
    isOn: isBottomOpen,
    run: () => openBottom(!isBottomOpen()),
  },
  {
    id: 'view.minimap',
    group: 'view',
    isOn: () => useApp.getState().preferences.minimap,
    run: () => prefer({ minimap: !useApp.getState().preferences.minimap }),
  },
  {
    id: 'view.snap',
    group: 'view',
    keys: ['Alt+KeyS'],
    isOn: () => useApp.getState().preferences.snap,
    run: () => prefer({ snap: !useApp.getState().preferences.snap }),
  },
  { id: 'page.map', group: 'view', keys: ['$mod+Digit1'], can: isEditing, run: () => showPage('map') },
  { id: 'page.table', group: 'view', keys: ['$mod+Digit2'], can: isEditing, run: () => showPage('table') },
  {
    id: 'page.charter',
    group: 'view',
    keys: ['$mod+Digit3'],
    can: isEditing,
    run: () => showPage('charter'),
  },
  { id: 'page.value', group: 'view', keys: ['$mod+Digit4'], can: isEditing, run: () => showPage('value') },
  {
    id: 'page.dimensions',
    group: 'view',
    keys: ['$mod+Digit5'],
    can: isEditing,
    run: () => showPage('dimensions'),
  },
  {
    id: 'page.what-if',
    group: 'view',
    keys: ['$mod+Digit6', '$mod+Shift+KeyR'],
    can: isEditing,
    run: () => showPage('what-if'),
  },
  {
    id: 'page.compare',
    group: 'view',
    keys: ['$mod+Digit7'],
    can: isEditing,
    run: () => showPage('compare'),
  },
  { id: 'page.plan', group: 'view', keys: ['$mod+Digit8'], can: isEditing, run: () => showPage('plan') },
  { id: 'pane.next', group: 'view', keys: ['F6'], can: isEditing, run: () => walkPanes(1) },
  { id: 'pane.previous', group: 'view', keys: ['Shift+F6'], can: isEditing, run: () => walkPanes(-1) },
  { id: 'pane.canvas', group: 'view', keys: ['Escape'], can: isEditing, run: focusCanvas },
  lanes('view.lanesRole', 'role'),
  lanes('view.lanesTeam', 'team'),
  lanes('view.lanesPractice', 'practice'),
  lanes('view.lanesActivity', 'activity'),
  lanes('view.lanesParty', 'party'),
  lanes('view.lanesNone', 'none'),
  theme('view.themeLight', 'light'),
  theme('view.themeDark', 'dark'),
  theme('view.themeSystem', 'system'),
  {
    id: 'view.theme',
    group: 'view',
    keys: ['Shift+Alt+KeyD'],
    run: () => prefer({ theme: isDark() ? 'light' : 'dark' }),
  },
];
