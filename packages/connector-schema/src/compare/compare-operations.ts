import type { JsonNode } from '@sevenstep/located-json'
import type { Definition } from '../model/definition.ts'
import type { Operation } from '../model/operation.ts'
import type { Response } from '../model/response.ts'
import { canonicalJson } from './canonical-json.ts'
import type { ChangeRecorder, NoticedChange, ReachedOperation } from './change-recorder.ts'
import { compareParameters } from './compare-parameters.ts'
import type { SchemaComparison } from './compare-schemas.ts'
import { basePathOf, type MatchedOperations, type OperationPair } from './match-operations.ts'
import { namesChangedInPath } from './match-parameters.ts'

/** What comparing operations needs. */
export interface OperationComparison {
  readonly recorder: ChangeRecorder
  readonly schemas: SchemaComparison
  readonly after: Definition
  /** Base paths without a slash at the end. */
  readonly basePaths: { readonly before: string; readonly after: string }
}

/** Compares the operations of two definitions once it is known which stands for which. */
export function compareOperations(matched: MatchedOperations, comparison: OperationComparison): void {
  const { recorder } = comparison
  for (const operation of matched.deleted) {
    const what = `Operation \`${operation.label}\` (${addressOf(operation)}) is gone.`
    const near = holderOf(operation, comparison.after)
    recorder.noteIn(reachedBy(operation), { kind: 'br-operation-deleted', what, before: operation.node, near })
  }
  for (const operation of matched.added) {
    const what = `Operation \`${operation.label}\` (${addressOf(operation)}) is new.`
    recorder.noteIn(reachedBy(operation), { kind: 'ok-operation-added', what, after: operation.node })
  }
  for (const pair of matched.pairs) {
    const reached = { id: pair.before.label, node: pair.after.node }
    for (const noticed of compareHeads(pair, comparison)) recorder.noteIn(reached, noticed)
    compareParameters({ pair, reached, ...comparison })
    compareResponses(pair, reached, comparison)
    comparePayloads(pair, reached, comparison)
  }
}

/** True when requests of the operation go to the same path on the host as before. */
export function keepsAddress({ before, after }: OperationPair, basePaths: OperationComparison['basePaths']): boolean {
  return `${basePaths.before}${before.pathItem.path}` === `${basePaths.after}${after.pathItem.path}`
}

function compareHeads(pair: OperationPair, { basePaths }: OperationComparison): readonly NoticedChange[] {
  const { before, after } = pair
  const noticed: NoticedChange[] = []
  const label = `\`${before.label}\``
  const memberPlaces = (key: string) => ({
    before: before.node.member(key) ?? before.node,
    after: after.node.member(key) ?? after.node,
  })
  if (before.id !== after.id) {
    const now = after.id === undefined ? 'has no id now' : `is called \`${after.id}\` now`
    noticed.push({
      kind: 'br-operation-id-renamed',
      what: `Operation ${label} ${now}.`,
      ...memberPlaces('operationId'),
    })
  }
  if (before.pathItem.path !== after.pathItem.path && !keepsAddress(pair, basePaths)) noticed.push(pathChange(pair))
  if (before.method !== after.method) {
    const what = `Operation ${label} used ${before.method.toUpperCase()} and uses ${after.method.toUpperCase()} now.`
    noticed.push({ kind: 'br-operation-method-changed', what, before: before.node, after: after.node })
  }
  if (canonicalJson(before.node.member('x-ms-trigger')) !== canonicalJson(after.node.member('x-ms-trigger'))) {
    const what = `Operation ${label} was ${triggerText(before)} and is ${triggerText(after)} now.`
    noticed.push({ kind: 'br-trigger-kind-changed', what, ...memberPlaces('x-ms-trigger') })
  }
  if (before.visibility !== after.visibility) {
    const what = `The visibility of ${label} was ${before.visibility ?? 'normal'} and is ${after.visibility ?? 'normal'} now.`
    const kind = after.isInternal ? 'br-operation-hidden' : 'br-visibility-changed'
    noticed.push({ kind, what, ...memberPlaces('x-ms-visibility') })
  }
  if (after.isDeprecated && !before.isDeprecated) {
    const what = `Operation ${label} is deprecated now.`
    noticed.push({ kind: 'br-operation-deprecated', what, ...memberPlaces('deprecated') })
  }
  const text = ['summary', 'description'].find((key) => before.node.text(key) !== after.node.text(key))
  if (text !== undefined) {
    noticed.push({ kind: 'ok-summary-changed', what: `The texts of ${label} changed.`, ...memberPlaces(text) })
  }
  return noticed
}

