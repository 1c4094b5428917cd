import { contentHash } from '../model/content.ts'
import type { Wanted, WantedSharing } from '../model/wanted.ts'
import { needsOf, type ResolveContext } from './resolve-context.ts'

/** Who else may use connectors, connections and flows. */
export function wantedSharing({ materials, connections }: ResolveContext, wanted: readonly Wanted[]): WantedSharing[] {
  return (materials.description.sharing ?? []).flatMap((described, index) => {
    const { with: principalId, kind: principalKind = 'user', as: role } = described
    const connection = connections.find(({ name }) => name === described.connection)
    const subject = wanted.find(
      ({ kind, name }) =>
        (kind === 'connector' && name === described.connector) ||
        (kind === 'connection' && name === described.connection) ||
        ((kind === 'flow' || kind === 'package') && name === described.flow),
    )
    const part = connection === undefined ? subject?.address : `connection/${connection.name}`
    if (part === undefined) return []
    return [
      {
        kind: 'sharing',
        address: `sharing/${part}/${principalId}`,
        name: `${part} with ${principalId}`,
        place: ['sharing', index],
        needs: connection === undefined ? [part] : needsOf(connection),
        hash: contentHash([role, principalKind]),
        subject: part,
        principalId,
        principalKind,
        role,
        ...(connection !== undefined && { connection }),
      } satisfies WantedSharing,
    ]
  })
}
