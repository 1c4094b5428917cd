import type { HandedOn, HandedOnFacts, LandingPageOf, LandingPageSignIn } from './handed-on.ts'
import type { LearnedFlow, LearnedRegistration, LearnedTemplate, Lesson } from './lesson.ts'

/** So many flows and templates of one run are handed on. */
const mostHandedOn = 1000

/** What one run hands on: to every subject alike, and to each offer what is of its own landing page. */
export interface HandingOn {
  readonly facts: Pick<HandedOnFacts, 'templateParameters' | 'flows'>
  signInFor(offer: LandingPageOf): HandedOn<LandingPageSignIn> | undefined
}

/**
 * Brings together what was read in one run. The order of the lessons means nothing, and where more than one answer is
 * possible none is handed on. Takes time in proportion to the lessons (they are sorted).
 */
export function handOn(lessons: readonly Lesson[]): HandingOn {
  const sorted = lessons.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
  const templateParameters = parametersOf(sorted)
  const flows = flowsOf(sorted)
  const registrations = sorted.flatMap(({ from, registration }) => (registration ? [{ from, registration }] : []))
  return {
    facts: { ...(templateParameters && { templateParameters }), ...(flows && { flows }) },
    signInFor: (offer) => signInOf(registrations, offer),
  }
}

function parametersOf(lessons: readonly Lesson[]): HandedOn<readonly string[]> | undefined {
  const read = lessons.flatMap(({ from, templates = [] }) => templates.map((template) => ({ from, template })))
  const [first] = read
  if (first === undefined) return undefined
  const handIn = 'Say which parameters the page’s templates declare: "templateParameters" of a file with facts.'
  const unread = read.find(({ template }) => template.parameters === undefined)
  if (unread !== undefined) {
    return { reason: `Not all of ${unread.from} could be read, so that its parameters are not known.`, handIn }
  }
  const from = named(read)
  const sets = new Set(read.map(({ template }) => JSON.stringify(sortedNames(template))))
  if (sets.size > 1) {
    const reason = `There are ${read.length} templates (in ${listed(from)}) with different parameters, and which of them the page shows is not known.`
    return { reason, handIn }
  }
  return { value: sortedNames(first.template), from }
}

function sortedNames({ parameters = [] }: LearnedTemplate): readonly string[] {
  return [...new Set(parameters)].sort()
}

function flowsOf(lessons: readonly Lesson[]): HandedOn<readonly LearnedFlow[]> | undefined {
  const read = lessons.flatMap(({ from, flows = [] }) => flows.map((flow) => ({ from, flow })))
  if (read.length === 0) return undefined
  const from = named(read)
  const handIn =
    'Make the list with "sevenstep licences flows", say who runs them, and put it beside the customer’s lists.'
  if (read.length > mostHandedOn) {
    return { reason: `There are ${read.length} flows beside the lists; at most ${mostHandedOn} are handed on.`, handIn }
  }
  const customers = lessons.filter(({ isCustomer }) => isCustomer).map((lesson) => lesson.from)
  if (customers.length > 1) {
    const reason = `There are lists of ${customers.length} customers (${listed(customers)}), and which of them runs the flows of ${listed(from)} is not known.`
    return { reason, handIn }
  }
  // The same flow may be there twice: in its export and in a solution.
  const flows = new Map<string, LearnedFlow>()
  for (const { flow } of read) {
    const key = JSON.stringify(flow.entry)
    if (flows.get(key)?.owner !== 'unknown') flows.set(key, flow)
  }
  return { value: [...flows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, flow]) => flow), from }
}

interface NamedRegistration {
  readonly from: string
  readonly registration: LearnedRegistration
}

function signInOf(all: readonly NamedRegistration[], offer: LandingPageOf): HandedOn<LandingPageSignIn> | undefined {
  if (all.length === 0) return undefined
  const own = all.filter(({ registration }) => isOf(registration, offer))
  const [only, ...more] = own
  const handIn =
    'Name the landing page’s application in the offer ("technical.applicationId"), and hand in the registration of that id.'
  if (only === undefined) {
    const which = all.length === 1 ? `${all[0]?.from} is` : `any of ${listed(named(all))} is`
    return { reason: `Nothing says that ${which} the landing page’s registration.`, handIn }
  }
  if (more.length > 0) {
    return { reason: `Each of ${listed(named(own))} may be the landing page’s registration.`, handIn }
  }
  const { failedRules, isSaidToBe } = only.registration
  const value = { failedRules: [...failedRules].sort(), isForLandingPage: isSaidToBe ?? true }
  return { value, from: [only.from] }
}

/** By its id where the offer names one; else by what somebody said of it, or by where people return to. */
function isOf(registration: LearnedRegistration, { applicationId, landingPageUrl }: LandingPageOf): boolean {
  if (applicationId !== undefined) return registration.applicationId === applicationId.toLowerCase()
  if (registration.isSaidToBe !== undefined) return registration.isSaidToBe
  const page = plainAddress(landingPageUrl ?? '')
  return page !== undefined && registration.redirects.some((redirect) => plainAddress(redirect) === page)
}

/** An address without what follows its path; nothing for what is none. */
function plainAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.host === '' ? undefined : `${url.protocol}//${url.host}${url.pathname.replace(/\/$/, '')}`
}

function named(read: readonly { readonly from: string }[]): readonly string[] {
  return [...new Set(read.map(({ from }) => from))]
}

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ')
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown
}
