import { type ZodObject, z } from 'zod'
import { parseInput } from '../../verbs/parse-input.ts'
import { inputSchemaOf } from './json-schema.ts'
import type { Operation } from './operation.ts'
import { enter } from './place-of.ts'
import type { Asked } from './read.ts'

/** The route of a file. It is always saved and never shown, whatever it holds. */
export function apiFile<Query extends ZodObject>(
  how: Pick<Operation, 'id' | 'path' | 'tag' | 'summary' | 'place' | 'allowed'> & {
    readonly query: Query
    readonly mediaType: string
    readonly read: (asked: Asked<z.output<Query>>) => Promise<Response>
  },
): Operation {
  const { id, path, tag, summary, place, allowed, query, mediaType, read } = how
  return {
    id,
    method: 'get',
    path,
    tag,
    summary,
    place,
    allowed,
    query: inputSchemaOf(query),
    versioned: false,
    hasTag: false,
    paged: false,
    answer: { status: 200, file: mediaType },
    handle: async (services, context) => {
      const entered = await enter(services, context, place, allowed)
      const asked = parseInput(query, context.req.query()) as z.output<Query>
      return read({ ...entered, services, query: asked })
    },
  }
}

/** For files of which there is one form only. */
export const noChoice = z.strictObject({})
