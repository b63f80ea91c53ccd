import { align, distribute, hasChosen } from '../canvas/arrange';
import { addBurst, canConvert, convertTo } from '../canvas/convert';
import {
  canGroup,
  dissolveSelected,
  groupSelection,
  leaveInside,
  lookInside,
  selectedGroups,
  toggleFolded,
} from '../canvas/grouping';
import type { Edge } from '../canvas/in-line';
import { en } from '../../shared/text/en';
import { notify, prefer, useApp } from '../store';
import type { Action } from './action';
import { selectedNodes } from './selection';

const aligning = (id: Action['id'], edge: Edge): Action => ({
  id,
  group: 'canvas',
  can: () => hasChosen(2),
  run: () => align(edge),
});

const distributing = (id: Action['id'], axis: 'x' | 'y'): Action => ({
  id,
  group: 'canvas',
  can: () => hasChosen(3),
  run: () => distribute(axis),
});

const converting = (id: Action['id'], type: Parameters<typeof convertTo>[0]): Action => ({
  id,
  group: 'canvas',
  can: () => canConvert() && selectedNodes().some((node) => node.type !== type),
  run: () => convertTo(type),
});

const hasGroup = (): boolean => selectedGroups().length > 0;

/** Where things stand, what belongs together, and what kind it is. */
export const arrangeActions: readonly Action[] = [
  aligning('arrange.left', 'left'),
  aligning('arrange.centre', 'centre'),
  aligning('arrange.right', 'right'),
  aligning('arrange.top', 'top'),
  aligning('arrange.middle', 'middle'),
  aligning('arrange.bottom', 'bottom'),
  distributing('arrange.across', 'x'),
  distributing('arrange.down', 'y'),
  {
    id: 'tool.room',
    group: 'canvas',
    keys: ['m'],
    scope: 'canvas',
    isOn: () => useApp.getState().tool.kind === 'room',
    run: () => {
      useApp.setState({ tool: { kind: 'room' } });
      notify(en.canvas.room.hint);
    },
  },
  {
    id: 'group.make',
    group: 'canvas',
    keys: ['$mod+KeyG'],
    scope: 'canvas',
    can: canGroup,
    run: groupSelection,
  },
  {
    id: 'group.dissolve',
    group: 'canvas',
    keys: ['$mod+Shift+KeyG'],
    scope: 'canvas',
    can: hasGroup,
    run: dissolveSelected,
  },
  { id: 'group.fold', group: 'canvas', keys: ['g'], scope: 'canvas', can: hasGroup, run: toggleFolded },
  {
    id: 'group.inside',
    group: 'canvas',
    can: () => selectedGroups().length === 1 && useApp.getState().inside === null,
    run: () => {
      const [id] = selectedGroups();
      if (id !== undefined) lookInside(id);
    },
  },
  { id: 'group.outside', group: 'canvas', can: () => useApp.getState().inside !== null, run: leaveInside },
  converting('convert.step', 'step'),
  converting('convert.decision', 'decision'),
  converting('convert.fork', 'fork'),
  converting('convert.join', 'join'),
  converting('convert.control', 'control'),
  { id: 'node.burst', group: 'canvas', can: () => selectedNodes().length === 1, run: addBurst },
  {
    id: 'view.guides',
    group: 'view',
    isOn: () => useApp.getState().preferences.guides,
    run: () => prefer({ guides: !useApp.getState().preferences.guides }),
  },
  {
    id: 'view.simple',
    group: 'view',
    isOn: () => useApp.getState().preferences.isSimple,
    run: () => prefer({ isSimple: !useApp.getState().preferences.isSimple }),
  },
];
