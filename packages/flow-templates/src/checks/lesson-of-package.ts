import type { LearnedFlow, LearnedTemplate, Lesson } from '@sevenstep/rule-engine/handed-on'
import type { PackageReading } from '../read/read-package.ts'
import { flowEntryOf } from './flow-entry.ts'
import type { Profile } from './flow-subject.ts'
import { type PlacedFlow, placeFlow } from './placed-flow.ts'

/**
 * What a package tells those who judge pages and licences: the parameters of its templates, and its flows. Nothing where
 * there is no flow in it. `profile` is what somebody said the package is for, where anybody did.
 */
export function lessonOfPackage(
  { package: read, problems }: PackageReading,
  { from, profile }: { readonly from: string; readonly profile?: Profile },
): Lesson | undefined {
  if (read === undefined || read.flows.length === 0) return undefined
  const isWhole = problems.every(({ effect }) => effect === 'none')
  // Everybody makes a flow of their own from an export; what is in a solution belongs to whoever brings it in.
  const owner: LearnedFlow['owner'] = read.kind === 'export' ? 'each-user' : 'unknown'
  // A solution is a template only where somebody says so: most bring flows that no gallery shows.
  const isTemplate = (profile ?? (read.kind === 'export' ? 'template' : 'deployment')) === 'template'
  const placed = read.flows.map(placeFlow)
  return {
    from,
    flows: placed.map((one) => ({ entry: flowEntryOf(one.flow, one), owner })),
    ...(isTemplate && { templates: placed.map((one) => templateOf(one, isWhole)) }),
  }
}

function templateOf({ definition }: PlacedFlow, isWhole: boolean): LearnedTemplate {
  if (!isWhole || definition === undefined) return { parameters: undefined }
  const parameters = definition.member('parameters')
  if (parameters === undefined) return { parameters: [] }
  if (parameters.kind !== 'object') return { parameters: undefined }
  const names = parameters.children.flatMap(({ key }) => (key === undefined ? [] : [key]))
  // The platform fills those that begin so: connections and sign-in.
  return { parameters: names.filter((name) => !name.startsWith('$')) }
}
