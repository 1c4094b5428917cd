import * as z from 'zod/mini'
import { configurationShape } from '../src/configuration/configuration.ts'

/** The JSON Schema of the configuration file, made from the shape that the command line itself reads it with. */
export function generate(): readonly { readonly path: string; readonly content: string }[] {
  const { $schema, ...rest } = z.toJSONSchema(configurationShape, { target: 'draft-7', io: 'input' })
  const schema = { $schema, title: 'Configuration of sevenstep', ...rest }
  return [
    {
      path: 'packages/cli/schemas/sevenstep.config.schema.json',
      content: `${JSON.stringify(schema, undefined, 2)}\n`,
    },
  ]
}
