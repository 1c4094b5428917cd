import { createReport } from '@sevenstep/findings'
import { checkToken } from '@sevenstep/sign-in-checks'
import type { TokenFlags } from '../commands/token-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { emitReport } from '../report/emit-report.ts'
import { exitCodeFor } from '../report/exit-code-for.ts'
import { otherRules } from '../rules/other-rules.ts'
import { ruleSet } from '../rules/rule-set.ts'

/**
 * `sevenstep token`: checks the token on standard input and prints the report. Nothing of the token leaves this function.
 *
 * @throws Failure when an id that was given is none.
 */
export async function checkPipedToken(flags: TokenFlags, console: Console): Promise<ExitCode> {
  expectId('--client-id', flags.clientId)
  expectId('--tenant', flags.tenant)
  const text = (await console.input?.()) ?? ''
  const subject = checkToken(text, {
    api: flags.api,
    scopes: flags.scope ?? [],
    clientId: flags.clientId,
    tenant: flags.tenant,
    environment: flags.environment,
    now: Math.floor(Date.now() / 1000),
  })
  const report = createReport(ruleSet([subject]), [subject])
  const failOn = flags.failOn ?? 'error'
  const rules = () => otherRules()
  await emitReport(report, { flags, sources: () => undefined, rules, failOn }, console)
  return exitCodeFor(report, failOn)
}

function expectId(flag: string, id: string | undefined): void {
  if (id === undefined || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return
  throw new Failure(
    exitCodes.usage,
    `${flag} is no GUID.`,
    'Tokens name applications and tenants by their ids, so nothing could be compared.',
    'Copy the id from the portal’s overview page.',
  )
}
