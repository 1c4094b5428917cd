import {
  type Answer,
  deriveProduct,
  type GoalId,
  type Goals,
  goalIds,
  type ProductInput,
  type ProductState,
  type WhatIf,
  whatIf,
} from '@sevenstep/onboarding'

/** Answers as a form shows them: a goal without an answer is absent. */
export interface GoalDraft {
  readonly goals: Readonly<Partial<Record<GoalId, Answer>>>
  readonly kind: ProductInput['kind']
  readonly publisher: ProductInput['publisher']
  readonly edition: ProductInput['edition']
}

/** What a draft would make of a product. */
export interface GoalPreview {
  readonly input: ProductInput
  readonly state: ProductState
  readonly change: WhatIf
  /** True where saving would change nothing. */
  readonly same: boolean
}

/** The answers as they are saved. */
export function savedDraft({ goals, kind, publisher, edition }: ProductInput): GoalDraft {
  return { goals: goals ?? {}, kind, publisher, edition }
}

/** Works out what a draft would change; a goal without an answer counts as "don't know". Nothing is saved. */
export function previewOf(input: ProductInput, draft: GoalDraft): GoalPreview {
  const { goals: given, kind, publisher, edition } = draft
  const others = { kind, publisher, edition }
  const goals = complete(given)
  const next = { ...input, ...others, goals }
  const same =
    input.goals !== undefined &&
    goalIds.every((goal) => input.goals?.[goal] === goals[goal]) &&
    input.kind === kind &&
    input.publisher === publisher &&
    input.edition === edition
  const nothingGiven = input.goals === undefined && Object.keys(given).length === 0
  return {
    input: next,
    state: deriveProduct(next),
    change: whatIf(input, goals, others),
    same: same || (nothingGiven && input.kind === kind && input.publisher === publisher && input.edition === edition),
  }
}

function complete(given: GoalDraft['goals']): Goals {
  return {
    'expose-data': given['expose-data'] ?? 'unknown',
    'connector-public': given['connector-public'] ?? 'unknown',
    'embed-ui': given['embed-ui'] ?? 'unknown',
    'prebuilt-flows': given['prebuilt-flows'] ?? 'unknown',
    'auto-deploy': given['auto-deploy'] ?? 'unknown',
    'customers-lack-licences': given['customers-lack-licences'] ?? 'unknown',
    'list-appsource': given['list-appsource'] ?? 'unknown',
  }
}
