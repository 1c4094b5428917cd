import type { Formatting } from './formatting.ts'

/** Words about what our server saw at an address that was handed in. */
export const probesEn = (format: Formatting) => ({
  asks: (pages: number) =>
    pages === 1
      ? 'Our server looks at the link.'
      : `Our server looks at each link: hand in ${format.number(pages)} different pages, each as a piece of its own.`,
  verdicts: { shown: 'As asked', wanting: 'Not as asked', open: 'For a reviewer to tell' },
  waiting: 'Our server is about to look at this address. Open this page again in a moment.',
  looked: 'Our server looked',
  tried: 'Our server tried',
  still: (at: string) => `What it saw on ${format.dateTime(at)} still counts.`,
  answer: 'Answer',
  status: (status: number) => `status ${status}`,
  took: 'Took',
  milliseconds: (milliseconds: number) => `${format.number(milliseconds)} ms`,
  final: 'Leads to',
  hops: (hops: number) => `by ${format.count(hops, { one: 'redirect', other: 'redirects' })}`,
  contentType: 'Kind of content',
  pageTitle: 'Title of the page',
  signIn: 'Sign-in',
  signIns: { microsoft: 'leads to Microsoft’s sign-in', other: 'asks visitors to sign in' },
  namesProduct: 'Title names the product',
  yesNo: (yes: boolean): string => (yes ? 'yes' : 'no'),
  more: 'More facts',
  headers: 'Headers that were judged',
  handInMore: (pages: number) => ({
    title: `Hand in the other pages: ${format.number(pages)} are asked for`,
    action: 'Hand in another',
  }),
  toAddress: 'Go to the address',
  again: 'Look again',
  asked: 'Our server is looking again. Open this page again in a moment.',
  every: 'Our server looks again about once a day.',
  fact: (host: string) => `Address at ${host}`,
  source: 'Our server',
  unseen: 'Could not look',
  notYet: 'Not looked at yet',
  decidedBy: {
    everything: 'our server, or a reviewer',
    failures: 'a reviewer, by what our server saw',
  },
  bySight: 'Seen by our server',
})

/** What every language has to say of it. */
export type ProbesTexts = ReturnType<typeof probesEn>
