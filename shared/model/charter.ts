import type { Project, ValueStream } from './project';
import { lookUp } from './queries';

/** What a charter says when it is complete, in the order in which it is asked. */
export const charterQuestions = [
  'purpose',
  'scenario',
  'triggerKind',
  'trigger',
  'valueOutcome',
  'outputs',
  'offering',
  'provider',
  'user',
  'customer',
  'sponsor',
  'stakeholders',
  'demandPerMonth',
  'targetLeadTime',
  'scope',
  'scopeOut',
  'executiveSponsor',
  'owner',
  'facilitator',
  'team',
  'scribe',
  'experts',
  'customerVoice',
  'startsOn',
] as const;
export type CharterQuestion = (typeof charterQuestions)[number];

const isWritten = (value: string | number | undefined): boolean =>
  typeof value === 'number' || (value ?? '').trim() !== '';

function isSaid(project: Project, id: string, stream: ValueStream, question: CharterQuestion): boolean {
  if (question === 'offering')
    return [stream.goods, stream.access, stream.serviceActions].some((text) => isWritten(text));
  if (question === 'stakeholders')
    return (
      isWritten(stream.stakeholders) || Object.values(project.stakeholders).some((row) => row.stream === id)
    );
  return isWritten(stream[question]);
}

/** Which questions of a charter are answered and which are open; all are open where there is no such stream. */
export function charterProgress(
  project: Project,
  streamId: string,
): { readonly said: readonly CharterQuestion[]; readonly open: readonly CharterQuestion[] } {
  const stream = lookUp(project.streams, streamId);
  const said = stream ? charterQuestions.filter((each) => isSaid(project, streamId, stream, each)) : [];
  return { said, open: charterQuestions.filter((each) => !said.includes(each)) };
}

/** The user, the customer and the sponsor that the charter names and that are no stakeholders yet; a name that stands for several stands once. */
export function consumersToAdd(
  project: Project,
  streamId: string,
): { readonly stream: string; readonly name: string; readonly kind: 'user' | 'customer' | 'sponsor' }[] {
  const stream = lookUp(project.streams, streamId);
  const plain = (name: string): string => name.trim().toLowerCase();
  const taken = new Set(
    Object.values(project.stakeholders)
      .filter((row) => row.stream === streamId)
      .map((row) => plain(row.name)),
  );
  return (['user', 'customer', 'sponsor'] as const).flatMap((kind) => {
    const name = stream?.[kind]?.trim() ?? '';
    if (name === '' || taken.has(plain(name))) return [];
    taken.add(plain(name));
    return [{ stream: streamId, name, kind }];
  });
}
