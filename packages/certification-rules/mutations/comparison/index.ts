import { connectionChanges } from './connection-changes.ts'
import { fieldChanges } from './field-changes.ts'
import { operationChanges } from './operation-changes.ts'
import { parameterChanges } from './parameter-changes.ts'
import type { VersionChange } from './version-change.ts'

/** Every change between two versions that a comparison must tell. */
export const versionChanges: readonly VersionChange[] = [
  ...operationChanges,
  ...parameterChanges,
  ...fieldChanges,
  ...connectionChanges,
]
