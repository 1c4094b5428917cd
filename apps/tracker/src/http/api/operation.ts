import type { Context } from 'hono'
import type { Place, Principal } from '../../domain/principal.ts'
import type { Action } from '../../domain/roles.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import type { JsonSchema } from './json-schema.ts'

/** What a request to the API carries, beside what every request does. */
export interface ApiEnvironment {
  Variables: HttpEnvironment['Variables'] & {
    /** The token's owner or the person at the browser; the routes of the API are reached by nobody else. */
    principal: Principal
  }
}

/** A request to the API. */
export type ApiContext = Context<ApiEnvironment>

/** The parts of the API, in the order of its reference. */
export const tags = [
  'Portfolio',
  'ISVs',
  'Products',
  'Goals',
  'Items',
  'Evidence',
  'Comments',
  'Checks',
  'Reviews',
  'Waivers',
  'Disputes',
  'Submissions',
  'Members',
  'Tokens',
  'Record',
] as const
/** One of {@link tags}. */
export type Tag = (typeof tags)[number]

/**
 * How the place is found in which an operation works.
 *
 * - `home`: the programme that the principal works for, else their ISV
 * - `programme`: the programme that the principal works for
 * - `programme-of-product`: the programme of the product in the address
 * - the others: the ISV to which what the address names belongs
 */
export type PlaceKind =
  | 'home'
  | 'programme'
  | 'isv'
  | 'product'
  | 'programme-of-product'
  | 'review'
  | 'waiver'
  | 'dispute'
  | 'submission'
  | 'wait'

/** One operation of the API: everything that its route does and that its document says. */
export interface Operation {
  /** Unique; also the name of the method in generated clients. */
  readonly id: string
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below `/api/v1`, with parameters in braces. */
  readonly path: string
  readonly tag: Tag
  readonly summary: string
  readonly place: PlaceKind
  /** Any one of these is enough. */
  readonly allowed: readonly [Action, ...Action[]]
  /** The verb that is carried out; absent for reads. */
  readonly verb?: string
  /** What is sent in JSON, where anything is. */
  readonly body?: JsonSchema
  /** Fields of a form with files, where files are sent. */
  readonly form?: JsonSchema
  readonly query?: JsonSchema
  /** Whether `If-Match` has to name the version that the change was made on. */
  readonly versioned: boolean
  /** Whether the answer has an `ETag`. */
  readonly hasTag: boolean
  /** Whether the answer is one page of several. */
  readonly paged: boolean
  readonly answer: {
    readonly status: 200 | 201 | 202
    /** A schema of the document, or a media type of a file. */
    readonly schema?: JsonSchema
    readonly file?: string
  }
  readonly handle: (services: HttpServices, context: ApiContext) => Promise<Response>
}

/** What the handling of every operation begins with. */
export interface Entered {
  readonly principal: Principal
  readonly place: Place
  /** The parameters of the address. */
  readonly params: Readonly<Record<string, string>>
}

/** The names of the parameters of a path. */
export function parametersOf(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}
