import { z } from 'zod'

/** Where a secret is found: a variable of the environment, or a file. The secret itself never stands in a description. */
export const secretReferenceSchema = z
  .union(
    [
      z.strictObject({
        env: z.string().min(1).describe('Name of the variable of the environment that holds the secret.'),
      }),
      z.strictObject({
        file: z.string().min(1).describe('Path of a file that holds the secret, relative to the description.'),
      }),
    ],
    {
      error:
        'A secret is given by reference: { env: NAME } or { file: path }. It never stands in the description itself.',
    },
  )
  .meta({ id: 'SecretReference', description: 'Where a secret is found; the secret itself never stands in the file.' })

/** One reference to a secret. */
export type SecretReference = z.output<typeof secretReferenceSchema>

/** A value that may be given by reference. */
export const valueSchema = z
  .union([z.string(), z.number(), z.boolean(), secretReferenceSchema], {
    error: 'A value is text, a number, true or false, or a reference: { env: NAME } or { file: path }.',
  })
  .meta({ id: 'Value', description: 'Text, a number, true or false, or a reference to where the value is found.' })

/** A value as it stands in a description. */
export type DescribedValue = z.output<typeof valueSchema>

/** Whether a value stands elsewhere. */
export function isReference(value: DescribedValue | undefined): value is SecretReference {
  return typeof value === 'object' && value !== null
}

/** A reference in words that may be shown: never what it leads to. */
export function printReference(reference: SecretReference): string {
  return 'env' in reference ? `(from the environment: ${reference.env})` : `(from the file ${reference.file})`
}
