import type { Words } from '../directory.ts'

/** The languages of the pages. */
export type Language = 'en' | 'nl'

/** Says a text in the page's language. */
export function say(words: Words, language: Language): string {
  return words[language]
}

/** What the pages say. */
export const texts = {
  banner: { en: 'Offline demo, not Microsoft', nl: 'Offline demo, niet van Microsoft' },
  bannerDetail: {
    en: 'No password needed. Nothing is sent to Microsoft.',
    nl: 'U hebt geen wachtwoord nodig. Er gaat niets naar Microsoft.',
  },
  made: { en: 'Sevenstep cloud emulator', nl: 'Cloudemulator van Sevenstep' },
  pickTitle: { en: 'Who do you want to be?', nl: 'Wie wilt u zijn?' },
  pickLead: { en: 'Choose an account to open', nl: 'Kies een account om verder te gaan naar' },
  last: { en: 'Last used', nl: 'Laatst gebruikt' },
  cancel: { en: 'Cancel and go back', nl: 'Annuleren en teruggaan' },
  nobodyTitle: { en: 'No account may open this', nl: 'Geen account heeft hier toegang' },
  nobodyLead: {
    en: 'No demo account belongs to this tenant, so nobody can sign in to',
    nl: 'Bij deze tenant hoort geen demo-account. Daarom kan niemand zich aanmelden bij',
  },
  continueTitle: { en: 'You are signed in', nl: 'U bent aangemeld' },
  notContinueTitle: { en: 'You are not signed in', nl: 'U bent niet aangemeld' },
  continueLead: { en: 'Go on to finish.', nl: 'Ga verder om af te ronden.' },
  continueButton: { en: 'Continue', nl: 'Doorgaan' },
  refusedTitle: { en: 'This sign-in request was refused', nl: 'Dit aanmeldverzoek is geweigerd' },
  refusedLead: {
    en: 'The application sent a request that the identity platform does not accept. Nobody was signed in.',
    nl: 'De toepassing stuurde een verzoek dat het identiteitsplatform niet accepteert. Er is niemand aangemeld.',
  },
  refusedFix: {
    en: 'Go back and try again. If it stays, give the details below to the people who run the application.',
    nl: 'Ga terug en probeer het opnieuw. Blijft het misgaan, geef dan de gegevens hieronder door aan de beheerder van de toepassing.',
  },
  reason: { en: 'Reason', nl: 'Reden' },
  errorCode: { en: 'Error', nl: 'Fout' },
  correlation: { en: 'Correlation ID', nl: 'Correlatie-id' },
  time: { en: 'Time', nl: 'Tijdstip' },
  signedOutTitle: { en: 'You are signed out', nl: 'U bent afgemeld' },
  signedOutLead: { en: 'You can close this window.', nl: 'U kunt dit venster sluiten.' },
  unknownTarget: {
    en: 'The application asked to go on to an address that is not registered, so we stay here:',
    nl: 'De toepassing wilde doorgaan naar een adres dat niet is geregistreerd. Daarom blijft u hier:',
  },
  otherLanguage: { en: 'Nederlands', nl: 'English' },
  consentTitle: { en: 'Give access?', nl: 'Toegang geven?' },
  consentLead: { en: 'asks to act for', nl: 'vraagt om te handelen namens' },
  consentScopes: { en: 'It asks for', nl: 'Gevraagd wordt' },
  consentAccept: { en: 'Accept', nl: 'Accepteren' },
  consentForAll: { en: 'Accept for the whole organisation', nl: 'Accepteren voor de hele organisatie' },
  consentDecline: { en: 'Decline', nl: 'Weigeren' },
  adminConsentTitle: { en: 'Accept for the whole organisation?', nl: 'Accepteren voor de hele organisatie?' },
  adminConsentLead: { en: 'Choose an administrator to accept for', nl: 'Kies een beheerder om te accepteren voor' },
  deviceTitle: { en: 'Enter the code', nl: 'Voer de code in' },
  deviceLead: {
    en: 'The program or device that asks you to sign in shows it.',
    nl: 'Het programma of apparaat dat u vraagt zich aan te melden, toont de code.',
  },
  deviceCode: { en: 'Code from the device', nl: 'Code van het apparaat' },
  deviceNext: { en: 'Next', nl: 'Volgende' },
  deviceUnknown: {
    en: 'This code is not known or has run out. Check it, or let the program ask for a new one.',
    nl: 'Deze code is onbekend of verlopen. Controleer de code of laat het programma een nieuwe vragen.',
  },
  deviceDone: { en: 'You can go back to the program or device.', nl: 'U kunt terug naar het programma of apparaat.' },
} as const satisfies Record<string, Words>
