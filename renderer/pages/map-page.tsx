import { ChevronDown, ChevronUp, PanelRightClose } from 'lucide';
import { lazy, Suspense } from 'react';
import { en } from '../../shared/text/en';
import { shownKeys } from '../actions/registry';
import { Canvas } from '../canvas/canvas';
import { useDerived } from '../derive';
import { Arithmetic } from '../panels/arithmetic';
import { Inspector } from '../panels/inspector';
import { LeftPanel } from './left-panel';
import { Coverage } from '../panels/coverage';
import { ProblemFilters } from '../panels/problem-filters';
import { Problems } from '../panels/problems';
import { Questions } from '../panels/questions';
import { preferPanels, useApp } from '../store';
import { IconButton } from '../ui/button';
import { Landmark } from '../ui/landmark';
import { Splitter } from '../ui/splitter';
import { Tabs } from '../ui/tabs';
import styles from '../shell/shell.module.css';
import { RoomBar } from './workshop/room-bar';
import { FindBar } from '../search/find-bar';
import { useStanding } from '../shell/standing';
import { openBottom, openRight, useRoom } from '../shell/use-room';

const StepTable = lazy(async () => ({ default: (await import('./table/step-table')).StepTable }));

function LateStepTable(): React.JSX.Element {
  return (
    <Suspense fallback={null}>
      <StepTable isPage={false} />
    </Suspense>
  );
}

interface BottomProps {
  height: number;
  isOpen: boolean;
  onToggle: () => void;
  /** The bar that changes the height, where it can be changed. */
  splitter: React.JSX.Element | null;
}

/** How high the lower panel is while it is folded, px. */
const foldedHeight = 36;

function Bottom(props: BottomProps): React.JSX.Element {
  const derived = useDerived();
  const tab = useApp((state) => state.bottomTab);
  const counts = derived?.presented.counts ?? { error: 0, warning: 0, info: 0 };
  return (
    <Landmark
      as="section"
      className={styles.bottom}
      data-pane="findings"
      style={{ height: props.isOpen ? props.height : foldedHeight }}
      aria-label={en.panels.problems}
    >
      {props.splitter}
      <Tabs
        label={en.panels.problems}
        value={tab}
        onChange={(bottomTab) => useApp.setState({ bottomTab })}
        onPress={() => {
          if (!props.isOpen) props.onToggle();
        }}
        aside={
          <>
            {props.isOpen && tab === 'problems' && <ProblemFilters />}
            <IconButton
              icon={props.isOpen ? ChevronDown : ChevronUp}
              size={15}
              label={props.isOpen ? en.panels.fold : en.panels.unfold}
              keys={shownKeys('view.toggleBottom')}
              onPress={props.onToggle}
            />
          </>
        }
        tabs={[
          {
            value: 'problems',
            title: en.panels.problems,
            count: counts.error + counts.warning + counts.info,
            isAlarming: counts.error > 0,
            panel: props.isOpen ? <Problems /> : null,
          },
          {
            value: 'questions',
            title: en.panels.questions,
            count: derived?.presented.gaps.length,
            panel: props.isOpen ? <Questions /> : null,
          },
          {
            value: 'coverage',
            title: en.analysisPanels.coverage.tab,
            panel: props.isOpen ? <Coverage /> : null,
          },
          { value: 'table', title: en.stepTable.title, panel: props.isOpen && <LateStepTable /> },
        ]}
      />
    </Landmark>
  );
}

function Right(props: { width: number; isOver: boolean }): React.JSX.Element {
  const isStanding = useStanding();
  return (
    <Landmark
      as="aside"
      className={styles.right}
      data-over={props.isOver}
      data-pane="inspector"
      style={{ width: props.width }}
      aria-label={en.shell.properties}
    >
      {!props.isOver && (
        <Splitter
          label={en.shell.resizeRight}
          direction="vertical"
          isReversed
          value={props.width}
          min={260}
          max={520}
          onChange={(right) => preferPanels({ right })}
        />
      )}
      <div className={styles.panel}>
        <div className={styles.rightHead}>
          <h2 className={styles.panelTitle}>{en.shell.properties}</h2>
          <IconButton
            icon={PanelRightClose}
            size={15}
            label={en.shell.hidePanel}
            keys={shownKeys('view.toggleRight')}
            onPress={() => openRight(false)}
          />
        </div>
        {isStanding && <Inspector />}
      </div>
    </Landmark>
  );
}

/** Narrower than this the calculation of a step does not fit on a line. */
const arithmeticWidth = 400;

/** How a figure came about, in the place of the inspector. */
function RightArithmetic(props: { width: number; isOver: boolean }): React.JSX.Element {
  return (
    <Landmark
      as="aside"
      className={styles.right}
      data-over={props.isOver}
      data-pane="inspector"
      style={{ width: Math.max(props.width, arithmeticWidth) }}
      aria-label={en.arithmetic.title}
    >
      <div className={styles.panel}>
        <Arithmetic />
      </div>
    </Landmark>
  );
}

/** The lower panel with the bar that changes its height. */
function BottomPanel(props: { height: number }): React.JSX.Element {
  const room = useRoom();
  return (
    <Bottom
      height={props.height}
      splitter={
        room.isBottomOpen && !room.isLow ? (
          <Splitter
            label={en.shell.resizeBottom}
            direction="horizontal"
            isReversed
            value={props.height}
            min={120}
            max={room.mostBottom}
            onChange={(height) => preferPanels({ bottom: height })}
          />
        ) : null
      }
      isOpen={room.isBottomOpen}
      onToggle={() => openBottom(!room.isBottomOpen)}
    />
  );
}

/** The map: palette, canvas and inspector, findings below. */
export function MapPage(): React.JSX.Element {
  const panels = useApp((state) => state.preferences.panels);
  const room = useRoom();
  const isStanding = useStanding();
  const isArithmetic = useApp((state) => state.arithmetic !== null);
  const hasTour = useApp((state) => state.tour !== null);
  const bottom = Math.min(panels.bottom, room.mostBottom);
  const leftWidth = Math.min(panels.left, room.mostLeft);
  return (
    <>
      <RoomBar />
      <div className={styles.body}>
        {(room.isLeftOpen || hasTour) &&
          (isStanding ? (
            <LeftPanel width={leftWidth} />
          ) : (
            <div className={styles.left} style={{ width: leftWidth }} />
          ))}
        <Landmark as="main" className={styles.middle}>
          <Canvas />
          <FindBar />
        </Landmark>
        {isArithmetic && <RightArithmetic width={panels.right} isOver={room.isNarrow} />}
        {!isArithmetic && room.isRightOpen && <Right width={panels.right} isOver={room.isNarrow} />}
      </div>
      {isStanding ? (
        <BottomPanel height={bottom} />
      ) : (
        <div className={styles.bottom} style={{ height: room.isBottomOpen ? bottom : foldedHeight }} />
      )}
    </>
  );
}
