import { disarmJson } from '@sevenstep/findings'
import { sdkPath, widgetHosts } from '@sevenstep/flow-embed'
import type { HostFacts } from '@sevenstep/flow-embed/checks'
import { type FetchOutcome, safeFetch } from '@sevenstep/safe-fetch'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/** Asks an address; only public ones are reached. */
type Ask = (url: string) => Promise<FetchOutcome>

/**
 * `sevenstep embed facts`: how a page is sent and what the address of Microsoft's script answers, as facts for `check`.
 *
 * @throws Failure when the page does not answer.
 */
export async function printHostFacts(
  address: string,
  edition: 'current' | '2018-02',
  console: Console,
  ask: Ask = (url) => safeFetch(url),
): Promise<ExitCode> {
  const page = await ask(address)
  if (!page.ok) {
    const { what, why, fix } = page.problem
    throw new Failure(exitCodes.remote, what, why, fix)
  }
  const script = widgetHosts[edition] + sdkPath
  const sdk = await ask(script)
  const facts: HostFacts = {
    pageAddress: page.answer.url,
    headers: Object.entries(page.answer.headers),
    ...(sdk.ok && { sdkAnswer: sdkAnswerOf(script, sdk.answer) }),
  }
  console.out(disarmJson(`${JSON.stringify(facts, undefined, 2)}\n`))
  return exitCodes.fine
}

function sdkAnswerOf(
  address: string,
  { status, headers }: Extract<FetchOutcome, { ok: true }>['answer'],
): NonNullable<HostFacts['sdkAnswer']> {
  const contentType = headers['content-type']
  return { address, status, ...(contentType !== undefined && { contentType }) }
}
