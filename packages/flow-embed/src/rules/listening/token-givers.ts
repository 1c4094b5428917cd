import type { AnyNode } from 'acorn'
import type { CheckContext } from '../../engine/rule-family.ts'
import type { Rendering, SdkCreation } from '../../page/host-page.ts'
import type { Script } from '../../script/script.ts'
import type { Value } from '../../script/value.ts'
import { noteUnfollowed, partElsewhere, unheardBy } from '../looking.ts'
import { answeredTokens } from './token-answers.ts'
import { returnedBy } from './token-sources.ts'

type FunctionValue = Extract<Value, { kind: 'function' }>

/** Tokens as the page hands them over, in one script. */
export interface TokensHandedOver {
  readonly script: Script
  readonly tokens: readonly AnyNode[]
}

/**
 * The tokens that listeners for GET_ACCESS_TOKEN answer with and `getToken` of the wrapper gives. Where there is none, or
 * it was not found, the rule says so.
 */
export function tokensHandedOver(context: CheckContext, rule: string): readonly TokensHandedOver[] {
  const { creations, renderings } = context.subject.page
  const found: TokensHandedOver[] = []
  for (const rendering of renderings) {
    if (rendering.by !== 'microsoft') continue
    const listener = tokenListenerOf(context, rule, rendering)
    if (listener !== undefined) {
      found.push({ script: listener.script, tokens: answeredTokens(listener.script.names, listener.node) })
    }
  }
  for (const creation of creations) {
    if (creation.by !== 'wrapper') continue
    const giver = tokenGiverOf(context, rule, creation)
    if (giver !== undefined) found.push({ script: giver.script, tokens: returnedBy(giver.node) })
  }
  for (const { script, tokens } of found) {
    if (tokens.length === 0) context.notChecked(rule, `${script.file.path}: which token is handed over was not seen.`)
  }
  return found
}

function tokenListenerOf(context: CheckContext, rule: string, rendering: Rendering): FunctionValue | undefined {
  const { listeners } = rendering
  const listener = listeners.find(({ event }) => event === 'GET_ACCESS_TOKEN')
  if (listener === undefined) {
    if (!noteUnfollowed(context, [rule], rendering))
      context.notChecked(rule, `${unheardBy(rendering)}, so no token is handed over.`)
    return undefined
  }
  const { callback } = listener
  if (callback.kind === 'function') return callback
  const why = callback.kind === 'unknown' ? callback.why : 'it is no function'
  context.notChecked(rule, `${callback.at.file.path}: the listener for tokens was not followed: ${why}.`)
  return undefined
}

/** The wrapper's callback for tokens; where it cannot be told which it is, the rule says so. */
export function tokenGiverOf(
  { notChecked }: CheckContext,
  rule: string,
  { options, at }: SdkCreation,
): FunctionValue | undefined {
  const giver = options?.kind === 'object' ? options.entries.get('getToken')?.value : undefined
  if (giver?.kind === 'function') return giver
  if (giver?.kind === 'unknown') {
    notChecked(rule, `${giver.at.file.path}: getToken was not followed: ${giver.why}.`)
  } else if (giver === undefined && options?.kind === 'object' && !options.isWhole) {
    notChecked(rule, partElsewhere(options))
  } else notChecked(rule, `${at.file.path}: which function gives tokens was not seen.`)
  return undefined
}
