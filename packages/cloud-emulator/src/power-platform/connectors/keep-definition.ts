import type { EnvironmentState } from '../../state/environment-state.ts'
import type { BlobAddress, ConnectorState } from '../state.ts'
import { keepBlob } from '../storage/containers.ts'

/** Puts a connector's definition where its signed address leads. */
export function keepDefinition(
  environment: EnvironmentState,
  { name, definition }: Pick<ConnectorState, 'name' | 'definition'>,
  now: Date,
): BlobAddress {
  const blob = `${name.replace(/^shared_/, '')}.json_original`
  const bytes = new TextEncoder().encode(JSON.stringify(definition))
  return keepBlob(
    environment,
    { container: 'api-swagger-files', blob },
    { bytes, contentType: 'application/json' },
    now,
  )
}
