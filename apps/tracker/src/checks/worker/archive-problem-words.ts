import { type ArchiveProblemCode, quoteName } from '@sevenstep/package-archives'
import type { ReadingTrouble } from './messages.ts'

/** A problem of an archive as the packages tell it, in English. */
interface ToldProblem {
  readonly code: string
  readonly what: string
  readonly why: string
  readonly fix: string
  readonly archive: string
  readonly path?: string
}

/** What is wrong with an archive, in both languages; the Dutch sentence leaves figures and offsets out. */
export function problemInWords(problem: ToldProblem): Omit<ReadingTrouble, 'path'> {
  const { what, why, fix } = problem
  const dutch = Object.hasOwn(dutchWords, problem.code) ? dutchWords[problem.code] : undefined
  const [dutchWhat, dutchWhy, dutchFix] = dutch ?? ['{archive} kon niet helemaal worden gelezen', unread, again]
  const nl = dutchWhat
    .replace('{archive}', quoteName(problem.archive))
    .replace('{path}', quoteName(problem.path ?? ''))
    .concat('.')
  return { what: { en: what, nl }, why: { en: why, nl: dutchWhy }, fix: { en: fix, nl: dutchFix } }
}

/** Why a name may not be used, in Dutch; for names of files that were handed in without an archive. */
export function dutchReasonOf(code: ArchiveProblemCode): string {
  return dutchWords[code]?.[1] ?? unread
}

type Words = readonly [what: string, why: string, fix: string]

const unread = 'Wat niet gelezen is, is niet gecontroleerd.'
const again = 'Maak de zip opnieuw van de oorspronkelijke bestanden, met een actueel zip-programma.'
const rename = 'Geef het bestand een andere naam en maak de zip opnieuw.'
const within = 'Zip de map van binnenuit, zodat namen daaraan relatief zijn.'
const copy = 'Kopieer het bestand opnieuw van waar het vandaan kwam, of maak de zip opnieuw.'
const leaveOut = 'Laat het bestand uit het pakket weg, of maak het kleiner.'

