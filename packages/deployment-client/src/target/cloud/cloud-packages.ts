import {
  generatePackageStorage,
  importBody,
  importPackage,
  listImportParameters,
  packagingOperation,
  putBlob,
  validateImportPackage,
  type Work,
} from '@sevenstep/cloud-access'
import { parseApiName } from '@sevenstep/flow-templates'
import type { z } from 'zod'
import type { PackageArea, PackageImport } from '../flow-area.ts'
import type { TargetOptions, TargetWork } from '../target.ts'
import { TargetFailure } from '../target-failure.ts'
import { inOurWords } from './calls.ts'
import type { CloudPlace } from './cloud-place.ts'
import { workOptions } from './work-options.ts'

type Choices = z.output<typeof importBody>
type Resource = Choices['resources'][string]

/** Import of export packages, step by step as the portal does it. */
export function cloudPackages(place: CloudPlace): PackageArea {
  const { calls, environment } = place
  const path = { environment }
  return {
    async importPackage(request, options = {}) {
      const choices = await choose(place, request, options)
      const checked = await calls.call(validateImportPackage, { path, body: choices })
      const complaints = complaintsOf(checked.resources)
      if (complaints.length > 0) throw refused(complaints)
      return workOf(await calls.begin(importPackage, { path, body: checked }, workOptions(options)))
    },
    async resumeImport(handle, options = {}) {
      return workOf(await calls.resume(handle, workOptions(options)))
    },
    async validate(request) {
      const body = await choose(place, request, {})
      return complaintsOf((await calls.call(validateImportPackage, { path, body })).resources)
    },
  }
}

/** Uploads the package, has it looked into, and makes the choices that an import asks for. */
async function choose(
  { calls, environment }: CloudPlace,
  request: PackageImport,
  options: TargetOptions,
): Promise<Choices> {
  const path = { environment }
  const { sharedAccessSignature } = await calls.call(generatePackageStorage, { path })
  const address = new URL(sharedAccessSignature)
  address.pathname = `${address.pathname.replace(/\/$/, '')}/${encodeURIComponent(request.fileName)}`
  const headers = { 'x-ms-blob-type': 'BlockBlob', 'content-type': 'application/octet-stream' } as const
  await calls.call(putBlob, { headers, body: new Uint8Array(request.bytes) }, { address: address.href })
  const packageLink = { value: address.href }
  const looking = await calls.begin(listImportParameters, { path, body: { packageLink } }, workOptions(options))
  const found = packagingOperation.parse(await inOurWords(() => looking.result()))
  const { details = {}, resources = {} } = found.properties
  const chosen = Object.entries(resources).map(([key, resource]) => [key, chooseFor(resource, resources, request)])
  return importBody.parse({
    details,
    packageLink,
    status: found.properties.status,
    resources: Object.fromEntries(chosen),
  })
}

function chooseFor(resource: Resource, all: Readonly<Record<string, Resource>>, request: PackageImport): Resource {
  switch (resource.type) {
    case 'Microsoft.Flow/flows': {
      const { existingId, name } = request.flow
      const choice = existingId === undefined ? { selectedCreationType: 'New' } : update(existingId)
      return { ...resource, ...choice, details: { ...resource.details, displayName: name } }
    }
    case 'Microsoft.PowerApps/apis/connections': {
      const connector = (resource.dependsOn ?? []).map((key) => all[key]).find((one) => one?.type === apiType)
      const id = connectionFor(connector ?? resource, request)
      return id === undefined ? resource : { ...resource, selectedCreationType: 'Existing', id }
    }
    case apiType: {
      const id = connectionFor(resource, request)?.split('/connections/')[0]
      // Only of custom connectors does the platform ask which one is meant.
      return resource.configurableBy !== 'User' || id === undefined
        ? resource
        : { ...resource, selectedCreationType: 'Existing', id }
    }
    default:
      return resource
  }
}

const apiType = 'Microsoft.PowerApps/apis'

function update(flow: string) {
  return { selectedCreationType: 'Update', id: `/providers/Microsoft.Flow/flows/${flow}` }
}

/** The connection for a connector, told by its name, or by its title where the package has no name for it. */
function connectionFor(connector: Resource, { connections }: PackageImport): string | undefined {
  const name = (connector.name ?? connector.id?.split('/').at(-1) ?? '').toLowerCase()
  const byName = connections[name]
  if (byName !== undefined) return byName
  const title = connector.details?.displayName?.trim().toLowerCase()
  return Object.entries(connections).find(([key]) => title !== undefined && parseApiName(key).title === title)?.[1]
}

function workOf(work: Pick<Work, 'handle'> & { result(): Promise<unknown> }): TargetWork {
  return {
    handle: work.handle,
    done: () =>
      inOurWords(async () => {
        await work.result()
      }),
  }
}

function complaintsOf(resources: Readonly<Record<string, Resource>>): string[] {
  return Object.values(resources).flatMap(({ error, details, type }) =>
    error ? [`${details?.displayName ?? type}: ${error.code}: ${error.message}`] : [],
  )
}

function refused(complaints: readonly string[]): TargetFailure {
  return new TargetFailure({
    code: 'package-refused',
    what: `The platform does not take the package:\n${complaints.join('\n')}`,
    why: 'Its own check of the choices made for the import says so; nothing was imported.',
    fix: 'Mend what it names: often a connection of another connector, or one that is not there.',
  })
}
