import type { Operation } from '../operation.ts'
import { addApplicationUser } from './add-application-user.ts'

export { addApplicationUser }

/** Every operation of application users outside of Dataverse. */
export const applicationUserOperations: readonly Operation[] = [addApplicationUser]
