import { describe, expect, it } from 'vitest';
import { isPrivateByName } from '../../../shared/analysis/private-channels';

describe('the name of a system', () => {
  it.each([
    'E-mail',
    'e mail',
    'Email',
    'Phone',
    'Chat',
    'Team chat',
    'Meeting',
    'Spreadsheet',
    'Planning spreadsheet',
    'Document',
    'Phone / e-mail',
    'Meeting and spreadsheet',
    'Paper',
  ])('%s says that only those see it who take part', (name) => {
    expect(isPrivateByName(name)).toBe(true);
  });

  it.each([
    'ITSM tool',
    'Phone/portal',
    'Document management system',
    'Document template',
    'Chat bot',
    'Meeting room booking tool',
    'Shared mailbox',
    'Smartphones', // a whole word counts, not a part of one
    'Emailer',
    'Documentation',
    'Wiki',
    '',
    ' / ',
  ])('%s does not', (name) => {
    expect(isPrivateByName(name)).toBe(false);
  });
});
