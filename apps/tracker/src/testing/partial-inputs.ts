import { join } from 'node:path'
import type { UploadedFile } from '../checks/worker/messages.ts'
import { filesBelow } from './sample-files.ts'

const examples = join(import.meta.dirname, '../../../../examples')
const example = (name: string): readonly UploadedFile[] => filesBelow(join(examples, name), name)
const textOf = ({ bytes }: UploadedFile): string => new TextDecoder().decode(bytes)

/** A file with a text, or with a value as JSON. */
export function fileOf(path: string, content: unknown): UploadedFile {
  return { path, bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)) }
}

/** Files without those whose paths end in one of these. */
export function without(files: readonly UploadedFile[], ...endings: readonly string[]): readonly UploadedFile[] {
  return files.filter(({ path }) => !endings.some((ending) => path.endsWith(ending)))
}

/** Only the files whose paths end in one of these. */
export function only(files: readonly UploadedFile[], ...endings: readonly string[]): readonly UploadedFile[] {
  return files.filter(({ path }) => endings.some((ending) => path.endsWith(ending)))
}

function rewritten(file: UploadedFile, changes: readonly (readonly [RegExp, string])[]): UploadedFile {
  return fileOf(
    file.path,
    changes.reduce((text, [from, to]) => text.replace(from, to), textOf(file)),
  )
}

/** A connector with nothing against it. */
export function completeConnector(): readonly UploadedFile[] {
  return filesBelow(join(examples, 'mended/car-rental'), 'car-rental')
}

/** A page with a widget, its script, and everything that is known of it beside. */
export function completeSite(): readonly UploadedFile[] {
  const facts = {
    pageAddress: 'https://fleetdesk.example/automation',
    headers: [['Content-Type', 'text/html']],
    sdkAnswer: {
      address: 'https://make.powerautomate.com/Content/msflowsdk-1.1.js',
      status: 200,
      contentType: 'text/javascript',
    },
    templateParameters: ['vehicle'],
    environments: ['Default-72f988bf-86f1-41af-91ab-2d7cd011db47'],
    tokenFindings: [],
    run: { events: ['WIDGET_READY'], thirdPartyCookies: 'blocked', showedGuidance: true },
  }
  const host = [/document\.currentScript[^\n]*/, "'https://make.powerautomate.com'"] as const
  const site = example('embed').map((file) => (file.path.endsWith('.js') ? rewritten(file, [host]) : file))
  return [...without(site, '.md'), fileOf('embed/facts.json', facts)]
}

/** A page that shows the gallery of templates and nothing else. */
export function gallery(parameters = ''): readonly UploadedFile[] {
  const address = `https://make.powerautomate.com/en-us/widgets/templates/?q=fleet${parameters}`
  return [fileOf('index.html', `<html><body><iframe title="Ideas" src="${address}"></iframe></body></html>`)]
}

/** An exported flow with nothing against it. */
export function completeFlow(): readonly UploadedFile[] {
  return without(example('flow-package'), '.md').map((file) => {
    if (file.path.endsWith('flow-package/manifest.json')) {
      return rewritten(file, [
        [/"description": ""/, '"description": "Sends each damage report to the workshop, so that nobody has to."'],
        [/,\s*"createdTime"[^}]*/, ''],
        [/adele@fleetdesk\.io/, 'Office 365 Outlook'],
      ])
    }
    return rewritten(file, [
      [/adele@fleetdesk\.io/, 'someone@example.com'],
      [/,\s*"headers": \{[^}]*\}/, ''],
      [/Fetch_the_report/, 'Take_the_report'],
    ])
  })
}

/** A solution that holds neither flow nor connector. */
export function emptySolution(): readonly UploadedFile[] {
  const manifest =
    '<ImportExportXml><SolutionManifest><UniqueName>Empty</UniqueName><Version>1.0.0.0</Version><Managed>1</Managed><RootComponents/></SolutionManifest></ImportExportXml>'
  return [
    fileOf('empty/solution.xml', manifest),
    fileOf('empty/customizations.xml', '<ImportExportXml><Workflows/></ImportExportXml>'),
  ]
}

const premium = 'eda1941c-3c4f-4995-b5eb-e85a42175ab9'
const servicePlans = [
  { servicePlanId: '375cd0ad-c407-49fd-866a-0bff4f8a9a4d', servicePlanName: 'FLOW', provisioningStatus: 'Success' },
]

/** What the tenant bought, as Microsoft Graph says it. */
export function subscribedSkus(status = 'Enabled'): UploadedFile {
  const prepaidUnits = { enabled: 5, suspended: 0, warning: 0, lockedOut: 0 }
  const sku = { skuId: premium, skuPartNumber: 'P', capabilityStatus: status, consumedUnits: 1, prepaidUnits }
  return fileOf('customer/skus.json', { value: [sku] })
}

/** Who holds what, as Microsoft Graph says it. */
export function licensedUsers(): UploadedFile {
  const user = {
    userPrincipalName: 'ada@contoso.example',
    usageLocation: 'NL',
    accountEnabled: true,
    licenseDetails: [{ skuId: premium, skuPartNumber: 'P', servicePlans }],
    licenseAssignmentStates: [{ skuId: premium, state: 'Active', error: 'None' }],
  }
  return fileOf('customer/users.json', { users: [user] })
}

/** The flows that are meant to run, with everything that licences depend on. */
export function plannedFlows(): UploadedFile {
  const flow = {
    name: 'Invoices to the ledger',
    connectors: [{ id: 'shared_fleetdesk', tier: 'custom' }],
    trigger: 'automated',
    owner: 'ada@contoso.example',
    requestsPerDay: 500,
    actionsPerFiveMinutes: 90,
    context: 'none',
    processLicence: false,
  }
  return fileOf('customer/flows.json', { flows: [flow] })
}

/** A customer of whom all is known: lists, purchases, and what Partner Center says. */
export function completeCustomer(): readonly UploadedFile[] {
  const purchase = {
    id: 'f3a0d5b0-0000-4000-8000-000000000001',
    offerName: 'Power Automate Premium',
    friendlyName: 'Power Automate Premium',
    quantity: 5,
    status: 'active',
    isTrial: false,
    autoRenewEnabled: true,
    commitmentEndDate: '2027-10-01T00:00:00Z',
  }
  const offer = { isPurchasable: true, least: 1, most: 500, terms: [{ term: 'P1Y', billing: 'annual' }] }
  const facts = {
    signIns: ['ada@contoso.example'],
    cloud: 'public',
    partner: { hasRelationship: true, hasAgreement: true },
    order: {
      lines: [{ name: 'Premium', skuId: premium, quantity: 5, term: 'P1Y', billing: 'annual', offer }],
      cartErrors: [],
      orderStatus: 'completed',
      agreedAutoRenew: true,
    },
  }
  return [
    subscribedSkus(),
    licensedUsers(),
    plannedFlows(),
    fileOf('customer/purchases.json', { items: [purchase] }),
    fileOf('customer/facts.json', facts),
  ]
}

/** An offer with everything, and what was found out about its addresses and leads. */
export function completeOffer(): readonly UploadedFile[] {
  const site = 'https://fleetdesk.example/'
  const paths = ['', 'support', 'privacy', 'terms', 'tour', 'welcome']
  const links = paths.map((path) => ({ url: `${site}${path}`, status: 200, title: 'Fleet Desk' }))
  const landingPageSignIn = { failedRules: [], isForLandingPage: true }
  return [
    ...without(example('offer'), '.md'),
    fileOf('offer/facts.json', { links, testLead: { arrived: true }, landingPageSignIn }),
  ]
}
