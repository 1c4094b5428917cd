import type { Text } from '@sevenstep/onboarding'

/** What the person is told about one kind of failure. */
export interface FailureWords {
  readonly what: Text
  readonly why: Text
  readonly fix: Text
}

const notSignedIn: Text = { en: 'You are not signed in.', nl: 'U bent niet aangemeld.' }
const startAgain: Text = { en: 'Start signing in again.', nl: 'Begin opnieuw met aanmelden.' }
const tellAdministrator: Text = {
  en: 'Try again. If it stays, tell your administrator and quote the reference.',
  nl: 'Probeer het opnieuw. Blijft het misgaan, meld het dan uw beheerder en noem de referentie.',
}

function notBelieved(why: Text): FailureWords {
  return {
    what: {
      en: 'The sign-in was refused because its proof did not hold.',
      nl: 'De aanmelding is geweigerd, want het bewijs klopte niet.',
    },
    why,
    fix: tellAdministrator,
  }
}

/** Every way in which signing in fails, with what the person is told; the list is closed. */
export const failureWords = {
  'attempt-missing': {
    what: notSignedIn,
    why: {
      en: 'We do not know this sign-in: it was finished before, or it began in another browser.',
      nl: 'Wij kennen deze aanmelding niet: ze is al afgerond, of begon in een andere browser.',
    },
    fix: startAgain,
  },
  'attempt-expired': {
    what: notSignedIn,
    why: { en: 'Signing in took too long.', nl: 'Het aanmelden duurde te lang.' },
    fix: startAgain,
  },
  'answer-malformed': {
    what: notSignedIn,
    why: {
      en: 'The identity provider sent an answer with parts missing or given twice.',
      nl: 'De identiteitsprovider stuurde een antwoord waarin iets ontbreekt of dubbel staat.',
    },
    fix: startAgain,
  },
  'state-mismatch': {
    what: notSignedIn,
    why: {
      en: 'The answer does not belong to the sign-in that began in this browser.',
      nl: 'Het antwoord hoort niet bij de aanmelding die in deze browser begon.',
    },
    fix: {
      en: 'Start signing in again, from our own page and not from a link somebody sent you.',
      nl: 'Begin opnieuw met aanmelden, vanaf onze eigen pagina en niet via een link die iemand u stuurde.',
    },
  },
  denied: {
    what: notSignedIn,
    why: {
      en: 'Signing in was cancelled, or your organisation did not allow it.',
      nl: 'Het aanmelden is geannuleerd, of uw organisatie stond het niet toe.',
    },
    fix: {
      en: 'Sign in again, or ask your administrator to allow this application.',
      nl: 'Meld u opnieuw aan, of vraag uw beheerder om deze toepassing toe te staan.',
    },
  },
  'provider-refused': {
    what: notSignedIn,
    why: { en: 'The identity provider refused the request.', nl: 'De identiteitsprovider weigerde het verzoek.' },
    fix: tellAdministrator,
  },
  'provider-unreachable': {
    what: notSignedIn,
    why: {
      en: 'The identity provider does not answer. Nothing of yours was lost.',
      nl: 'De identiteitsprovider antwoordt niet. Er is niets van u verloren gegaan.',
    },
    fix: { en: 'Wait a few minutes and sign in again.', nl: 'Wacht enkele minuten en meld u opnieuw aan.' },
  },
  'code-rejected': {
    what: notSignedIn,
    why: {
      en: 'The one-time code of this sign-in was used before or has expired.',
      nl: 'De eenmalige code van deze aanmelding is al gebruikt of verlopen.',
    },
    fix: startAgain,
  },
  'client-rejected': {
    what: notSignedIn,
    why: {
      en: 'The identity provider does not accept this application: its secret or certificate is wrong or has expired.',
      nl: 'De identiteitsprovider accepteert deze toepassing niet: het geheim of certificaat is onjuist of verlopen.',
    },
    fix: {
      en: 'Ask your administrator to renew the secret of the app registration.',
      nl: 'Vraag uw beheerder om het geheim van de app-registratie te vernieuwen.',
    },
  },
  signature: notBelieved({
    en: 'The token was not signed by the identity provider.',
    nl: 'Het token is niet ondertekend door de identiteitsprovider.',
  }),
  issuer: notBelieved({
    en: 'The token comes from another issuer than the one we asked.',
    nl: 'Het token komt van een andere uitgever dan die wij vroegen.',
  }),
  audience: notBelieved({
    en: 'The token was made for another application.',
    nl: 'Het token is voor een andere toepassing gemaakt.',
  }),
  expired: notBelieved({
    en: 'The token is not valid at this time. A clock may be wrong.',
    nl: 'Het token is op dit moment niet geldig. Mogelijk loopt een klok verkeerd.',
  }),
  'nonce-mismatch': notBelieved({
    en: 'The token was made for another sign-in than this one.',
    nl: 'Het token is voor een andere aanmelding gemaakt dan deze.',
  }),
  'claims-missing': notBelieved({
    en: 'The token does not say who you are.',
    nl: 'Het token zegt niet wie u bent.',
  }),
  'tenant-not-allowed': {
    what: { en: 'Your organisation has no access here.', nl: 'Uw organisatie heeft hier geen toegang.' },
    why: {
      en: 'The account belongs to an organisation that is not on the list of this tracker.',
      nl: 'Het account hoort bij een organisatie die niet op de lijst van deze tracker staat.',
    },
    fix: {
      en: 'Sign in with another account, or ask your partner manager to have your organisation added.',
      nl: 'Meld u aan met een ander account, of vraag uw partnermanager om uw organisatie te laten toevoegen.',
    },
  },
} as const satisfies Record<string, FailureWords>

/** The code of a failure to sign in. */
export type SignInFailureCode = keyof typeof failureWords
