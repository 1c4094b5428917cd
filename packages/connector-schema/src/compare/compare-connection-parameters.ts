import type { JsonNode } from '@sevenstep/located-json'
import type { ConnectionParameter, Properties } from '../model/properties.ts'
import { canonicalJson } from './canonical-json.ts'
import type { ChangeRecorder, NoticedChange } from './change-recorder.ts'
import { listed } from './compare-values.ts'

/** Compares connection parameters, their sets, and with them the way to sign in. */
export function compareConnectionParameters(before: Properties, after: Properties, recorder: ChangeRecorder): void {
  const note = (noticed: NoticedChange): void => {
    recorder.note(noticed)
  }
  const oldSets = setsOf(before)
  const newSets = setsOf(after)
  for (const [name, node] of oldSets) {
    if (newSets.has(name)) continue
    const what = `Connection parameter set \`${name}\` is gone.`
    note({ kind: 'br-connection-set-removed', what, before: node, near: after.parameterSets ?? after.node })
  }
  for (const [name, node] of newSets) {
    if (oldSets.has(name)) continue
    const isFirst = oldSets.size === 0 && before.connectionParameters.length > 0
    const kind = isFirst ? 'br-connection-sets-introduced' : 'ok-connection-set-added'
    note({ kind, what: `Connection parameter set \`${name}\` is new.`, after: node })
  }
  const shared = [undefined, ...[...oldSets.keys()].filter((name) => newSets.has(name))]
  for (const setName of shared) compareSet(before, after, setName, note)
}

/** The default parameters, or those of one set. */
function compareSet(
  before: Properties,
  after: Properties,
  setName: string | undefined,
  note: (noticed: NoticedChange) => void,
): void {
  const olds = parametersOf(before, setName)
  const news = parametersOf(after, setName)
  // Everything turned into sets: what becomes of the old parameters is said once, by the sets.
  const isMovedIntoSets = setName === undefined && news.size === 0 && after.parameterSets !== undefined
  if (isMovedIntoSets && before.parameterSets === undefined) return
  const auth = compareAuth(olds, news, before, after, setName)
  if (auth !== undefined) note(auth)
  const of = setName === undefined ? '' : ` of set \`${setName}\``
  for (const [name, old] of olds) {
    const fresh = news.get(name)
    if (fresh !== undefined) {
      compareParameter(old, fresh, `\`${name}\`${of}`, note)
      continue
    }
    const near = after.body?.member('connectionParameters') ?? after.body ?? after.node
    const what = `Connection parameter \`${name}\`${of} is gone.`
    note({ kind: 'br-connection-parameter-removed', what, before: old.node, near })
  }
  for (const [name, fresh] of news) {
    if (olds.has(name)) continue
    const isBreaking = isRequired(fresh) && !hasDefault(fresh)
    note({
      kind: isBreaking ? 'br-required-connection-parameter-added' : 'ok-optional-connection-parameter-added',
      what: `Connection parameter \`${name}\`${of} is new${isBreaking ? ' and required' : ''}.`,
      after: fresh.node,
    })
  }
}

function compareParameter(
  old: ConnectionParameter,
  fresh: ConnectionParameter,
  phrase: string,
  note: (noticed: NoticedChange) => void,
): void {
  const places = { before: old.node, after: fresh.node }
  if (old.type !== fresh.type) {
    note({
      kind: 'br-connection-parameter-type-changed',
      what: `Connection parameter ${phrase} was of type \`${old.type ?? 'unstated'}\` and is of type \`${fresh.type ?? 'unstated'}\` now.`,
      ...(old.type === undefined ? { severity: 'warning' } : {}),
      before: old.node.member('type') ?? old.node,
      after: fresh.node.member('type') ?? fresh.node,
    })
  }
  if (isRequired(old) && !isRequired(fresh)) {
    note({
      kind: 'ok-connection-parameter-optional',
      what: `Connection parameter ${phrase} is optional now.`,
      ...places,
    })
  } else if (!isRequired(old) && isRequired(fresh)) {
    const isHarmless = hasDefault(fresh)
    note({
      kind: isHarmless ? 'ok-required-with-default' : 'br-connection-parameter-became-required',
      what: `Connection parameter ${phrase} is required now${isHarmless ? ', but has a default' : ''}.`,
      ...places,
    })
  }
  const gone = valuesLost(old, fresh)
  if (gone.length > 0) {
    const what = `${listed(gone)} can no longer be chosen for connection parameter ${phrase}.`
    note({ kind: 'br-connection-values-narrowed', what, ...places })
  }
  compareOAuth(old.node.member('oAuthSettings'), fresh.node.member('oAuthSettings'), phrase, note)
}

