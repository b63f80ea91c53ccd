import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { channels } from '../../shared/ipc/channels';
import { type Channel, requestSchemas } from '../../shared/ipc/contract';
import { hostileValue, type JsonSchema, jsonSchemaOf, nearly, valuesOf } from './from-schema';

/** Every call of the bridge. */
export const channelNames = Object.keys(channels) as Channel[];

const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
const schemas = new Map<Channel, JsonSchema>(
  channelNames.map((channel) => [channel, jsonSchemaOf(requestSchemas[channel])]),
);
const checks = new Map(
  channelNames.map((channel) => {
    const parts = schemas.get(channel)?.prefixItems ?? [];
    return [channel, parts.map((part) => ajv.compile(part))] as const;
  }),
);

/** Whether arguments fit the contract in the judgement of another program than the one that guards the calls. */
export function fits(channel: Channel, args: readonly unknown[]): boolean {
  const parts = checks.get(channel) ?? [];
  return args.length === parts.length && parts.every((check, at) => check(args[at]));
}

/** A call as a page may try it. */
export type Tried = readonly [channel: Channel, args: readonly unknown[]];

function onAny(
  among: readonly Channel[],
  make: (right: fc.Arbitrary<readonly unknown[]>) => fc.Arbitrary<readonly unknown[]>,
): fc.Arbitrary<Tried> {
  const each = among.map((channel) => {
    const right = valuesOf(schemas.get(channel) ?? {}) as fc.Arbitrary<readonly unknown[]>;
    return fc.tuple(fc.constant(channel), make(right));
  });
  return fc.oneof(...each);
}

/** Calls of these channels with arguments that fit. */
export function rightCalls(among: readonly Channel[] = channelNames): fc.Arbitrary<Tried> {
  return onAny(among, (right) => right);
}

/** Calls with anything at all, with right arguments in which one thing is wrong, and with right ones. */
export function anyCalls(among: readonly Channel[] = channelNames): fc.Arbitrary<Tried> {
  const anything = fc.array(hostileValue, { maxLength: 3 });
  return onAny(among, (right) =>
    fc.oneof({ weight: 2, arbitrary: anything }, { weight: 3, arbitrary: nearly(right) }, right),
  );
}

/** What arrives of arguments that cross between processes; null where they cannot be sent at all. */
export function sent(args: readonly unknown[]): readonly unknown[] | null {
  try {
    return structuredClone(args);
  } catch {
    return null;
  }
}
