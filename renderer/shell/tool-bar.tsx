import {
  FlaskConical,
  Hand,
  LayoutGrid,
  Magnet,
  Maximize,
  MousePointer2,
  Presentation,
  Redo2,
  Share,
  Spline,
  StickyNote,
  TextCursorInput,
  Undo2,
  WandSparkles,
} from 'lucide';
import { type History, redoLabel, undoLabel } from '../../shared/commands/history';
import type { ActionId } from '../../shared/text/actions';
import { en } from '../../shared/text/en';
import { keysText } from '../actions/action';
import { menuEntries } from '../actions/menus';
import { actionOf } from '../actions/registry';
import { isTrialNext } from '../actions/undo-actions';
import { useDerived } from '../derive';
import { lanesNow } from '../lanes-now';
import { useWhatIf } from '../pages/what-if/what-if-state';
import { useApp } from '../store';
import { Button, IconButton } from '../ui/button';
import { Icon, type IconNode } from '../ui/icon';
import { Landmark } from '../ui/landmark';
import { MenuButton } from '../ui/menu';
import { useToolbar } from '../ui/use-toolbar';
import { MapSwitch } from './map-switch';
import styles from './shell.module.css';

function Tool(props: {
  id: ActionId;
  icon: IconNode;
  label?: string | undefined;
  isStrong?: boolean;
}): React.JSX.Element {
  const action = actionOf(props.id);
  const keys = action.keys?.[0];
  return (
    <IconButton
      icon={props.icon}
      label={props.label ?? en.actions.titles[props.id]}
      keys={keys === undefined ? undefined : keysText(keys)}
      isPressed={action.isOn?.()}
      isStrong={props.isStrong === true}
      isDisabled={action.can ? !action.can() : false}
      onPress={action.run}
    />
  );
}

function LaneMenu(): React.JSX.Element {
  const lanes = useApp((state) => lanesNow(state));
  const ids = {
    role: 'view.lanesRole',
    team: 'view.lanesTeam',
    practice: 'view.lanesPractice',
    activity: 'view.lanesActivity',
    party: 'view.lanesParty',
    none: 'view.lanesNone',
  } as const;
  return (
    <MenuButton
      label={en.actions.titles[ids[lanes]]}
      className={styles.laneButton}
      face={
        <>
          <Icon of={LayoutGrid} size={15} />
          {en.actions.titles[ids[lanes]]}
        </>
      }
      entries={menuEntries(Object.values(ids))}
    />
  );
}

/** What is done on the canvas. */
function CanvasTools(): React.JSX.Element {
  useApp((state) => state.tool);
  useApp((state) => state.isQuickEntry);
  return (
    <>
      <div className={styles.toolGroup}>
        <Tool id="tool.select" icon={MousePointer2} isStrong />
        <Tool id="tool.pan" icon={Hand} isStrong />
        <Tool id="tool.connect" icon={Spline} isStrong />
        <Tool id="insert.note" icon={StickyNote} />
        <Tool id="insert.quick" icon={TextCursorInput} />
      </div>
      <span className={styles.toolLine} />
    </>
  );
}

/** How the canvas shows the map. */
function CanvasView(): React.JSX.Element {
  return (
    <>
      <span className={styles.toolLine} />
      <div className={styles.toolGroup}>
        <LaneMenu />
        <Tool id="map.tidy" icon={WandSparkles} />
        <Tool id="view.fit" icon={Maximize} />
        <Tool id="view.snap" icon={Magnet} />
      </div>
    </>
  );
}

/** Undo and redo, each with what is next: a change of the document, or a slider of the page What-if. */
function UndoTools(props: { history: History }): React.JSX.Element {
  const { history } = props;
  useWhatIf((state) => state.past);
  const { undo, redo } = en.shell;
  const undoText = isTrialNext('back') ? en.whatIf.trial : undoLabel(history);
  const redoText = isTrialNext('again') ? en.whatIf.trial : redoLabel(history);
  return (
    <div className={styles.toolGroup}>
      <Tool id="edit.undo" icon={Undo2} label={undoText === null ? undefined : undo(undoText)} />
      <Tool id="edit.redo" icon={Redo2} label={redoText === null ? undefined : redo(redoText)} />
    </div>
  );
}

/** Tools, undo, layout, the state of the map, and the way out; what belongs to the canvas stands there with it. */
export function ToolBar(): React.JSX.Element {
  const history = useApp((state) => state.history);
  const isOnMap = useApp((state) => state.page === 'map');
  useApp((state) => state.preferences);
  useDerived();
  const toolbar = useToolbar();
  const exportKeys = actionOf('file.export').keys?.[0];
  return (
    <Landmark as="section" aria-label={en.shell.toolBar}>
      <div className={styles.toolBar} {...toolbar} aria-label={en.shell.toolBar}>
        <div className={styles.toolStart}>
          {isOnMap && <CanvasTools />}
          <UndoTools history={history} />
          {isOnMap && <CanvasView />}
        </div>
        <MapSwitch />
        <div className={styles.toolEnd}>
          <Button icon={FlaskConical} onPress={actionOf('page.what-if').run}>
            {en.actions.titles['page.what-if']}
          </Button>
          <Button icon={Presentation} onPress={actionOf('present.start').run}>
            {en.present.start}
          </Button>
          <Button
            kind="primary"
            icon={Share}
            keys={exportKeys === undefined ? undefined : keysText(exportKeys)}
            onPress={actionOf('file.export').run}
          >
            {en.shell.export}
          </Button>
        </div>
      </div>
    </Landmark>
  );
}
