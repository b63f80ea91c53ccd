import type { z } from 'zod';
import { type Arguments, type Channel, requestSchemas } from '../shared/ipc/contract';
import { isOwnAddress } from './asset-path';

/** What is known of the sender of a call. */
export interface Sender {
  /** Address of the frame; null where it is gone. */
  readonly address: string | null;
  readonly isMainFrame: boolean;
  /** True where one of our windows shows the frame. */
  readonly isOurs: boolean;
}

/** True where a call comes from the main frame of one of our windows and that frame shows our page. */
export function isTrusted(sender: Sender, devUrl: string | null): boolean {
  return (
    sender.isOurs && sender.isMainFrame && sender.address !== null && isOwnAddress(sender.address, devUrl)
  );
}

/** The arguments of a call where they fit the contract, nothing missing and nothing more; else null. */
export function soundArguments<C extends Channel>(
  channel: C,
  given: readonly unknown[],
): Arguments<C> | null {
  const schema: z.ZodType<Arguments<C>> = requestSchemas[channel] as unknown as z.ZodType<Arguments<C>>;
  const result = schema.safeParse(given);
  return result.success ? result.data : null;
}
