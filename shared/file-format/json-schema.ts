import { z } from 'zod';
import { projectSchema } from '../model/project';
import { currentVersion } from './migrations';

/** A JSON Schema of project files, made from the same shapes that read them. It is looser than the reader: the order of low, likely and high is not in it. */
export function fileFormatSchema(): object {
  const document = projectSchema.extend({
    format: z.literal('vsmap'),
    version: z.literal(currentVersion),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  });
  return { title: 'Streamwright value-stream map', ...z.toJSONSchema(document, { io: 'input' }) };
}
