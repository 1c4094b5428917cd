import { fileNames } from '@sevenstep/connector-schema'
import type { Text } from '@sevenstep/onboarding'
import type { ReadingTrouble } from './messages.ts'
import type { Upload } from './upload.ts'

/** The names a connector's files have, for a sentence. */
const connectorNames = Object.values(fileNames).join(', ')

/** What else is told by its content, for a sentence. */
const otherKinds: Text = {
  en: 'Known besides are app manifests, pages and scripts that show widgets of Power Automate, exported flows and solutions, flows by themselves, reports of “sevenstep deploy”, lists of licences as JSON or CSV, and folders with offer.json or offer.yaml.',
  nl: 'Verder kennen we app-manifesten, pagina’s en scripts die widgets van Power Automate tonen, geëxporteerde stromen en oplossingen, losse stromen, rapporten van “sevenstep deploy”, lijsten van licenties als JSON of CSV, en mappen met offer.json of offer.yaml.',
}

/** Why nothing of an upload could be judged. */
export function nothingKnown({ files, isAlone }: Upload): ReadingTrouble {
  const [first] = files
  if (isAlone && files.length === 1 && first !== undefined) return unknownFile(first.path)
  const folders = new Set(files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')))
  const [folder = ''] = folders
  const path = folders.size === 1 ? folder : ''
  return {
    path,
    what: {
      en: 'There is no connector in these files, and nothing else that is checked here.',
      nl: 'In deze bestanden zit geen connector, en ook niets anders dat hier wordt gecontroleerd.',
    },
    why: {
      en: `A connector is a folder with ${fileNames.definition} and ${fileNames.properties}; neither was found here or further down. ${otherKinds.en}`,
      nl: `Een connector is een map met ${fileNames.definition} en ${fileNames.properties}; geen van beide is hier of dieper gevonden. ${otherKinds.nl}`,
    },
    fix: {
      en: 'Give one of these: the folder it is in, a zip of it, or the file itself.',
      nl: 'Lever een daarvan aan: de map waar het in staat, een zip daarvan, of het bestand zelf.',
    },
  }
}

function unknownFile(path: string): ReadingTrouble {
  return {
    path,
    what: {
      en: 'This is neither a connector’s file nor a zip, and nothing else that is checked here.',
      nl: 'Dit is geen bestand van een connector en geen zip, en ook niets anders dat hier wordt gecontroleerd.',
    },
    why: {
      en: `Of connectors, ${connectorNames}, zips, and JSON that looks like a definition or properties are known. ${otherKinds.en}`,
      nl: `Van connectors kennen we ${connectorNames}, zips, en JSON die op een definitie of eigenschappen lijkt. ${otherKinds.nl}`,
    },
    fix: {
      en: 'Give one of these, or the folder they are in.',
      nl: 'Lever een daarvan aan, of de map waar ze in staan.',
    },
  }
}
