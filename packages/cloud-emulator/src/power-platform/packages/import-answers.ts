import { randomUUID } from 'node:crypto'
import {
  generatePackageStorage,
  importPackage,
  listImportParameters,
  readImport,
  readImportParameters,
  validateImportPackage,
} from '@sevenstep/cloud-access/operations'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { answerOperation, type EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { type FlowCall, flowEnvironment } from '../flows/find-flow.ts'
import { regionalHosts } from '../shared/regional-host.ts'
import type { PackagingOperationState } from '../state.ts'
import { createUploadContainer } from '../storage/containers.ts'
import { choiceError } from './choices.ts'
import { importParameters, openPackage } from './read-import.ts'

/** Import of packages: upload, look into it, check the choices, carry them out. */
export const importAnswers = [
  answerOperation(generatePackageStorage, (call) => {
    const environment = flowEnvironment(call, call.input.path.environment)
    const address = createUploadContainer(environment, call.clock.now())
    return { status: 200, body: { sharedAccessSignature: call.reachable(address) } }
  }),
  answerOperation(listImportParameters, (call) => {
    const environment = flowEnvironment(call, call.input.path.environment)
    const packageLink = call.input.body.packageLink.value
    const opened = openPackage(environment, packageLink, call.clock.now())
    const found = opened.ok
      ? importParameters({ tenant: call.tenant, environment, objectId: call.caller.objectId }, opened.package)
      : { details: {}, resources: {} }
    const errors = opened.ok ? [] : [{ code: opened.code, message: opened.message }]
    return begin(call, environment, { kind: 'listImportParameters', packageLink, ...found, errors }, 4000)
  }),
  answerOperation(readImportParameters, (call) => read(call, 'listImportParameters')),
  answerOperation(validateImportPackage, (call) => {
    const environment = flowEnvironment(call, call.input.path.environment)
    const { resources, ...rest } = call.input.body
    openPackage(environment, rest.packageLink.value, call.clock.now())
    const choosing = { tenant: call.tenant, environment, objectId: call.caller.objectId }
    const judged = Object.entries(resources).map(([key, resource]) => {
      const error = choiceError(choosing, resources, key)
      return [key, error === undefined ? resource : { ...resource, error }] as const
    })
    const status = judged.some(([, { error }]) => error !== undefined && error !== null) ? 'Failed' : 'Succeeded'
    return { status: 200, body: { ...rest, resources: Object.fromEntries(judged), status } }
  }),
  answerOperation(
    importPackage,
    (call) => {
      const environment = flowEnvironment(call, call.input.path.environment)
      const { packageLink, details, resources } = call.input.body
      openPackage(environment, packageLink.value, call.clock.now())
      const work = { kind: 'importPackage' as const, packageLink: packageLink.value, details, resources, errors: [] }
      return begin(call, environment, work, 8000)
    },
    { differences: ['A new flow is off after the import; one that was updated stays as it was.'] },
  ),
  answerOperation(readImport, (call) => read(call, 'importPackage')),
]

/** Where work of each kind is asked after. */
const segments = { listImportParameters: 'listImportOperations', importPackage: 'importOperations' } as const

type Begun = Pick<PackagingOperationState, 'kind' | 'packageLink' | 'details' | 'resources' | 'errors'>

function begin(
  call: FlowCall & Pick<EmulatedCall, 'planWork'>,
  environment: EnvironmentState,
  begun: Begun,
  usualMilliseconds: number,
) {
  const kind = begun.kind === 'importPackage' ? 'package-import' : 'package-reading'
  const operation: PackagingOperationState = {
    ...begun,
    id: randomUUID(),
    plan: call.planWork(kind, usualMilliseconds),
    status: 'Running',
    startedBy: call.caller.objectId,
  }
  environment.packaging.operations[operation.id] = operation
  const host = regionalHosts(environment).businessApplications
  const path = `/providers/Microsoft.BusinessAppPlatform/environments/${environment.name}/${segments[operation.kind]}/${operation.id}`
  const location = call.reachable(`https://${host}${path}?api-version=2016-11-01`)
  return {
    status: 202,
    body: {},
    headers: { location, 'retry-after': String(secondsLeft(operation, call.clock.now())) },
  }
}

function read(
  call: FlowCall & { readonly input: { readonly path: { readonly environment: string; readonly operation: string } } },
  kind: PackagingOperationState['kind'],
) {
  const environment = flowEnvironment(call, call.input.path.environment)
  const { operations } = environment.packaging
  const { operation: id } = call.input.path
  const operation = Object.hasOwn(operations, id) ? operations[id] : undefined
  if (operation?.kind !== kind) {
    throw new EmulatedFailure(404, 'PackagingOperationNotFound', `Could not find the packaging operation '${id}'.`)
  }
  const { packageLink, status, details, resources, errors } = operation
  const found = status === 'Running' ? {} : { details, resources, ...(errors.length > 0 ? { errors } : {}) }
  const running = status === 'Running' ? { 'retry-after': String(secondsLeft(operation, call.clock.now())) } : undefined
  return {
    status: 200,
    body: {
      id: `/providers/Microsoft.BusinessAppPlatform/environments/${environment.name}/packagingOperations/${id}`,
      type: 'Microsoft.BusinessAppPlatform/environments/packagingOperations',
      environmentName: environment.name,
      name: id,
      properties: { packageLink: { value: packageLink }, status, ...found },
    },
    ...(running === undefined ? {} : { headers: running }),
  }
}

/** Seconds that a client is told to wait: until the work ends, five at most. */
function secondsLeft({ plan }: PackagingOperationState, now: Date): number {
  if (plan.endsAt === null) return 5
  return Math.min(5, Math.max(1, Math.ceil((Date.parse(plan.endsAt) - now.getTime()) / 1000)))
}
