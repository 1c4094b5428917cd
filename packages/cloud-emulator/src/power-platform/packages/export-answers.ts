import { randomUUID } from 'node:crypto'
import { exportPackage, listPackageResources } from '@sevenstep/cloud-access/operations'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { answerOperation } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { type FlowCall, findFlow, flowEnvironment } from '../flows/find-flow.ts'
import type { FlowRecord } from '../flows/flow-record.ts'
import { keepBlob, readableAddress } from '../storage/containers.ts'
import { keyOf, packageContents } from './package-contents.ts'
import { writeExport } from './write-export.ts'

/** Export of flows as packages. */
export const exportAnswers = [
  answerOperation(listPackageResources, (call) => {
    const environment = flowEnvironment(call, call.input.path.environment)
    const { baseResourceIds } = call.input.body
    const flow = flowBehind(call, environment, baseResourceIds)
    if (!('record' in flow)) return refused({ baseResourceIds }, flow)
    const { resources } = packageContents(environment, flow.record)
    return { status: 200, body: { baseResourceIds, resources, status: 'Succeeded' } }
  }),
  answerOperation(
    exportPackage,
    (call) => {
      const environment = flowEnvironment(call, call.input.path.environment)
      const { includedResourceIds, details: given, resources: asked } = call.input.body
      const flow = flowBehind(call, environment, includedResourceIds)
      if (!('record' in flow)) return refused({}, flow)
      const contents = packageContents(environment, flow.record)
      const suggestions = Object.fromEntries(
        Object.keys(contents.resources).map((key) => [key, suggestionFor(asked, key)]),
      )
      const now = call.clock.now()
      const named = {
        displayName: given.displayName ?? flow.record.displayName,
        description: given.description ?? '',
        creator: given.creator ?? 'N/A',
        sourceEnvironment: given.sourceEnvironment ?? '',
      }
      const { bytes, details, resources } = writeExport(flow.record, contents, named, suggestions, now)
      const address = keepBlob(
        environment,
        { container: randomUUID(), blob: `${fileNameOf(named.displayName)}_${stampOf(now)}.zip` },
        { bytes, contentType: 'application/zip' },
        now,
      )
      const link = readableAddress(environment, address, now) ?? ''
      return {
        status: 200,
        body: {
          details: { createdTime: details.createdTime, packageTelemetryId: details.packageTelemetryId },
          packageLink: { value: call.reachable(link) },
          resources,
          status: 'Succeeded',
        },
      }
    },
    { differences: ['It answers at once, however large the flow is.'] },
  ),
]

interface Refusal {
  readonly code: string
  readonly message: string
}

/** Says 200 and that it failed, as this service does. */
function refused(body: object, error: Refusal) {
  return { status: 200, body: { ...body, status: 'Failed', errors: [error] } }
}

function flowBehind(
  call: FlowCall,
  environment: EnvironmentState,
  ids: readonly string[],
): { record: FlowRecord } | Refusal {
  const [id = ''] = ids
  const name = /^\/providers\/Microsoft\.Flow\/flows\/([^/]+)$/i.exec(id)?.[1]
  const record = name === undefined ? undefined : findFlow(call, environment, name)
  if (record === undefined) return { code: 'FlowNotFound', message: `Could not find flow '${name ?? id}'.` }
  if (record.origin.kind === 'solution') {
    return {
      code: 'SolutionFlowNotExportable',
      message: `The flow '${name}' belongs to a solution and is exported with it.`,
    }
  }
  return { record }
}

function suggestionFor(
  resources: Readonly<Record<string, { suggestedCreationType?: string | undefined }>>,
  key: string,
): string {
  const found = resources[key]?.suggestedCreationType
  if (found !== undefined) return found
  throw new EmulatedFailure(
    400,
    'MissingSuggestedCreationType',
    `The resource '${key}' has no 'suggestedCreationType'. Keys are those of listPackageResources, such as '${keyOf('…')}'.`,
  )
}

function fileNameOf(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, '') || 'flow'
}

function stampOf(now: Date): string {
  return now.toISOString().replaceAll(/\D/g, '').slice(0, 14)
}
