import type { ReactNode } from 'react';
import type { Preferences } from '../../shared/ipc/preferences';
import { en } from '../../shared/text/en';
import { actionOf } from '../actions/registry';
import { zoomSteps } from '../actions/settings-actions';
import { openRight } from '../shell/use-room';
import { prefer, select, showPage, useApp } from '../store';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { Segmented } from '../ui/segmented';
import { SelectField } from '../ui/select-field';
import styles from './settings.module.css';

const text = en.settings;

function Part(props: { title: string; hint?: string; children: ReactNode }): React.JSX.Element {
  return (
    <div className={styles.part}>
      <span className={styles.partTitle}>{props.title}</span>
      {props.children}
      {props.hint !== undefined && <p className={styles.hint}>{props.hint}</p>}
    </div>
  );
}

type ChoiceName = 'theme' | 'contrast' | 'motion';

/** One of a few ways, in force at once. */
function Choice<K extends ChoiceName>(props: {
  name: K;
  title: string;
  names: Readonly<Record<Preferences[K], string>>;
  order: readonly Preferences[K][];
  hint?: string;
}): React.JSX.Element {
  const value = useApp((state) => state.preferences[props.name]);
  return (
    <Part title={props.title} {...(props.hint !== undefined && { hint: props.hint })}>
      <Segmented
        label={props.title}
        value={value}
        choices={props.order.map((each) => ({ value: each, name: props.names[each] }))}
        onChange={(chosen) => {
          if (chosen !== null) prefer({ [props.name]: chosen });
        }}
      />
    </Part>
  );
}

function ZoomChoice(): React.JSX.Element {
  const zoom = useApp((state) => state.preferences.zoom);
  const name = (value: number): string => text.zoomValue(Math.round(value * 100));
  return (
    <Part title={text.zoom} hint={text.zoomHint}>
      <Segmented
        label={text.zoom}
        value={String(zoom)}
        choices={zoomSteps.map((value) => ({ value: String(value), name: name(value) }))}
        onChange={(chosen) => {
          if (chosen !== null) prefer({ zoom: Number(chosen) });
        }}
      />
    </Part>
  );
}

/** Theme, contrast, size and movement. */
export function AppearancePart(): React.JSX.Element {
  return (
    <>
      <Choice name="theme" title={text.theme} names={text.themes} order={['light', 'dark', 'system']} />
      <Choice
        name="contrast"
        title={text.contrast}
        names={text.contrasts}
        order={['system', 'more']}
        hint={text.contrastHint}
      />
      <ZoomChoice />
      <Choice
        name="motion"
        title={text.motion}
        names={text.motions}
        order={['system', 'reduced']}
        hint={text.motionHint}
      />
    </>
  );
}

function Switch(props: { name: 'isSimple' | 'guides' | 'snap' | 'minimap'; label: string; hint?: string }) {
  const value = useApp((state) => state.preferences[props.name]);
  return (
    <div className={styles.part}>
      <CheckField label={props.label} value={value} onChange={(on) => prefer({ [props.name]: on })} />
      {props.hint !== undefined && <p className={styles.hint}>{props.hint}</p>}
    </div>
  );
}

/** How the canvas helps while one draws. */
export function CanvasPart(): React.JSX.Element {
  const lanes = useApp((state) => state.preferences.lanes);
  return (
    <>
      <Switch name="isSimple" label={text.simple} hint={text.simpleHint} />
      <Switch name="guides" label={text.guides} />
      <Switch name="snap" label={text.snap} />
      <Switch name="minimap" label={text.minimap} />
      <div className={styles.narrow}>
        <SelectField
          label={text.lanes}
          choices={(['role', 'team', 'practice', 'activity', 'party', 'none'] as const).map((value) => ({
            value,
            name: text.laneNames[value],
          }))}
          value={lanes}
          none=""
          canClear={false}
          onChange={(value) => {
            const chosen = (['role', 'team', 'practice', 'activity', 'party', 'none'] as const).find(
              (each) => each === value,
            );
            if (chosen) prefer({ lanes: chosen });
          }}
        />
      </div>
    </>
  );
}

function NeedsStream(props: { children: ReactNode }): React.JSX.Element {
  const isEditing = useApp((state) => state.screen === 'editor');
  return isEditing ? <>{props.children}</> : <p className={styles.hint}>{text.needsStream}</p>;
}

/** The way to the rules, which have a dialog of their own. */
export function AnalysisPart(): React.JSX.Element {
  return (
    <div className={styles.part}>
      <p>{text.analysisText}</p>
      <NeedsStream>
        <div className={styles.row}>
          <Button onPress={actionOf('rules.settings').run}>{text.analysisOpen}</Button>
          <Button kind="quiet" onPress={actionOf('help.rules').run}>
            {text.analysisReference}
          </Button>
        </div>
      </NeedsStream>
    </div>
  );
}

function showMapFields(): void {
  useApp.setState({ dialog: null });
  showPage('map');
  select([]);
  openRight(true);
}

/** The way to what belongs to the document. */
export function ProjectPart(): React.JSX.Element {
  return (
    <div className={styles.part}>
      <p>{text.projectText}</p>
      <NeedsStream>
        <div className={styles.row}>
          <Button onPress={showMapFields}>{text.projectOpen}</Button>
        </div>
      </NeedsStream>
    </div>
  );
}
