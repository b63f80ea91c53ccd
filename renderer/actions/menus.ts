import type { ActionId } from '../../shared/text/actions';
import { en } from '../../shared/text/en';
import type { MenuEntry } from '../ui/menu';
import { keysText } from './action';
import { actionOf } from './registry';

/** Actions as lines of a menu; null is a separator. */
export function menuEntries(ids: readonly (ActionId | null)[]): MenuEntry[] {
  return ids.map((id) => {
    if (id === null) return null;
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
  });
}

const { menus } = en.shell;

/** The menus of the title bar. */
export const mainMenus: readonly { title: string; ids: readonly (ActionId | null)[] }[] = [
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
      'page.charter',
      'page.value',
      'page.what-if',
      null,
      'view.zoomIn',
      'view.zoomOut',
      'view.actualSize',
      'view.fit',
      'view.fitSelection',
      null,
      'view.lanesRole',
      'view.lanesTeam',
      'view.lanesPractice',
      'view.lanesActivity',
      'view.lanesParty',
      'view.lanesNone',
      null,
      'view.toggleLeft',
      'view.toggleRight',
      'view.toggleBottom',
      'view.minimap',
      'view.snap',
      null,
      'view.themeLight',
      'view.themeDark',
      'view.themeSystem',
      'view.contrast',
      'view.motion',
      null,
      'view.larger',
      'view.smaller',
      'view.usualSize',
    ],
  },
  {
    title: menus.insert,
    ids: [
      'insert.step',
      'insert.next',
      'insert.quick',
      'insert.queue',
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
    ],
  },
  {
    title: menus.map,
    ids: [
      'map.charter',
      'map.roles',
      'map.improvements',
      'map.arithmetic',
      null,
      'map.future',
      'map.current',
      'map.compare',
      'map.delete',
      null,
      'map.tidy',
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
  { title: menus.workshop, ids: ['page.workshop', 'room.bar'] },
  { title: menus.help, ids: ['app.palette', null, 'help.rules', 'help.shortcuts', 'help.about'] },
];
