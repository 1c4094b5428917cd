import type { Context } from 'hono'
import type { HttpEnvironment } from './environment.ts'

/** What a posted form holds: text fields by name, and the key that keeps a double click from having two effects. */
export interface PostedForm {
  readonly fields: Readonly<Record<string, string>>
  /** Every value of a field that was sent more than once, such as a group of checkboxes. */
  readonly all: (name: string) => readonly string[]
  readonly files: (name: string) => readonly File[]
  readonly key: string | undefined
  /** The version the form was made on, or undefined where it has none. */
  readonly version: number | undefined
}

/** Reads a form posted by one of our pages. A field sent twice counts by its last value; files never count as text. */
export async function readForm(context: Context<HttpEnvironment>): Promise<PostedForm> {
  const data = await context.req.formData()
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of data) if (typeof value === 'string') fields[name] = value.replaceAll('\r\n', '\n')
  const version = Number(fields.version)
  return {
    fields,
    all: (name) => data.getAll(name).filter((value) => typeof value === 'string'),
    files: (name) =>
      data.getAll(name).filter((value) => value instanceof File && value.size + value.name.length > 0) as File[],
    key: fields.key,
    version: Number.isSafeInteger(version) && fields.version !== undefined ? version : undefined,
  }
}
