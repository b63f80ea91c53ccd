import { setFlow } from '../../shared/commands/flows';
import { withOwnSource } from '../../shared/commands/set-quantities';
import type { Flow } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { quantityText } from '../../shared/model/quantity-text';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';
import { dispatch } from '../store';
import { TextField } from '../ui/text-field';
import { parseKind, readingOf } from './quantity-field';
import { SourceMenu, withSource } from './source-menu';

/** What a blank share means: the rest where it is the only blank one, else unknown; all of the items where there is no choice. */
function blankShare(flow: Flow, { graph }: Derived): string {
  const exits = graph.out.get(flow.from) ?? [];
  if (exits.length < 2 || graph.node.get(flow.from)?.type === 'fork') return en.inspectorFormats.all;
  const blanks = exits.filter((exit) => exit.share === undefined).length;
  return blanks > 1 ? en.inspectorFormats.unknownShare : en.inspectorFormats.rest;
}

/** The share of the items that take a flow, with its source. */
export function ShareField(props: {
  flow: WithId<Flow>;
  derived: Derived;
  label: string;
}): React.JSX.Element {
  const { flow, label } = props;
  const { calendar } = props.derived.graph;
  return (
    <TextField
      key={flow.id}
      label={label}
      name="share"
      aside={
        <SourceMenu
          label={label}
          quantities={flow.share ? [flow.share] : []}
          onChoose={(source) => {
            if (flow.share)
              dispatch(setFlow({ ids: [flow.id], patch: { share: withSource(flow.share, source) } }));
          }}
        />
      }
      value={quantityText('share', flow.share)}
      placeholder={blankShare(flow, props.derived)}
      read={(text) => (text.trim() === '' ? null : readingOf('share', parseKind('share', text, calendar)))}
      onCommit={(text) => {
        if (text.trim() === '') return dispatch(setFlow({ ids: [flow.id], patch: { share: undefined } }));
        const parsed = parseKind('share', text, calendar);
        if (!parsed.ok) return parsed.reason;
        return dispatch(
          setFlow({ ids: [flow.id], patch: { share: withOwnSource(parsed.value, flow.share) } }),
        );
      }}
    />
  );
}
