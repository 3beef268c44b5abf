export const underWay = {
  extension: 'An extension was asked for',
  extensionSays: (by: string, stage: string, from: string, to: string) =>
    `${by} asks for ${to} instead of ${from}: ${stage}.`,
  withdrawal: 'It is proposed to withdraw this finding',
  withdrawalSays: (by: string) => `Proposed by ${by}.`,
  appeal: 'An appeal is under way',
  appealSays: (by: string, on: string, decideBy: string, doClocksStand: boolean) =>
    `${by} appealed on ${on}. It is to be decided by ${decideBy}${doClocksStand ? '; the other clocks stand still until then' : ''}.`,
  decides: (roles: string) => `Who decides: ${roles}.`,
  closed: (on: string, by: string) => `Closed on ${on}, by decision of ${by}`,
  withdrawn: (on: string, by: string) => `Withdrawn on ${on}, by decision of ${by}`,
  response: 'Response',
  implementation: 'Implementation',
  byOn: (by: string, on: string) => `${by}, ${on}`,
};
