/**
 * What a room says of something it read, as plain data, so that another one can judge with it. A room says only what its own
 * reading shows, never what somebody handed in as a fact; and it says the same whatever else is read.
 */
export interface Lesson {
  /** The subject it was read in, as reports show its path. */
  readonly from: string
  /** Of a flow that is a template: names of the parameters it declares. Nothing where not all of it could be read. */
  readonly templates?: readonly LearnedTemplate[]
  /** The flows of a package as far as licences care. */
  readonly flows?: readonly LearnedFlow[]
  /** An app registration, judged as that of a landing page. */
  readonly registration?: LearnedRegistration
  /** The lists of one customer's licences. */
  readonly isCustomer?: true
}

/** A flow that customers begin from. */
export interface LearnedTemplate {
  /** Names of its parameters, without those that the platform fills; nothing where they could not be read. */
  readonly parameters: readonly string[] | undefined
}

/** A flow as a list of flows has it. */
export interface LearnedFlow {
  /** An entry of a list of flows, as licensing reads it from JSON. */
  readonly entry: Readonly<Record<string, unknown>>
  /** `each-user`, everybody makes a copy of it; `unknown`, somebody owns it and the package does not say who. */
  readonly owner: 'each-user' | 'unknown'
}

/** What an offer has to know of an app registration. */
export interface LearnedRegistration {
  /** In lower case; nothing where the file does not say. */
  readonly applicationId: string | undefined
  /** Addresses that people return to after signing in, as they are written. */
  readonly redirects: readonly string[]
  /** Rules that found an error in it, judged as a landing page's. */
  readonly failedRules: readonly string[]
  /** Whether somebody said that it is a landing page's; nothing where nobody said what it is for. */
  readonly isSaidToBe: boolean | undefined
}