const dutchWords: Readonly<Record<string, Words>> = {
  'not-a-zip': [
    '{archive} is geen zip-archief',
    'Alleen zip-archieven kunnen hier worden geopend; een bestandsnaam maakt van een bestand geen zip.',
    'Lever de zip zelf aan, en controleer of het downloaden het bestand gaf en niet een pagina erover.',
  ],
  truncated: [
    '{archive} begint als een zip-archief, maar het einde ontbreekt',
    'De lijst van bestanden staat aan het einde van een zip; zonder die lijst valt er niets betrouwbaar te lezen.',
    'Kopieer of upload het bestand opnieuw en vergelijk de grootte met het origineel.',
  ],
  'ambiguous-archive': [
    '{archive} is als meer dan één zip-archief te lezen',
    'Andere programma’s zouden er andere bestanden in zien, dus een controle van het ene zegt niets over het andere.',
    again,
  ],
  'directory-broken': [
    'De lijst van bestanden in {archive} is beschadigd',
    'Zonder gave lijst staat niet vast welke bestanden het archief bevat.',
    again,
  ],
  'multi-disk': [
    '{archive} is één deel van een zip die over meer bestanden is verdeeld',
    'De andere delen zijn nodig om hem te lezen.',
    'Maak één zip, zonder hem in delen te splitsen.',
  ],
  'too-many-entries': [
    '{archive} bevat meer bestanden dan er geopend mogen worden',
    'Het aantal bestanden is begrensd over een archief en alle archieven daarin, zodat geen upload de machine uitput.',
    'Laat weg wat niet in het pakket hoort, zoals node_modules.',
  ],
  'too-deep': [
    '{archive} zit te diep in andere archieven',
    'Archieven in archieven worden tot een beperkte diepte geopend, omdat elk niveau het werk kan vermenigvuldigen.',
    'Haal de overbodige niveaus weg.',
  ],
  'name-traversal': [
    'Het bestand {path} in {archive} klimt met “..” uit het archief',
    'Uitgepakt zou het elders bestanden kunnen overschrijven; dat is een bekende aanval.',
    `${within} Hebt u deze zip niet zelf gemaakt, pak hem dan niet uit.`,
  ],
  'name-absolute': [
    'Het bestand {path} in {archive} heeft een absolute naam',
    'Uitgepakt zou het overal terecht kunnen komen.',
    within,
  ],
  'name-control-character': [
    'De naam {path} in {archive} bevat een stuurteken of een teken dat de leesrichting omdraait',
    'Zulke tekens laten een naam er anders uitzien dan hij is.',
    rename,
  ],
  'name-too-long': [
    'De naam {path} in {archive} is te lang',
    'Namen van deze lengte kunnen op de meeste systemen niet worden uitgepakt.',
    'Maak de namen van mappen en bestanden korter en maak de zip opnieuw.',
  ],
  'name-empty': ['Een bestand in {archive} heeft geen naam', 'Zonder naam kan het niet worden uitgepakt.', again],
  'name-reserved': [
    'Het bestand {path} in {archive} gebruikt de naam “__proto__”',
    'JavaScript-programma’s die bestanden op naam bewaren, kunnen ermee worden overgenomen.',
    rename,
  ],
  'symbolic-link': [
    'Het bestand {path} in {archive} is een symbolische koppeling',
    'Een koppeling kan uit het archief wijzen en heeft zelf geen inhoud.',
    'Zip het bestand waar de koppeling naar wijst.',
  ],
  'special-file': [
    '{path} in {archive} is bestand noch map',
    'Apparaten en pijpen hebben geen inhoud en horen niet in een pakket.',
    'Laat het weg en maak de zip opnieuw.',
  ],
  'duplicate-name': [
    '{archive} bevat meer dan één bestand met de naam {path}',
    'Sommige programma’s nemen het eerste en andere het laatste, dus staat niet vast welke inhoud telt.',
    'Maak de zip helemaal opnieuw, zodat elke naam één keer voorkomt.',
  ],
  'overlapping-entries': [
    'De gegevens van {path} in {archive} overlappen andere',
    'Gave archieven delen nooit bytes tussen bestanden; zipbommen wel.',
    again,
  ],
  'entry-header-missing': [
    '{archive} noemt {path}, maar waar dat zou beginnen staat niets',
    'Het bestand is in het archief niet te vinden.',
    copy,
  ],
  'header-mismatch': [
    'De lijst in {archive} en het bestand {path} zelf spreken elkaar tegen',
    'Programma’s die de lijst lezen en programma’s die de bestanden lezen, zouden iets anders zien.',
    again,
  ],
  encrypted: [
    'Het bestand {path} in {archive} is versleuteld',
    'Zonder wachtwoord kan het niet worden gelezen.',
    'Maak de zip zonder wachtwoord.',
  ],
  'unsupported-method': [
    'Het bestand {path} in {archive} is ingepakt op een manier die niet wordt ondersteund',
    'Overal worden alleen opgeslagen en met Deflate ingepakte bestanden gelezen.',
    'Maak de zip met de methode “Deflate”.',
  ],
  'entry-too-large': [
    'Het bestand {path} in {archive} is te groot om te openen',
    'De grootte van één bestand is begrensd, zodat geen upload het geheugen uitput.',
    leaveOut,
  ],
  'ratio-too-high': [
    'Het bestand {path} in {archive} zou bij het uitpakken buiten verhouding groeien',
    'Echte bestanden krimpen niet zo sterk; archieven die een machine moeten uitputten wel.',
    'Laat het bestand weg. Hebt u deze zip niet zelf gemaakt, pak hem dan niet uit.',
  ],
  'budget-spent': [
    'Het bestand {path} in {archive} is niet gelezen, omdat er al te veel was uitgepakt',
    'Alle archieven delen één grens, zodat nesten die niet vermenigvuldigt.',
    'Maak het pakket kleiner.',
  ],
  'size-mismatch': [
    'Het bestand {path} in {archive} heeft niet de grootte die het opgeeft',
    'Het archief is beschadigd, of gemaakt om controles te misleiden.',
    again,
  ],
  'checksum-mismatch': [
    'De inhoud van {path} in {archive} klopt niet met de controlesom',
    'De inhoud is veranderd of beschadigd nadat de zip gemaakt was.',
    copy,
  ],
  'data-broken': [
    'De ingepakte gegevens van {path} in {archive} zijn beschadigd',
    'De inhoud is niet te herstellen.',
    copy,
  ],
  'folder-with-content': [
    '{path} in {archive} heet als een map maar heeft inhoud',
    'Programma’s zijn het er niet over eens of het een map of een bestand is, dus kan er iets in schuilen.',
    again,
  ],
  'customizations-broken': [
    '{path} in {archive} is geen welgevormde XML',
    'Het zegt welke bestanden bij welke connector horen.',
    'Exporteer de oplossing opnieuw in plaats van haar met de hand te bewerken.',
  ],
  'part-missing': [
    '{path}, dat customizations.xml noemt, ontbreekt in {archive}',
    'De oplossing kan zonder dat bestand niet worden geïmporteerd.',
    'Exporteer de oplossing opnieuw.',
  ],
}
