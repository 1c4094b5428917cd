import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { disarmJson, toSafeLines } from '@sevenstep/findings'
import {
  createTenantReport,
  entitlementLines,
  judgeEntitlements,
  knownCatalogue,
  type Licensing,
  type Prices,
  printReportHtml,
  printReportJson,
  printReportText,
  type TenantReport,
} from '@sevenstep/licensing-checks'
import * as z from 'zod/mini'
import type { LicencesFlags } from '../commands/licences-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { planInWords } from './plan-in-words.ts'
import { readTenant } from './read-tenant.ts'

/**
 * `sevenstep licences report` and `plan`: how a tenant stands, or only what to do. 1 where somebody is not covered.
 *
 * @throws Failure when a list or the prices cannot be read.
 */
export function printLicences(
  what: 'report' | 'plan',
  paths: readonly string[],
  flags: LicencesFlags,
  console: Console,
): ExitCode {
  const licensing = readTenant(paths, console)
  const { title, edition, profile } = flags
  const report = createTenantReport(licensing, {
    day: console.today,
    ...(title !== undefined && { title }),
    ...(edition !== undefined && { edition }),
    ...(profile !== undefined && { profile }),
    ...(flags.prices !== undefined && { prices: readPrices(flags.prices, console.folder) }),
  })
  const text = what === 'plan' ? planText(report, flags) : reportText(report, licensing, flags)
  if (flags.output === undefined) console.out(text)
  else {
    writeFileWhole(resolve(console.folder, flags.output), text, flags.output)
    console.error(`Wrote ${flags.output}.\n`)
  }
  return report.counts.gap > 0 ? exitCodes.findings : exitCodes.fine
}

function planText({ plan }: TenantReport, { format }: LicencesFlags): string {
  return format === 'json' ? disarmJson(`${JSON.stringify(plan, undefined, 2)}\n`) : toSafeLines(planInWords(plan))
}

function reportText(report: TenantReport, licensing: Licensing, { format }: LicencesFlags): string {
  switch (format) {
    case 'json':
      return printReportJson(report)
    case 'html':
      return printReportHtml(report)
    case 'csv': {
      const { edition, profile } = report
      return [
        ...entitlementLines(judgeEntitlements({ ...licensing, catalogue: knownCatalogue(), edition, profile })),
      ].join('')
    }
    case 'text':
      return printReportText(report)
  }
}

const price = z.object({ amount: z.number(), currency: z.string() })
const pricesShape = z.strictObject({ perUser: z.optional(price), perProcess: z.optional(price) })

function readPrices(path: string, folder: string): Prices {
  const fail = (why: string): Failure =>
    new Failure(
      exitCodes.usage,
      `${path} cannot be used as prices.`,
      why,
      'Write { "perUser": { "amount": 15, "currency": "EUR" }, "perProcess": { "amount": 150, "currency": "EUR" } }.',
    )
  let value: unknown
  try {
    value = JSON.parse(readFileSync(resolve(folder, path), 'utf8'))
  } catch (error) {
    throw fail(error instanceof Error ? error.message : String(error))
  }
  const parsed = pricesShape.safeParse(value)
  const [issue] = parsed.error?.issues ?? []
  if (!parsed.success) throw fail(`At /${(issue?.path ?? []).join('/')}: ${issue?.message ?? 'another shape'}.`)
  // Undefined members are left out by zod, so the exact optional types hold; zod's output type only cannot say so.
  return parsed.data as Prices
}
