import { hostOrigin, widgetHosts } from '../hosts.ts'
import { isWidgetLocale, widgetLocale } from './widget-locale.ts'

/** What a gallery of templates in an iframe shows. It needs neither script nor sign-in. */
export interface GalleryOptions {
  /** Origin of the widgets, for example `widgetHosts.current`. */
  readonly host: string
  /** One that the gallery has texts for, for example `nl-nl`; `widgetLocale` gives the nearest to a language. */
  readonly locale: string
  /** Words that templates are searched by. */
  readonly search?: string
  /** A category of the gallery; the host of 2018 knows none. */
  readonly category?: string
  /** Templates on a page. */
  readonly pageSize?: number
  /** What a click opens: the template's page, or the designer at once. */
  readonly destination?: 'details' | 'new'
  /** Values for parameters that the templates declare, by the names they declare, for example `sharepoint.site`. */
  readonly parameters?: Readonly<Record<string, string>>
}

/**
 * The address of an iframe with a gallery of templates, for everybody, signed in or not.
 *
 * @throws RangeError for a host, locale, page size, category or parameter name that the gallery cannot take
 */
export function galleryUrl(options: GalleryOptions): string {
  const { host, locale, search, category, pageSize, destination, parameters = {} } = options
  if (!isWidgetLocale(locale)) {
    const near = widgetLocale(locale)
    throw new RangeError(`"${locale}" is no locale of the gallery: write ${near}, or ask widgetLocale for the nearest.`)
  }
  if (pageSize !== undefined && !(Number.isInteger(pageSize) && pageSize > 0)) {
    throw new RangeError(`A page of the gallery holds a whole number of templates, not ${pageSize}.`)
  }
  const origin = hostOrigin(host)
  if (category !== undefined && origin === widgetHosts['2018-02']) {
    throw new RangeError(`The gallery of ${origin} knows no category: leave it out, or take ${widgetHosts.current}.`)
  }
  const query = new URLSearchParams()
  const given = { q: search, category, pagesize: pageSize, destination }
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, String(value))
  for (const [name, value] of Object.entries(parameters)) {
    if (!isParameterName(name)) {
      throw new RangeError(`"${name}" is no name of a parameter: it has to be one that a template can declare.`)
    }
    query.set(`parameters.${name}`, value)
  }
  const text = query.toString()
  return `${origin}/${locale}/widgets/templates/${text === '' ? '' : `?${text}`}`
}

/** What stands between quotes in `@{parameters('…')}`: neither empty, nor with a quote, a control character or edges of space. */
function isParameterName(name: string): boolean {
  return name !== '' && name === name.trim() && !/['\p{Cc}]/u.test(name)
}
