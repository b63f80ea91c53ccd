const quoted = (name: string): string => `“${name === '' ? 'no name' : name}”`;

const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const quotedText = (text: string): string => (text === '' ? 'nothing' : `“${text}”`);

/** Words of the comparison of two versions of a document that are not in one file. */
export const versionsText = {
  comparing: (before: string, after: string) => `Comparing ${quoted(before)} with ${quoted(after)}`,
  back: 'Back',
  close: 'Close and go back',
  map: 'Map',
  unchanged: (name: string) => `${name} (the same)`,
  lookOnly: 'This only shows both; nothing is changed here.',
  undecided: 'Nothing is changed before you decide.',
  noMap: 'One of the two versions has no map, so there is nothing to draw. The other is as it was.',
  onlyIn: (maps: readonly string[], version: string) =>
    `Only in ${quoted(version)}: ${list(maps.map(quoted))}`,
  beside: 'Also different, besides the maps:',
  sameMap: 'Nothing on this map differs.',
  theseDiffer: 'Nothing on this map differs. These texts of the stream do:',
  fromTo: (before: string, after: string) => `${quotedText(before)} became ${quotedText(after)}`,
  same: 'Both versions hold the same.',
  subjects: {
    charter: 'Charter of the stream',
    roles: 'Roles',
    lists: 'Systems, artefacts and partners',
    plan: 'Plan',
    scenarios: 'What-if tries',
    value: 'Value and stakeholders',
    judgements: 'Accepted findings and rules',
    room: 'Workshop',
    settings: 'Name and settings of the project',
  },
  /** A subject with what happened there. */
  subject: (name: string, counts: { added: number; removed: number; changed: number }) => {
    const { added, removed, changed } = counts;
    const parts = [
      ...(added > 0 ? [`${String(added)} new`] : []),
      ...(removed > 0 ? [`${String(removed)} gone`] : []),
      ...(changed > 0 && added + removed > 0 ? [`${String(changed)} different`] : []),
    ];
    return parts.length === 0 ? name : `${name} (${parts.join(', ')})`;
  },
} as const;
