import type { frameEn } from './frame.en.ts'

/** Woorden rond elke pagina, en van de pagina’s voor aanmelden en weigeringen. */
export const frameNl = (): ReturnType<typeof frameEn> => ({
  navigation: {
    portfolio: 'Portfolio',
    reviews: 'Beoordelingen',
    waivers: 'Vrijstellingen',
    submissions: 'Inzendingen',
    audit: 'Logboek',
    members: 'Leden',
    checklist: 'Checklist',
    goals: 'Doelen',
    checks: 'Bestandscontrole',
    account: 'Uw account',
    isv: 'Uw organisatie',
  },
  roles: {
    'partner-manager': 'Partnermanager',
    reviewer: 'Beoordelaar',
    auditor: 'Auditor',
    admin: 'Beheerder',
    'read-only': 'Lezer',
    'isv-admin': 'ISV-beheerder',
    'isv-member': 'ISV-lid',
    'isv-read-only': 'ISV-lezer',
  },
  noRole: 'Nog geen rol',
  signIn: {
    title: 'Aanmelden',
    headline: 'Elke stap aangetoond, niet afgevinkt',
    sub: 'Sevenstep leidt uw product door de zeven stappen van integratie met Power Automate.',
    entra: 'Aanmelden met Microsoft',
    demo: 'Kies een demo-account',
    demoNote: 'Dit is de offline demo: er verlaat niets deze computer en u hebt geen Microsoft-account nodig.',
    privacy: 'We bewaren uw naam en accountnaam, en niets uit uw mailbox of bestanden.',
  },
  refused: {
    title: 'Aanmelden geweigerd',
    nothingLost: 'Er is niets gewijzigd en er is niets van u verloren gegaan.',
    again: 'Opnieuw aanmelden',
  },
  failure: {
    why: 'Waarom',
    fix: 'Wat u kunt doen',
    home: 'Naar de voorpagina',
    signIn: 'Aanmelden',
    current: 'Zoals het nu is',
    shown: { name: 'Naam', state: 'Status', reason: 'Reden', note: 'Opmerking', body: 'Tekst', updatedAt: 'Gewijzigd' },
    fields: 'Wat er verbeterd moet worden',
  },
})
