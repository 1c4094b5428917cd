import type { ChangeKind } from './kinds.ts'

/** What a schema is used for; the same difference means something else in each. */
export type SchemaRole = 'input' | 'output' | 'payload' | 'parameter'

/** The kinds and words of one role. */
export interface RoleWords {
  /** Begins sentences: "Output field". */
  readonly noun: string
  readonly deleted: ChangeKind
  readonly added: ChangeKind
  readonly typeChanged: ChangeKind
  /** True for what makers fill in: only there do required, default, format and choices matter. */
  readonly isInput: boolean
}

/** Kinds and words by role. */
export const roleWords: Readonly<Record<SchemaRole, RoleWords>> = {
  input: {
    noun: 'Input field',
    deleted: 'br-input-field-deleted',
    added: 'ok-optional-input-added',
    typeChanged: 'br-input-field-type-changed',
    isInput: true,
  },
  parameter: {
    noun: 'Parameter',
    deleted: 'br-input-field-deleted',
    added: 'ok-optional-input-added',
    typeChanged: 'br-parameter-type-changed',
    isInput: true,
  },
  output: {
    noun: 'Output field',
    deleted: 'br-output-field-deleted',
    added: 'ok-output-added',
    typeChanged: 'br-output-field-type-changed',
    isInput: false,
  },
  payload: {
    noun: 'Payload field',
    deleted: 'br-trigger-output-deleted',
    added: 'ok-trigger-output-added',
    typeChanged: 'br-trigger-output-type-changed',
    isInput: false,
  },
}
