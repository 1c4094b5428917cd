import { z } from 'zod'
import { type MaterialReading, unreadable } from './material-problem.ts'
import type { DeploymentSettings } from './materials.ts'
import { readBounded } from './read-bounded.ts'

const text = z.string().nullish()
const settingsSchema = z.looseObject({
  environmentvariables: z.array(z.looseObject({ schemaname: z.string(), value: text })).nullish(),
  connectionreferences: z
    .array(z.looseObject({ logicalname: z.string(), connectionid: text, connectorid: text }))
    .nullish(),
})

/** Reads the settings file that pac writes for a solution. Keys are taken in any case; empty values say nothing. */
export function readSettings(path: string, file: string): MaterialReading<DeploymentSettings> {
  const bytes = readBounded(path)
  if (typeof bytes === 'string') return unreadable(file, bytes)
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes), (_, value: unknown) => withSmallKeys(value))
  } catch (error) {
    return unreadable(file, error instanceof Error ? error.message : 'it holds no JSON.')
  }
  const parsed = settingsSchema.safeParse(json)
  if (!parsed.success)
    return unreadable(file, `it is no settings file of pac: ${parsed.error.issues[0]?.message ?? ''}`)
  const { environmentvariables, connectionreferences } = parsed.data
  return {
    ok: true,
    material: {
      variables: (environmentvariables ?? []).flatMap(({ schemaname: name, value }) =>
        value ? [{ name, value }] : [],
      ),
      references: (connectionreferences ?? []).flatMap(({ logicalname: name, connectionid, connectorid }) =>
        connectionid ? [{ name, connectionId: connectionid, connectorId: connectorid ?? '' }] : [],
      ),
    },
  }
}

function withSmallKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one]))
}
