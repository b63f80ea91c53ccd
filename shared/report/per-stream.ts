import { heading } from './blocks';
import type { ReportContext, StreamPart } from './context';
import type { Block } from './types';

/** What is said of each stream; under its name where there are several. Streams of which nothing is said have no heading. */
export function perStream(
  { streams }: ReportContext,
  say: (stream: StreamPart) => readonly Block[],
): Block[] {
  return streams.flatMap((stream) => {
    const blocks = say(stream);
    if (blocks.length === 0) return [];
    return streams.length > 1 ? [heading(2, stream.name), ...blocks] : blocks;
  });
}
