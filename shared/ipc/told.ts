import { z } from 'zod';

/** What the page was told to be on the disk: SHA-256 of the file in hex, or that there is no file. */
export const toldSchema = z.union([z.literal('nothing'), z.string().regex(/^[0-9a-f]{64}$/)]);
export type Told = z.infer<typeof toldSchema>;
