/** What is told of a finding to say which other rules it holds up. */
export interface PlacedFinding {
  readonly ruleId: string
  readonly pointer?: string
}

const links = ['/listing/websiteUrl', '/listing/helpUrl', '/listing/supportUrl', '/listing/privacyUrl', '/terms/url']
const contents = ['/package/file']
const description = ['/listing/description']
const markedUp = ['/listing/description', '/listing/gettingStarted']
const texts = ['/listing/name', '/listing/summary', '/listing/description']

/** The values that each rule judges, as pointers to them or to what holds them. */
const judgedValues: Readonly<Record<string, readonly string[]>> = {
  'offer-type-fits': ['/offerType'],
  'offer-id-pattern': ['/offerId'],
  'offer-alias': ['/alias'],
  'offer-version': ['/appVersion'],
  'offer-test-label': ['/listing/name'],
  'keywords-count': ['/listing/keywords'],
  'keywords-in-description': ['/listing/keywords', '/listing/description'],
  'products-count': ['/listing/products'],
  'products-power-automate': ['/listing/applicableProducts'],
  'category-count': ['/categories'],
  'category-known': ['/categories'],
  'industry-count': ['/industries'],
  'industry-known': ['/industries'],
  'market-present': ['/markets', '/plans'],
  'market-known': ['/markets', '/plans'],
  'listing-option': ['/listingOption', '/trialMonths'],
  'hide-key-pattern': ['/preview/hideKey'],
  'hide-key-gone': ['/preview/hideKey'],
  'campaign-parameters': ['/campaign'],
  'terms-present': ['/terms'],
  'terms-one-kind': ['/terms'],
  'terms-amendments-count': ['/terms'],
  'link-present': ['/listing/helpUrl', '/listing/supportUrl', '/listing/privacyUrl'],
  'link-https': [...links, '/listing/usefulLinks'],
  'link-help-differs': ['/listing/helpUrl', '/listing/supportUrl'],
  'link-answers': [...links, '/listing/usefulLinks'],
  'link-title': ['/listing/usefulLinks'],
  'listing-name-length': ['/listing/name'],
  'listing-name-no-emoji': ['/listing/name'],
  'listing-name-as-on-site': ['/listing/name', '/listing/websiteUrl'],
  'summary-length': ['/listing/summary'],
  'summary-one-line': ['/listing/summary'],
  'description-length': markedUp,
  'description-html': markedUp,
  'description-balanced': markedUp,
  'description-paragraphs': description,
  'description-opens-with-value': description,
  'description-language': description,
  'description-product-names': texts,
  'description-no-competitor': texts,
  'logo-large': ['/media/logos/large'],
  'logo-small': ['/media/logos/small'],
  'logo-other': ['/media/logos/medium', '/media/logos/wide'],
  'screenshot-count': ['/media/screenshots'],
  'screenshot-image': ['/media/screenshots'],
  'screenshot-caption': ['/media/screenshots'],
  'screenshot-once': ['/media/screenshots'],
  'video-count': ['/media/videos'],
  'video-host': ['/media/videos'],
  'video-thumbnail': ['/media/videos'],
  'video-plays': ['/media/videos'],
  'video-title': ['/media/videos'],
  'document-count': ['/media/documents'],
  'document-title': ['/media/documents'],
  'document-pdf': ['/media/documents'],
  'document-readable': ['/media/documents'],
  'contact-present': ['/contacts'],
  'contact-email': ['/contacts'],
  'contact-phone': ['/contacts'],
  'lead-destination': ['/leads'],
  'lead-settings': ['/leads'],
  'lead-arrives': ['/leads'],
  'landing-page-address': ['/technical/landingPageUrl'],
  'landing-page-answers': ['/technical/landingPageUrl'],
  'landing-page-sign-in': ['/technical/landingPageUrl'],
  'technical-ids': ['/technical'],
  'certification-document': ['/certification/functionalDocument'],
  'certification-test-notes': ['/certification/testNotes'],
  'certification-no-password': ['/certification/testNotes'],
  'solution-checker-clean': contents,
  'appsource-package-present': contents,
  'appsource-package-readable': contents,
  'appsource-package-nested': contents,
  'appsource-package-files': contents,
  'appsource-content-types': contents,
  'appsource-solution-managed': contents,
  'appsource-icon': contents,
  'input-xml-readable': contents,
  'input-xml-names': contents,
  'input-xml-dates': contents,
  'input-xml-countries': contents,
  'input-xml-locales': contents,
  'input-xml-files': contents,
  'package-address': ['/package/url'],
  'package-access-read-only': ['/package/access/permissions', '/package/url'],
  'package-access-expiry': ['/package/access/expires', '/package/url'],
  'package-licence-model': ['/package/baseLicenceModel'],
  'package-configuration-blank': ['/package/configurationUrl'],
  'test-drive-removed': ['/testDrive'],
  'test-drive-fields': ['/testDrive'],
  'test-drive-texts': ['/testDrive'],
  'test-drive-read-only': ['/testDrive'],
  'test-drive-role': ['/testDrive'],
}

/** The rules that judge the value at a pointer into the offer's file. */
export function rulesAboutValue(pointer: string): readonly string[] {
  return Object.keys(judgedValues).filter((rule) =>
    judgedValues[rule]?.some((value) => pointer === value || pointer.startsWith(`${value}/`)),
  )
}

/** Rules about values that nobody else can judge: not of the form that is read, not filled in, made to be replaced, or the name of a file that is not there. */
const ofValues: ReadonlySet<string> = new Set(['offer-shape', 'offer-filled', 'offer-files-exist'])

/** Rules that decide of every text, filled in or not: they say themselves what an unwritten one leaves open. */
const ofEveryText: ReadonlySet<string> = new Set(['description-language'])

/**
 * The rules to which a finding is a finding of theirs as well: a value of another form, one that nobody filled in, or a file that is not there
 * or made to be replaced, meets no requirement, however well it is formed. None for other findings.
 */
export function rulesHeldUpBy({ ruleId, pointer }: PlacedFinding): readonly string[] {
  if (!ofValues.has(ruleId) || pointer === undefined) return []
  const rules = rulesAboutValue(pointer)
  return ruleId === 'offer-filled' ? rules.filter((rule) => !ofEveryText.has(rule)) : rules
}
