import { escapePointerStep, type JsonValue } from '@sevenstep/located-json'
import { isJsonObject, type JsonObject } from '../json/json-object.ts'
import type { WorkflowDefinition } from './workflow-definition.ts'

/** A part of a definition that has not the form it has to have. */
export interface DefinitionFault {
  /** JSON pointer from the definition. */
  readonly pointer: string
  /** In words, completing "it is …": `a list, where an object is expected`. */
  readonly detail: string
}

/** A value taken as a definition, or why it is none. */
export type DefinitionReading =
  | { readonly ok: true; readonly definition: WorkflowDefinition }
  | { readonly ok: false; readonly faults: readonly DefinitionFault[] }

const maxFaults = 20

/**
 * Takes a JSON value as a workflow definition when its frame is sound: triggers, actions, branches and parameters are
 * objects, every trigger and action has a type, `runAfter` lists statuses. Types of actions are not judged, nor is what
 * stands in `inputs`. Depth is bounded by what JSON readers give; deeper than 1,000 is a fault.
 */
export function readDefinition(value: JsonValue | undefined): DefinitionReading {
  const check = new FrameCheck()
  if (!isJsonObject(value)) return { ok: false, faults: [{ pointer: '', detail: describe(value, 'an object') }] }
  for (const name of ['$schema', 'contentVersion', 'description']) check.text(value, name, '')
  check.each(value.parameters, '/parameters', (parameter, pointer) => check.text(parameter, 'type', pointer))
  check.each(value.triggers, '/triggers', (trigger, pointer) => check.typed(trigger, pointer))
  check.actions(value.actions, '/actions', 1)
  if (check.faults.length > 0) return { ok: false, faults: check.faults }
  // The frame that the type promises was just found; everything else in it is optional or JSON.
  return { ok: true, definition: value as WorkflowDefinition }
}

class FrameCheck {
  readonly faults: DefinitionFault[] = []

  /** Says so when an optional member is there and is no text; null counts as not there. */
  text(object: JsonObject, name: string, pointer: string): void {
    const value = object[name]
    if (value === undefined || value === null || typeof value === 'string') return
    this.#fault(`${pointer}/${escapePointerStep(name)}`, describe(value, 'a text'))
  }

  /** Looks at each member of an optional object of objects. */
  each(value: JsonValue | undefined, pointer: string, look: (member: JsonObject, pointer: string) => void): void {
    if (value === undefined) return
    if (!isJsonObject(value)) {
      this.#fault(pointer, describe(value, 'an object'))
      return
    }
    for (const [name, member] of Object.entries(value)) {
      const place = `${pointer}/${escapePointerStep(name)}`
      if (isJsonObject(member)) look(member, place)
      else this.#fault(place, describe(member, 'an object'))
    }
  }

  typed(member: JsonObject, pointer: string): void {
    if (typeof member.type !== 'string') this.#fault(pointer, 'without a type')
    for (const name of ['kind', 'description']) this.text(member, name, pointer)
  }

  actions(value: JsonValue | undefined, pointer: string, depth: number): void {
    if (depth > 1000) {
      this.#fault(pointer, 'nested more than 1000 deep')
      return
    }
    this.each(value, pointer, (action, place) => {
      this.typed(action, place)
      this.#runAfter(action.runAfter, `${place}/runAfter`)
      this.actions(action.actions, `${place}/actions`, depth + 1)
      this.#branch(action.else, `${place}/else`, depth)
      this.#branch(action.default, `${place}/default`, depth)
      this.each(action.cases, `${place}/cases`, (branch, at) => this.#branch(branch, at, depth))
    })
  }

  #branch(value: JsonValue | undefined, pointer: string, depth: number): void {
    if (value === undefined) return
    if (isJsonObject(value)) this.actions(value.actions, `${pointer}/actions`, depth + 1)
    else this.#fault(pointer, describe(value, 'an object'))
  }

  #runAfter(value: JsonValue | undefined, pointer: string): void {
    if (value === undefined) return
    if (!isJsonObject(value)) {
      this.#fault(pointer, describe(value, 'an object'))
      return
    }
    for (const [name, statuses] of Object.entries(value)) {
      if (Array.isArray(statuses) && statuses.every((status) => typeof status === 'string')) continue
      this.#fault(`${pointer}/${escapePointerStep(name)}`, 'not a list of statuses')
    }
  }

  #fault(pointer: string, detail: string): void {
    if (this.faults.length < maxFaults) this.faults.push({ pointer, detail })
  }
}

function describe(value: JsonValue | undefined, expected: string): string {
  const found = Array.isArray(value)
    ? 'a list'
    : value === undefined
      ? 'missing'
      : value === null
        ? 'null'
        : kinds[typeof value]
  return `${found}, where ${expected} is expected`
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
}
