import type { JsonNode } from '@sevenstep/located-json'
import { canonicalJson, shortJson } from './canonical-json.ts'
import type { ChangeSeverity } from './change.ts'
import type { NoticedChange } from './change-recorder.ts'
import { lowerFirst } from './compare-values.ts'
import type { ChangeKind } from './kinds.ts'
import type { RoleWords } from './schema-role.ts'
import type { SchemaView } from './schema-view.ts'

/** A field or parameter: where it stands, what it resolves to, and whether it must be filled in. */
export interface Field {
  readonly site: JsonNode
  readonly view: SchemaView
  readonly isRequired: boolean
}

/** The kinds for what is said about a field as a whole; parameters and body fields have their own. */
export interface FieldKinds {
  readonly requiredAdded: ChangeKind
  readonly optionalAdded: ChangeKind
  readonly deleted: ChangeKind
  readonly becameRequired: ChangeKind
  readonly becameOptional: ChangeKind
}

/** Two versions of one field, with its words. */
export interface FieldPair {
  readonly before: Field
  readonly after: Field
  readonly words: RoleWords
  readonly kinds: FieldKinds
  readonly phrase: () => string
}

/** Kinds for fields of a request body. */
export const bodyFieldKinds: FieldKinds = {
  requiredAdded: 'br-required-input-field-added',
  optionalAdded: 'ok-optional-input-added',
  deleted: 'br-input-field-deleted',
  becameRequired: 'br-input-field-became-required',
  becameOptional: 'ok-input-field-optional',
}

/** A member of the field's site, or of what it refers to: authors write both. */
function facetOf(field: Pick<Field, 'site' | 'view'>, key: string): JsonNode | undefined {
  return field.site.member(key) ?? field.view.facet(key)
}

/** True when makers never see the field. */
export function isInternal(field: Pick<Field, 'site' | 'view'>): boolean {
  return facetOf(field, 'x-ms-visibility')?.value === 'internal'
}

/** What a field's absence costs: nobody ever filled in or used an internal one knowingly. */
export function deletedSeverity(field: Pick<Field, 'site' | 'view'>): { readonly severity?: ChangeSeverity } {
  return isInternal(field) ? { severity: 'warning' } : {}
}

/** The kind of a new input: breaking only when makers would have had to fill it in. */
export function addedKind(field: Field, kinds: FieldKinds): ChangeKind {
  const isForMakers = field.isRequired && facetOf(field, 'default') === undefined && !isInternal(field)
  return isForMakers ? kinds.requiredAdded : kinds.optionalAdded
}

/** Compares what an input demands of makers: required, default, visibility and texts. */
export function compareField(pair: FieldPair): readonly NoticedChange[] {
  return [compareRequired(pair), compareDefaults(pair), compareVisibility(pair), compareTexts(pair)].filter(
    (change) => change !== undefined,
  )
}

function compareRequired({ before, after, words, kinds, phrase }: FieldPair): NoticedChange | undefined {
  if (before.isRequired === after.isRequired) return undefined
  const places = { before: before.site, after: after.site }
  if (before.isRequired)
    return { kind: kinds.becameOptional, what: `${words.noun} ${phrase()} is optional now.`, ...places }
  if (facetOf(after, 'default') !== undefined) {
    const what = `${words.noun} ${phrase()} is required now, but has a default.`
    return { kind: 'ok-required-with-default', what, ...places }
  }
  return { kind: kinds.becameRequired, what: `${words.noun} ${phrase()} is required now.`, ...places }
}

function compareDefaults({ before, after, words, phrase }: FieldPair): NoticedChange | undefined {
  const old = facetOf(before, 'default')
  const fresh = facetOf(after, 'default')
  if (canonicalJson(old) === canonicalJson(fresh)) return undefined
  // Makers see and store the default of a visible input; an internal one is filled in when the flow runs.
  const isSafe = old === undefined && !isInternal(after)
  return {
    kind: isSafe ? 'ok-default-added' : 'br-default-changed',
    what: `The default of ${lowerFirst(words.noun)} ${phrase()} was ${shortJson(old)} and is ${shortJson(fresh)} now.`,
    before: old ?? before.view.node,
    after: fresh ?? after.view.node,
  }
}

function compareVisibility({ before, after, words, phrase }: FieldPair): NoticedChange | undefined {
  if (isInternal(before) || !isInternal(after)) return undefined
  return {
    kind: 'br-parameter-hidden',
    what: `${words.noun} ${phrase()} is internal now.`,
    before: facetOf(before, 'x-ms-visibility') ?? before.view.node,
    after: facetOf(after, 'x-ms-visibility'),
  }
}

function compareTexts({ before, after, words, phrase }: FieldPair): NoticedChange | undefined {
  const changed = ['x-ms-summary', 'title', 'description'].find(
    (key) => canonicalJson(facetOf(before, key)) !== canonicalJson(facetOf(after, key)),
  )
  if (changed === undefined) return undefined
  return {
    kind: 'ok-parameter-summary-changed',
    what: `The texts of ${lowerFirst(words.noun)} ${phrase()} changed.`,
    before: facetOf(before, changed) ?? before.view.node,
    after: facetOf(after, changed) ?? after.view.node,
  }
}
