import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personOnly } from '../shared/known-credentials.ts'
import { environmentFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import {
  applicationsRefused,
  environmentPath,
  importBody,
  packageLink,
  packagesPath,
  packagingOperation,
} from './package-resource.ts'

const unreadable = { status: 400, code: 'PackageInvalid', failure: 'package-refused' } as const

/** Gives a place to upload a package to. */
export const generatePackageStorage = defineOperation({
  id: 'packages.generate-storage',
  title: 'Gives a signed container to upload a package to.',
  service: 'business-applications',
  method: 'POST',
  path: `${packagesPath}/generateResourceStorage`,
  apiVersion: '2016-11-01',
  request: { path: environmentPath },
  responses: { 200: z.looseObject({ sharedAccessSignature: z.string() }) },
  credentials: personOnly,
  repetition: 'idempotent',
  failures: environmentFailures,
  sources: [source('pnpPowerShell', 'source')],
  notes: [applicationsRefused, 'The address is a secret until it ends. The body is empty.'],
})

/** Begins to look into an uploaded package. */
export const listImportParameters = defineOperation({
  id: 'packages.list-import-parameters',
  title: 'Begins to look into an uploaded package: what has to be chosen before it is imported.',
  service: 'business-applications',
  method: 'POST',
  path: `${packagesPath}/listImportParameters`,
  apiVersion: '2016-11-01',
  request: { path: environmentPath, body: z.looseObject({ packageLink }) },
  responses: { 202: z.unknown() },
  credentials: personOnly,
  repetition: 'idempotent',
  failures: [...environmentFailures, unreadable],
  completion: { kind: 'location', polledBy: 'packages.read-import-parameters' },
  sources: [source('pnpPowerShell', 'source'), unverified('the code for a package that cannot be read')],
  notes: [applicationsRefused, 'Repeating it changes nothing in the environment: it only looks.'],
})

/** Reads what was found in the package. */
export const readImportParameters = defineOperation({
  id: 'packages.read-import-parameters',
  title: 'Reads what was found in an uploaded package.',
  service: 'business-applications',
  method: 'GET',
  path: `${packagesPath}/listImportOperations/{operation}`,
  apiVersion: '2016-11-01',
  request: { path: environmentPath.extend({ operation: z.string() }) },
  responses: { 200: packagingOperation, 202: packagingOperation },
  credentials: personOnly,
  repetition: 'safe',
  failures: [...environmentFailures, { status: 404, code: 'PackagingOperationNotFound', failure: 'work-not-found' }],
  sources: [source('pnpPowerShell', 'source'), unverified('the code for work that is not known')],
  notes: [
    applicationsRefused,
    'While it runs, `details` and `resources` are absent; clients that read them at once break (pnp/powershell issue 5164).',
  ],
})

/** Has the choices checked without importing. */
export const validateImportPackage = defineOperation({
  id: 'packages.validate-import',
  title: 'Has the choices for an import checked without importing.',
  service: 'business-applications',
  method: 'POST',
  path: `${packagesPath}/validateImportPackage`,
  apiVersion: '2016-11-01',
  request: { path: environmentPath, body: importBody },
  responses: { 200: importBody },
  credentials: personOnly,
  repetition: 'safe',
  failures: [...environmentFailures, unreadable],
  sources: [source('pnpPowerShell', 'source'), unverified('how a refusal looks')],
  notes: [applicationsRefused, 'The answer is what packages.import is given. Errors stand with each resource.'],
})

/** Begins to import. */
export const importPackage = defineOperation({
  id: 'packages.import',
  title: 'Begins to import a package with the choices made.',
  service: 'business-applications',
  method: 'POST',
  path: `${packagesPath}/importPackage`,
  apiVersion: '2016-11-01',
  request: { path: environmentPath, body: importBody },
  responses: { 202: z.unknown() },
  credentials: personOnly,
  repetition: 'start',
  failures: [...environmentFailures, unreadable],
  completion: { kind: 'location', polledBy: 'packages.read-import' },
  sources: [source('pnpPowerShell', 'source')],
  notes: [applicationsRefused, 'With `New`, repeating it makes a second flow.'],
})

/** Reads where an import stands. */
export const readImport = defineOperation({
  id: 'packages.read-import',
  title: 'Reads where the import of a package stands.',
  service: 'business-applications',
  method: 'GET',
  path: `${packagesPath}/importOperations/{operation}`,
  apiVersion: '2016-11-01',
  request: { path: environmentPath.extend({ operation: z.string() }) },
  responses: { 200: packagingOperation, 202: packagingOperation },
  credentials: personOnly,
  repetition: 'safe',
  failures: [...environmentFailures, { status: 404, code: 'PackagingOperationNotFound', failure: 'work-not-found' }],
  sources: [
    source('pnpPowerShell', 'source'),
    unverified('the exact segment of the address; follow the Location that came'),
  ],
  notes: [applicationsRefused, 'Each resource may carry its own `error`; the whole may carry `errors`.'],
})
