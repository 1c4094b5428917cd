import type { PlanAlternative, PurchasePlan } from '@sevenstep/licensing-checks'

/** A purchase plan as text for a terminal, with every licence and whom it is for. */
export function planInWords({ alternatives, switchOn, assignFree, unclosable, open, checks }: PurchasePlan): string {
  const free = [
    ...switchOn.map(({ who, licence }) => `Switch on the plan for Power Automate in ${licence} of ${who}.`),
    ...assignFree.map((who) => `Assign Power Automate Free to ${who}.`),
  ]
  const lost = unclosable.map(({ who, flow }) => `${who}: ${flow}`)
  const lines = [
    ...part('Without buying anything', free),
    ...alternatives.flatMap((one, at) => part(`${at === 0 ? 'To buy' : 'Or'}: ${headOf(one)}`, licencesOf(one))),
    ...part('No licence closes', lost),
    ...part('Check before you buy', checks),
  ]
  if (lines.length === 0) lines.push('', 'Nothing to buy: everybody is covered, as far as the lists tell.')
  if (open > 0)
    lines.push('', `${open} ${open === 1 ? 'question is' : 'questions are'} open; the answers may add licences.`)
  return `${lines.slice(1).join('\n')}\n`
}

function headOf({ perUser, perProcess, seatsLeft, total }: PlanAlternative): string {
  const counts = [
    ...(perUser > 0 ? [`${perUser} per user`] : []),
    ...(perProcess > 0 ? [`${perProcess} per process`] : []),
  ]
  const held = seatsLeft > 0 ? `; ${seatsLeft} of them are held and not assigned` : ''
  const cost = total === undefined ? '' : `, ${total.amount} ${total.currency} a period`
  return `${counts.join(' and ')}${held}${cost}`
}

function licencesOf({ licences }: PlanAlternative): readonly string[] {
  return licences.map(({ name, for: whom, quantity }) => `${quantity > 1 ? `${quantity} × ` : ''}${name} for ${whom}`)
}

function part(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return ['', `${title}:`, ...lines.map((line) => `  ${line.replaceAll(/[\r\n\t]+/g, ' ')}`)]
}
