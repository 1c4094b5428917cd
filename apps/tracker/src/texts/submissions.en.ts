import type { Formatting } from './formatting.ts'

/** Words of submissions to Microsoft and of what is waited for. What Microsoft says is only ever reported. */
export const submissionsEn = (format: Formatting) => ({
  title: 'Submissions to Microsoft',
  headline: (waiting: number) =>
    waiting === 0
      ? 'Nothing waits on Microsoft'
      : `${format.number(waiting)} ${format.plural(waiting, { one: 'submission waits', other: 'submissions wait' })} on Microsoft`,
  sub: (open: number) => `${format.count(open, { one: 'submission', other: 'submissions' })} under way`,
  productHeadline: (open: number) =>
    open === 0
      ? 'Nothing is under way at Microsoft'
      : `${format.count(open, { one: 'submission', other: 'submissions' })} under way`,
  views: { label: 'Views', open: 'Under way', microsoft: 'With Microsoft', ended: 'Ended', all: 'All' },
  states: {
    draft: 'Draft',
    uploaded: 'Uploaded',
    checking: 'In our check',
    failed: 'Fails our check',
    passed: 'Ready to submit',
    submitted: 'With Microsoft',
    'changes-requested': 'Microsoft reports: changes needed',
    certified: 'Microsoft reports: accepted',
    preview: 'Microsoft reports: in preview',
    live: 'Microsoft reports: live',
    withdrawn: 'Withdrawn',
  },
  /** The same in a word, for the track. */
  stages: {
    draft: 'Draft',
    uploaded: 'Uploaded',
    checking: 'Our check',
    failed: 'Fails',
    passed: 'Ready',
    submitted: 'With Microsoft',
    'changes-requested': 'Changes',
    certified: 'Accepted',
    preview: 'Preview',
    live: 'Live',
    withdrawn: 'Withdrawn',
  },
  because: {
    draft: 'Nothing has been handed in yet.',
    uploaded: 'The files are in Partner Center or wherever they are handed in.',
    checking: 'Our check of the files decides what follows.',
    failed: 'The last file check found errors.',
    passed: 'The last file check found no errors. Only Microsoft decides.',
    submitted: 'Microsoft has it and has not answered yet.',
    'changes-requested': 'As reported here; Microsoft’s own words are with the reference.',
    certified: 'As reported here with Microsoft’s reference. This is not our verdict.',
    preview: 'As reported here; sign the preview off before its time runs out.',
    live: 'As reported here with Microsoft’s reference.',
    withdrawn: 'It was taken back.',
  },
  moves: {
    uploaded: 'Files are uploaded',
    checking: 'Rest it on our check',
    failed: 'Our check failed',
    passed: 'Our check passed',
    submitted: 'Handed to Microsoft',
    'changes-requested': 'Microsoft asks for changes',
    certified: 'Report Microsoft’s yes',
    preview: 'Preview is there',
    live: 'It is live',
    withdrawn: 'Withdraw',
  },
  next: 'What happened next',
  channels: { 'partner-center': 'Partner Center', github: 'GitHub', portal: 'Portal', other: 'Another way' },
  columns: {
    product: 'Product',
    step: 'Step',
    state: 'State',
    wait: 'Waiting for',
    due: 'Expected',
    reference: 'Reference',
    changed: 'Last change',
  },
  fields: {
    step: 'Step',
    channel: 'How it is handed in',
    note: 'Note',
    noteHint: 'For a withdrawal or for changes: what happened, in a sentence.',
    reference: 'Microsoft’s reference',
    referenceHint: 'The number or address under which Microsoft keeps it.',
    owner: 'Who watches it',
  },
  create: { title: 'Begin a submission', submit: 'Begin' },
  created: 'The submission was begun.',
  moved: (state: string) => `Recorded: ${state}.`,
  waits: {
    title: 'Waits',
    about: (amount: number, unit: 'hours' | 'days' | 'business-days') =>
      ({
        hours: `about ${format.count(amount, { one: 'hour', other: 'hours' })}`,
        days: `about ${format.count(amount, { one: 'day', other: 'days' })}`,
        'business-days': `about ${format.count(amount, { one: 'business day', other: 'business days' })}`,
      })[unit],
    source: (about: string, source: string, dated: string, confidence: string) =>
      `${about}, says “${source}” of ${format.date(dated)} (${confidence})`,
    confidence: { high: 'well sourced', medium: 'fairly sure', low: 'uncertain' },
    alsoSeen: (about: string) => `elsewhere: ${about}`,
    states: { running: 'Running', met: 'Answered in time', breached: 'Took longer', cancelled: 'Cancelled' },
    watchedBy: (name: string) => `Watched by ${name}`,
    nobody: 'Watched by nobody',
    assign: 'Name who watches it',
    assigned: 'Saved who watches it.',
    since: (when: string) => `since ${when}`,
  },
  empty: {
    title: 'Here you follow what is with Microsoft',
    why: 'No submission is in this view. One begins on a product’s page.',
    product: 'A submission says what was handed to Microsoft, and when an answer is due.',
    productWhy: 'This product has none yet.',
  },
  older: 'Older',
  newest: 'Newest',
})
