import type { Parameter } from '../model/parameter.ts'
import type { ChangeRecorder, ReachedOperation } from './change-recorder.ts'
import { addedKind, compareField, deletedSeverity, type Field, type FieldKinds } from './compare-field.ts'
import type { SchemaComparison } from './compare-schemas.ts'
import { phraseOf as phraseOfPlace } from './describe-place.ts'
import type { OperationPair } from './match-operations.ts'
import { matchParameters, namesChangedInPath, type ParameterPair } from './match-parameters.ts'
import { roleWords } from './schema-role.ts'

const words = roleWords.parameter

const kinds: FieldKinds = {
  requiredAdded: 'br-required-parameter-added',
  optionalAdded: 'ok-optional-parameter-added',
  deleted: 'br-parameter-deleted',
  becameRequired: 'br-parameter-became-required',
  becameOptional: 'ok-parameter-optional',
}

/** What comparing the parameters of one operation needs. */
export interface ParameterComparison {
  readonly pair: OperationPair
  readonly reached: ReachedOperation
  readonly recorder: ChangeRecorder
  readonly schemas: SchemaComparison
}

/** Compares the parameters of one operation, those of its path included. */
export function compareParameters(comparison: ParameterComparison): void {
  const { pair, reached, recorder, schemas } = comparison
  const renamed = namesChangedInPath(pair.before.pathItem.path, pair.after.pathItem.path)
  const matched = matchParameters(pair.before.parameters, pair.after.parameters, renamed)
  for (const parameter of matched.deleted) {
    const what = `Parameter ${phraseOf(parameter, pair.before.label)} is gone.`
    const near = pair.after.node.member('parameters') ?? pair.after.node
    const severity = deletedSeverity(fieldOf(parameter, schemas))
    recorder.noteIn(reached, { kind: kinds.deleted, what, before: parameter.node, near, ...severity })
  }
  for (const parameter of matched.added) {
    const kind = addedKind(fieldOf(parameter, schemas), kinds)
    const must = kind === kinds.requiredAdded ? ' and required' : ''
    const what = `Parameter ${phraseOf(parameter, pair.after.label)} is new${must}.`
    recorder.noteIn(reached, { kind, what, after: parameter.node })
  }
  for (const found of matched.pairs) comparePair(found, comparison)
}

function comparePair({ before, after, by }: ParameterPair, comparison: ParameterComparison): void {
  const { pair, reached, recorder, schemas } = comparison
  const phrase = (): string => phraseOf(before, pair.before.label)
  const places = { before: before.node, after: after.node }
  if (by === 'moved') {
    const what = `Parameter ${phrase()} moved to \`${after.location}\`.`
    recorder.noteIn(reached, { kind: 'br-parameter-location-changed', what, ...places })
  } else if (by === 'renamed-body') {
    const what = `The body parameter ${phrase()} is called \`${after.name}\` now.`
    recorder.noteIn(reached, { kind: 'br-body-parameter-renamed', what, ...places })
  }
  const sides = { before: fieldOf(before, schemas), after: fieldOf(after, schemas) }
  for (const noticed of compareField({ ...sides, words, kinds, phrase })) recorder.noteIn(reached, noticed)
  if (before.isBody !== after.isBody) return
  if (!before.isBody) schemas.add(before.node, after.node, 'parameter', reached)
  else if (before.schema !== undefined && after.schema !== undefined) {
    schemas.add(before.schema, after.schema, 'input', reached)
  } else if (before.schema !== undefined) {
    const what = `Parameter ${phrase()} lost its schema.`
    recorder.noteIn(reached, { kind: 'br-input-field-deleted', what, before: before.schema, near: after.node })
  } else if (after.schema !== undefined) {
    const what = `Parameter ${phrase()} got a schema.`
    recorder.noteIn(reached, { kind: 'ok-optional-input-added', what, after: after.schema })
  }
}

function fieldOf(parameter: Parameter, schemas: SchemaComparison): Field {
  return { site: parameter.node, view: schemas.views.of(parameter.node), isRequired: parameter.isRequired }
}

/** A body is named by its parameter: makers see only what is in it. */
function phraseOf(parameter: Parameter, operation: string): string {
  return parameter.isBody ? `\`${parameter.name}\` (the body of \`${operation}\`)` : phraseOfPlace(parameter.node)
}
