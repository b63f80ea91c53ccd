import type { ActionId } from '../../shared/text/actions';
import { en } from '../../shared/text/en';
import type { MenuEntry, MenuItem } from '../ui/menu';
import { keysText } from './action';
import { actionOf } from './registry';

/** What belongs together, in a menu of its own beside the line that names it. */
interface SubmenuOf {
  readonly title: string;
  readonly ids: readonly (ActionId | null)[];
}

function itemOf(id: ActionId): MenuItem {
  const action = actionOf(id);
  const keys = action.keys?.[0];
  return {
    id,
    title: en.actions.titles[id],
    keys: keys === undefined ? undefined : keysText(keys),
    isDisabled: action.can ? !action.can() : false,
    isOn: action.isOn?.(),
    run: action.run,
  };
}

/** Actions as lines of a menu; null is a separator. */
export function menuEntries(ids: readonly (ActionId | null | SubmenuOf)[]): MenuEntry[] {
  return ids.map((id) => {
    if (id === null) return null;
    if (typeof id === 'string') return itemOf(id);
    const entries = id.ids.map((each) => (each === null ? null : itemOf(each)));
    return { id: id.title, title: id.title, entries };
  });
}

/** The actions of a menu, those of its submenus in their places. */
export function flatIds(ids: readonly (ActionId | null | SubmenuOf)[]): (ActionId | null)[] {
  return ids.flatMap((id) => (id === null || typeof id === 'string' ? [id] : id.ids));
}

const { menus } = en.shell;

/** The menus of the title bar. */
export const mainMenus: readonly { title: string; ids: readonly (ActionId | null | SubmenuOf)[] }[] = [
  {
    title: menus.file,
    ids: [
      'file.new',
      'file.open',
      'file.start',
      null,
      'file.save',
      'file.saveAs',
      'file.revert',
      null,
      'file.importTable',
      'file.export',
      null,
      'app.settings',
      null,
      'file.close',
      'app.quit',
    ],
  },
  {
    title: menus.edit,
    ids: [
      'edit.undo',
      'edit.redo',
      null,
      'edit.cut',
      'edit.copy',
      'edit.paste',
      'edit.duplicate',
      'edit.delete',
      null,
      'edit.rename',
      'edit.selectAll',
      null,
      'edit.selectBranch',
      'edit.duplicateBranch',
      null,
      'edit.find',
      'edit.replace',
      null,
      'edit.copyPicture',
    ],
  },
  {
    title: menus.view,
    ids: [
      'page.map',
      'page.table',
      'page.charter',
      'page.value',
      'page.dimensions',
      'page.what-if',
      'page.compare',
      'page.plan',
      null,
      {
        title: menus.zoom,
        ids: ['view.zoomIn', 'view.zoomOut', 'view.actualSize', 'view.fit', 'view.fitSelection'],
      },
      {
        title: menus.appearance,
        ids: [
          'view.themeLight',
          'view.themeDark',
          'view.themeSystem',
          null,
          'view.contrast',
          'view.motion',
          null,
          'view.larger',
          'view.smaller',
          'view.usualSize',
        ],
      },
      null,
      'view.toggleLeft',
      'view.toggleRight',
      'view.toggleBottom',
      'view.minimap',
      null,
      'view.snap',
      'view.guides',
      'view.simple',
    ],
  },
  {
    title: menus.insert,
    ids: [
      'insert.step',
      'insert.next',
      'insert.quick',
      'insert.table',
      'insert.queue',
      'insert.library',
      null,
      'insert.demand',
      'insert.value',
      'insert.decision',
      'insert.fork',
      'insert.join',
      'insert.control',
      null,
      'insert.note',
      'insert.burst',
      'node.burst',
    ],
  },
  {
    title: menus.arrange,
    ids: [
      'map.tidy',
      'tool.room',
      null,
      {
        title: menus.lanes,
        ids: [
          'view.lanesRole',
          'view.lanesTeam',
          'view.lanesPractice',
          'view.lanesActivity',
          'view.lanesParty',
          null,
          'view.lanesNone',
        ],
      },
      {
        title: menus.align,
        ids: [
          'arrange.left',
          'arrange.centre',
          'arrange.right',
          null,
          'arrange.top',
          'arrange.middle',
          'arrange.bottom',
          null,
          'arrange.across',
          'arrange.down',
        ],
      },
      {
        title: menus.change,
        ids: ['convert.step', 'convert.decision', 'convert.fork', 'convert.join', 'convert.control'],
      },
      null,
      'group.make',
      'group.dissolve',
      'group.fold',
      'group.inside',
      'group.outside',
    ],
  },
  {
    title: menus.map,
    ids: [
      'map.charter',
      'map.roles',
      'map.arithmetic',
      null,
      'map.future',
      'map.current',
      'map.compare',
      'map.delete',
      null,
      'value.ask',
      'value.va',
      'value.nnva',
      'value.nva',
      null,
      'problems.show',
      'problems.next',
      'problems.previous',
      'rules.settings',
    ],
  },
  { title: menus.workshop, ids: ['present.start', 'present.here', null, 'page.workshop', 'room.bar'] },
  { title: menus.help, ids: ['app.palette', null, 'help.rules', 'help.shortcuts', 'help.about'] },
];
