import type { JsonNode } from '@sevenstep/located-json'
import { canonicalJson, shortJson } from './canonical-json.ts'
import type { ChangeSeverity } from './change.ts'
import type { NoticedChange } from './change-recorder.ts'
import type { RoleWords } from './schema-role.ts'
import type { SchemaView } from './schema-view.ts'

/** What two schemas say about a single value, and who they are in words. */
export interface ValuePair {
  readonly before: SchemaView
  readonly after: SchemaView
  readonly words: RoleWords
  /** The place in words: `` `a/b` of the shared schema `X` ``. */
  readonly phrase: () => string
}

/** Compares type, then, as long as the types fit, format and choices. */
export function compareValues(pair: ValuePair): readonly NoticedChange[] {
  const type = compareTypes(pair)
  if (!fit(pair.before, pair.after)) return type === undefined ? [] : [type]
  const noticed = [type, compareDynamicSchemas(pair)]
  if (pair.words.isInput) noticed.push(...compareFormats(pair), compareChoices(pair))
  return noticed.filter((change) => change !== undefined)
}

/** True when it makes sense to look inside both: neither contradicts the other's type. */
export function fit(before: SchemaView, after: SchemaView): boolean {
  return before.type === after.type || before.type === undefined || after.type === undefined
}

function compareTypes({ before, after, words, phrase }: ValuePair): NoticedChange | undefined {
  if (before.writtenType === after.writtenType) return undefined
  const isMild = before.type === after.type || before.type === undefined
  const severity: { severity?: ChangeSeverity } = isMild ? { severity: 'warning' } : {}
  const from = before.writtenType === undefined ? 'no type' : `\`${before.writtenType}\``
  const to = after.writtenType === undefined ? 'no type' : `\`${after.writtenType}\``
  return {
    kind: words.typeChanged,
    what: `${words.noun} ${phrase()} was of ${from} and is of ${to} now.`.replaceAll('of no type', 'of no stated type'),
    before: before.facet('type') ?? before.node,
    after: after.facet('type') ?? after.node,
    ...severity,
  }
}

function compareFormats({ before, after, words, phrase }: ValuePair): readonly NoticedChange[] {
  return ['format', 'collectionFormat'].flatMap((key): NoticedChange[] => {
    const old = before.facet(key)
    const fresh = after.facet(key)
    if (canonicalJson(old) === canonicalJson(fresh)) return []
    const what = `The ${key === 'format' ? 'format' : 'list format'} of ${lowerFirst(words.noun)} ${phrase()} was ${shortJson(old)} and is ${shortJson(fresh)} now.`
    return [{ kind: 'br-format-changed', what, before: old ?? before.node, after: fresh ?? after.node }]
  })
}

function compareChoices({ before, after, words, phrase }: ValuePair): NoticedChange | undefined {
  const old = choicesOf(before)
  const fresh = choicesOf(after)
  const places = { before: old?.node ?? before.node, after: fresh?.node ?? after.node }
  const where = (): string => `${lowerFirst(words.noun)} ${phrase()}`
  if (old === undefined) {
    if (fresh === undefined) return undefined
    return { kind: 'br-enum-added', what: `Only listed values are left for ${where()}.`, ...places }
  }
  if (fresh === undefined) {
    return { kind: 'ok-enum-widened', what: `Any value can be entered for ${where()}.`, ...places }
  }
  const gone = [...old.values].filter((value) => !fresh.values.has(value)).sort()
  const added = [...fresh.values].filter((value) => !old.values.has(value)).sort()
  if (gone.length > 0) {
    return { kind: 'br-enum-narrowed', what: `${listed(gone)} can no longer be chosen for ${where()}.`, ...places }
  }
  if (added.length === 0) return undefined
  return { kind: 'ok-enum-widened', what: `${listed(added)} can be chosen for ${where()} as well.`, ...places }
}

interface Choices {
  readonly node: JsonNode
  readonly values: ReadonlySet<string>
}

function choicesOf(view: SchemaView): Choices | undefined {
  const list = view.facet('enum')
  if (list?.kind === 'array') return { node: list, values: new Set(list.children.map(canonicalJson)) }
  const named = view.facet('x-ms-enum-values')
  if (named?.kind !== 'array') return undefined
  return { node: named, values: new Set(named.children.map((child) => canonicalJson(child.member('value') ?? child))) }
}

const dynamicKeys = ['x-ms-dynamic-schema', 'x-ms-dynamic-properties']

/** The two keys are two spellings of one thing; adding the second beside the first changes nothing. */
function compareDynamicSchemas({ before, after, words, phrase }: ValuePair): NoticedChange | undefined {
  const lost = dynamicKeys.find((key) => {
    const old = before.facet(key)
    return old !== undefined && canonicalJson(old) !== canonicalJson(after.facet(key))
  })
  if (lost === undefined) return undefined
  const old = before.facet(lost)
  const fresh = after.facet(lost)
  const replaced = dynamicKeys.map((key) => after.facet(key)).find((node) => node !== undefined)
  if (fresh === undefined && replaced !== undefined && replaced.text('operationId') === old?.text('operationId')) {
    return undefined
  }
  const what = `The fields of ${lowerFirst(words.noun)} ${phrase()} ${replaced === undefined ? 'are no longer described by the service' : 'are described by the service in another way'} (\`${lost}\`).`
  return { kind: 'br-dynamic-schema-changed', what, before: old, after: fresh ?? replaced ?? after.node }
}

const mostListed = 5

/** Some values as a phrase: "`a`, `b` and 3 more". */
export function listed(values: readonly string[]): string {
  const shown = values.slice(0, mostListed).map((value) => `\`${value}\``)
  const rest = values.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ')
}

/** The text with a small first letter, for the middle of a sentence. */
export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
