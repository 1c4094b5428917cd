import type { DatabaseArea } from '../target/database-area.ts'
import { TargetFailure } from '../target/target-failure.ts'
import type { Workbench } from './driver.ts'

/** The database of the target, which the step cannot do without. */
export function database({ target }: Pick<Workbench, 'target'>): DatabaseArea {
  if (target.database !== undefined) return target.database
  throw new TargetFailure({
    code: 'no-database',
    what: 'The environment has no Dataverse database.',
    why: 'Solutions, connection references, environment variables and their flows live in it.',
    fix: 'Add a database to the environment, or deploy the flow as a package with a person’s credential.',
  })
}
