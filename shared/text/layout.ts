/** Names of lanes that no record of the project names. */
export const layoutText = {
  consumer: 'Consumer',
  consumerNamed: (user: string) => `Consumer: ${user}`,
  provider: 'Provider',
  partner: 'Partner',
  noRole: 'No role',
  noTeam: 'No team',
  noPractice: 'No practice',
  noActivity: 'No activity',
  noParty: 'No party',
} as const;
