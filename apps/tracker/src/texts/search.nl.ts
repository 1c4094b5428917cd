import type { Formatting } from './formatting.ts'
import type { searchEn } from './search.en.ts'

/** Woorden van de zoekpagina. */
export const searchNl = (format: Formatting): ReturnType<typeof searchEn> => ({
  title: 'Zoeken',
  headline: 'Vind een ISV, een product, een punt of een regel',
  found: (count, more, query) =>
    `${more ? 'Meer dan ' : ''}${format.count(count, { one: 'resultaat', other: 'resultaten' })} voor “${query}”`,
  nothing: (query) => `Niets gevonden voor “${query}”`,
  label: 'Wat zoekt u?',
  hint: 'Een naam, het nummer van een punt zoals 2.5, de id van een regel, of een oudere naam zoals Azure AD.',
  submit: 'Zoeken',
  emptyTitle: 'Waarin wordt gezocht',
  emptyWhy:
    'Namen en nummers van ISV’s en producten waartoe u toegang hebt, punten van de zeven stappen in het Engels en Nederlands, en de regels van de bestandscontrole. In reacties en bewijs wordt niet gezocht.',
  renamed: (before, now) => `${before} heet nu ${now}`,
  groups: { isvs: 'ISV’s', products: 'Producten', items: 'Punten', rules: 'Regels' },
  more: 'Er zijn er meer. Voeg een woord toe om gerichter te zoeken.',
  open: 'Openen',
  ofIsv: (name) => `Product van ${name}`,
  externalId: (id) => `Nummer ${id}`,
  noPlaces: 'U hebt tot geen product met dit punt toegang.',
})