function compareOAuth(
  old: JsonNode | undefined,
  fresh: JsonNode | undefined,
  phrase: string,
  note: (noticed: NoticedChange) => void,
): void {
  if (old === undefined || fresh === undefined) return
  const provider = { old: old.text('identityProvider'), fresh: fresh.text('identityProvider') }
  if (provider.old !== provider.fresh) {
    note({
      kind: 'br-identity-provider-changed',
      what: `The identity provider of ${phrase} was \`${provider.old ?? 'none'}\` and is \`${provider.fresh ?? 'none'}\` now.`,
      before: old.member('identityProvider') ?? old,
      after: fresh.member('identityProvider') ?? fresh,
    })
    return
  }
  const keys = new Set([...old.children, ...fresh.children].map((child) => child.key ?? ''))
  const changed = [...keys].filter((key) => canonicalJson(old.member(key)) !== canonicalJson(fresh.member(key))).sort()
  if (changed.length === 0) return
  // Values stay out of the message: one of these keys holds a secret.
  const what = `OAuth settings of ${phrase} changed: ${listed(changed)}.`
  note({ kind: 'br-oauth-settings-changed', what, before: old, after: fresh })
}

function compareAuth(
  olds: ReadonlyMap<string, ConnectionParameter>,
  news: ReadonlyMap<string, ConnectionParameter>,
  before: Properties,
  after: Properties,
  setName: string | undefined,
): NoticedChange | undefined {
  const old = authOf(olds)
  const fresh = authOf(news)
  if (old === fresh) return undefined
  const of = setName === undefined ? '' : ` of set \`${setName}\``
  const what = `The connection's way to sign in${of} was ${old} and is ${fresh} now.`
  const placeIn = (properties: Properties): JsonNode =>
    (setName === undefined ? properties.body?.member('connectionParameters') : setsOf(properties).get(setName)) ??
    properties.body ??
    properties.node
  return { kind: 'br-auth-type-changed', what, before: placeIn(before), after: placeIn(after) }
}

/** The kind of credentials that connections hold, told from types and the names Microsoft's tools give. */
function authOf(parameters: ReadonlyMap<string, ConnectionParameter>): string {
  const all = [...parameters.values()]
  if (all.some(({ type }) => type?.toLowerCase() === 'oauthsetting')) return 'OAuth'
  const hasPassword = parameters.has('username') && parameters.has('password')
  if (hasPassword) return 'user name and password'
  return all.some(({ type }) => type?.toLowerCase() === 'securestring') ? 'a key' : 'none'
}

function parametersOf(properties: Properties, setName: string | undefined): ReadonlyMap<string, ConnectionParameter> {
  const own = properties.connectionParameters.filter((parameter) => parameter.setName === setName)
  return new Map(own.map((parameter) => [parameter.name, parameter]))
}

function setsOf(properties: Properties): ReadonlyMap<string, JsonNode> {
  const values = properties.parameterSets?.member('values')
  if (values?.kind !== 'array') return new Map()
  return new Map(values.children.filter(({ kind }) => kind === 'object').map((set) => [set.text('name') ?? '', set]))
}

/** The files say `"true"` as text, now and then `true`. Signing in with OAuth is never optional. */
function isRequired({ type, uiDefinition }: ConnectionParameter): boolean {
  const written = uiDefinition?.find('constraints', 'required')?.value
  if (written === undefined) return type?.toLowerCase() === 'oauthsetting'
  return String(written).toLowerCase() === 'true'
}

function hasDefault({ node }: ConnectionParameter): boolean {
  return node.member('defaultValue') !== undefined
}

function valuesLost(old: ConnectionParameter, fresh: ConnectionParameter): readonly string[] {
  const kept = allowedValues(fresh)
  if (kept === undefined) return []
  return [...(allowedValues(old) ?? [])].filter((value) => !kept.has(value)).sort()
}

function allowedValues({ node, uiDefinition }: ConnectionParameter): ReadonlySet<string> | undefined {
  const list = uiDefinition?.find('constraints', 'allowedValues') ?? node.member('allowedValues')
  if (list?.kind !== 'array') return undefined
  return new Set(list.children.map((child) => canonicalJson(child.member('value') ?? child)))
}
