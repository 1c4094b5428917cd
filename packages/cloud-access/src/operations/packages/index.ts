import type { Operation } from '../operation.ts'
import { exportPackage, listPackageResources } from './export-package.ts'
import {
  generatePackageStorage,
  importPackage,
  listImportParameters,
  readImport,
  readImportParameters,
  validateImportPackage,
} from './import-package.ts'

export {
  importBody,
  packageDetails,
  packageLink,
  packageResource,
  packageResources,
  packagingOperation,
} from './package-resource.ts'

export {
  exportPackage,
  generatePackageStorage,
  importPackage,
  listImportParameters,
  listPackageResources,
  readImport,
  readImportParameters,
  validateImportPackage,
}

/** Every operation of the packages of flows. */
export const packageOperations: readonly Operation[] = [
  listPackageResources,
  exportPackage,
  generatePackageStorage,
  listImportParameters,
  readImportParameters,
  validateImportPackage,
  importPackage,
  readImport,
]
