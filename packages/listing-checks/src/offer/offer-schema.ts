import * as z from 'zod/mini'
import { fieldLimits, type LimitedField } from '../data/field-limits.ts'

/** A text with its meaning, and the limit that is told to editors; rules judge limits, by edition. */
function text(description: string, field?: LimitedField) {
  const limit = field === undefined ? {} : { maxLength: fieldLimits[field].current }
  return z.optional(z.string().check(z.meta({ description, ...limit })))
}

function list<Item extends z.ZodMiniType>(item: Item, description: string, field?: LimitedField) {
  const limit = field === undefined ? {} : { maxItems: fieldLimits[field].current }
  return z.optional(z.array(item).check(z.meta({ description, ...limit })))
}

const number = (description: string) => z.optional(z.number().check(z.meta({ description })))
const flag = (description: string) => z.optional(z.boolean().check(z.meta({ description })))
const choice = <const Values extends readonly string[]>(values: Values, description: string) =>
  z.optional(z.enum(values).check(z.meta({ description })))

const contact = (who: string) =>
  z.optional(
    z.strictObject({
      name: text(`Who is the ${who} contact.`),
      email: text('A mail address that is read.'),
      phone: text('With the country code.'),
    }),
  )

const video = z.strictObject({
  title: text('What the video shows.'),
  url: text('Its address on YouTube or Vimeo.'),
  thumbnail: text('Path of a PNG.'),
})

const listing = z.strictObject({
  name: text('What customers see as the name; the same as on your own site.', 'name'),
  websiteUrl: text('The page of your own site about this product, to compare names with.'),
  summary: text('One sentence for search results.', 'summary'),
  description: text('Simple HTML: b, i, em, br, p, ul, ol, li, h1 to h6.', 'description'),
  gettingStarted: text('For SaaS offers: how a customer begins. Simple HTML.', 'gettingStarted'),
  keywords: list(z.string(), 'Words people search for; each should stand in the description too.', 'keywords'),
  products: list(z.string(), 'Products your app works with.', 'products'),
  applicableProducts: list(z.string(), 'For offers on Dataverse: the Microsoft products it applies to.'),
  helpUrl: text('Where customers read how it works.'),
  supportUrl: text('Where customers get help; another page than the help.'),
  privacyUrl: text('Your privacy statement.'),
  usefulLinks: list(
    z.strictObject({ title: text('What it is.', 'usefulLinkTitle'), url: text('https') }),
    'For SaaS offers.',
  ),
})

const media = z.strictObject({
  logos: z.optional(
    z.strictObject({
      large: text('PNG, square, 216 to 350 pixels.'),
      medium: text('PNG, 90×90.'),
      small: text('PNG, 48×48.'),
      wide: text('PNG, 255×115.'),
    }),
  ),
  screenshots: list(
    z.strictObject({ file: text('Path of a PNG of 1280×720.'), caption: text('What it shows.') }),
    'One at least.',
    'screenshots',
  ),
  videos: list(video, 'None is needed.', 'videos'),
  documents: list(z.strictObject({ title: text('What it is.'), file: text('Path of a PDF.') }), 'PDFs.', 'documents'),
})

const testDrive = z.strictObject({
  type: text('Kind of test drive.'),
  description: text('What can be tried.', 'testDriveDescription'),
  accessInformation: text('How to get in and what to do.', 'testDriveAccess'),
  userManual: text('Path of a PDF.', 'testDriveManual'),
  isDataReadOnly: flag('True when nobody who tries it can change its data.'),
  maxConcurrent: number('How many may try it at once; 3 to 5 are advised.'),
  durationHours: number('Whole hours.'),
  instanceUrl: text('https'),
  webApiUrl: text('https'),
  roleName: text('Security role in the instance.'),
  tenantId: text('GUID.'),
  tenantName: text('Ends in .onmicrosoft.com.'),
  applicationId: text('GUID.'),
  region: text('Azure region.'),
  resourceGroup: text('Name.'),
  logicAppName: text('Name.'),
  deprovisionLogicAppName: text('Name.'),
  subscriptionId: text('GUID.'),
  videos: list(video, 'Thumbnails of 533×324.'),
})

const leads = z.strictObject({
  destination: text('azureTable, dynamics, httpsEndpoint, marketo or salesforce.'),
  contactEmails: list(z.string(), 'Who hears of new leads.'),
  instanceUrl: text('Dynamics 365.'),
  authentication: choice(['azureAD', 'office365'], 'Dynamics 365.'),
  applicationId: text('Dynamics 365 with Entra ID.'),
  directoryId: text('Dynamics 365 with Entra ID.'),
  username: text('Dynamics 365 with Office 365.'),
  httpsEndpointUrl: text('HTTPS endpoint.'),
  serverId: text('Marketo.'),
  munchkinId: text('Marketo.'),
  formId: text('Marketo.'),
  objectIdentifier: text('Salesforce.'),
})

