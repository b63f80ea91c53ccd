import type { ValueStream } from '../model/project';
import { lookUp } from '../model/queries';
import { en } from '../text/en';
import { definedFields, type MakingCommand, type PatchOf, patchRecord, withTrimmedName } from './change';
import type { Command, MakeId } from './command';
import { orderAtEnd } from './order';

const { label, refused } = en.commands;

/** Changed fields of a charter: undefined deletes a field. */
export type StreamPatch = PatchOf<ValueStream>;

/** Adds a value stream with an empty map of its current state; `made` is the stream, then the map. */
export function addStream(
  { name, mapName, fields = {} }: { name: string; mapName: string; fields?: StreamPatch },
  makeId: MakeId,
): MakingCommand {
  const [stream, map] = [makeId(), makeId()];
  return {
    name: 'stream.add',
    label: label.addStream(name),
    made: [stream, map],
    refuse: () => (name.trim() === '' ? refused.noName : null),
    apply(draft) {
      const order = orderAtEnd(Object.values(draft.streams));
      draft.streams[stream] = definedFields({ ...fields, name: name.trim(), order }) as ValueStream;
      draft.maps[map] = {
        stream,
        name: mapName,
        state: 'current',
        order: orderAtEnd(Object.values(draft.maps)),
      };
    },
  };
}

/** Changes the charter of a value stream. */
export function setStream({ id, patch }: { id: string; patch: StreamPatch }): Command {
  return {
    name: 'stream.set',
    label: label.setStream,
    refuse(project) {
      if (!lookUp(project.streams, id)) return refused.streamGone;
      return patch.name?.trim() === '' ? refused.noName : null;
    },
    apply(draft) {
      const stream = lookUp(draft.streams, id);
      if (stream) patchRecord(stream, withTrimmedName(patch));
    },
  };
}
