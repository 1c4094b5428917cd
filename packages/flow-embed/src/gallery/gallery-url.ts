import { hostOrigin } from '../hosts.ts'

/** What a gallery of templates in an iframe shows. It needs neither script nor sign-in. */
export interface GalleryOptions {
  /** Origin of the widgets, for example `widgetHosts.current`. */
  readonly host: string
  /** As the widgets write it: small letters with a hyphen, for example `nl-nl`. */
  readonly locale: string
  /** Words that templates are searched by. */
  readonly search?: string
  /** A category of the gallery; edition `current` only. */
  readonly category?: string
  /** Templates on a page. */
  readonly pageSize?: number
  /** What a click opens: the template's page, or the designer at once. */
  readonly destination?: 'details' | 'new'
  /** Values for parameters that the templates declare. */
  readonly parameters?: Readonly<Record<string, string>>
}

/**
 * The address of an iframe with a gallery of templates, for everybody, signed in or not.
 *
 * @throws RangeError for a host, locale, page size or parameter name that the gallery cannot take
 */
export function galleryUrl(options: GalleryOptions): string {
  const { host, locale, search, category, pageSize, destination, parameters = {} } = options
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})+$/.test(locale)) {
    throw new RangeError(`"${locale}" is no locale of the widgets: write it like en-us or nl-nl, in small letters.`)
  }
  if (pageSize !== undefined && !(Number.isInteger(pageSize) && pageSize > 0)) {
    throw new RangeError(`A page of the gallery holds a whole number of templates, not ${pageSize}.`)
  }
  const query = new URLSearchParams()
  const given = { q: search, category, pagesize: pageSize, destination }
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, String(value))
  for (const [name, value] of Object.entries(parameters)) {
    if (!/^[\w-]+$/.test(name))
      throw new RangeError(`"${name}" is no name of a parameter: use letters, digits, - and _.`)
    query.set(`parameters.${name}`, value)
  }
  const text = query.toString()
  return `${hostOrigin(host)}/${locale}/widgets/templates/${text === '' ? '' : `?${text}`}`
}