const appPackage = z.strictObject({
  file: text('Path of the AppSource package, a zip.'),
  url: text('Address of the package in blob storage; keep the access (everything behind "?") elsewhere.'),
  access: z.optional(
    z.strictObject({ permissions: text('Of the shared access signature; "r".'), expires: text('YYYY-MM-DD.') }),
  ),
  baseLicenceModel: choice(['Resource', 'User'], 'How licences are counted.'),
  configurationUrl: text('Leave it out.'),
})

/** An offer's file. What a field may hold is here; how much, what must be there, and for whom, the rules say. */
export const offerSchema = z.strictObject({
  $schema: text('Address of this schema.'),
  offerType: z.string().check(z.meta({ description: 'saas or dataverse.', examples: ['saas', 'dataverse'] })),
  offerId: text('Small letters, digits, hyphens and underscores. Cannot be changed later.', 'offerId'),
  publisherId: text('Your publisher ID in Partner Center.'),
  publisherName: text('Your name as customers see it.'),
  alias: text('The name inside Partner Center. Cannot be changed later.'),
  language: text('Of the listing, such as en-us.'),
  status: choice(['draft', 'preview', 'live'], 'Where the offer stands; "live" from the day of going live.'),
  isTestOffer: flag('True for an offer made to try the process.'),
  listingOption: choice(
    ['getItNow', 'freeTrial', 'contactMe', 'sellThroughMicrosoft', 'licenceManagement'],
    'How customers get it.',
  ),
  trialMonths: number('For free trials of SaaS offers: 1, 3 or 6.'),
  appVersion: text('Version of the app.'),
  listing: z.optional(listing),
  contacts: z.optional(
    z.strictObject({
      support: contact('support'),
      engineering: contact('engineering'),
      cloudSolutionProvider: contact('programme'),
    }),
  ),
  categories: list(
    z.strictObject({ name: text('Category.'), subcategories: list(z.string(), 'Of that category.', 'subcategories') }),
    'The first is the primary one.',
    'categories',
  ),
  industries: list(
    z.strictObject({ name: text('Industry.'), verticals: list(z.string(), 'Of that industry.', 'verticals') }),
    'None when the app is for any.',
    'industries',
  ),
  media: z.optional(media),
  terms: z.optional(
    z.strictObject({
      standardContract: flag('Microsoft’s standard contract. Cannot be undone.'),
      url: text('Your own terms, as a public page.'),
      text: text('Your own terms, as text.'),
      amendments: list(z.string(), 'To the standard contract.', 'amendments'),
    }),
  ),
  markets: list(z.string(), 'Two-letter codes of countries and regions.'),
  plans: list(
    z.strictObject({
      id: text('Of the plan.'),
      name: text('Of the plan.'),
      markets: list(z.string(), 'Two-letter codes.'),
    }),
    'For SaaS offers with plans.',
  ),
  preview: z.optional(
    z.strictObject({
      hideKey: text('For offers on Dataverse: opens the preview. Small letters and digits.'),
      audience: list(z.string(), 'For SaaS offers: accounts that may see the preview.'),
    }),
  ),
  leads: z.optional(leads),
  technical: z.optional(
    z.strictObject({
      landingPageUrl: text('Where customers arrive to activate.'),
      webhookUrl: text('Where Microsoft tells of changes.'),
      tenantId: text('GUID.'),
      applicationId: text('GUID.'),
      fulfilmentApplicationId: text('GUID of the single-tenant application that calls the fulfilment API.'),
    }),
  ),
  package: z.optional(appPackage),
  testDrive: z.optional(testDrive),
  certification: z.optional(
    z.strictObject({
      functionalDocument: text('Path of the document that leads through every feature.'),
      testNotes: text('How a reviewer signs in and what to try. No passwords.'),
    }),
  ),
  campaign: z.optional(
    z.strictObject({
      src: text('Source of a campaign link.', 'campaignSource'),
      mktcmpid: text('Id of a campaign.', 'campaignId'),
    }),
  ),
})

/** The JSON Schema of an offer's file, for editors. */
export function offerJsonSchema(): object {
  return { title: 'Offer of a Power Automate vendor', ...z.toJSONSchema(offerSchema) }
}
