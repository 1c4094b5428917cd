import type { Edition, Profile } from '../engine/licensing-subject.ts'
import type { PlanAlternative, Price, PurchasePlan } from '../plan/purchase-plan.ts'
import type { StateCounts, TenantReport } from './tenant-report.ts'

/** What stands at the end of every report. */
export const verdictNote =
  'Our reading of Microsoft’s published rules, not Microsoft’s word. Questions marked "ask" are open until a person has answered them.'

const editionNames: Readonly<Record<Edition, string>> = {
  current: 'today’s rules',
  '2018-02': 'the rules of February 2018',
}
const profileNames: Readonly<Record<Profile, string>> = {
  production: 'for work in production',
  trial: 'for trying it out',
}

/** What was judged, and by which rules, in a line. */
export function scopeOf({ edition, profile, catalogueVersion, users, flows, day }: TenantReport): string {
  const judged = `${counted(users, 'user')} and ${counted(flows.length, 'flow')}, ${profileNames[profile]}`
  return `${judged}, by ${editionNames[edition]} and the product list of ${catalogueVersion}${day === undefined ? '' : `, on ${day}`}.`
}

/** Where the product list comes from, in lines: what it says decides the answers. */
export function sourcesOf({ catalogueSources }: TenantReport): readonly string[] {
  return catalogueSources.map(({ title, seen, address }) => `${title}, seen ${seen}: ${address}`)
}

/** The result in a line. */
export function countsInWords({ covered, ask, gap }: StateCounts): string {
  return `${covered} covered, ${gap} ${gap === 1 ? 'gap' : 'gaps'}, ${ask} to ask`
}

const alternativeNames: Readonly<Record<PlanAlternative['id'], string>> = {
  'per-user': 'A licence for each person',
  'per-process': 'A licence for each flow',
  mixed: 'Both, where each is cheaper',
}

/** One way to close the gaps, in a line. */
export function alternativeInWords({ id, perUser, perProcess, seatsLeft, total }: PlanAlternative): string {
  const parts = [
    ...(perUser > 0 ? [`${perUser} × Power Automate Premium`] : []),
    ...(perProcess > 0 ? [`${perProcess} × Power Automate Process`] : []),
  ]
  const seats = seatsLeft > 0 ? ` (${seatsLeft} of Premium are held already and only have to be assigned)` : ''
  const price = total === undefined ? '' : `: ${priceInWords(total)} a period at your prices`
  return `${alternativeNames[id]}: ${parts.join(' and ')}${seats}${price}`
}

function priceInWords({ amount, currency }: Price): string {
  return `${amount.toFixed(2)} ${currency}`
}

/** What costs nothing and comes first, in lines. */
export function freeStepsOf({ switchOn, assignFree, unclosable }: PurchasePlan): readonly string[] {
  return [
    ...switchOn.map(({ who, licence }) => `Switch on Power Automate in ${licence} for ${who}.`),
    ...assignFree.map((who) => `Assign Power Automate Free to ${who}.`),
    ...unclosable.map(({ who, flow, rule }) => `No licence helps ${who} with "${flow}" (${rule}).`),
  ]
}

/** A number with its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
