import * as z from 'zod/mini'
import { schemaNotes } from '../src/validation/describe.ts'
import { propertiesSchema } from '../src/validation/properties-schema.ts'
import { settingsSchema } from '../src/validation/settings-schema.ts'
import { changesPage } from './changes-page.ts'
import { definitionSchema } from './definition-schema.ts'
import type { JsonSchema } from './json-schema.ts'

const folder = 'packages/connector-schema/schemas'

/** The JSON Schemas for editors and the page about changes, as files of the repository. */
export function generate(): readonly { readonly path: string; readonly content: string }[] {
  const schemas: readonly (readonly [name: string, schema: JsonSchema])[] = [
    ['apiDefinition', definitionSchema()],
    ['apiProperties', fromZod(propertiesSchema, 'Properties of a Power Platform custom connector')],
    ['settings', fromZod(settingsSchema, 'What the command line remembers about a custom connector')],
  ]
  const files = schemas.map(([name, schema]) => ({
    path: `${folder}/${name}.schema.json`,
    content: `${JSON.stringify(schema, undefined, 2)}\n`,
  }))
  return [...files, changesPage()]
}

function fromZod(schema: z.ZodMiniType, title: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', metadata: schemaNotes })
  return { $schema, title, ...rest }
}
