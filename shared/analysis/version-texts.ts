import type { Project } from '../model/project';
import { lookUp } from '../model/queries';
import { charterText } from '../text/charter';

/** A text of the charter that two states of a document do not share; empty where nothing is said. */
export interface ChangedText {
  readonly stream: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const fields = Object.keys(charterText.asks).filter(
  (name): name is keyof typeof charterText.asks => name in charterText.asks,
);

/** Names and charter texts of the streams of both states that differ, in the order of the charter. */
export function changedTexts(before: Project, after: Project): readonly ChangedText[] {
  return Object.entries(after.streams).flatMap(([id, now]) => {
    const then = lookUp(before.streams, id);
    if (!then) return [];
    return fields.flatMap((name): ChangedText[] => {
      const [was, is] = [then[name] ?? '', now[name] ?? ''];
      return was === is ? [] : [{ stream: id, label: charterText.asks[name].label, before: was, after: is }];
    });
  });
}
