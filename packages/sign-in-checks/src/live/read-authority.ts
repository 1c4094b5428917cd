import type { AuthorityAnswer } from '../engine/tenant-facts.ts'
import { isGuid } from '../rules/guid.ts'

const waitMilliseconds = 10_000
const mostBytes = 200_000

/** What an authority is asked with. */
export interface AuthorityQuestion {
  /** A tenant's id or domain, or `organizations`. */
  readonly tenant: string
  /** The cloud's sign-in address; the public cloud's when left out. */
  readonly login?: string
  /** Sends the request; the platform's `fetch` when left out. */
  readonly fetch?: typeof globalThis.fetch
}

/**
 * Reads the OpenID configuration of an authority. Never throws: what goes wrong is the answer. Waits ten seconds and reads
 * 200 kB at most, and follows no redirect.
 */
export async function readAuthority(question: AuthorityQuestion): Promise<AuthorityAnswer> {
  const { tenant, login = 'https://login.microsoftonline.com' } = question
  const send = question.fetch ?? globalThis.fetch
  const address = `${login.replace(/\/+$/, '')}/${encodeURIComponent(tenant)}/v2.0`
  if (tenant !== 'organizations' && !isGuid(tenant) && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(tenant)) {
    return { address, problem: `"${tenant}" is neither a tenant’s id nor its domain.` }
  }
  try {
    const response = await send(`${address}/.well-known/openid-configuration`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(waitMilliseconds),
      headers: { accept: 'application/json' },
    })
    const body = await readJson(response)
    if (response.status !== 200) return { address, problem: problemOf(response.status, body) }
    const issuer = textIn(body, 'issuer')
    const endpoint = textIn(body, 'authorization_endpoint')
    if (issuer === undefined || endpoint === undefined) {
      return { address, problem: 'its answer is no OpenID configuration.' }
    }
    return { address, issuer }
  } catch (error) {
    return { address, problem: `it cannot be reached (${error instanceof Error ? error.message : String(error)}).` }
  }
}

async function readJson(response: Response): Promise<unknown> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > mostBytes) {
      await response.body?.cancel().catch(() => undefined)
      return undefined
    }
  }
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Entra's own words where it has some; one line of them. */
function problemOf(status: number, body: unknown): string {
  const description = textIn(body, 'error_description')?.split(/\r?\n/, 1)[0]
  return description === undefined ? `it answers with status ${status}.` : description
}

function textIn(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const text: unknown = Reflect.get(value, key)
  return typeof text === 'string' && text !== '' ? text : undefined
}
