import type { AnyNode } from 'acorn'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { Listener, Rendering, SdkCreation } from '../../page/host-page.ts'
import { answeringOf } from '../../script/answer-paths.ts'
import { followValue } from '../../script/follow-value.ts'
import { bareOf, isFunction, lastNameOf, nodesOf, pathTextOf } from '../../script/script-nodes.ts'
import type { Entry, Value } from '../../script/value.ts'
import { eachRendering, noteUnfollowed, unheardBy } from '../looking.ts'
import { storageReadOf } from './storage-read.ts'
import { tokenAnswers } from './token-answers.ts'
import { tokenGiverOf } from './token-givers.ts'
import { returnedBy, tokenSources } from './token-sources.ts'

type FunctionValue = Extract<Value, { kind: 'function' }>

/** Whether widgets get the tokens that they ask for. */
export const tokenListener = defineRuleFamily({
  id: 'token-listener',
  group: 'Tokens',
  rules: {
    'embed-token-listened': {
      title: 'The page listens to GET_ACCESS_TOKEN.',
      setting: 'error',
      sources: ['embed', 'sdk-code'],
      messages: {
        found: {
          what: 'Nobody answers when this widget asks for a token.',
          why: 'The script answers for you, with the error UnlistenedEventCalled, and the widget stays empty.',
          fix: "Call listen('GET_ACCESS_TOKEN', (request, done) => …) on it right after renderWidget.",
        },
      },
    },
    'embed-token-answered': {
      title: 'Every request for a token is answered, also when no token can be had.',
      setting: 'error',
      sources: ['sdk-code', 'embed'],
      messages: {
        never: {
          what: 'The listener for tokens never calls its second parameter.',
          why: 'The widget waits for the answer and stays empty.',
          fix: 'Call it: {done}(null, { token }), or {done}(error) where there is no token.',
        },
        leaves: {
          what: 'One way through the listener for tokens ends without an answer.',
          why: 'On that way the widget waits for good.',
          fix: 'Call {done}(error) before leaving.',
        },
        refusal: {
          what: 'When getting the token fails, the listener gives no answer.',
          why: 'Sign-ins do fail: the widget then waits for good instead of saying so.',
          fix: 'Catch the failure and call {done}(error).',
        },
      },
    },
    'embed-token-shape': {
      title: 'The answer to GET_ACCESS_TOKEN is done(null, { token }).',
      setting: 'error',
      sources: ['embed', 'sdk-code'],
      messages: {
        key: {
          what: 'The answer holds no "token".',
          why: 'The widget looks for token in it, and reports that the host gave it none.',
          fix: 'Answer with {done}(null, { token: … }).',
        },
        bare: {
          what: 'The answer is no object with the token in it.',
          why: 'The widget looks for token in it, and reports that the host gave it none.',
          fix: 'Answer with {done}(null, { token: … }).',
        },
        first: {
          what: 'The answer stands where the error belongs.',
          why: 'The first argument of {done} is the error: the widget takes this for a failure.',
          fix: 'Answer with {done}(null, { token: … }).',
        },
        empty: {
          what: 'The answer is a token that is empty.',
          why: 'The widget reports "Flow widget received a null token from the host".',
          fix: 'Answer with {done}(error) where there is no token.',
        },
      },
    },
    'embed-token-fresh': {
      title: 'A token is asked for when the widget asks, not kept from before.',
      setting: 'warning',
      sources: ['embed'],
      messages: {
        found: {
          what: 'The token is one that was fetched before the widget asked.',
          why: 'Tokens live about an hour; the widget asks again exactly because the last one ran out.',
          fix: 'Ask the sign-in library inside the listener; it renews tokens that run out.',
        },
      },
    },
  },
  check(context) {
    eachRendering(context, ['embed-token-listened', ...ofAnswers], (rendering) => {
      // The wrapper answers by itself, with what its callback gives.
      if (rendering.by === 'wrapper') return
      const listener = rendering.listeners.find(({ event }) => event === 'GET_ACCESS_TOKEN')
      if (listener === undefined) judgeAbsence(context, rendering)
      else judgeListener(context, listener)
    })
    for (const creation of context.subject.page.creations) if (creation.by === 'wrapper') judgeGiver(context, creation)
  },
})

/** What is judged of the listener, once there is one. */
const ofAnswers = ['embed-token-answered', 'embed-token-shape', 'embed-token-fresh']

function judgeAbsence(context: CheckContext, rendering: Rendering): void {
  if (noteUnfollowed(context, ['embed-token-listened', ...ofAnswers], rendering)) return
  context.report('embed-token-listened', rendering.at)
  const reason = `${unheardBy(rendering)}, so there is no answer to judge.`
  for (const rule of ofAnswers) context.notChecked(rule, reason)
}

function judgeListener(context: CheckContext, { callback, at, script }: Listener): void {
  const { report, notChecked } = context
  if (callback.kind !== 'function') {
    const why = callback.kind === 'unknown' ? callback.why : 'it is no function'
    for (const rule of ofAnswers) notChecked(rule, `${at.file.path}: the listener for tokens was not followed: ${why}.`)
    return
  }
  const data = { done: doneOf(callback) }
  const answering = answeringOf(callback.script.names, callback.node)
  if (answering.kind === 'never') report('embed-token-answered', callback.at, { message: 'never', data })
  else if (answering.kind === 'unknown') {
    notChecked('embed-token-answered', `${script.file.path}: the function that answers is handed on.`)
  } else if (answering.kind !== 'always') {
    const related = [{ at: callback.script.placeOf(answering.at), note: 'here' }]
    report('embed-token-answered', callback.at, { message: answering.kind, data, related })
  }
  judgeAnswers(context, callback)
}

