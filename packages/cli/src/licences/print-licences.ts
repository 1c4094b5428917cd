import { resolve } from 'node:path'
import { disarmJson, toSafeLines } from '@sevenstep/findings'
import {
  createTenantReport,
  entitlementLines,
  judgeEntitlements,
  knownCatalogue,
  type Licensing,
  printReportHtml,
  printReportJson,
  printReportText,
  type TenantReport,
} from '@sevenstep/licensing-checks'
import type { LicencesFlags } from '../commands/licences-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { planInWords } from './plan-in-words.ts'
import { readPrices } from './read-prices.ts'
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
