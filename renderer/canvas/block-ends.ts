import { endsOfPart, type PartSide } from '../../shared/drawing/part-ends';
import { en } from '../../shared/text/en';
import { derivedNow } from '../derive';
import { notify } from '../store';

/** The steps that a flow to a folded group can lead to, or one from it can leave; the node itself for everything else. */
export function endsOf(id: string, side: PartSide): readonly string[] {
  const shown = derivedNow()?.shown;
  const block = shown?.blocks.get(id);
  return shown && block ? endsOfPart(shown.whole, block.members, side) : [id];
}

/** The step that a flow drawn to or from a node means: of a folded group the first entry or the last exit, which is told where there are several. */
export function endOf(id: string, side: PartSide): string {
  const ends = endsOf(id, side);
  const end = (side === 'entry' ? ends[0] : ends.at(-1)) ?? id;
  const name = derivedNow()?.graph.node.get(end)?.name;
  if (ends.length > 1 && name !== undefined) notify(en.canvas.connect.blockEnd[side](name, ends.length));
  return end;
}
