import { changesOf, type Plan, type PlannedAction, type PlannedVerb } from '@sevenstep/deployment-client'
import { createReport, printText, toSafeLines } from '@sevenstep/findings'
import { createColors } from 'picocolors'
import { version } from '../version.ts'

/** How a plan is printed. */
export interface PrintPlanOptions {
  readonly color: boolean
  readonly width: number
  /** Whole differences instead of the places that differ. */
  readonly details: boolean
}

const signs: Readonly<Record<PlannedVerb, string>> = {
  create: '+',
  update: '~',
  restore: '~',
  adopt: '=',
  forget: '=',
  leave: ' ',
  remove: '-',
}

/** A plan for people: what would change and why, which way each part takes, what stands in the way. */
export function printPlan(plan: Plan, options: PrintPlanOptions): string {
  const colors = createColors(options.color)
  const { target, environmentName, principal } = plan
  const changes = changesOf(plan)
  const left = plan.actions.length - changes.length
  const lines = [
    colors.bold(`${target.name} · ${oneLine(environmentName)} · as ${oneLine(principal)}`),
    '',
    ...changes.flatMap((action) => printAction(action, options)),
    ...(changes.length > 0 ? [''] : []),
    summaryOf(changes, left),
    ...printRoutes(plan),
    ...printDryRuns(plan),
    ...printFindings(plan, options),
  ]
  return `${lines.join('\n')}\n`
}

function printAction(action: PlannedAction, { color, details }: PrintPlanOptions): string[] {
  const colors = createColors(color)
  const paint =
    { '+': colors.green, '-': colors.red, '~': colors.yellow, '=': colors.cyan }[signs[action.verb]] ?? String
  const { verb, address, name, reason, difference, loses } = action
  const shown = address.endsWith(`/${name}`) ? '' : `  "${name}"`
  const body = verb === 'create' ? [] : details ? (difference?.text.split('\n') ?? []) : (difference?.summary ?? [])
  return [
    `  ${paint(`${signs[verb]} ${verb.padEnd(7)}`)} ${oneLine(address)}${oneLine(shown)}`,
    `      ${oneLine(reason)}`,
    ...body.map((line) => `      ${oneLine(line)}`),
    ...(loses === undefined ? [] : [`      ${colors.red(`Lost for good: ${oneLine(loses)}`)}`]),
  ]
}

/** `3 to create, 1 to update, 4 as they are.` */
function summaryOf(changes: readonly PlannedAction[], left: number): string {
  if (changes.length === 0)
    return `Nothing to do: ${left === 1 ? 'the one part is' : `all ${left} parts are`} as wanted.`
  const words: Partial<Record<PlannedVerb, string>> = {
    create: 'to create',
    update: 'to update',
    restore: 'to put back',
    adopt: 'to take over as they are',
    forget: 'to forget',
    remove: 'to remove',
  }
  const parts = Object.entries(words).flatMap(([verb, text]) => {
    const count = changes.filter((change) => change.verb === verb).length
    return count === 0 ? [] : [`${count} ${text}`]
  })
  return `${[...parts, `${left} as they are`].join(', ')}.`
}

function printRoutes({ routes }: Plan): string[] {
  if (routes.length === 0) return []
  return ['', 'Ways:', ...routes.map(({ part, route, because }) => `  ${oneLine(part)}: ${route}. ${because}`)]
}

function printDryRuns({ serverDryRuns, command }: Plan): string[] {
  if (command !== 'apply' || serverDryRuns.length === 0) return []
  return ['', 'The platform checked these, too (they were uploaded for it):', ...serverDryRuns.map((one) => `  ${one}`)]
}

function printFindings({ findings }: Plan, { color, width }: PrintPlanOptions): string[] {
  if (findings.findings.length === 0) return []
  const report = createReport({ name: 'sevenstep deployment', version }, [findings])
  return ['', printText(report, { color, width }).trimEnd()]
}

/** A name with a line end in it could pass for another line of the plan. */
function oneLine(text: string): string {
  return toSafeLines(text.replaceAll('\n', '␊'))
}
