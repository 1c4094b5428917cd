import { resolve } from 'node:path'
import { disarmJson, toSafeLines } from '@sevenstep/findings'
import {
  type Catalogue,
  compareCatalogues,
  createTenantReport,
  differenceInWords,
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
import { Configurations } from '../configuration/find-configuration.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { catalogueFor } from '../kinds/licences.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { planInWords } from './plan-in-words.ts'
import { readPrices } from './read-prices.ts'
import { readTenant } from './read-tenant.ts'

/**
 * `sevenstep licences report` and `plan`: how a tenant stands, or only what to do. 1 where somebody is not covered, 6 where
 * nobody could be judged.
 *
 * @throws Failure when a list or the prices cannot be read.
 */
export async function printLicences(
  what: 'report' | 'plan',
  paths: readonly string[],
  flags: LicencesFlags,
  console: Console,
): Promise<ExitCode> {
  const settings = await settingsOf(paths, flags, console)
  const { catalogue, edition, profile } = settings
  const licensing = readTenant(paths, catalogue, console)
  const { title } = flags
  const report = createTenantReport(licensing, {
    day: console.today,
    catalogue,
    ...(title !== undefined && { title }),
    ...(edition !== undefined && { edition }),
    ...(profile !== undefined && { profile }),
    ...(flags.prices !== undefined && { prices: readPrices(flags.prices, console.folder) }),
  })
  const text = what === 'plan' ? planText(report, flags) : reportText(report, { licensing, catalogue }, flags)
  if (flags.output === undefined) console.out(text)
  else {
    writeFileWhole(resolve(console.folder, flags.output), text, flags.output)
    console.error(`Wrote ${flags.output}.\n`)
  }
  if (isJudged(report)) return report.counts.gap > 0 ? exitCodes.findings : exitCodes.fine
  const lacking = report.flows.length === 0 ? 'which flows are meant to run' : 'who holds which licence'
  console.error(
    `sevenstep: Nobody was judged: no list says ${lacking}.\n  why: Whether a licence is enough is a question of a person and a flow.\n  do:  ${report.flows.length === 0 ? 'Add the list of flows; "sevenstep licences flows" writes it from packages.' : 'Add the people with their licences, from Microsoft Graph or the admin centre.'}\n`,
  )
  return exitCodes.unanswered
}

/** Whether there was somebody, and a flow, to judge; an account that only a flow names is nobody of whom anything is known. */
function isJudged({ users, flows, counts }: TenantReport): boolean {
  return users > 0 && flows.length > 0 && counts.covered + counts.ask + counts.gap > 0
}

function planText(report: TenantReport, { format }: LicencesFlags): string {
  if (format === 'json') return disarmJson(`${JSON.stringify(report.plan, undefined, 2)}\n`)
  return toSafeLines(planInWords(report))
}

function reportText(
  report: TenantReport,
  { licensing, catalogue }: { readonly licensing: Licensing; readonly catalogue: Catalogue },
  { format }: LicencesFlags,
): string {
  switch (format) {
    case 'json':
      return printReportJson(report)
    case 'html':
      return printReportHtml(report)
    case 'csv': {
      const { edition, profile } = report
      return [...entitlementLines(judgeEntitlements({ ...licensing, catalogue, edition, profile }))].join('')
    }
    case 'text':
      return printReportText(report)
  }
}

/** What applies to a tenant's lists: the command line wins over the nearest configuration. */
async function settingsOf(paths: readonly string[], flags: LicencesFlags, console: Console) {
  const source = { location: resolve(console.folder, paths[0] ?? '.') }
  const loaded = (await Configurations.load([source], console)).nearest(source)
  const configured = loaded?.configuration.licences
  const given = catalogueFor(flags.catalogue, loaded, console.folder)
  const known = knownCatalogue()
  if (given !== undefined) {
    const name = flags.catalogue ?? configured?.catalogue
    const difference = differenceInWords(compareCatalogues(known, given))
    console.error(`Products by ${name} of ${given.version}, against those of ${known.version} here: ${difference}.\n`)
  }
  return {
    catalogue: given ?? known,
    edition: flags.edition ?? configured?.edition,
    profile: flags.profile ?? configured?.profile,
  }
}
