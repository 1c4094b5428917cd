import type { FlowPackage } from '@sevenstep/flow-templates'
import type { ReadingTrouble } from '../messages.ts'

/** Says of a package without a flow what is in it instead, and what to hand in. */
export function noFlow({
  path,
  reading,
}: {
  readonly path: string
  readonly reading: { readonly package?: FlowPackage }
}): ReadingTrouble {
  const held = reading.package === undefined ? nothing : contentsOf(reading.package)
  const isSolution = reading.package?.kind === 'solution'
  return {
    path,
    what: {
      en: `There is no flow in ${path}.${held.en}`,
      nl: `Er zit geen stroom in ${path}.${held.nl}`,
    },
    why: {
      en: 'Only flows and connectors of a package are checked; without either it proves nothing of any step.',
      nl: 'Van een pakket worden alleen stromen en connectors gecontroleerd; zonder een van beide bewijst het voor geen stap iets.',
    },
    fix: isSolution
      ? {
          en: 'Add the cloud flow or the custom connector to the solution in Power Automate (Solutions → your solution → Add existing), export the solution again, and hand in that zip.',
          nl: 'Voeg in Power Automate de cloudstroom of de aangepaste connector aan de oplossing toe (Oplossingen → uw oplossing → Bestaande toevoegen), exporteer de oplossing opnieuw en lever die zip aan.',
        }
      : {
          en: 'Export the flow itself (My flows → the flow → Export → Package), and hand in that zip.',
          nl: 'Exporteer de stroom zelf (Mijn stromen → de stroom → Exporteren → Pakket) en lever die zip aan.',
        },
  }
}

const nothing = { en: '', nl: '' }
const mostKinds = 4

/** What a package holds instead, by the files in it. */
function contentsOf({ files }: FlowPackage): { readonly en: string; readonly nl: string } {
  const counts = new Map<string, number>()
  for (const { path, isFolder } of files) {
    const kind = isFolder ? undefined : kinds.find(([pattern]) => pattern.test(path))
    if (kind !== undefined) counts.set(kind[1], (counts.get(kind[1]) ?? 0) + 1)
  }
  if (counts.size === 0) return nothing
  const listed = (at: 1 | 2, locale: string): string =>
    new Intl.ListFormat(locale).format(
      kinds
        .filter(([, name]) => counts.has(name))
        .slice(0, mostKinds)
        .map((kind) => kind[at]),
    )
  return { en: ` It holds ${listed(1, 'en-GB')}.`, nl: ` Er zit wel in: ${listed(2, 'nl-NL')}.` }
}

/** What the folders of solutions and exports hold. */
const kinds: readonly (readonly [pattern: RegExp, english: string, dutch: string])[] = [
  [/\.msapp$/i, 'a canvas app', 'een canvas-app'],
  [/^environmentvariabledefinitions\//i, 'environment variables', 'omgevingsvariabelen'],
  [/^controls\//i, 'code components', 'codeonderdelen'],
  [/^botcomponents\/|^bots\//i, 'a copilot', 'een copilot'],
  [/^appmodules?\//i, 'a model-driven app', 'een modelgestuurde app'],
  [/^webresources\//i, 'web resources', 'webresources'],
  [/^pluginassemblies\//i, 'plug-ins', 'invoegtoepassingen'],
  [/^formulas\/|^entities\//i, 'tables', 'tabellen'],
]
