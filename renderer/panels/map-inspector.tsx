import { Route } from 'lucide';
import { profiles } from '../../shared/analysis/profiles';
import { setMap } from '../../shared/commands/maps';
import { setSettings } from '../../shared/commands/settings';
import { mapStates } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { fixesText } from '../../shared/text/fixes';
import type { Derived } from '../derive';
import { dispatch, showPage, useApp } from '../store';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { CalendarFields } from './calendar-fields';
import { readDate } from './dates';
import { Section } from './inspector-section';
import styles from './inspector.module.css';
import { MoreDemand } from './more-fields';
import { StreamNumber, StreamText } from './stream-fields';
import { StatedField } from './stated-field';
import { TargetField } from './target-field';

const { fields, sections } = en.inspector;

function ProjectFields(): React.JSX.Element {
  const { profile, currency } = useApp((state) => state.history.project.settings);
  return (
    <div className={styles.two}>
      <SelectField
        label={fields.profile}
        choices={Object.values(profiles).map((each) => ({ value: each.id, name: each.name }))}
        value={profile}
        none=""
        canClear={false}
        onChange={(value) => {
          const chosen = Object.values(profiles).find((each) => each.id === value);
          if (chosen) dispatch(setSettings({ patch: { profile: chosen.id } }));
        }}
      />
      <TextField
        label={fields.currency}
        value={currency}
        onCommit={(text) => dispatch(setSettings({ patch: { currency: text.trim() } }))}
      />
    </div>
  );
}

function MapFields(props: { derived: Derived }): React.JSX.Element {
  const { map, id } = props.derived.graph;
  return (
    <Section title={sections.map}>
      <TextField
        label={fields.mapName}
        value={map.name}
        onCommit={(name) =>
          name.trim() === ''
            ? en.inspector.refused.name
            : dispatch(setMap({ id, patch: { name: name.trim() } }))
        }
      />
      <div className={styles.two}>
        <SelectField
          label={fields.mapState}
          choices={mapStates.map((value) => ({ value, name: en.shell.states[value] }))}
          value={map.state}
          none=""
          canClear={false}
          onChange={(value) => {
            const state = mapStates.find((each) => each === value);
            if (state) dispatch(setMap({ id, patch: { state } }));
          }}
        />
        <TextField
          label={fields.observedOn}
          value={map.observedOn ?? ''}
          placeholder={en.inspector.example.date}
          onCommit={(text) => {
            const date = readDate(text);
            return date === null
              ? en.inspector.refused.date(text)
              : dispatch(setMap({ id, patch: { observedOn: date } }));
          }}
        />
        <StatedField graph={props.derived.graph} name="statedLeadTime" />
        <StatedField graph={props.derived.graph} name="statedProcessTime" />
      </div>
      <TextField
        label={fields.note}
        value={map.note ?? ''}
        isMultiline
        onCommit={(text) =>
          dispatch(setMap({ id, patch: { note: text.trim() === '' ? undefined : text.trim() } }))
        }
      />
      <CalendarFields derived={props.derived} />
      <ProjectFields />
    </Section>
  );
}

/** The stream and the map, shown while nothing is selected. */
export function MapInspector(props: { derived: Derived }): React.JSX.Element {
  const { derived } = props;
  const { stream, map } = derived.graph;
  const common = { stream };
  return (
    <>
      <header className={styles.head}>
        <span className={styles.headIcon} style={{ color: 'var(--accent)', background: 'var(--accentSoft)' }}>
          <Icon of={Route} size={17} />
        </span>
        <div className={styles.headText}>
          <h2 className={styles.headTitle}>{stream.name || en.shell.untitled}</h2>
          <p className={styles.headSubtitle}>{en.shell.states[map.state]}</p>
        </div>
      </header>
      <p className={styles.hint}>{en.inspector.selectHint}</p>
      <Section title={sections.stream}>
        <StreamText {...common} name="name" label={fields.streamName} />
        <StreamText {...common} name="purpose" label={fields.purpose} isMultiline />
        <StreamText {...common} name="valueOutcome" label={fields.valueOutcome} isMultiline />
        <div className={styles.two}>
          <StreamText {...common} name="user" label={fields.user} />
          <StreamText {...common} name="owner" label={fields.owner} />
        </div>
      </Section>
      <Section title={sections.figures}>
        <div className={styles.two}>
          <StreamNumber {...common} name="demandPerMonth" label={fields.demandPerMonth} />
          <TargetField graph={derived.graph} />
          <StreamNumber {...common} name="demandCv" label={fields.demandCv} />
          <StreamNumber {...common} name="costOfDelayPerHour" label={fields.costOfDelayPerHour} />
        </div>
      </Section>
      <MoreDemand stream={stream} />
      <MapFields derived={derived} />
      <div className={styles.links}>
        <Button onPress={() => showPage('charter')}>{en.inspector.openCharter}</Button>
        <Button onPress={() => useApp.setState({ dialog: { kind: 'roles' } })}>
          {en.inspector.openRoles}
        </Button>
        <Button onPress={() => showPage('plan')}>
          {fixesText.improvements.open(derived.graph.improvements.length)}
        </Button>
      </div>
    </>
  );
}
