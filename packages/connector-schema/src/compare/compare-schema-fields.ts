import type { JsonNode } from '@sevenstep/located-json'
import type { NoticedChange } from './change-recorder.ts'
import { addedKind, bodyFieldKinds, compareField, deletedSeverity, type Field, isInternal } from './compare-field.ts'
import { listed } from './compare-values.ts'
import { holderOf, phraseOf } from './describe-place.ts'
import type { RoleWords } from './schema-role.ts'
import type { SchemaView, SchemaViews } from './schema-view.ts'

/** Two schemas whose properties are compared, and what is done with what comes out. */
export interface SchemaFieldPair {
  readonly before: SchemaView
  readonly after: SchemaView
  readonly words: RoleWords
  readonly views: SchemaViews
  /** True when there is no need to look into two nodes. */
  readonly isSame: (before: JsonNode, after: JsonNode) => boolean
  /** `places` is how many fields the change stands for. */
  readonly note: (noticed: NoticedChange, places: number) => void
  /** Takes two schemas that have to be compared as well. */
  readonly follow: (before: JsonNode, after: JsonNode) => void
}

/** Compares the properties of two schemas by name. When none is left, or all are new, that is one change. */
export function compareSchemaFields(pair: SchemaFieldPair): void {
  const { before, after, note } = pair
  const gone = [...before.properties.keys()].filter((name) => !after.properties.has(name))
  const fresh = [...after.properties.keys()].filter((name) => !before.properties.has(name))
  if (gone.length > 1 && after.properties.size === 0) note(allGone(pair, gone), gone.length)
  else for (const name of gone) note(fieldGone(pair, name), 1)
  if (fresh.length > 1 && before.properties.size === 0) note(allNew(pair, fresh), fresh.length)
  else for (const name of fresh) note(fieldNew(pair, name), 1)
  for (const [name, site] of before.properties) {
    const same = after.properties.get(name)
    if (same !== undefined) compareCommon(pair, name, site, same)
  }
}

function compareCommon(pair: SchemaFieldPair, name: string, site: JsonNode, same: JsonNode): void {
  const { before, after, words, note } = pair
  const isSame = pair.isSame(site, same)
  if (isSame && before.required.has(name) === after.required.has(name)) return
  if (words.isInput) {
    const phrase = (): string => phraseOf(site)
    const fields = { before: fieldOf(pair, before, name), after: fieldOf(pair, after, name) }
    for (const noticed of compareField({ ...fields, words, kinds: bodyFieldKinds, phrase })) note(noticed, 1)
  }
  if (!isSame) pair.follow(site, same)
}

function fieldGone(pair: SchemaFieldPair, name: string): NoticedChange {
  const field = fieldOf(pair, pair.before, name)
  const what = `${pair.words.noun} ${phraseOf(field.site)} is gone.`
  return { kind: pair.words.deleted, what, before: field.site, near: holderIn(pair.after), ...deletedSeverity(field) }
}

function allGone(pair: SchemaFieldPair, names: readonly string[]): NoticedChange {
  const { before, after, words } = pair
  const what = `All ${names.length} fields of ${holderOf(before.node)} are gone: ${listed([...names].sort())}.`
  const areInternal = names.every((name) => isInternal(fieldOf(pair, before, name)))
  const severity = areInternal ? ({ severity: 'warning' } as const) : {}
  return { kind: words.deleted, what, before: holderIn(before), near: holderIn(after), ...severity }
}

function fieldNew(pair: SchemaFieldPair, name: string): NoticedChange {
  const field = fieldOf(pair, pair.after, name)
  const kind = kindOfNew(pair, field)
  const must = kind === 'br-required-input-field-added' ? ' and required' : ''
  return { kind, what: `${pair.words.noun} ${phraseOf(field.site)} is new${must}.`, after: field.site }
}

function allNew(pair: SchemaFieldPair, names: readonly string[]): NoticedChange {
  const { after, words } = pair
  const required = names.filter(
    (name) => kindOfNew(pair, fieldOf(pair, after, name)) === 'br-required-input-field-added',
  )
  const must = required.length === 0 ? '' : ` Required are ${listed([...required].sort())}.`
  const what = `${names.length} fields of ${holderOf(after.node)} are new: ${listed([...names].sort())}.${must}`
  const kind = required.length === 0 ? words.added : 'br-required-input-field-added'
  return { kind, what, after: holderIn(after) }
}

function kindOfNew({ words }: SchemaFieldPair, field: Field): NoticedChange['kind'] {
  return words.isInput ? addedKind(field, bodyFieldKinds) : words.added
}

function fieldOf({ views }: SchemaFieldPair, view: SchemaView, name: string): Field {
  const site = view.properties.get(name) ?? view.node
  return { site, view: views.of(site), isRequired: view.required.has(name) }
}

/** The object that holds the properties, or would. */
function holderIn(view: SchemaView): JsonNode {
  return view.facet('properties') ?? view.node
}