function pathChange({ before, after }: OperationPair): NoticedChange {
  const renamed = [...namesChangedInPath(before.pathItem.path, after.pathItem.path)]
  const names = renamed.map(([old, fresh]) => `\`${old}\` is \`${fresh}\``).join(', ')
  const why = renamed.length === 0 ? '' : ` Only names in it changed: ${names}.`
  const what = `The path of \`${before.label}\` was \`${before.pathItem.path}\` and is \`${after.pathItem.path}\` now.${why}`
  return { kind: 'br-operation-path-changed', what, before: before.pathItem.node, after: after.pathItem.node }
}

function compareResponses(pair: OperationPair, reached: ReachedOperation, comparison: OperationComparison): void {
  const { recorder, schemas } = comparison
  const label = `\`${pair.before.label}\``
  const isOutput = outputsOf(pair)
  const olds = answersOf(pair.before, isOutput)
  const news = answersOf(pair.after, isOutput)
  for (const [code, old] of olds) {
    const fresh = news.get(code)
    if (fresh === undefined) {
      const near = pair.after.node.member('responses') ?? pair.after.node
      const what = `The ${code} answer of ${label} is gone.`
      recorder.noteIn(reached, { kind: 'br-response-deleted', what, before: old.site, near })
    } else if (old.schema !== undefined && fresh.schema !== undefined) {
      schemas.add(old.schema, fresh.schema, 'output', reached)
    } else if (old.schema !== undefined) {
      const what = `The ${code} answer of ${label} has no schema any more.`
      recorder.noteIn(reached, { kind: 'br-response-schema-deleted', what, before: old.schema, near: fresh.node })
    } else if (fresh.schema !== undefined) {
      const what = `The ${code} answer of ${label} has a schema now.`
      recorder.noteIn(reached, { kind: 'ok-response-schema-added', what, after: fresh.schema })
    }
  }
  for (const [code, fresh] of news) {
    if (olds.has(code)) continue
    const what = `The ${code} answer of ${label} is new.`
    recorder.noteIn(reached, { kind: 'ok-response-added', what, after: fresh.site })
  }
}

/** Success codes; where neither version has one, makers are shown `default`, as the portal writes it. */
function outputsOf({ before, after }: OperationPair): (response: Response) => boolean {
  const hasSuccess = [...before.responses, ...after.responses].some(({ isSuccess }) => isSuccess)
  return hasSuccess ? ({ isSuccess }) => isSuccess : ({ code }) => code === 'default'
}

function answersOf(operation: Operation, isOutput: (response: Response) => boolean): ReadonlyMap<string, Response> {
  return new Map(operation.responses.filter(isOutput).map((response) => [response.code, response]))
}

function comparePayloads(pair: OperationPair, reached: ReachedOperation, comparison: OperationComparison): void {
  if (!receivesPayload(pair.before) && !receivesPayload(pair.after)) return
  const { recorder, schemas } = comparison
  const before = pair.before.pathItem.notificationContent?.member('schema')
  const after = pair.after.pathItem.notificationContent?.member('schema')
  const label = `\`${pair.before.label}\``
  if (before !== undefined && after !== undefined) schemas.add(before, after, 'payload', reached)
  else if (before !== undefined) {
    const what = `The payload of ${label} is no longer described.`
    const near = pair.after.pathItem.notificationContent ?? pair.after.pathItem.node
    recorder.noteIn(reached, { kind: 'br-trigger-output-deleted', what, before, near })
  } else if (after !== undefined) {
    const what = `The payload of ${label} is described now.`
    recorder.noteIn(reached, { kind: 'ok-trigger-output-added', what, after })
  }
}

/** The trigger of the path; where none is marked, the operation that subscribes. */
function receivesPayload(operation: Operation): boolean {
  if (operation.isWebhook) return true
  return operation.method === 'post' && !operation.pathItem.operations.some(({ isWebhook }) => isWebhook)
}

function triggerText(operation: Operation): string {
  const kind = operation.node.member('x-ms-trigger')
  return kind === undefined ? 'an action' : `a trigger of kind ${canonicalJson(kind)}`
}

function addressOf(operation: Operation): string {
  return `${operation.method.toUpperCase()} ${operation.pathItem.path}`
}

function reachedBy(operation: Operation): ReachedOperation {
  return { id: operation.label, node: operation.node }
}

/** What would hold the operation in the new version: its path if that is still there. */
function holderOf(operation: Operation, after: Definition): JsonNode {
  const same = after.pathItems.find(({ path }) => path === operation.pathItem.path)
  return same?.node ?? after.node.member('paths') ?? after.node
}

/** The base paths of two definitions, as comparing operations needs them. */
export function basePathsOf(before: Definition, after: Definition): OperationComparison['basePaths'] {
  return { before: basePathOf(before), after: basePathOf(after) }
}
