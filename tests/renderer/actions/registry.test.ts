import { beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '../../../renderer/actions/action';
import { sameKeys } from '../../../renderer/actions/keymap';
import { actionsText } from '../../../shared/text/actions';

let actions: readonly Action[] = [];
let inMenus: readonly string[] = [];
let acceleratorOf: (keys: string | undefined) => string | null = () => null;

beforeAll(async () => {
  // The registry is read without a window: nothing of it runs here.
  Object.assign(globalThis, { window: { streamwright: {} } });
  const registry = await import('../../../renderer/actions/registry');
  const menus = await import('../../../renderer/actions/menus');
  actions = registry.allActions;
  const { mainMenus } = await import('../../../renderer/actions/main-menus');
  inMenus = mainMenus.flatMap(({ ids }) => menus.flatIds(ids).filter((id) => id !== null));
  acceleratorOf = (await import('../../../renderer/actions/native-menu')).acceleratorOf;
});

/** Actions that no menu lists, each with the reason. */
const notInMenus: Readonly<Record<string, string>> = {
  'tool.select': 'a tool of the tool bar',
  'tool.pan': 'a tool of the tool bar',
  'tool.connect': 'a tool of the tool bar',
  'view.theme': 'the menu offers light, dark and as the system',
  'pane.next': 'walks between panels by key alone',
  'pane.previous': 'walks between panels by key alone',
  'pane.canvas': 'walks between panels by key alone',
  'walk.next': 'walks along the flow by key alone',
  'walk.previous': 'walks along the flow by key alone',
  'walk.flow': 'walks along the flow by key alone',
};

const walksByKey = /^(?:walk|add)\./;

describe('the registry of actions', () => {
  it('has one action for each title, and each title once', () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(Object.keys(actionsText.titles).sort());
  });

  it('lists every action in a menu once, but for those that are left out for a reason', () => {
    const left = actions
      .map(({ id }) => id)
      .filter((id) => !inMenus.includes(id) && notInMenus[id] === undefined && !walksByKey.test(id));
    expect(left).toEqual([]);
    expect(inMenus.filter((id, index) => inMenus.indexOf(id) !== index)).toEqual([]);
    expect(Object.keys(notInMenus).filter((id) => inMenus.includes(id))).toEqual([]);
  });

  it('gives no keys to two actions that could both answer', () => {
    const all = actions.flatMap((action) => (action.keys ?? []).map((keys) => ({ id: action.id, keys })));
    const twice = all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter((other) => sameKeys(one.keys, other.keys))
        .map((other) => `${one.keys}: ${one.id}, ${other.id}`),
    );
    expect(twice).toEqual([]);
  });

  it('gives the native menu no shortcut that would take letters from text fields', () => {
    const accelerators = actions.flatMap(({ keys }) => acceleratorOf(keys?.[0]) ?? []);
    expect(accelerators.filter((each) => !each.startsWith('CommandOrControl+'))).toEqual([]);
    expect(acceleratorOf('s')).toBeNull();
    expect(acceleratorOf('Alt+KeyS')).toBeNull();
    expect(acceleratorOf('$mod+Shift+KeyP')).toBe('CommandOrControl+Shift+P');
    expect(acceleratorOf('$mod+Equal')).toBe('CommandOrControl+Plus');
    expect(acceleratorOf('$mod+Comma')).toBe('CommandOrControl+,');
  });
});

/** The table of shortcuts that the design asks for: what each row is served by. */
const wanted: readonly (readonly [row: string, id: string, ...keys: string[]])[] = [
  ['select', 'tool.select', 'v'],
  ['pan', 'tool.pan', 'h'],
  ['connect', 'tool.connect', 'c'],
  ['note', 'insert.note', 'n'],
  ['step', 'insert.step', 's'],
  ['queue', 'insert.queue', 'q'],
  ['kaizen', 'insert.burst', 'k'],
  ['zoom in', 'view.zoomIn', '$mod+Equal'],
  ['zoom out', 'view.zoomOut', '$mod+Minus'],
  ['100 %', 'view.actualSize', '$mod+Digit0'],
  ['fit all', 'view.fit', 'Shift+Digit1'],
  ['fit selection', 'view.fitSelection', 'Shift+Digit2'],
  ['add connected next step', 'insert.next', 'Tab'],
  ['walk along the flow', 'walk.next', 'Alt+ArrowRight'],
  ['walk back', 'walk.previous', 'Alt+ArrowLeft'],
  ['duplicate', 'edit.duplicate', '$mod+KeyD'],
  ['rename', 'edit.rename', 'F2'],
  ['undo', 'edit.undo', '$mod+KeyZ'],
  ['redo', 'edit.redo', '$mod+Shift+KeyZ', '$mod+KeyY'],
  ['select all', 'edit.selectAll', '$mod+KeyA'],
  ['group', 'group.make', '$mod+KeyG'],
  ['copy as picture', 'edit.copyPicture', 'Shift+Alt+KeyC'],
  ['command palette', 'app.palette', '$mod+KeyK', '$mod+Shift+KeyP'],
  ['find', 'edit.find', '$mod+KeyF'],
  ['problems panel', 'problems.show', '$mod+Shift+KeyM'],
  ['next problem', 'problems.next', 'F8'],
  ['previous problem', 'problems.previous', 'Shift+F8'],
  ['left panel', 'view.toggleLeft', '$mod+KeyB'],
  ['right panel', 'view.toggleRight', '$mod+Alt+KeyB'],
  ['bottom panel', 'view.toggleBottom', '$mod+KeyJ'],
  ['value-adding', 'value.va', '1'],
  ['necessary', 'value.nnva', '2'],
  ['waste', 'value.nva', '3'],
  ['snap', 'view.snap', 'Alt+KeyS'],
  ['theme', 'view.theme', 'Shift+Alt+KeyD'],
  ['present', 'present.start', 'F5'],
  ['export', 'file.export', '$mod+KeyE'],
  ['what-if', 'page.what-if', '$mod+Shift+KeyR'],
  ['help sheet', 'help.shortcuts', 'Shift+?'],
  ['settings', 'app.settings', '$mod+Comma'],
  ['interface larger', 'view.larger', '$mod+Alt+Equal'],
  ['interface smaller', 'view.smaller', '$mod+Alt+Minus'],
  ['interface as usual', 'view.usualSize', '$mod+Alt+Digit0'],
];

// Left out: text (T) and lock and order (Ctrl L, Ctrl [ ]), since a map has notes instead of loose text, nothing on it
// overlaps and so needs no order, and places set by hand are kept; copying a style, since looks follow from what a step
// is; showing the grid (Ctrl '), which is there whenever one snaps to it.
describe('the shortcuts that the design asks for', () => {
  it.each(wanted)('%s: %s', (_row, id, ...keys) => {
    const own = actions.find((action) => action.id === id)?.keys ?? [];
    for (const each of keys)
      expect(
        own.some((key) => sameKeys(key, each)),
        `${each} for ${id}, which has ${own.join(', ')}`,
      ).toBe(true);
  });
});
