import { z } from 'zod';

// The page forbids code from strings, which zod would otherwise try to compile its checks from.
z.config({ jitless: true });

/** Ids of every record: safe as object keys and file names, never a property of Object.prototype by accident of lookup. */
export const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

export const idSchema = z.string().regex(idPattern);

/** An object whose unknown fields survive a round trip, while its type lists only the known ones. */
export function record<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strip> {
  return z.looseObject(shape);
}

/** An optional field: absent means unknown; it is never stored as undefined. */
export const maybe = <T extends z.core.SomeType>(schema: T): z.ZodExactOptional<T> => z.exactOptional(schema);

/** Farther than any count, amount or place: no document holds more, so that what is computed from its numbers stays finite. */
export const largestNumber = 1e15;

/** A finite number of at least zero. */
export const amountSchema = z.number().nonnegative();

/** A calendar date, `2026-11-21`. */
export const dateSchema = z.iso.date();

/** Membership in a set, with a fractional order: `{ id: order }`. Arrays are not used, so that two people's edits can be merged. */
export const membersSchema = z.record(idSchema, z.number());
export type Members = Record<string, number>;

/** Where something stands among its like: a fraction, so that one move is one change. */
export const orderSchema = z.number();

/** A plain number from 0 to 1. */
export const shareNumber = z.number().min(0).max(1);
