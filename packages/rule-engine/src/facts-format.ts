import { createLineTable, type Position } from '@sevenstep/findings'
import { readJson, toValue } from '@sevenstep/located-json'

/** Why a text cannot be used as facts: where, and in three sentences. */
export interface FactsProblem extends Position {
  readonly what: string
  readonly why: string
  readonly fix: string
}

/** What was read of a text with facts. */
export type FactsReading<Facts> =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly problem: FactsProblem }

/** The JSON in which facts about what a room judges are written down: an object, of which every member may be left out. */
export interface FactsFormat<Facts> {
  /** Names of the members that it knows. */
  readonly names: readonly string[]
  /**
   * Reads the members it knows and passes over all others, since one file may hold facts about several things. Never
   * throws; a member of another shape is refused with its place.
   */
  read(text: string): FactsReading<Facts>
}

/** As much of an object of zod as is needed here, so that this package does without it. */
export interface FactsShape {
  readonly shape: Readonly<Record<string, unknown>>
  safeParse(value: unknown):
    | { readonly success: true; readonly data: unknown }
    | {
        readonly success: false
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
        }
      }
}

/** Makes a format of a shape that gives what `Facts` says. */
export function factsFormat<Facts>(shape: FactsShape): FactsFormat<Facts> {
  return { names: Object.keys(shape.shape), read: (text) => readFacts<Facts>(text, shape) }
}

function readFacts<Facts>(text: string, shape: FactsShape): FactsReading<Facts> {
  const { root, problems } = readJson(text)
  const [fault] = problems
  if (root === undefined || fault !== undefined) return noJson(text, fault?.start ?? 0)
  const parsed = shape.safeParse(toValue(root))
  // Undefined members are left out, so the exact optional types hold; zod's output type only cannot say so.
  if (parsed.success) return { ok: true, facts: parsed.data as Facts }
  const { path, message } = parsed.error.issues[0] ?? { path: [], message: 'another shape is expected' }
  return {
    ok: false,
    problem: {
      ...createLineTable(text).positionAt(root.nearest(...path).start),
      what: `At /${path.map(String).join('/')} stands something else than is expected there: ${message}.`,
      why: 'Facts that are not understood are not guessed at.',
      fix: 'Correct this member, or leave it out; what is not said is not judged.',
    },
  }
}

function noJson(text: string, at: number): { readonly ok: false; readonly problem: FactsProblem } {
  const problem = {
    ...createLineTable(text).positionAt(at),
    what: 'This is no whole JSON.',
    why: 'Facts are an object in JSON, and half of one may say the opposite.',
    fix: 'Write the file anew, or correct it at this place.',
  }
  return { ok: false, problem }
}