/** What `getToken` of the wrapper gives has to be asked for then. */
function judgeGiver(context: CheckContext, creation: SdkCreation): void {
  const rule = 'embed-token-fresh'
  const giver = tokenGiverOf(context, rule, creation)
  if (giver === undefined) return
  const { script } = giver
  const tokens = returnedBy(giver.node)
  for (const token of tokens) {
    const value = followValue(script, token, context.subject.page.following)
    const kept = value.kind === 'text' ? token : answersAtOnce(giver) ? keptIn(giver, token) : undefined
    if (kept !== undefined) context.report(rule, script.placeOf(kept))
  }
  for (const reason of tokenSources(script, tokens, context.subject.page.following).lost)
    context.notChecked(rule, reason)
}

function judgeAnswers(context: CheckContext, listener: FunctionValue): void {
  const { script } = listener
  const { following } = context.subject.page
  const given = (node: AnyNode | undefined) =>
    node === undefined || node.type === 'SpreadElement' ? undefined : followValue(script, node, following)
  const isKept = answersAtOnce(listener)
  const data = { done: doneOf(listener) }
  for (const { call, isFailure } of tokenAnswers(script.names, listener.node)) {
    const [error, result] = [given(call.arguments[0]), given(call.arguments[1])]
    if (call.arguments.length === 1 && !isFailure) {
      const isObject = error?.kind === 'object' && error.entries.has('token')
      if (isObject || error?.kind === 'text') context.report('embed-token-shape', error.at, { message: 'first', data })
      continue
    }
    const isSuccess = error?.kind === 'other' && !error.literal
    if (!isSuccess || result === undefined) continue
    judgeResult(context, result, call.arguments[1], data)
    const isRead = result.kind === 'object' && tokenEntry(result)?.value.kind === 'unknown'
    const kept = isKept && isRead ? keptToken(listener, call.arguments[1]) : undefined
    if (kept !== undefined) context.report('embed-token-fresh', script.placeOf(kept))
  }
}

function judgeResult(
  { report }: CheckContext,
  result: Value,
  node: AnyNode | undefined,
  data: { readonly done: string },
): void {
  if (result.kind === 'object') {
    const entry = tokenEntry(result)
    if (entry?.key !== 'token' && result.isWhole) report('embed-token-shape', result.at, { message: 'key', data })
    if (entry?.value.kind === 'text' && entry.value.text !== '') report('embed-token-fresh', entry.value.at)
    else if (entry?.key === 'token' && (entry.value.kind === 'other' || entry.value.kind === 'text'))
      report('embed-token-shape', entry.value.at, { message: 'empty', data })
    return
  }
  const isBare =
    result.kind === 'text' || result.kind === 'number' || result.kind === 'other' || node?.type === 'Identifier'
  const isHandedIn = result.kind === 'unknown' && /handed in/.test(result.why)
  if (isBare && (result.kind !== 'unknown' || isHandedIn))
    report('embed-token-shape', result.at, { message: 'bare', data })
}

/** The token of an answer, also under a key that is wrong: whether it is fresh does not depend on that. */
function tokenEntry({ entries }: Extract<Value, { kind: 'object' }>): Entry | undefined {
  return entries.get('token') ?? [...entries.values()].find(({ key }) => /token$/i.test(key))
}

/** What the listener calls the function that answers. */
function doneOf({ node }: FunctionValue): string {
  const second = node.params[1]
  return second?.type === 'Identifier' ? second.name : 'done'
}

/** True for a listener that calls nothing but its answer: it has no way to ask for a token. */
function answersAtOnce({ node, script }: FunctionValue): boolean {
  const answers = new Set<AnyNode>(tokenAnswers(script.names, node).map(({ call }) => call))
  for (const inner of nodesOf(node.body)) {
    if (inner.type === 'AwaitExpression' || inner.type === 'NewExpression' || isFunction(inner)) return false
    if (inner.type === 'CallExpression' && !answers.has(inner) && !isReadingStorage(inner)) return false
  }
  // A page that fetches tokens in time, again and again, keeps a fresh one.
  return !/\bset(?:Interval|Timeout)\b/.test(script.file.text)
}

/** Storage gives what was put into it before, and asks nobody. */
function isReadingStorage(node: AnyNode): boolean {
  return storageReadOf(node) !== undefined
}

/** A token read from where it was kept: a name of outside, or a member such as `this.store.token`. */
function keptToken({ node: listener, script }: FunctionValue, result: AnyNode | undefined): AnyNode | undefined {
  const answer = result === undefined ? undefined : bareOf(result)
  if (answer?.type !== 'ObjectExpression') return undefined
  const named = (name: RegExp) =>
    answer.properties.find((one) => one.type === 'Property' && name.test(lastNameOf(one.key) ?? ''))
  const property = named(/^token$/) ?? named(/token$/i)
  return property?.type === 'Property' ? keptIn({ node: listener, script }, property.value) : undefined
}

function keptIn(
  { node: listener, script }: Pick<FunctionValue, 'node' | 'script'>,
  given: AnyNode,
): AnyNode | undefined {
  const token = bareOf(given)
  if (isReadingStorage(token)) return token
  if (token.type === 'MemberExpression') return pathTextOf(token) === undefined ? undefined : token
  const binding = script.names.bindingOf(token)
  // Handed to what the listener stands in, when the widget was shown.
  if (binding?.of !== undefined && isAround(binding.of.function, listener)) return token
  if (binding?.kind !== 'variable' || binding.values.length === 0) return undefined
  if (binding.values.every(isReadingStorage)) return token
  const isOfOutside = binding.values.every(({ start, end }) => start < listener.start || end > listener.end)
  return isOfOutside ? token : undefined
}

function isAround(outer: AnyNode, inner: AnyNode): boolean {
  return outer !== inner && outer.start <= inner.start && inner.end <= outer.end
}
