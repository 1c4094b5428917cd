import type { Text } from '@sevenstep/onboarding'

/** Every way in which the tracker refuses; the list is closed, so that pages and clients can rely on it. */
export const failureStatus = {
  'not-signed-in': 401,
  'not-found': 404,
  'not-allowed': 403,
  'method-not-allowed': 405,
  'invalid-input': 422,
  'version-required': 428,
  'version-conflict': 412,
  'state-conflict': 409,
  'four-eyes': 409,
  'lease-held': 409,
  'key-reused': 422,
  'key-in-flight': 409,
  'too-large': 413,
  'unreadable-upload': 422,
  'secret-found': 422,
  'wrong-media-type': 415,
  'too-many-requests': 429,
  'not-ready': 503,
  internal: 500,
} as const

/** The code of a refusal. */
export type FailureCode = keyof typeof failureStatus

/** One field of a form that was refused. */
export interface FieldProblem {
  readonly field: string
  readonly message: Text
}

/** A refusal with what happened, why, and what to do, in every language; HTTP answers are made from it. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: FailureCode
  readonly what: Text
  readonly why: Text
  readonly fix: Text
  readonly fields: readonly FieldProblem[]
  /** What the present state is, where the refusal comes from somebody else's change. */
  readonly current: Readonly<Record<string, unknown>> | undefined

  constructor(
    code: FailureCode,
    words: { readonly what: Text; readonly why: Text; readonly fix: Text },
    more: { readonly fields?: readonly FieldProblem[]; readonly current?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(`${code}: ${words.what.en}`)
    this.code = code
    this.what = words.what
    this.why = words.why
    this.fix = words.fix
    this.fields = more.fields ?? []
    this.current = more.current
  }

  /** The HTTP status that says the same. */
  get status(): (typeof failureStatus)[FailureCode] {
    return failureStatus[this.code]
  }
}

/** What is missing and what belongs to somebody else answer alike, so that nobody learns what exists. */
export function notFound(): Failure {
  return new Failure('not-found', {
    what: { en: 'This page does not exist.', nl: 'Deze pagina bestaat niet.' },
    why: {
      en: 'The address is wrong, or it belongs to something you have no access to.',
      nl: 'Het adres klopt niet, of het hoort bij iets waartoe u geen toegang hebt.',
    },
    fix: {
      en: 'Go back, or ask your administrator for access.',
      nl: 'Ga terug, of vraag uw beheerder om toegang.',
    },
  })
}

/** The principal is known, sees the place, and may not do this. */
export function notAllowed(): Failure {
  return new Failure('not-allowed', {
    what: { en: 'You may not do this.', nl: 'U mag dit niet doen.' },
    why: { en: 'Your role does not include it.', nl: 'Het hoort niet bij uw rol.' },
    fix: {
      en: 'Ask somebody with the right role, or ask your administrator for it.',
      nl: 'Vraag het iemand met de juiste rol, of vraag uw beheerder om die rol.',
    },
  })
}

/** Somebody else changed the same thing first. */
export function versionConflict(current: Readonly<Record<string, unknown>>): Failure {
  return new Failure(
    'version-conflict',
    {
      what: { en: 'Somebody changed this before you.', nl: 'Iemand heeft dit vóór u gewijzigd.' },
      why: {
        en: 'Your change was made on an older version, so nothing was saved.',
        nl: 'Uw wijziging gaat uit van een oudere versie, dus er is niets opgeslagen.',
      },
      fix: {
        en: 'Compare both versions below and save again.',
        nl: 'Vergelijk beide versies hieronder en sla opnieuw op.',
      },
    },
    { current },
  )
}

/** The thing is in a state in which this cannot be done. */
export function stateConflict(what: Text, fix: Text): Failure {
  return new Failure('state-conflict', {
    what,
    why: {
      en: 'It has moved on since you opened the page, or it was never open for this.',
      nl: 'Het is veranderd sinds u de pagina opende, of het stond hier nooit voor open.',
    },
    fix,
  })
}
