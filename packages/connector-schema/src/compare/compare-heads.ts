import type { JsonNode } from '@sevenstep/located-json'
import type { Definition } from '../model/definition.ts'
import { canonicalJson, shortJson } from './canonical-json.ts'
import type { ChangeRecorder, NoticedChange } from './change-recorder.ts'
import { keepsAddress, type OperationComparison } from './compare-operations.ts'
import type { ChangeKind } from './kinds.ts'
import type { MatchedOperations } from './match-operations.ts'

/** Compares what stands beside the paths: title, version and texts, address, ways to sign in. */
export function compareHeads(
  before: Definition,
  after: Definition,
  matched: MatchedOperations,
  basePaths: OperationComparison['basePaths'],
  recorder: ChangeRecorder,
): void {
  const members: readonly (readonly [readonly string[], ChangeKind, string])[] = [
    [['info', 'title'], 'br-title-changed', 'title'],
    [['info', 'version'], 'ok-version-changed', 'version'],
    [['info', 'description'], 'ok-text-changed', 'description'],
    [['info', 'contact'], 'ok-text-changed', 'contact'],
    [['host'], 'br-host-changed', 'host'],
    [['schemes'], 'br-schemes-changed', 'list of schemes'],
  ]
  for (const [path, kind, noun] of members) {
    const noticed = compareMember(before.node, after.node, path, kind, noun)
    if (noticed !== undefined) recorder.note(noticed)
  }
  const notes = [compareBasePaths(before, after, matched, basePaths), compareSecurity(before, after)]
  for (const noticed of notes) if (noticed !== undefined) recorder.note(noticed)
}

/** One member of both, compared as a whole. */
export function compareMember(
  before: JsonNode,
  after: JsonNode,
  path: readonly string[],
  kind: ChangeKind,
  noun: string,
): NoticedChange | undefined {
  const old = before.find(...path)
  const fresh = after.find(...path)
  if (canonicalJson(old) === canonicalJson(fresh)) return undefined
  const what = `The ${noun} was ${shortJson(old)} and is ${shortJson(fresh)} now.`
  return { kind, what, before: old ?? before, after: fresh ?? after }
}

function compareBasePaths(
  before: Definition,
  after: Definition,
  matched: MatchedOperations,
  basePaths: OperationComparison['basePaths'],
): NoticedChange | undefined {
  if (basePaths.before === basePaths.after) return undefined
  const moved = matched.pairs.filter((pair) => !keepsAddress(pair, basePaths)).length
  const effect =
    moved === 0
      ? 'The paths make up for it.'
      : `The paths do not make up for it in ${moved} of ${matched.pairs.length} operations.`
  return {
    kind: 'br-base-path-changed',
    what: `The base path was \`${basePaths.before}\` and is \`${basePaths.after}\` now. ${effect}`,
    severity: moved === 0 ? 'warning' : 'error',
    before: before.node.member('basePath') ?? before.node,
    after: after.node.member('basePath') ?? after.node,
  }
}

function compareSecurity(before: Definition, after: Definition): NoticedChange | undefined {
  const old = securityTypes(before)
  const fresh = securityTypes(after)
  const places = { before: before.securityDefinitions ?? before.node, after: after.securityDefinitions ?? after.node }
  if (old.join() !== fresh.join()) {
    const what = `The definition's way to sign in was ${namesOf(old)} and is ${namesOf(fresh)} now.`
    return { kind: 'br-auth-type-changed', what, ...places }
  }
  const oldKeys = apiKeyPlaces(before)
  const newKeys = apiKeyPlaces(after)
  if (oldKeys.join() === newKeys.join()) return undefined
  const what = `The API key was sent as ${oldKeys.join(', ')} and is sent as ${newKeys.join(', ')} now.`
  return { kind: 'br-api-key-place-changed', what, ...places }
}

/** Types with the OAuth flow, each once, sorted: the names of the definitions mean nothing. */
function securityTypes(definition: Definition): readonly string[] {
  const types = (definition.securityDefinitions?.children ?? []).map((scheme) =>
    [scheme.text('type'), scheme.text('flow')].filter((part) => part !== undefined).join(' '),
  )
  return [...new Set(types)].sort()
}

function apiKeyPlaces(definition: Definition): readonly string[] {
  return (definition.securityDefinitions?.children ?? [])
    .filter((scheme) => scheme.text('type') === 'apiKey')
    .map((scheme) => `\`${scheme.text('name') ?? ''}\` in the ${scheme.text('in') ?? 'request'}`)
    .sort()
}

function namesOf(types: readonly string[]): string {
  return types.length === 0 ? 'none' : types.map((type) => `\`${type}\``).join(', ')
}
