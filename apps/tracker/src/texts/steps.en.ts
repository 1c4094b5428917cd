import type { Formatting } from './formatting.ts'

/** Words of the page of a step. */
export const stepsEn = (format: Formatting) => ({
  title: (product: string, step: string) => `${product}: ${step}`,
  headline: {
    counted: (step: string, proved: number, total: number) =>
      `${step}: ${format.number(proved)} of ${format.number(total)} required items proved`,
    complete: (step: string, total: number) =>
      `${step}: all ${format.count(total, { one: 'required item', other: 'required items' })} proved`,
    notNeeded: (step: string) => `You do not need ${step.toLowerCase()}`,
    notNeededOf: (product: string, step: string) => `${product} does not need ${step.toLowerCase()}`,
    needsAnswer: (step: string) => `Your answers decide whether you need ${step.toLowerCase()}`,
  },
  numbers: (ours: number, theirs: number) => `Step ${ours} of seven; number ${theirs} on Microsoft’s page today`,
  statuses: {
    'not-needed': 'Not needed',
    'needs-answer': 'Needs an answer',
    'not-started': 'Not started',
    'in-progress': 'In progress',
    blocked: 'Waits',
    'in-review': 'In review',
    'changes-requested': 'Changes requested',
    complete: 'Complete',
    regressed: 'No longer proved',
  },
  gate: 'Complete when',
  applies: 'Why',
  changeIf: 'What would change this',
  toGoals: 'To the goals',
  source: 'What this rests on',
  group: (proved: number, total: number) => `${format.number(proved)} of ${format.number(total)}`,
  notCounted: (count: number) =>
    `${format.count(count, { one: 'item does', other: 'items do' })} not apply to this product`,
  microsoft: {
    title: 'Microsoft about this step',
    link: 'Open Microsoft’s page',
    untracked: (number: number, title: string) =>
      `Between this step and the next, Microsoft’s page has number ${format.number(number)}, “${title}”. We do not track it.`,
    untrackedLink: 'About desktop flows',
  },
  customerLicences: {
    title: 'A customer’s licences',
    why: 'Whether a customer holds what the flows need is worked out on your own machine, so that no list of people has to be handed in here:',
    command: 'sevenstep licences report FOLDER --format html --output report.html',
  },
  looksAt: 'What the reviewer will look at',
  history: {
    title: 'History',
    none: 'Nothing has happened in this step yet.',
  },
  target: {
    title: 'Target of this step',
    none: 'No target for this step.',
    save: 'Save the target',
  },
  review: {
    title: 'Review',
    ask: (step: string) => `Ask for a review of ${step}`,
    ready: (count: number) =>
      `All that is required is handed in. A reviewer will judge ${format.count(count, { one: 'item', other: 'items' })}.`,
    which: 'Which items',
    message: 'Anything the reviewer should know?',
    messageHint: 'For instance where to sign in for a test. Never a password: secrets go elsewhere.',
    submit: 'Submit for review',
    submitted: 'A reviewer is asked. You can withdraw the request until it is decided.',
    missing: (count: number) =>
      `Before you can ask for a review, ${format.count(count, { one: 'required item needs', other: 'required items need' })} you`,
    later: (count: number) =>
      `${format.count(count, { one: 'more opens', other: 'more open' })} up once what they build on is proved.`,
    missingOthers: (count: number) =>
      `${format.count(count, { one: 'required item is', other: 'required items are' })} still open, so no review can be asked for yet`,
    andMore: (count: number) => `and ${format.number(count)} more`,
    nothing: 'Nothing here waits for a person to judge it.',
    mayNot: 'Everything required is handed in. Somebody of the ISV can ask for a review.',
    open: 'A reviewer is asked',
    openSub: (name: string, when: string) => `${name} asked ${when}. Nobody has taken it up yet.`,
    claimed: (name: string) => `${name} is looking at it`,
    claimedSub: (name: string, when: string) => `${name} asked ${when}.`,
    items: (count: number) => `${format.count(count, { one: 'item', other: 'items' })} to judge`,
    withdraw: 'Withdraw the request',
    withdrawn: 'The request is withdrawn. Nothing you handed in is lost.',
    toReview: 'Open the review',
    somebody: 'Somebody',
    reviewer: 'A reviewer',
    decided: {
      approved: (name: string, when: string) => `${name} approved this step’s items ${when}.`,
      'changes-requested': (name: string, when: string) => `${name} asked for changes ${when}.`,
      rejected: (name: string, when: string) => `${name} did not accept it ${when}.`,
      deprecated: (when: string) => `Something changed after the review of ${when}; it has to be looked at again.`,
      withdrawn: (when: string) => `The last request was withdrawn ${when}.`,
    },
  },
})
