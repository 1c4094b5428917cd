import type { AnyNode } from 'acorn'
import type { Binding } from './names.ts'
import type { Script, TextPlace } from './script.ts'
import type { FunctionNode } from './script-nodes.ts'

/** One entry of an object that was written out. */
export interface Entry {
  readonly key: string
  readonly keyAt: TextPlace
  readonly value: Value
}

/** What an expression is, as far as its text says; never guessed. */
export type Value =
  | { readonly kind: 'text'; readonly text: string; readonly at: TextPlace }
  | { readonly kind: 'number'; readonly number: number; readonly at: TextPlace }
  | { readonly kind: 'other'; readonly literal: boolean | null | undefined; readonly at: TextPlace }
  | {
      readonly kind: 'object'
      readonly entries: ReadonlyMap<string, Entry>
      /** False where a part is spread or computed from something unknown. */
      readonly isWhole: boolean
      readonly at: TextPlace
    }
  | { readonly kind: 'list'; readonly at: TextPlace }
  | { readonly kind: 'function'; readonly node: FunctionNode; readonly script: Script; readonly at: TextPlace }
  | {
      readonly kind: 'unknown'
      readonly why: string
      readonly at: TextPlace
      /** Where it is an element of the page that is only known by name. */
      readonly element?: ElementName
    }

/** How a script names an element: by its id, or by the reference that a framework fills. */
export type ElementName = { readonly id: string } | { readonly reference: Binding | string; readonly script: Script }

/** What following values needs beside the script. */
export interface Following {
  /** Names that other scripts of the page declare at their top. */
  shared(name: string): { readonly script: Script; readonly binding: Binding } | undefined
  /** What a module of the same site hands out under a name: an expression or a declared name of another script. */
  imported(script: Script, from: NonNullable<Binding['from']>): Imported | undefined
  /** What every use of a component hands in as a property; undefined where a use cannot be told or none is seen. */
  handedTo(component: FunctionNode, property: string): readonly HandedIn[] | undefined
  /** What was followed already, so that nothing is followed twice however often it is named. */
  readonly known: Map<AnyNode, Value>
}

/** An expression that is handed in from another place, perhaps of another script. */
export interface HandedIn {
  readonly script: Script
  readonly node: AnyNode
}

/** Something that another script hands out. */
export type Imported =
  | { readonly script: Script; readonly node: AnyNode }
  | { readonly script: Script; readonly binding: Binding }
