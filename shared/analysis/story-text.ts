import { changeStoryText as words } from '../text/change-story';
import type { ChangeStory } from './change-story';

/** The story of a change as lines of plain text, for a mail or a slide: the maps, all together, each change, the findings that go and come. */
export function storyText(
  names: { readonly before: string; readonly after: string },
  story: ChangeStory,
  findings: { readonly resolved: readonly string[]; readonly fresh: readonly string[] },
): string {
  const { resolved, fresh } = findings;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map(words.line)];
  const changes = story.lines.map(({ sentence, details }) => [sentence, ...details].join('; '));
  return [
    words.heading(names.before, names.after),
    '',
    story.summary,
    ...(changes.length === 0 ? [] : ['', ...changes.map(words.line)]),
    ...(story.note === null ? [] : ['', story.note]),
    ...(story.lines.length === 0 ? [] : ['', words.waits]),
    ...(resolved.length + fresh.length === 0 ? [] : ['', words.findings(resolved.length, fresh.length)]),
    ...section(words.resolved, resolved),
    ...section(words.fresh, fresh),
  ].join('\n');
}
