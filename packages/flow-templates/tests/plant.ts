import type { GivenFile, PackageFlow } from '../src/index.ts'

/** JSON that faults are planted in. */
export type Plain = Record<string, unknown>

/** A package whose first flow gets a fault. */
export interface Ground {
  readonly kind: 'export' | 'solution'
  /** The flow's file, the manifest of an export, and everything else by path. */
  readonly file: Plain
  readonly manifest: Plain
  readonly files: Map<string, GivenFile['content']>
  readonly flow: PackageFlow
}

/** Where a planted fault has to be found. */
export interface PlantedPlace {
  /** In the flow's file when left out. */
  readonly file?: 'manifest' | 'package' | (string & {})
  /** Left out for a file or the package as a whole. */
  readonly pointer?: string
}

/** One kind of fault. */
export interface PlantedFault {
  readonly name: string
  readonly rule: string
  /** Puts the fault in and says where; nothing when this package cannot have it. */
  plant(ground: Ground): PlantedPlace | undefined
  /** Further rules that may speak of the same fault. */
  readonly also?: readonly string[]
}

const definitionAt = '/properties/definition'

/** The definition of the ground's flow, to be changed. */
export function definitionOf({ file }: Ground): Plain {
  return inside(inside(file, 'properties'), 'definition')
}

/** An object inside another, made when it is not there. */
export function inside(holder: Plain, key: string): Plain {
  const value = holder[key]
  const inner = typeof value === 'object' && value !== null ? value : {}
  holder[key] = inner
  return inner as Plain // an object of a JSON value
}

/** Puts an action beside those of the flow, and gives its pointer. */
export function addAction(ground: Ground, name: string, action: object): string {
  const actions = inside(definitionOf(ground), 'actions')
  actions[name] = { runAfter: {}, ...action }
  return `${definitionAt}/actions/${name}`
}

/** Puts a step that keeps a value into the flow, and gives the pointer of the value. */
export function keep(ground: Ground, inputs: unknown, name = 'Planted_step'): string {
  return `${addAction(ground, name, { type: 'Compose', inputs })}/inputs`
}

/** A kind whose fault is a value that a new step keeps. */
export function kept(name: string, rule: string, inputs: unknown, more: Partial<PlantedFault> = {}): PlantedFault {
  return { name, rule, plant: (ground) => ({ pointer: keep(ground, inputs) }), ...more }
}

/** A kind that only exports can have, in the details of their manifest. */
export function detail(
  name: string,
  rule: string,
  key: string,
  value: unknown,
  more: Partial<PlantedFault> = {},
): PlantedFault {
  return {
    name,
    rule,
    plant({ kind, manifest }) {
      if (kind !== 'export') return undefined
      inside(manifest, 'details')[key] = value
      return { file: 'manifest', pointer: `/details/${key}` }
    },
    ...more,
  }
}

export { definitionAt }
