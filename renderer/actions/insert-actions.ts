import { toggleQuickEntry } from '../capture/open-quick-entry';
import { placeByKey, placeItem } from '../canvas/placing';
import { viewControl } from '../canvas/viewport';
import type { ElementKind, PaletteItem } from '../app-state';
import { openLibrary } from '../pages/library/open-library';
import { pasteTable } from '../pages/table/paste-target';
import { useApp } from '../store';
import type { Action } from './action';
import { selectedFlows, selectedNodes } from './selection';

/** Places an element: into the selected flow, else after the selected node, else on the canvas. */
function insert(kind: ElementKind): () => void {
  return () => {
    const item: PaletteItem = { kind: 'element', id: kind };
    const [flow] = selectedFlows();
    if (flow && selectedNodes().length === 0)
      placeItem(item, { kind: 'flow', id: flow.id, at: viewControl()?.middle() ?? { x: 0, y: 0 } });
    else placeByKey(item);
  };
}

const hasOneNode = (): boolean => selectedNodes().length === 1;

/** New nodes. */
export const insertActions: readonly Action[] = [
  { id: 'insert.step', group: 'insert', keys: ['s'], scope: 'canvas', run: insert('step') },
  {
    id: 'insert.next',
    group: 'insert',
    keys: ['Tab'],
    scope: 'canvas',
    can: hasOneNode,
    run: insert('step'),
  },
  {
    id: 'insert.queue',
    group: 'insert',
    keys: ['q'],
    scope: 'canvas',
    can: () => useApp.getState().selection.length > 0,
    run: insert('queue'),
  },
  {
    id: 'insert.quick',
    group: 'insert',
    keys: ['$mod+Enter'],
    can: () => useApp.getState().screen === 'editor',
    isOn: () => useApp.getState().isQuickEntry,
    run: toggleQuickEntry,
  },
  {
    id: 'insert.table',
    group: 'insert',
    keys: ['$mod+Shift+KeyV'],
    can: () => useApp.getState().screen === 'editor',
    run: () => pasteTable(),
  },
  {
    id: 'insert.library',
    group: 'insert',
    can: () => useApp.getState().screen === 'editor',
    run: openLibrary,
  },
  { id: 'insert.demand', group: 'insert', run: insert('start') },
  { id: 'insert.value', group: 'insert', run: insert('end') },
  { id: 'insert.decision', group: 'insert', keys: ['d'], scope: 'canvas', run: insert('decision') },
  { id: 'insert.fork', group: 'insert', run: insert('fork') },
  { id: 'insert.join', group: 'insert', run: insert('join') },
  { id: 'insert.control', group: 'insert', run: insert('control') },
  { id: 'insert.note', group: 'insert', keys: ['n'], scope: 'canvas', run: insert('note') },
  { id: 'insert.burst', group: 'insert', keys: ['k'], scope: 'canvas', run: insert('burst') },
];
