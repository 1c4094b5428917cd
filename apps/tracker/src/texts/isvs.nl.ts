import type { Formatting } from './formatting.ts'
import type { isvsEn } from './isvs.en.ts'

/** De woorden van de pagina van een ISV, van het toevoegen en van het toewijzen. */
export const isvsNl = (format: Formatting): ReturnType<typeof isvsEn> => ({
  states: {
    invited: 'Uitgenodigd',
    active: 'Actief',
    paused: 'Gepauzeerd',
    completed: 'Afgerond',
    archived: 'Gearchiveerd',
  },
  headline: (products, open) =>
    products === 0
      ? 'Nog geen product'
      : open === 0
        ? products === 1
          ? 'Het product is gereed'
          : `Alle ${format.number(products)} producten zijn gereed`
        : products === 1
          ? 'Het product is nog onderweg'
          : `${format.number(open)} van ${format.count(products, { one: 'product', other: 'producten' })} nog onderweg`,
  because: {
    invited: 'Nog niemand van deze ISV is begonnen. Nodig de mensen uit en start de ISV daarna.',
    active: 'De producten zijn onderweg en elke klok loopt.',
    paused: (reason) => `${reason} Er loopt geen klok tot de ISV wordt hervat.`,
    completed: 'Elk product is gereed, live of ingetrokken.',
    archived: 'Alles is te lezen en niets verandert meer.',
  },
  products: 'Producten',
  noProducts: { title: 'Producten gaan door de zeven stappen', why: 'Deze ISV heeft er nog geen.' },
  addProduct: 'Product toevoegen',
  people: 'Mensen en uitnodigingen',
  about: 'Over deze ISV',
  fields: {
    name: 'Naam',
    externalId: 'Uw nummer voor de ISV',
    externalIdHint: 'Bij een import wordt de ISV aan dit nummer herkend.',
    owner: 'Partnermanager',
    timeZone: 'Tijdzone',
    timeZoneHint: 'Dagen en termijnen worden hierin berekend, bijvoorbeeld Europe/Amsterdam.',
    state: 'Staat',
    since: 'Toegevoegd',
    reviewOn: 'Opnieuw bekijken op',
    reason: 'Waarom',
  },
  nobody: 'Niemand',
  change: 'Gegevens wijzigen',
  moves: {
    title: 'Staat wijzigen',
    activate: 'Starten',
    pause: 'Pauzeren',
    resume: 'Hervatten',
    complete: 'Afronden',
    reopen: 'Heropenen',
    archive: 'Archiveren',
    restore: 'Terughalen',
  },
  pauseNote: 'Tijdens een pauze staan alle klokken van de producten stil.',
  archiveNote: 'De ISV verdwijnt uit het portfolio en is alleen nog te lezen. Het logboek blijft.',
  moved: (name, state) => `${name} is nu ${state.toLowerCase()}.`,
  saved: 'Opgeslagen.',
  new: {
    title: 'ISV toevoegen',
    headline: 'Welke ISV komt bij het programma?',
    sub: 'Daarna nodigt u de mensen uit en voegt u de producten toe.',
    submit: 'ISV toevoegen',
    done: (name) => `${name} is toegevoegd. Nodig nu de mensen uit.`,
  },
  assign: {
    title: 'Eigenaar toewijzen',
    headline: (count) => `${format.count(count, { one: 'ISV', other: 'ISV’s' })} om uit te kiezen`,
    sub: 'Die van het portfolio zoals het was gefilterd. Eerst ziet u wat er zou veranderen.',
    choose: 'ISV’s',
    owner: 'Nieuwe eigenaar',
    look: 'Bekijken wat er zou veranderen',
    preview: (count) =>
      count === 0
        ? 'Er zou niets veranderen'
        : `${format.count(count, { one: 'ISV zou', other: 'ISV’s zouden' })} een andere eigenaar krijgen`,
    previewSub: 'Er is nog niets gewijzigd.',
    table: { isv: 'ISV', before: 'Eigenaar nu', after: 'Eigenaar straks', outcome: 'Uitkomst' },
    outcomes: { assign: 'Wijzigen', same: 'Ongewijzigd', archived: 'Gearchiveerd, blijft zo' },
    confirm: 'Toewijzen',
    none: 'Kies minstens één ISV.',
    done: (count) => `${format.count(count, { one: 'ISV is', other: 'ISV’s zijn' })} toegewezen.`,
    limited: (most) => `Alleen de eerste ${format.number(most)} worden getoond.`,
  },
})
