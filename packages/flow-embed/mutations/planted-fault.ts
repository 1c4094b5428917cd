import type { HostFacts } from '../src/checks/index.ts'

/** One kind of fault, planted into the faultless page by replacing one text with another. */
export interface PlantedFault {
  readonly name: string
  /** Where the kind comes from: a reason pages fail in practice or reviews refuse them, or a slip that is possible. */
  readonly from: 'known failure' | 'possible slip'
  readonly rule: string
  readonly file: 'index.html' | 'app.js'
  readonly replace: string
  readonly by: string
  /** The text that the finding has to begin at; the whole file when empty. */
  readonly at: string
  /** Further rules that have to speak of the same fault. */
  readonly also?: readonly string[]
  readonly facts?: HostFacts
}

/** A fault planted into the page. */
export const page = (
  from: PlantedFault['from'],
  rule: string,
  name: string,
  replace: string,
  by: string,
  at: string,
  also?: readonly string[],
) =>
  ({
    name,
    from,
    rule,
    file: 'index.html',
    replace,
    by,
    at,
    ...(also !== undefined && { also }),
  }) satisfies PlantedFault
/** A fault planted into its script. */
export const script = (
  from: PlantedFault['from'],
  rule: string,
  name: string,
  replace: string,
  by: string,
  at: string,
  also?: readonly string[],
) => ({ name, from, rule, file: 'app.js', replace, by, at, ...(also !== undefined && { also }) }) satisfies PlantedFault

/** The faultless page's listener for tokens. */
export const tokenListener = `widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  getToken().then(
    (token) => done(null, { token }),
    (error) => done({ code: error.name, message: 'Nobody is signed in.' }),
  )
})`
