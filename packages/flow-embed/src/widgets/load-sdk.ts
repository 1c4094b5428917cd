import { hostOrigin, sdkPath } from '../hosts.ts'
import { EmbedError } from './embed-error.ts'
import type { MicrosoftGlobals } from './microsoft-sdk.ts'

/** How Microsoft's script is brought into the page. */
export interface LoadOptions {
  /** Origin it comes from, for example `widgetHosts.current`. */
  readonly host: string
  /** For pages whose content security policy asks scripts for a nonce. */
  readonly nonce?: string
  /** After how many milliseconds it is given up; 20,000 unless told. */
  readonly timeoutMs?: number
}

const loading = new Map<string, Promise<NonNullable<MicrosoftGlobals['MsFlowSdk']>>>()

/**
 * Loads Microsoft's script from its own host, once for each host, and gives its constructor. The script is never bundled
 * or copied: old copies stop working when Microsoft changes its hosts.
 *
 * @throws EmbedError `sdk-not-loaded` where it does not come, for example because a policy or blocker refuses it; asking
 * again tries again
 */
export function loadSdk(options: LoadOptions): Promise<NonNullable<MicrosoftGlobals['MsFlowSdk']>> {
  const origin = hostOrigin(options.host)
  const known = loading.get(origin)
  if (known !== undefined) return known
  const loaded = insertScript(origin, options)
  loading.set(origin, loaded)
  loaded.catch(() => loading.delete(origin))
  return loaded
}

function insertScript(
  origin: string,
  { nonce, timeoutMs = 20_000 }: LoadOptions,
): Promise<NonNullable<MicrosoftGlobals['MsFlowSdk']>> {
  // The script leaves its constructor among the page's globals.
  const globals = globalThis as MicrosoftGlobals
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    const fail = (why: string): void => {
      clearTimeout(timer)
      script.remove()
      reject(
        new EmbedError(
          'sdk-not-loaded',
          `${origin}${sdkPath} ${why}. Allow this host in script-src and frame-src, and look whether a blocker is at work.`,
        ),
      )
    }
    const timer = setTimeout(() => fail(`did not come within ${timeoutMs / 1000} seconds`), timeoutMs)
    script.src = origin + sdkPath
    script.async = true
    if (nonce !== undefined) script.nonce = nonce
    script.onerror = () => fail('could not be loaded')
    script.onload = () => {
      if (globals.MsFlowSdk === undefined) return fail('is not Microsoft’s script')
      clearTimeout(timer)
      resolve(globals.MsFlowSdk)
    }
    document.head.append(script)
  })
}
