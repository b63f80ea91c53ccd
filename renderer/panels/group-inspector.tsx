import { Layers2, ScanSearch, Ungroup } from 'lucide';
import { removeFromGroup, renameGroup } from '../../shared/commands/groups';
import { shortMinutes } from '../../shared/drawing/amounts';
import { figuresOfPart } from '../../shared/figures/part-figures';
import type { MapNode } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { formatShare } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import { actionOf } from '../actions/registry';
import type { Derived } from '../derive';
import { dispatch, select } from '../store';
import { Button } from '../ui/button';
import { TextField } from '../ui/text-field';
import { NodeHead } from './inspector-head';
import { Section } from './inspector-section';
import styles from './group-inspector.module.css';
import shared from './inspector.module.css';

const words = en.groups.inspector;

/** The values of a group, each with its name; a dash for what cannot be said. */
function rows(derived: Derived, id: string, members: ReadonlySet<string>): [string, string][] {
  const figures = figuresOfPart(derived.graph, members);
  const time = (minutes: number | null): string =>
    minutes === null ? en.drawing.unknown : shortMinutes(minutes);
  const share = (value: number | null): string =>
    value === null ? en.drawing.unknown : formatShare(value, 0);
  return [
    [words.processTime, time(figures.processTime)],
    [words.wait, time(figures.wait)],
    [words.leadTimeShare, share(figures.leadTimeShare)],
    [words.rolled, share(figures.rolledCompleteAccurate)],
    [words.steps, String(figures.steps)],
    [words.findings, String(derived.presented.badges.get(id)?.count ?? 0)],
  ];
}

function Member(props: { node: WithId<MapNode>; isFolded: boolean }): React.JSX.Element {
  const { node, isFolded } = props;
  return (
    <li>
      <button
        type="button"
        className={styles.member}
        onClick={() => {
          if (isFolded) actionOf('group.inside').run();
          select([node.id]);
        }}
      >
        {node.name || en.inspector.nodeTypes[node.type]}
      </button>
      <button
        type="button"
        className={styles.out}
        aria-label={words.takeOut(node.name)}
        title={words.takeOut(node.name)}
        onClick={() => dispatch(removeFromGroup({ ids: [node.id] }))}
      >
        ×
      </button>
    </li>
  );
}

/** A group of steps: its name, its rolled-up figures, and what is in it. */
export function GroupInspector(props: { id: string; derived: Derived }): React.JSX.Element | null {
  const { id, derived } = props;
  const group = derived.graph.groups.find((each) => each.id === id);
  if (!group) return null;
  const members = derived.graph.nodes.filter((node) => node.group === id);
  const values = rows(derived, id, new Set(members.map((node) => node.id)));
  return (
    <>
      <NodeHead title={group.name || en.groups.untitled} subtitle={words.kind} />
      <div className={shared.group}>
        <TextField
          label={words.name}
          name="name"
          value={group.name}
          onCommit={(name) => dispatch(renameGroup({ id, name }))}
        />
        <div className={styles.buttons}>
          <Button icon={Layers2} onPress={actionOf('group.fold').run}>
            {group.isFolded === true ? words.unfold : words.fold}
          </Button>
          <Button icon={ScanSearch} onPress={actionOf('group.inside').run}>
            {words.look}
          </Button>
          <Button icon={Ungroup} onPress={actionOf('group.dissolve').run}>
            {words.dissolve}
          </Button>
        </div>
      </div>
      <Section title={words.figures}>
        <dl className={styles.figures}>
          {values.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className={shared.hint}>{words.hint}</p>
      </Section>
      <Section title={words.members}>
        <ul className={styles.members}>
          {members.map((node) => (
            <Member key={node.id} node={node} isFolded={group.isFolded === true} />
          ))}
        </ul>
      </Section>
    </>
  );
}
