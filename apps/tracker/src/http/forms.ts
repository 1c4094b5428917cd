import type { Context } from 'hono'
import { Failure } from '../domain/failure.ts'
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

/**
 * Reads a form posted by one of our pages. A field sent twice counts by its last value; files never count as text.
 *
 * @throws Failure `unreadable-upload` for a body that breaks off or is no form: the sender's fault and not ours
 */
export async function readForm(context: Context<HttpEnvironment>): Promise<PostedForm> {
  const data = await context.req.formData().catch((error: unknown) => {
    // The body's own limit is told by the middleware that set it.
    throw error instanceof Error && error.name === 'BodyLimitError' ? error : unreadable()
  })
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of data) if (typeof value === 'string') fields[name] = value.replaceAll('\r\n', '\n')
  const { version } = fields
  return {
    fields,
    all: (name) => data.getAll(name).filter((value) => typeof value === 'string'),
    files: (name) =>
      data.getAll(name).filter((value) => value instanceof File && value.size + value.name.length > 0) as File[],
    key: fields.key === '' ? undefined : fields.key,
    version: version !== undefined && /^\d{1,15}$/.test(version) ? Number(version) : undefined,
  }
}

function unreadable(): Failure {
  return new Failure('unreadable-upload', {
    what: { en: 'What was sent could not be read.', nl: 'Wat is verstuurd, kon niet worden gelezen.' },
    why: {
      en: 'It broke off on the way, or it is no form of this page.',
      nl: 'Het is onderweg afgebroken, of het is geen formulier van deze pagina.',
    },
    fix: { en: 'Send it again from the page.', nl: 'Verstuur het opnieuw vanaf de pagina.' },
  })
}
