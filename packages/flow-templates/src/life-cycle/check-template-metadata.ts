import type { Message } from '@sevenstep/findings'
import type { PartnerCenterTemplate, PortalTemplate, TemplateMetadata } from './template-metadata.ts'

/** One thing that keeps a template from being submitted, or is unknown. */
export interface TemplateShortfall {
  /** The member of the metadata. */
  readonly field: string
  /** `missing`: it is known to be wrong. `unknown`: nobody said. */
  readonly state: 'missing' | 'unknown'
  readonly message: Message
}

const day = 86_400_000
/** The package has to be readable for so long after it is submitted. */
const daysReadable = 15
const maxCategories = 3

/** What is missing before a template can be submitted, at a moment (milliseconds since 1970). No address is opened. */
export function checkTemplateMetadata(metadata: TemplateMetadata, now: number): readonly TemplateShortfall[] {
  return metadata.edition === '2018-02' ? [...portalShortfalls(metadata)] : [...offerShortfalls(metadata, now)]
}

function* portalShortfalls(form: PortalTemplate): Generator<TemplateShortfall> {
  for (const field of ['title', 'description', 'benefit'] as const) {
    if (form[field].trim() === '') yield missing(field, `The form has no ${field}.`, 'Fill it in.')
  }
  for (const field of ['users', 'runs'] as const) {
    if (!(form[field] > 0))
      yield missing(field, `The form gives no number of ${field}.`, 'Estimate how many there will be.')
  }
  if (form.categories.length === 0) yield missing('categories', 'No category is chosen.', 'Choose at least one.')
  const { lastSaved, lastSuccessfulRun } = form
  if (lastSuccessfulRun === undefined) {
    yield unknown(
      'lastSuccessfulRun',
      'Nobody said when the flow last ran with success.',
      'Run it once, and note the moment.',
    )
  } else if (lastSaved !== undefined && !(Date.parse(lastSuccessfulRun) > Date.parse(lastSaved))) {
    yield missing(
      'lastSuccessfulRun',
      'The flow has not run with success since it was last saved.',
      'Run it once more without saving it.',
    )
  }
}

function* offerShortfalls(offer: PartnerCenterTemplate, now: number): Generator<TemplateShortfall> {
  yield* addressShortfalls(offer.packageAddress, now)
  const { length } = offer.categories
  if (length === 0) yield missing('categories', 'No category is chosen.', 'Choose one to three.')
  if (length > maxCategories) {
    yield missing(
      'categories',
      `${length} categories are chosen; ${maxCategories} are allowed.`,
      'Keep the best three.',
    )
  }
  const links = { privacyUrl: offer.privacyUrl, supportUrl: offer.supportUrl }
  const terms = offer.terms === 'standard-contract' ? {} : { terms: offer.terms.url }
  for (const [field, address] of Object.entries({ ...terms, ...links })) {
    if (!isHttps(address)) yield missing(field, `"${field}" is no https address.`, 'Give the address of a public page.')
  }
  if (offer.accountHasMail === undefined) {
    yield unknown(
      'accountHasMail',
      'Nobody said whether the submitting account has a mail address.',
      'Look it up in Entra.',
    )
  } else if (!offer.accountHasMail) {
    yield missing(
      'accountHasMail',
      'The submitting account has no mail address.',
      'Give it one: submissions without are refused at once.',
    )
  }
  if (offer.isSellerEnrolled !== true) {
    const words = 'The seller is not known to be vetted and enrolled in Microsoft 365 and Copilot.'
    const fix = 'Finish vetting and enrolment in Partner Center.'
    yield offer.isSellerEnrolled === false
      ? missing('isSellerEnrolled', words, fix)
      : unknown('isSellerEnrolled', words, fix)
  }
  if (!offer.isForEverybody) {
    yield missing(
      'isForEverybody',
      'The template is meant for some only.',
      'Hand private flows out as a solution instead.',
    )
  }
  if (offer.templateId !== undefined && !/^[0-9a-f]{32}$/i.test(offer.templateId)) {
    yield missing(
      'templateId',
      'The id of the template is not 32 hexadecimal digits.',
      'Copy it from the gallery page.',
    )
  }
}

function* addressShortfalls(address: string, now: number): Generator<TemplateShortfall> {
  const field = 'packageAddress'
  const url = isHttps(address) ? new URL(address) : undefined
  if (url === undefined) {
    yield missing(
      field,
      'The package has no https address.',
      'Upload it to a blob and make an address with a signature.',
    )
    return
  }
  const end = url.searchParams.get('se')
  if (!url.searchParams.has('sig') || end === null) {
    yield missing(field, 'The address has no signature with an end.', 'Make one with the permission to read.')
    return
  }
  if (!(url.searchParams.get('sp') ?? 'r').includes('r')) {
    yield missing(field, 'The signature does not permit reading.', 'Make one with the permission to read.')
  }
  const left = (Date.parse(end) - now) / day
  if (left >= daysReadable) return
  const words = Number.isNaN(left) ? 'no moment that can be read' : left < 0 ? 'over' : `${Math.floor(left)} days away`
  yield missing(
    field,
    `The end of the signature is ${words}; reviewers need ${daysReadable} days.`,
    'Make a longer one.',
  )
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:'
}

function missing(field: string, what: string, fix: string): TemplateShortfall {
  return { field, state: 'missing', message: { what, why: 'The submission is refused or sent back.', fix } }
}

function unknown(field: string, what: string, fix: string): TemplateShortfall {
  return { field, state: 'unknown', message: { what, why: 'Without it the submission may be refused.', fix } }
}
