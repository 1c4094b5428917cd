import type { ChosenRoute } from '../plan/plan.ts'
import type { TargetFacts } from '../target/target.ts'

/** A way that credential and target allow, or why there is none. */
export type FlowRoute =
  | { readonly ok: true; readonly route: 'solution' | 'package'; readonly because: ChosenRoute['because'] }
  | { readonly ok: false; readonly detail: string; readonly fix: string }

const needsPerson = 'the Flow service and the import of packages refuse the tokens of applications'
const needsDatabase = 'the environment has no Dataverse database, and the solution route leads into one'

/** Which way a flow takes: `solution` into the database, `package` into the person's own flows. */
export function flowRoute(
  asked: 'auto' | 'solution' | 'package' | undefined,
  origin: 'flow' | 'package',
  { principal, organization }: Pick<TargetFacts, 'principal' | 'organization'>,
): FlowRoute {
  const isPerson = principal.kind === 'person'
  const hasDatabase = organization !== undefined
  if (asked === 'package') {
    return isPerson
      ? { ok: true, route: 'package', because: 'You asked for it.' }
      : { ok: false, detail: `${needsPerson}.`, fix: 'Use a person’s credential, or the solution route.' }
  }
  if (asked === 'solution') {
    return hasDatabase
      ? { ok: true, route: 'solution', because: 'You asked for it.' }
      : {
          ok: false,
          detail: `${needsDatabase}.`,
          fix: 'Add a database, or use the package route with a person’s credential.',
        }
  }
  if (!hasDatabase && !isPerson) {
    const fix = 'Add a database to the environment, or use a person’s credential.'
    return { ok: false, detail: `${needsDatabase}; and ${needsPerson}.`, fix }
  }
  if (!isPerson)
    return { ok: true, route: 'solution', because: `The credential is an application, and ${needsPerson}.` }
  if (!hasDatabase) return { ok: true, route: 'package', because: `There is no other way: ${needsDatabase}.` }
  return origin === 'package'
    ? {
        ok: true,
        route: 'package',
        because: 'The credential is a person’s, and the platform’s own import takes the package as it is.',
      }
    : {
        ok: true,
        route: 'solution',
        because: 'The environment has a database, which is the supported way to write flows.',
      }
}
